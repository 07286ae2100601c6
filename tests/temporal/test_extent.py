"""Extents: when something happened, with honest bounds."""

from hypothesis import given
from hypothesis import strategies as st

from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

MAY = Interval.of(Unit.MONTH, instant(2015, 5))
SIDE = st.none() | st.integers(-50, 50)
BOUNDS = st.builds(Bounds, SIDE, SIDE)
EXTENTS = st.builds(Extent, BOUNDS, BOUNDS, approximate=st.booleans(), uncertain=st.booleans())


def test_one_time_in_may_begins_and_ends_in_may() -> None:
    within = Extent.within(MAY, approximate=True)
    assert within.begin == within.end == Bounds(*MAY.sides)
    assert within.begin.interval == MAY
    assert within.approximate
    assert within.certain is None


def test_all_of_may_begins_on_its_first_day_and_ends_on_its_last() -> None:
    filling = Extent.filling(MAY)
    assert filling.begin == Bounds(instant(2015, 5, 1), instant(2015, 5, 2))
    assert filling.end == Bounds(instant(2015, 5, 31), instant(2015, 6, 1))
    assert filling.certain == Interval(instant(2015, 5, 2), instant(2015, 5, 31))
    assert Extent.filling(Interval(None, None)) == Extent()


def test_what_is_known() -> None:
    since = Extent(Bounds(0, DAY))
    assert (since.bounded, since.dated) == (True, False)
    assert (Extent().bounded, Extent().dated) == (False, False)
    assert Extent.within(MAY).dated
    assert since.hull == Interval(0, None)


def test_possibly_and_definitely() -> None:
    year, june = Interval.of(Unit.YEAR, instant(2015)), Interval.of(Unit.MONTH, instant(2015, 6))
    assert Extent.within(MAY).definitely(year)
    assert Extent.within(year).possibly(MAY)
    assert not Extent.within(year).definitely(MAY)
    assert not Extent.within(MAY).possibly(june)
    assert not Extent().definitely(Interval(None, None))


def test_an_end_is_not_before_the_begin() -> None:
    extent = Extent(Bounds(10, None), Bounds(None, 20)).normalised()
    assert extent == Extent(Bounds(10, 20), Bounds(10, 20))
    assert Extent(Bounds(30, 40), Bounds(10, 20)).empty


@given(EXTENTS, EXTENTS)
def test_what_both_say_is_tighter_than_either(a: Extent, b: Extent) -> None:
    both = a.meet(b)
    assert both == both.meet(both)
    assert both.approximate == (a.approximate or b.approximate)
    if not both.empty:
        assert a.normalised().hull.covers(both.hull)
        assert both.hull == b.meet(a).hull


@given(EXTENTS)
def test_normalising_twice_is_normalising_once(extent: Extent) -> None:
    assert extent.normalised().normalised() == extent.normalised()
    assert UNBOUNDED.meet(extent.begin) == extent.begin
