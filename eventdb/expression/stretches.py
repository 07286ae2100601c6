"""Stretches of a given length beside a base: "the last three days", "the next two weeks"."""

from dataclasses import replace

from eventdb.expression.frame import Resolution
from eventdb.expression.outcome import placed
from eventdb.expression.shifting import add, reach_of
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.timex3 import period_value
from eventdb.temporal.unit import Unit


def stretch_before(period: Period, base: Interval, *, reaching_into: bool) -> Resolution:
    """The stretch that leads up to the base, and where it is today's date, through it.

    Said on 2015-05-12, "the last three days" are 2015-05-09 .. 2015-05-12: the day itself counts as
    far as it had gone. "The three days before the visit" end before it.
    """
    end = base.end if reaching_into and base.grain >= Unit.DAY else base.start
    start = None if base.start is None else add(base.start, _backward(period))
    return _placed(Interval(start, end), period)


def stretch_after(period: Period, base: Interval, *, reaching_into: bool) -> Resolution:
    """The stretch that follows the base, and where it is today's date, from it on.

    Said on 2015-05-12, "the next three days" are 2015-05-12 .. 2015-05-15.
    """
    start = base.start if reaching_into and base.grain >= Unit.DAY else base.end
    end = None if base.end is None else add(base.end, _forward(period))
    return _placed(Interval(start, end), period)


def stretch_around(period: Period, base: Interval) -> Resolution:
    """ "these three days": somewhere within that length on either side of the base."""
    start = None if base.start is None else add(base.start, _backward(period))
    end = None if base.end is None else add(base.end, _forward(period))
    return _placed(Interval(start, end), period)


def _forward(period: Period) -> list[tuple[Unit, int]]:
    return [(unit, abs(count)) for unit, count in reach_of(period)]


def _backward(period: Period) -> list[tuple[Unit, int]]:
    return [(unit, -abs(count)) for unit, count in reach_of(period)]


def _placed(interval: Interval, period: Period) -> Resolution:
    stretch = placed(interval, unit=period.unit, value=period_value(period), reason="counted from the base")
    return replace(stretch, duration=period)
