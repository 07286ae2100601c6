"""Intervals: covering, sharing, joining."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.interval import Interval, earlier, later
from eventdb.temporal.unit import Unit

MAY = Interval.of(Unit.MONTH, instant(2015, 5))
TWELFTH = Interval.of(Unit.DAY, instant(2015, 5, 12))
ALWAYS = Interval(None, None)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    side = st.none() | st.integers(-1000, 1000)
    start = draw(side)
    end = draw(st.none() | st.integers(-999 if start is None else start + 1, 2000))
    return Interval(start, end)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (5, 4)])
def test_an_interval_ends_after_it_starts(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="must end after it starts"):
        Interval(start, end)


def test_a_count_of_units_from_their_start_on() -> None:
    assert Interval.of(Unit.DAY, instant(2015, 5, 12, 9), 3) == Interval(
        instant(2015, 5, 12), instant(2015, 5, 15)
    )


def test_may_covers_its_days_and_not_the_other_way_round() -> None:
    assert MAY.covers(TWELFTH)
    assert not TWELFTH.covers(MAY)
    assert ALWAYS.covers(MAY)
    assert not MAY.covers(Interval(MAY.start, None))


def test_what_only_touches_does_not_overlap() -> None:
    june = Interval.of(Unit.MONTH, instant(2015, 6))
    assert not MAY.overlaps(june)
    assert MAY.overlaps(Interval(instant(2015, 5, 31), None))


@given(intervals(), intervals())
def test_the_intersection_lies_in_both_and_the_hull_covers_both(a: Interval, b: Interval) -> None:
    shared = a.intersection(b)
    assert shared == b.intersection(a)
    assert shared is None or (a.covers(shared) and b.covers(shared))
    assert a.hull(b).covers(a)
    assert a.hull(b).covers(b)


@given(intervals(), intervals())
def test_covering_is_being_the_intersection(a: Interval, b: Interval) -> None:
    assert a.covers(b) == (a.intersection(b) == b)


def test_sides_of_a_bounded_interval() -> None:
    assert TWELFTH.sides == (instant(2015, 5, 12), instant(2015, 5, 13))
    assert TWELFTH.bounded
    assert not ALWAYS.bounded
    with pytest.raises(ValueError, match="a bounded interval is needed"):
        _ = Interval(0, None).sides


@given(st.sampled_from(Unit), st.integers(-(10**11), 10**11))
def test_an_interval_knows_the_unit_that_it_is(unit: Unit, seconds: int) -> None:
    assert Interval.of(unit, seconds).unit is unit
    assert Interval.of(unit, seconds).grain is unit


def test_what_is_no_calendar_unit_has_the_grain_of_its_sides() -> None:
    assert Interval(instant(2008), instant(2011)).unit is None
    assert Interval(instant(2008), instant(2011)).grain is Unit.YEAR
    assert Interval(instant(2008), instant(2011, 2)).grain is Unit.MONTH
    assert Interval(None, instant(2011, 2, 3)).grain is Unit.DAY
    assert Interval(0, DAY + 60).grain is Unit.MINUTE
    assert Interval(0, DAY + 61).grain is Unit.SECOND


def test_the_tighter_bound() -> None:
    assert (later(None, 3), later(3, None), later(3, 4)) == (3, 3, 4)
    assert (earlier(None, 3), earlier(3, None), earlier(3, 4)) == (3, 3, 3)
    assert later(None, None) is None
