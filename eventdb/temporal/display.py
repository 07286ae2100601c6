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

from eventdb.temporal.calendar import DAY, civil, instant, weekday
from eventdb.temporal.edtf import date_text, unit_text
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WRITTEN = (Unit.YEAR, Unit.MONTH, Unit.DAY, Unit.MINUTE, Unit.SECOND)
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
    return first if first == last else _from_to(first, last)


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
    return f"since before {_date_shown(begin.latest, _written_grain(begin.latest))}"


def _edge_shown(bounds: Bounds, *, first: bool) -> str:
    """The unit in which an end lies; where it is none, the outermost bound that is known."""
    unit = None if bounds.empty else _unit_shown(bounds.interval)
    if unit is not None:
        return unit
    if bounds.earliest is not None and (first or bounds.latest is None):
        return _date_shown(bounds.earliest, _written_grain(bounds.earliest))
    assert bounds.latest is not None  # an end of which nothing is known is not shown
    return _date_shown(bounds.latest - 1, _written_grain(bounds.latest))


def _written_grain(*edges: int) -> Unit:
    """The coarsest grain in which all the bounds can be written."""
    return next(unit for unit in _WRITTEN if all(unit.floor(edge) == edge for edge in edges))


def _without_weekday(text: str) -> str:
    """In a range the days of the week are left out: it has to fit a column."""
    return text[4:] if text[:3] in _WEEKDAYS else text


def _unit_shown(interval: Interval) -> str | None:
    if not interval.bounded:
        return None
    unit, (start, _) = interval.unit, interval.sides
    if unit is Unit.WEEK:
        return f"week of {date_text(start, Unit.DAY)}"
    if unit in _WRITTEN:
        return _date_shown(start, unit)
    return _age_shown(interval) or _clock_shown(interval)


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


def _age_shown(interval: Interval) -> str | None:
    """Seasons, quarters, decades and centuries by their names."""
    start, end = interval.sides
    text, year = unit_text(interval) or "", civil(start).year
    first = year // 100 * 100
    if (start, end) == (instant(max(first, 1)), instant(first + 100)):
        return f"{ordinal(first // 100 + 1)} century"
    if text.endswith("X"):
        return text.replace("X", "0") + "s"
    if text[-2:] in _GROUPS:
        return _GROUPS[text[-2:]].format(_date_shown(start, Unit.YEAR))
    return None


def ordinal(number: int) -> str:
    """A number as an English ordinal.

    >>> ordinal(3), ordinal(12), ordinal(21)
    ('3rd', '12th', '21st')
    """
    endings = {1: "st", 2: "nd", 3: "rd"}
    teens = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teens else endings.get(number % 10, 'th')}"


def _clock_shown(interval: Interval) -> str | None:
    """Part of one day: "Sun 2015-05-10 16:30-17:30"."""
    start, end = interval.sides
    if start // DAY != (end - 1) // DAY:
        return None
    return f"{_date_shown(start, Unit.MINUTE)}-{date_text(end - 1, Unit.MINUTE)[-5:]}"


def _pair_shown(interval: Interval) -> str:
    if not interval.bounded:
        bounds = Bounds(interval.start, interval.end)
        return "any time" if bounds == UNBOUNDED else _half_known(bounds)
    start, end = interval.sides
    grain = _written_grain(start, end)
    if end - start > DAY // 2:  # a night's hours are more than a column has room for
        grain = max(grain, Unit.DAY)
    return _from_to(_date_shown(start, grain), _date_shown(end - 1, grain))


def _from_to(first: str, last: str) -> str:
    """Both ends; of a clock time on the same day, or in the same year, only what differs is said again."""
    first, last = _without_weekday(first), _without_weekday(last)
    if " " in first and " " in last and first[:4] == last[:4] and first[-3] == last[-3] == ":":
        last = last[11:] if first[:10] == last[:10] else last[5:]
    return f"{first} .. {last}"
