"""Units: where they begin, and counting in them."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.temporal.calendar import DAY, Civil, civil, instant, weekday
from eventdb.temporal.unit import Unit

SECONDS = st.integers(-(10**12), 10**12)
UNITS = st.sampled_from(Unit)


@given(UNITS, SECONDS)
def test_a_unit_holds_the_instant_of_which_it_is_the_floor(unit: Unit, seconds: int) -> None:
    start = unit.floor(seconds)
    assert start <= seconds < unit.add(start, 1)
    assert unit.floor(start) == start


@given(UNITS, SECONDS, st.integers(-1000, 1000))
def test_from_a_start_counting_leads_to_starts_and_back(unit: Unit, seconds: int, count: int) -> None:
    start = unit.floor(seconds)
    there = unit.add(start, count)
    assert unit.floor(there) == there
    assert unit.add(there, -count) == start


@given(UNITS, SECONDS, st.integers(0, 1000))
def test_counting_forward_never_goes_back(unit: Unit, seconds: int, count: int) -> None:
    assert unit.add(seconds, count + 1) > unit.add(seconds, count) >= seconds


@given(SECONDS)
def test_weeks_start_on_monday(seconds: int) -> None:
    assert weekday(Unit.WEEK.floor(seconds)) == 1


@pytest.mark.parametrize(
    ("unit", "start"),
    [
        (Unit.DAY, instant(2015, 5, 12)),
        (Unit.WEEK, instant(2015, 5, 11)),
        (Unit.MONTH, instant(2015, 5)),
        (Unit.QUARTER, instant(2015, 4)),
        (Unit.HALF, instant(2015, 1)),
        (Unit.DECADE, instant(2010)),
        (Unit.CENTURY, instant(2000)),
    ],
)
def test_the_unit_of_a_day_in_may(unit: Unit, start: int) -> None:
    assert unit.floor(instant(2015, 5, 12, 17)) == start


def test_a_day_that_the_month_lacks_becomes_its_last() -> None:
    assert civil(Unit.MONTH.add(instant(2016, 1, 31, 12), 1)) == Civil(2016, 2, 29, 12)
    assert civil(Unit.YEAR.add(instant(2016, 2, 29), -1)) == Civil(2015, 2, 28)


def test_units_are_called_by_their_words_and_ordered() -> None:
    assert [unit.word for unit in (Unit.DAY, Unit.CENTURY)] == ["day", "century"]
    assert sorted(Unit) == list(Unit)


@given(UNITS, SECONDS)
def test_a_unit_may_last_as_long_as_it_does(unit: Unit, seconds: int) -> None:
    start = unit.floor(seconds)
    assert unit.may_last(unit.add(start, 1) - start)


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit > Unit.WEEK])
def test_no_unit_is_longer_or_shorter_than_it_may_last(unit: Unit) -> None:
    starts = accumulate(range(5000), lambda start, _: unit.add(start, 1), initial=unit.floor(0))
    lengths = {after - before for before, after in pairwise(starts)}
    assert {length for length in (min(lengths) - DAY, max(lengths) + DAY) if unit.may_last(length)} == set()
    assert all(map(unit.may_last, lengths))
