"""An `Extent` in EDTF as the standard has it, for programs that read no more than that.

`eventdb.temporal.edtf` goes beyond the standard where it must lose nothing: sets as ends of an
interval, times that end at their minute. Here such an end becomes the narrowest year, month, day …
that holds it, so that what is said is coarser, and still true.
"""

from eventdb.temporal.edtf import date_text, format_extent, unit_text
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_UNITS = (Unit.DAY, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM)
_MARKS = {(False, False): "", (False, True): "?", (True, False): "~", (True, True): "%"}


def strict_edtf(extent: Extent) -> str:
    """The narrowest EDTF of the standard (ISO 8601-2:2019, level 2) that contains the extent.

    >>> from eventdb.temporal.edtf import parse_edtf
    >>> strict_edtf(parse_edtf("[2015-05-08..2015-05-14]/2015-06-01T17:30"))
    '2015-05/2015-06-01'
    """
    mark = _MARKS[extent.approximate, extent.uncertain]
    if extent.begin != extent.end:
        return f"{_end(extent.begin, mark)}/{_end(extent.end, mark)}"
    unit = _unit(extent.begin)
    return unit + mark if unit is not None else _set(extent.begin)


def _end(bounds: Bounds, mark: str) -> str:
    """One end of an interval; of one of which only a side is known, nothing can be said but ".."."""
    unit = ".." if bounds == UNBOUNDED else _unit(bounds) or _holding(bounds)
    return unit if unit == ".." else unit + mark


def _unit(bounds: Bounds) -> str | None:
    """The text of bounds that are a day or a longer unit; of a clock time its day."""
    if bounds.earliest is None or bounds.latest is None or bounds.empty:
        return None
    day = Interval.of(Unit.DAY, bounds.earliest)
    return unit_text(day if day.covers(bounds.interval) else bounds.interval)


def _holding(bounds: Bounds) -> str:
    """The shortest unit of the calendar that holds the bounds; ".." where none does."""
    if bounds.earliest is None or bounds.latest is None or bounds.empty:
        return ".."
    units = (Interval.of(unit, bounds.earliest) for unit in _UNITS)
    texts = (unit_text(unit) for unit in units if unit.covers(bounds.interval))
    return next((text for text in texts if text is not None), "..")


def _set(bounds: Bounds) -> str:
    """One time between two dates, or on one side of a date. A set carries no qualifier."""
    written = format_extent(Extent(bounds, bounds))
    if "T" not in written:
        return written
    earliest = "" if bounds.earliest is None else date_text(bounds.earliest, Unit.DAY)
    latest = "" if bounds.latest is None else date_text(bounds.latest - 1, Unit.DAY)
    return f"[{earliest}..{latest}]"
