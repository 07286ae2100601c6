"""Allen's relations: exactly one holds, and the other way round its inverse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.temporal.allen import Allen, relation
from eventdb.temporal.interval import Interval

SIDES = st.integers(0, 8)
INTERVALS = st.tuples(SIDES, SIDES).filter(lambda s: s[0] < s[1]).map(lambda s: Interval(*s))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0, 1), (2, 3), Allen.BEFORE),
        ((0, 2), (2, 3), Allen.MEETS),
        ((0, 3), (2, 5), Allen.OVERLAPS),
        ((0, 3), (0, 5), Allen.STARTS),
        ((1, 3), (0, 5), Allen.DURING),
        ((3, 5), (0, 5), Allen.FINISHES),
        ((0, 5), (0, 5), Allen.EQUALS),
        ((0, 5), (3, 5), Allen.FINISHED_BY),
        ((0, 5), (1, 3), Allen.CONTAINS),
        ((0, 5), (0, 3), Allen.STARTED_BY),
        ((2, 5), (0, 3), Allen.OVERLAPPED_BY),
        ((2, 3), (0, 2), Allen.MET_BY),
        ((2, 3), (0, 1), Allen.AFTER),
    ],
)
def test_each_relation(a: tuple[int, int], b: tuple[int, int], expected: Allen) -> None:
    assert relation(Interval(*a), Interval(*b)) is expected


@given(INTERVALS, INTERVALS)
def test_the_other_way_round_it_is_the_inverse(a: Interval, b: Interval) -> None:
    assert relation(b, a) is relation(a, b).inverse
    assert (relation(a, b) is Allen.EQUALS) == (a == b)


@given(INTERVALS, INTERVALS)
def test_relations_agree_with_covering_and_sharing(a: Interval, b: Interval) -> None:
    apart = {Allen.BEFORE, Allen.MEETS, Allen.AFTER, Allen.MET_BY}
    inside = {Allen.DURING, Allen.STARTS, Allen.FINISHES, Allen.EQUALS}
    assert (relation(a, b) in apart) == (not a.overlaps(b))
    assert (relation(a, b) in inside) == b.covers(a)


def test_an_unbounded_interval_has_no_relation() -> None:
    with pytest.raises(ValueError, match="a bounded interval is needed"):
        relation(Interval(0, 1), Interval(0, None))
