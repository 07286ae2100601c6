"""Stretches of a given length beside a base: "the last three days", "the next two weeks"."""

from dataclasses import replace

from eventdb.expression.frame import Resolution
from eventdb.expression.outcome import placed, unresolved
from eventdb.expression.shifting import add, out_of_reach, reach_of
from eventdb.temporal.calendar import DAY
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.timex3 import period_value
from eventdb.temporal.unit import Unit


def stretch_before(period: Period, base: Interval, *, reaching_into: bool) -> Resolution:
    """The stretch that leads up to the base, and where it is today's date, through it.

    Said on 2015-05-12, "the last three days" are 2015-05-09 .. 2015-05-12: the day itself counts as
    far as it had gone. Said at 18:00, "the last three hours" began at 15:00. "The three days before
    the visit" end before it.
    """
    base = _counted_from(period, base)
    through = reaching_into and base.grain >= Unit.DAY and period.unit is not Unit.QUARTER
    end = base.end if through else base.start
    return _placed(_moved(base.start, period, -1), end, period)


def stretch_after(period: Period, base: Interval) -> Resolution:
    """The stretch that follows the base.

    Said on 2015-05-12, "the next three days" are 2015-05-13 .. 2015-05-15; said at 18:00, "the next
    three hours" end at 21:00.
    """
    base = _counted_from(period, base)
    start = base.start if base.grain < Unit.DAY else base.end
    return _placed(start, _moved(start, period, 1), period)


def _counted_from(period: Period, base: Interval) -> Interval:
    """Days are counted from a day, also where the minute is known, and quarters from a quarter."""
    unit = Unit.QUARTER if period.unit is Unit.QUARTER else Unit.DAY
    if period.unit < Unit.DAY or base.start is None or base.grain >= unit:
        return base
    return Interval.of(unit, base.start)


def stretch_around(period: Period, base: Interval) -> Resolution:
    """ "these three days": somewhere within that length on either side of the base."""
    return _placed(_moved(base.start, period, -1), _moved(base.end, period, 1), period)


def stretch_within(period: Period, n: int, base: Interval) -> Resolution:
    """The stretch at the begin of the base, or where n is negative at its end; no longer than the base.

    The first ten months of 1915 → 1915-01 .. 1915-10, the last weeks of May 2015 → 2015-05.
    """
    if not base.bounded:
        return _nowhere(period)
    whole = _whole_weeks(base) if period.unit is Unit.WEEK else base
    start, end = _within(period, n, Extent.spanning(whole))
    reach = whole.intersection(Interval(start, end))
    return _nowhere(period) if reach is None else _placed(reach.start, reach.end, period)


def stretch_of_event(period: Period, n: int, extent: Extent) -> Resolution:
    """The same of what lasts: all the time that the stretch may take.

    The first two days of a siege that began on 9 or 10 May → 9 to 11 May.
    """
    start, end = _within(period, n, extent)
    return _nowhere(period) if start is None or end is None else _placed(start, end, period)


def _within(period: Period, n: int, extent: Extent) -> tuple[int | None, int | None]:
    grain = min(period.unit, Unit.DAY)
    if n < 0:
        return _moved(_edge(extent.end, grain, back=True), period, -1), extent.end.latest
    return extent.begin.earliest, _moved(_edge(extent.begin, grain, back=False), period, 1)


def _whole_weeks(base: Interval) -> Interval:
    """The weeks that belong to the base: those whose Thursday lies in it, as in ISO 8601."""
    start, end = (Unit.WEEK.floor(side + 4 * DAY - 1) for side in base.sides)
    return Interval(start, end)


def _edge(bounds: Bounds, grain: Unit, *, back: bool) -> int | None:
    """The latest that something can begin, to the whole day, or going back the earliest that it can end."""
    earliest, latest = bounds.earliest, bounds.latest
    if earliest is None or latest is None or earliest == latest:
        return earliest if back else latest
    return grain.add(grain.floor(earliest), 1) if back else grain.floor(latest - 1)


def _moved(seconds: int | None, period: Period, direction: int) -> int | None:
    if seconds is None or out_of_reach(period):
        return None
    return add(seconds, [(unit, abs(count) * direction) for unit, count in reach_of(period)])


def _nowhere(period: Period) -> Resolution:
    return unresolved("nothing tells from where to count", period_value(period), period.unit)


def _placed(start: int | None, end: int | None, period: Period) -> Resolution:
    value, unit = period_value(period), period.unit
    if start is None and end is None:
        return _nowhere(period)
    if start is not None and end is not None and start >= end:
        return unresolved(f"{period} is no time at all", value, unit)
    stretch = placed(Interval(start, end), unit=unit, value=value, reason="counted from the base")
    return replace(stretch, duration=period)
