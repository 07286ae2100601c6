"""Stretches of a given length beside a base: "the last three days", "the next two weeks"."""

from dataclasses import replace

from eventdb.expression.frame import Resolution
from eventdb.expression.outcome import placed, unresolved
from eventdb.expression.shifting import add, out_of_reach, reach_of
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


def _moved(seconds: int | None, period: Period, direction: int) -> int | None:
    if seconds is None or out_of_reach(period):
        return None
    return add(seconds, [(unit, abs(count) * direction) for unit, count in reach_of(period)])


def _placed(start: int | None, end: int | None, period: Period) -> Resolution:
    value, unit = period_value(period), period.unit
    if start is None and end is None:
        return unresolved("nothing tells from where to count", value, unit)
    if start is not None and end is not None and start >= end:
        return unresolved(f"{period} is no time at all", value, unit)
    stretch = placed(Interval(start, end), unit=unit, value=value, reason="counted from the base")
    return replace(stretch, duration=period)
