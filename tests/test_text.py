"""Places in a text, and things found by place."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from eventdb.text import Span, SpanIndex


@st.composite
def spans_apart(draw: st.DrawFn) -> list[Span]:
    """Spans that do not overlap, in any order."""
    edges = sorted(draw(st.sets(st.integers(0, 60), max_size=20)))
    apart = [Span(a, b) for a, b in list(pairwise(edges))[::2]]
    return draw(st.permutations(apart))


PLACES = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 12))


@given(spans_apart(), PLACES)
def test_an_index_finds_what_a_search_through_all_finds(spans: list[Span], place: Span) -> None:
    index = SpanIndex((span, span) for span in spans)
    assert index.covering(place) == next((s for s in spans if s.covers(place)), None)
    assert index.within(place) == tuple(sorted(s for s in spans if place.covers(s)))
    assert index.touches(place) == any(s.overlaps(place) for s in spans)


def test_distance_is_what_lies_between() -> None:
    assert Span(0, 3).distance(Span(5, 8)) == Span(5, 8).distance(Span(0, 3)) == 2
    assert Span(0, 3).distance(Span(2, 8)) == 0
