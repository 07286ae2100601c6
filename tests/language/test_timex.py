"""What a signal makes of the time that it binds."""

import pytest

from eventdb.language.timex import SignalKind
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

DAY = Interval.of(Unit.DAY, instant(2019, 3, 4))
TWO_PM = Interval.of(Unit.MINUTE, instant(2019, 3, 4, 14))


@pytest.mark.parametrize(
    ("signal", "start", "end"),
    [
        (SignalKind.SINCE, DAY.start, None),
        (SignalKind.NOT_BEFORE, DAY.start, None),
        (SignalKind.UNTIL, None, DAY.end),
        (SignalKind.BY, None, DAY.end),
        (SignalKind.NOT_AFTER, None, DAY.end),
        (SignalKind.BEFORE, None, DAY.start),
        (SignalKind.AFTER, DAY.end, None),
        (SignalKind.AT, DAY.start, DAY.end),
    ],
)
def test_what_a_signal_makes_of_a_day(signal: SignalKind, start: int | None, end: int | None) -> None:
    assert signal.bind(DAY) == Interval(start, end)


def test_a_clock_time_is_a_moment() -> None:
    assert SignalKind.UNTIL.bind(TWO_PM) == Interval(None, TWO_PM.start)
    assert SignalKind.AFTER.bind(TWO_PM) == Interval(TWO_PM.start, None)
