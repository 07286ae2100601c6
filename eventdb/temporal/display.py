"""How a person is shown when something happened: in a table, dates first, no more exact than known.

| known                                  | shown                          |
|----------------------------------------|--------------------------------|
| one time within a day, month, year     | Sun 2015-05-10, 2014-04, 2014  |
| within a season, decade, century       | summer 2014, 1990s, 19th century |
| one time somewhere between two days    | in 2015-05-08 .. 2015-05-14    |
| from one to the other                  | 2014-04 .. 2015-05-12          |
| only the latest, only the earliest     | until 2014-04, 2014-04 or later |
| begun then, its end not known          | since 2014-04                  |
| going on then, its ends not known      | as of Tue 2015-05-12           |
| about, perhaps                         | about 1120, 2014 (?)           |
| nothing                                | undated                        |
"""

from eventdb.temporal.calendar import DAY, civil, weekday
from eventdb.temporal.edtf import date_text, unit_text
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_GROUPS = {
    "21": "spring {}", "22": "summer {}", "23": "autumn {}", "24": "winter {}",
    "33": "{} Q1", "34": "{} Q2", "35": "{} Q3", "36": "{} Q4", "40": "{} H1", "41": "{} H2",
}  # fmt: skip


def display(extent: Extent) -> str:
    """When something happened, for people.

    Begin April 2014, end 12 May 2015 → "2014-04 .. 2015-05-12"; one time not after April 2014 →
    "until 2014-04".
    """
    shown = _shown(extent)
    if shown == "undated":
        return shown
    return f"{'about ' if extent.approximate else ''}{shown}{' (?)' if extent.uncertain else ''}"


def display_interval(interval: Interval) -> str:
    """An interval as "Sun 2015-05-10" or "2014-04"; where it is no calendar unit, "A .. B"."""
    return _unit_shown(interval) or _pair_shown(interval)


def _shown(extent: Extent) -> str:
    begin, end = extent.begin, extent.end
    if not extent.bounded:
        return "undated"
    if begin == end:
        return _one_time(begin)
    if begin.earliest is None:
        return _begun_before(begin, end)
    if end.latest is None:
        return f"since {_edge_shown(begin, first=True)}"
    first, last = _edge_shown(begin, first=True), _edge_shown(end, first=False)
    return first if first == last else f"{_plain(begin, first)} .. {_plain(end, last)}"


def _one_time(bounds: Bounds) -> str:
    if bounds.earliest is None or bounds.latest is None:
        return _half_known(bounds)
    if bounds.empty:
        return "contradictory"
    unit = _unit_shown(bounds.interval)
    return unit if unit is not None else f"in {_pair_shown(bounds.interval)}"


def _half_known(bounds: Bounds) -> str:
    if bounds.earliest is None:
        return f"until {_edge_shown(bounds, first=False)}"
    return f"{_edge_shown(bounds, first=True)} or later"


def _begun_before(begin: Bounds, end: Bounds) -> str:
    """Nothing says how early it began."""
    if end.latest is not None:
        return f"until {_edge_shown(end, first=False)}"
    if begin.latest is None:
        return f"at least until {_edge_shown(end, first=True)}"
    if end.earliest is None:
        return f"begun by {_edge_shown(begin, first=False)}"
    if end.earliest < begin.latest:
        return f"as of {display_interval(Interval(end.earliest, begin.latest))}"
    return f"since before {_edge_shown(Bounds(None, begin.latest + DAY), first=False)}"


def _edge_shown(bounds: Bounds, *, first: bool) -> str:
    """The unit in which an end lies, or where it is none, its outermost bound."""
    if bounds.earliest is not None and bounds.latest is not None and not bounds.empty:
        unit = _unit_shown(bounds.interval)
        if unit is not None:
            return unit
    edge = bounds.earliest if first else bounds.latest
    if edge is None:
        edge = bounds.latest if first else bounds.earliest
    assert edge is not None  # only asked for where one of the two is known
    return _edge_text(edge, first=first)


def _edge_text(edge: int, *, first: bool) -> str:
    written = (Unit.YEAR, Unit.MONTH, Unit.DAY, Unit.MINUTE, Unit.SECOND)
    grain = next(unit for unit in written if unit.floor(edge) == edge)
    return _date_shown(edge if first else edge - 1, grain)


def _plain(bounds: Bounds, text: str) -> str:
    """In a range the days of the week are left out: it has to fit a column."""
    named = bounds.earliest is not None and text[:3] in _WEEKDAYS
    return text[4:] if named or text[:3] in _WEEKDAYS else text


def _unit_shown(interval: Interval) -> str | None:
    unit = interval.unit
    if interval.start is None or interval.end is None:
        return None
    if unit is Unit.WEEK:
        return f"week of {date_text(interval.start, Unit.DAY)}"
    if unit in {Unit.YEAR, Unit.MONTH, Unit.DAY, Unit.MINUTE, Unit.SECOND}:
        return _date_shown(interval.start, unit)
    return _ages_shown(interval) or _clock_shown(interval)


def _date_shown(seconds: int, unit: Unit) -> str:
    """A year, month, day or clock time; a day with its weekday, years before 1 as BCE."""
    year = civil(seconds).year
    rest = date_text(seconds, unit)[len(date_text(seconds, Unit.YEAR)) :].replace("T", " ")
    if year < 1:
        return f"{1 - year}{rest} BCE"
    if year < 1000 and unit is Unit.YEAR:
        return f"{year} CE"
    day = f"{_WEEKDAYS[weekday(seconds) - 1]} " if unit <= Unit.DAY else ""
    return f"{day}{year:04}{rest}"


def _ages_shown(interval: Interval) -> str | None:
    """Seasons, quarters, decades and centuries by their names."""
    assert interval.start is not None
    year = civil(interval.start).year
    text = unit_text(interval)
    if text is not None and text.endswith("X"):
        return text.replace("X", "0") + "s"
    if text is not None and text[-2:] in _GROUPS:
        return _GROUPS[text[-2:]].format(_date_shown(interval.start, Unit.YEAR))
    if year > 0 and year % 100 == 1 and interval == _years(year, 100):
        return f"{_ordinal(year // 100 + 1)} century"
    return None


def _years(year: int, count: int) -> Interval:
    from_year = Interval.of(Unit.YEAR, 0)  # any year has the shape; its own is set next
    assert from_year.start is not None
    start = Unit.YEAR.add(from_year.start, year - 1970)
    return Interval(start, Unit.YEAR.add(start, count))


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    teens = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teens else endings.get(number % 10, 'th')}"


def _clock_shown(interval: Interval) -> str | None:
    """Part of one day: "Sun 2015-05-10 16:30-17:30"."""
    start, end = interval.start, interval.end
    if start is None or end is None or start // DAY != (end - 1) // DAY:
        return None
    return f"{_date_shown(start, Unit.MINUTE)}-{date_text(end - 1, Unit.MINUTE)[-5:]}"


def _pair_shown(interval: Interval) -> str:
    bounds = Bounds(interval.start, interval.end)
    if bounds == UNBOUNDED:
        return "any time"
    if interval.start is None or interval.end is None:
        return _half_known(bounds)
    edges = (interval.start, interval.end)
    written = (Unit.YEAR, Unit.MONTH, Unit.DAY, Unit.MINUTE, Unit.SECOND)
    grain = next(unit for unit in written if all(unit.floor(edge) == edge for edge in edges))
    first, last = _date_shown(edges[0], grain), _date_shown(edges[1] - 1, grain)
    return f"{_plain(bounds, first)} .. {_plain(bounds, last)}"
