"""EDTF text of an `Extent`, both ways, and ISO 8601 text of single bounds.

EDTF is ISO 8601-2:2019 (https://www.loc.gov/standards/datetime/). Levels 0 and 1 are covered, with the
seasons and quarters of level 2 and its sets of one member, "one time somewhere from A to B":

    2015-05-12   2015-05   2015   199X   18XX   2015-05-12T17:59   one time within that unit
    2014-04/2015-05-12                          from within the one to within the other
    2014-04/..   ../2015                        an end that is not known
    [2015-05-08..2015-05-14]   [..2014-04]      one time between two bounds, or not after one
    2015-34   2015-24   2015-41                 second quarter, winter (from December 2015), second half
    1120~   2015-05?   2014%                    approximate, uncertain, both

Going beyond EDTF: a bracketed set may stand for one end of an interval, and a time of day may end at
its minute or hour, because it is as exact as the text that it comes from.
"""

import re

from eventdb.errors import ExpressionSyntaxError
from eventdb.temporal.calendar import DAY, MINUTE, civil, instant, is_date
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_WRITTEN = (Unit.YEAR, Unit.MONTH, Unit.DAY, Unit.HOUR, Unit.MINUTE, Unit.SECOND)
"""The grains in which a bound can be written, coarsest first."""

_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_QUARTERS = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
_HALVES = {40: (1, 6), 41: (7, 6)}
_GROUPS = {**_SEASONS, **_QUARTERS, **_HALVES}
"""What stands where the month does: first month and number of months."""


# ---------------------------------------------------------------- writing


def year_text(year: int) -> str:
    """An astronomical year in EDTF.

    >>> year_text(2015), year_text(-43), year_text(12000)
    ('2015', '-0043', 'Y12000')
    """
    sign = "-" if year < 0 else ""
    return f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04}"


def date_text(seconds: int, unit: Unit) -> str:
    """The unit that holds an instant, for a unit in which dates are written: year, month, day, clock.

    >>> date_text(0, Unit.MONTH), date_text(0, Unit.MINUTE)
    ('1970-01', '1970-01-01T00:00')
    """
    return _civil_text(seconds, unit, year_text(civil(seconds).year))


_CIVIL_TEXT = {
    Unit.MONTH: "%s-%02d",
    Unit.DAY: "%s-%02d-%02d",
    Unit.HOUR: "%s-%02d-%02dT%02d",
    Unit.MINUTE: "%s-%02d-%02dT%02d:%02d",
    Unit.SECOND: "%s-%02d-%02dT%02d:%02d:%02d",
}


def _civil_text(seconds: int, unit: Unit, year: str) -> str:
    text = _CIVIL_TEXT.get(unit, "%s")
    return text % (year, *civil(seconds)[1 : text.count("%")])


def iso_earliest(seconds: int) -> str:
    """A lower bound as a person writes it: a date where it is midnight, else to the minute or second.

    >>> iso_earliest(0), iso_earliest(60)
    ('1970-01-01', '1970-01-01T00:01')
    """
    return _iso(seconds, _natural_grain(seconds))


def iso_latest(seconds: int) -> str:
    """A half-open upper bound as a person writes it, inclusive: the last day, minute or second before.

    >>> iso_latest(86400), iso_latest(64800)
    ('1970-01-01', '1970-01-01T17:59')
    """
    return _iso(seconds - 1, _natural_grain(seconds))


def _iso(seconds: int, grain: Unit) -> str:
    year = civil(seconds).year
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return _civil_text(seconds, grain, f"{sign}{abs(year):04}")


def _natural_grain(seconds: int) -> Unit:
    return Unit.DAY if seconds % DAY == 0 else Unit.MINUTE if seconds % MINUTE == 0 else Unit.SECOND


def format_extent(extent: Extent) -> str:
    """An extent in EDTF; ".." where nothing is known.

    Begin April 2014, end 12 May 2015 → ``2014-04/2015-05-12``; one time in May 2015 → ``2015-05``.
    """
    mark = {(False, False): "", (False, True): "?", (True, False): "~", (True, True): "%"}
    qualifier = mark[extent.approximate, extent.uncertain]
    if extent.begin == extent.end:
        return _bounds_text(extent.begin, qualifier)
    return f"{_bounds_text(extent.begin, qualifier)}/{_bounds_text(extent.end, qualifier)}"


def _bounds_text(bounds: Bounds, qualifier: str) -> str:
    if bounds == UNBOUNDED:
        return ".."
    unit = None if bounds.empty else unit_text(bounds.interval)
    if unit is not None:
        return unit + qualifier
    earliest, latest = _pair_text(bounds)
    sides = (side and side + qualifier for side in (earliest, latest))
    return "[" + "..".join(sides) + "]"


def _pair_text(bounds: Bounds) -> tuple[str, str]:
    """Both bounds, inclusive, in the coarsest grain that is exact for both."""
    grain = min(_edge_grain(edge) for edge in (bounds.earliest, bounds.latest) if edge is not None)
    earliest = "" if bounds.earliest is None else date_text(bounds.earliest, grain)
    latest = "" if bounds.latest is None else date_text(bounds.latest - 1, grain)
    return earliest, latest


def _edge_grain(edge: int) -> Unit:
    return next(unit for unit in _WRITTEN if unit.floor(edge) == edge)


def unit_text(interval: Interval) -> str | None:
    """The EDTF text of an interval that exactly is a year, month, decade …; None where it is not.

    >>> unit_text(Interval(instant(1990), instant(2000)))
    '199X'
    """
    unit = interval.unit
    if interval.start is None or interval.end is None:
        return None
    if unit in _WRITTEN:
        return date_text(interval.start, unit)
    year, month = civil(interval.start)[:2]
    digits = {Unit.DECADE: 1, Unit.CENTURY: 2, Unit.MILLENNIUM: 3}.get(unit) if unit else None
    if digits and 0 <= year <= 9999:
        return f"{year:04}"[:-digits] + "X" * digits
    return _group_text(interval, year, month)


def _group_text(interval: Interval, year: int, month: int) -> str | None:
    for code, (first, count) in (*_QUARTERS.items(), *_HALVES.items(), *_SEASONS.items()):
        if month == first and interval == _months(year, first, count):
            return f"{year_text(year)}-{code}"
    return None


def _months(year: int, month: int, count: int) -> Interval:
    start = instant(year, month)
    return Interval(start, Unit.MONTH.add(start, count))


# ---------------------------------------------------------------- reading

_YEAR = r"(?P<year>-?\d{4}|Y-?\d{5,18}|\d{3}X|\d\dXX|\dXXX)"
_CLOCK = r"(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?"
_DATE = re.compile(rf"{_YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d){_CLOCK})?)?(?P<mark>[?~%]?)")
_SET = re.compile(r"\[(?P<first>[^\[\]]*?)\.\.(?P<last>[^\[\]]*)\]")


def parse_edtf(text: str) -> Extent:
    """The extent that an EDTF text denotes; the inverse of `format_extent`.

    ``2014-04/..`` begins within April 2014 and ends nobody knows when; ``[..2014-04]`` is one time
    not after April 2014.

    Raises:
        ExpressionSyntaxError: the text is not EDTF, or names a day that does not exist.
    """
    first, slash, last = text.strip().partition("/")
    begin, begin_marks = _read_bounds(first)
    end, end_marks = _read_bounds(last) if slash else (begin, begin_marks)
    marks = begin_marks + end_marks
    approximate, uncertain = any(m in "~%" for m in marks), any(m in "?%" for m in marks)
    return Extent(begin, end, approximate=approximate, uncertain=uncertain)


def _read_bounds(text: str) -> tuple[Bounds, str]:
    """The bounds of one end, and its qualifiers."""
    if not text:
        raise ExpressionSyntaxError("a date is missing; an open end is written with two dots")
    if text == "..":
        return UNBOUNDED, ""
    pair = _SET.fullmatch(text)
    if pair is None:
        unit, mark = _read_date(text)
        return Bounds(unit.start, unit.end), mark
    bounds, marks = Bounds(), ""
    if pair["first"]:
        unit, marks = _read_date(pair["first"])
        bounds = Bounds(unit.start, None)
    if pair["last"]:
        unit, mark = _read_date(pair["last"])
        bounds, marks = Bounds(bounds.earliest, unit.end), marks + mark
    return bounds, marks


def _read_date(text: str) -> tuple[Interval, str]:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ExpressionSyntaxError(f"{text!r} is not a date in EDTF; write 2015, 2015-05 or 2015-05-12")
    fields = [int(found[name]) for name in ("month", "day", "hour", "minute", "second") if found[name]]
    interval = _denoted(found["year"], fields)
    if interval is None:
        raise ExpressionSyntaxError(f"there is no such date: {text}")
    return interval, found["mark"]


def _denoted(year_text: str, fields: list[int]) -> Interval | None:
    """The interval of a year and the fields after it, or None where the calendar lacks it."""
    digits = year_text.lstrip("Y").rstrip("X")
    missing = year_text.count("X")
    year = int(digits) * 10**missing
    if not fields:
        return Interval(instant(year), instant(year + 10**missing))
    if missing:
        return None
    if len(fields) == 1 and fields[0] in _GROUPS:
        return _months(year, *_GROUPS[fields[0]])
    return _calendar_unit(year, fields)


def _calendar_unit(year: int, fields: list[int]) -> Interval | None:
    month, day, hour, minute, second = fields + [1, 1, 0, 0, 0][len(fields) :]
    if not is_date(year, month, day) or hour > 23 or minute > 59 or second > 59:
        return None
    unit = (Unit.MONTH, Unit.DAY, Unit.HOUR, Unit.MINUTE, Unit.SECOND)[len(fields) - 1]
    return Interval.of(unit, instant(year, month, day, hour, minute, second))
