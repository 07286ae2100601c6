"""The constraint network: links in, bounds out."""

from hypothesis import given
from hypothesis import strategies as st

from eventdb.anchoring.network import solve
from eventdb.anchoring.tlink import Relation, Strength, TLink, distance
from eventdb.expression.nodes import Expression
from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import Span


def day(number: int) -> Interval:
    return Interval.of(Unit.DAY, instant(2015, 5, number))


def link(
    source: str,
    relation: Relation,
    target: str,
    strength: Strength = Strength.SYNTAX,
    offset: Expression | None = None,
) -> TLink:
    return TLink(source, relation, target, strength, Span(0, 0), f"{source} {relation} {target}", offset)


def on(number: int) -> Extent:
    return Extent.spanning(day(number))


def test_a_date_within_a_day_reaches_what_is_two_days_before_it() -> None:
    links = [
        link("visit", Relation.IS_INCLUDED, "t1"),
        link("visit", Relation.SIMULTANEOUS, "parade", offset=distance(Period.of(2, Unit.DAY))),
    ]
    solution = solve({"t1": on(12)}, links)
    assert solution.extents["parade"] == Extent.within(day(10))


def test_an_offset_is_followed_forward_too() -> None:
    links = [
        link("parade", Relation.IS_INCLUDED, "t1"),
        link("visit", Relation.SIMULTANEOUS, "parade", offset=distance(Period.of(2, Unit.DAY))),
    ]
    assert solve({"t1": on(10)}, links).extents["visit"] == Extent.within(day(12))


def test_an_offset_from_something_that_lasts_counts_from_its_end() -> None:
    links = [
        link("talks", Relation.IS_INCLUDED, "t1"),
        link("talks", Relation.IS_INCLUDED, "siege", offset=distance(Period.of(2, Unit.DAY))),
    ]
    siege = solve({"t1": on(12)}, links).extents["siege"]
    assert siege.end == Bounds(day(10).start, day(10).end)
    assert siege.begin == Bounds(None, day(10).end)


def test_before_includes_the_own_day() -> None:
    links = [link("a", Relation.BEFORE, "b"), link("b", Relation.IS_INCLUDED, "t1")]
    assert solve({"t1": on(12)}, links).extents["a"].hull == Interval(None, day(12).end)


def test_before_a_date_excludes_it() -> None:
    assert solve({"t1": on(12)}, [link("a", Relation.BEFORE, "t1")]).extents["a"].hull == Interval(
        None, day(12).start
    )


def test_since_and_until_bound_one_end_each() -> None:
    links = [link("a", Relation.BEGUN_BY, "t1"), link("a", Relation.ENDED_BY, "t2")]
    extent = solve({"t1": on(10), "t2": on(12)}, links).extents["a"]
    assert (extent.begin.interval, extent.end.interval) == (day(10), day(12))


def test_during_fills_the_time() -> None:
    may = Interval.of(Unit.MONTH, instant(2015, 5, 1))
    extent = solve({"t1": Extent.spanning(may)}, [link("a", Relation.DURING, "t1")]).extents["a"]
    assert extent == Extent.filling(may)


def test_by_and_no_earlier_than() -> None:
    links = [link("a", Relation.ENDS_BEFORE, "t1"), link("a", Relation.BEGINS_AFTER, "t2")]
    extent = solve({"t1": on(12), "t2": on(10)}, links).extents["a"]
    assert extent.hull == Interval(day(10).start, day(12).end)


def test_the_weaker_link_yields_and_names_what_it_contradicts() -> None:
    strong = link("a", Relation.IS_INCLUDED, "t1")
    weak = link("a", Relation.IS_INCLUDED, "t2", Strength.NEAR)
    solution = solve({"t1": on(10), "t2": on(12)}, [weak, strong])
    assert solution.extents["a"] == Extent.within(day(10))
    assert [(c.link, c.against) for c in solution.conflicts] == [(weak, (strong,))]
    assert solution.accepted == (strong,)


def test_a_contradiction_far_away_leaves_all_as_it_was() -> None:
    links = [
        link("a", Relation.IS_INCLUDED, "t1"),
        link("b", Relation.IS_INCLUDED, "t2"),
        link("a", Relation.SIMULTANEOUS, "c", Strength.COREFERENCE),
        link("c", Relation.SIMULTANEOUS, "b", Strength.NEAR),
    ]
    solution = solve({"t1": on(10), "t2": on(12)}, links)
    assert solution.extents["c"] == solution.extents["a"] == Extent.within(day(10))
    assert solution.extents["b"] == Extent.within(day(12))
    assert len(solution.conflicts) == 1


def test_a_circle_of_offsets_is_a_contradiction_and_ends() -> None:
    links = [
        link("a", Relation.SIMULTANEOUS, "b", offset=distance(Period.of(2, Unit.DAY))),
        link("b", Relation.SIMULTANEOUS, "a", Strength.NEAR, distance(Period.of(2, Unit.DAY))),
        link("a", Relation.IS_INCLUDED, "t1", Strength.TENSE),
    ]
    solution = solve({"t1": on(12)}, links)
    assert all(not extent.empty for extent in solution.extents.values())


RELATIONS = [
    Relation.IS_INCLUDED,
    Relation.SIMULTANEOUS,
    Relation.BEFORE,
    Relation.AFTER,
    Relation.BEGUN_BY,
    Relation.ENDED_BY,
    Relation.INCLUDES,
    Relation.ENDS_AFTER,
    Relation.BEGINS_BEFORE,
]
NODES = st.sampled_from("abcd")
LINKS = st.lists(
    st.builds(
        link, NODES, st.sampled_from(RELATIONS), st.sampled_from(["a", "b", "c", "d", "t1", "t2"]),
        st.sampled_from(list(Strength)),
    ).filter(lambda made: made.source != made.target),
    max_size=12,
)  # fmt: skip


@given(LINKS, st.integers(1, 28), st.integers(1, 28))
def test_no_event_is_left_without_time_and_every_accepted_link_holds(
    links: list[TLink], first: int, second: int
) -> None:
    fixed = {"t1": on(first), "t2": on(second)}
    solution = solve(fixed, links)
    assert all(not extent.empty for extent in solution.extents.values())
    assert len(solution.accepted) + len(solution.conflicts) == len(links)
    again = solve(fixed, solution.accepted)
    assert again.extents == solution.extents
    assert not again.conflicts


@given(LINKS, st.integers(1, 28))
def test_bounds_only_tighten_with_more_links(links: list[TLink], number: int) -> None:
    fixed = {"t1": on(number), "t2": on(15)}
    accepted = solve(fixed, links).accepted
    fewer, more = solve(fixed, accepted[:-1]).extents, solve(fixed, accepted).extents
    for node, extent in fewer.items():
        assert extent.hull.covers(more[node].hull)


def test_the_document_time_is_a_moment_of_its_day() -> None:
    written = Extent.within(day(12))
    extent = solve({"t0": written}, [link("a", Relation.INCLUDES, "t0")]).extents["a"]
    assert extent == Extent(Bounds(None, day(12).end), Bounds(day(12).start, None))
    assert day(12).end is not None
    assert (day(12).end or 0) - (day(12).start or 0) == DAY
