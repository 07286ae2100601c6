"""What a link says about the bounds of its two ends.

Every relation is a set of inequalities between endpoints. Bounds are half-open, so that "before an
event" includes that event's own day: it ends before the last moment at which the other may begin.
"""

from collections.abc import Callable
from dataclasses import dataclass

from eventdb.anchoring.counting import counted, counted_back
from eventdb.anchoring.tlink import Relation, TLink
from eventdb.expression.nodes import Expression, Nth, Shift
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Pair:
    """The extents of a link's source and target."""

    source: Extent
    target: Extent


def narrow(link: TLink, pair: Pair) -> Pair:
    """Both ends as far as the link and the other end allow; bounds only ever tighten."""
    if link.relation is Relation.LASTS:
        lasting = _lasting(pair.source, link)
        return Pair(lasting, lasting)
    if link.offset is not None:
        return _at_offset(link, link.offset, pair)
    narrowed = _PLAIN[link.relation](pair.source, pair.target)
    return Pair(pair.source.meet(narrowed.source), pair.target.meet(narrowed.target))


# ---------------------------------------------------------------- inequalities between two instants


def _not_after(a: Bounds, b: Bounds) -> tuple[Bounds, Bounds]:
    """a <= b: a is before b's latest moment, and b not before a's earliest."""
    return Bounds(None, b.latest), Bounds(a.earliest, None)


def _before(s: Extent, t: Extent) -> Pair:
    end, begin = _not_after(s.end, t.begin)
    return Pair(Extent(UNBOUNDED, end), Extent(begin, UNBOUNDED))


def _after(s: Extent, t: Extent) -> Pair:
    swapped = _before(t, s)
    return Pair(swapped.target, swapped.source)


def _begins_before(s: Extent, t: Extent) -> Pair:
    mine, other = _not_after(s.begin, t.begin)
    return Pair(Extent(begin=mine), Extent(begin=other))


def _begins_after(s: Extent, t: Extent) -> Pair:
    swapped = _begins_before(t, s)
    return Pair(swapped.target, swapped.source)


def _ends_before(s: Extent, t: Extent) -> Pair:
    mine, other = _not_after(s.end, t.end)
    return Pair(Extent(end=mine), Extent(end=other))


def _ends_after(s: Extent, t: Extent) -> Pair:
    swapped = _ends_before(t, s)
    return Pair(swapped.target, swapped.source)


# ---------------------------------------------------------------- relations made of them


def _included(s: Extent, t: Extent) -> Pair:
    begins, ends = _begins_after(s, t), _ends_before(s, t)
    return Pair(begins.source.meet(ends.source), begins.target.meet(ends.target))


def _includes(s: Extent, t: Extent) -> Pair:
    swapped = _included(t, s)
    return Pair(swapped.target, swapped.source)


def _simultaneous(s: Extent, t: Extent) -> Pair:
    return Pair(Extent(t.begin, t.end), Extent(s.begin, s.end))


def _begun_by(s: Extent, t: Extent) -> Pair:
    """The source's begin lies within the target."""
    source = Extent(begin=Bounds(t.begin.earliest, t.end.latest))
    return Pair(source, Extent(Bounds(None, s.begin.latest), Bounds(s.begin.earliest, None)))


def _ended_by(s: Extent, t: Extent) -> Pair:
    source = Extent(end=Bounds(t.begin.earliest, t.end.latest))
    return Pair(source, Extent(Bounds(None, s.end.latest), Bounds(s.end.earliest, None)))


def _begins(s: Extent, t: Extent) -> Pair:
    """The source is where the target begins."""
    return Pair(Extent(t.begin, t.begin), Extent(begin=Bounds(s.begin.earliest, s.end.latest)))


def _ends(s: Extent, t: Extent) -> Pair:
    return Pair(Extent(t.end, t.end), Extent(end=Bounds(s.begin.earliest, s.end.latest)))


def _during(s: Extent, t: Extent) -> Pair:
    """The source lasts through the target: it begins on its first day, and ends on its last."""
    hull = t.hull
    return Pair(Extent.filling(hull) if hull.bounded else Extent(), Extent())


_PLAIN: dict[Relation, Callable[[Extent, Extent], Pair]] = {
    Relation.IS_INCLUDED: _included,
    Relation.SIMULTANEOUS: _simultaneous,
    Relation.INCLUDES: _includes,
    Relation.BEFORE: _before,
    Relation.AFTER: _after,
    Relation.BEGUN_BY: _begun_by,
    Relation.ENDED_BY: _ended_by,
    Relation.BEGINS: _begins,
    Relation.ENDS: _ends,
    Relation.BEGINS_BEFORE: _begins_before,
    Relation.BEGINS_AFTER: _begins_after,
    Relation.ENDS_BEFORE: _ends_before,
    Relation.ENDS_AFTER: _ends_after,
    Relation.DURING: _during,
}


# ---------------------------------------------------------------- relations with an offset


def _at_offset(link: TLink, offset: Expression, pair: Pair) -> Pair:
    """The source at a time counted from the target; and the target, counted back from the source."""
    there = counted(offset, pair.target)
    source = pair.source
    if there is not None and link.relation is Relation.SIMULTANEOUS:
        source = source.meet(Extent.within(there))
    elif there is not None:
        source = source.meet(_PLAIN[link.relation](source, Extent.spanning(there)).source)
    back = counted_back(offset, pair.source) if link.relation in _SAME_TIME else None
    return Pair(source, pair.target if back is None else pair.target.meet(_counted_from(link, offset, back)))


_SAME_TIME = (Relation.SIMULTANEOUS, Relation.IS_INCLUDED)


def _lasting(extent: Extent, link: TLink) -> Extent:
    """An event that lasts for an amount of time: either end lies so far from the other."""
    if link.offset is None:
        return extent
    end = counted(link.offset, Extent(extent.begin, extent.begin))
    begin = counted_back(link.offset, Extent(extent.end, extent.end))
    return extent.meet(
        Extent(
            begin=UNBOUNDED if begin is None else Bounds(begin.start, begin.end),
            end=UNBOUNDED if end is None else Bounds(end.start, end.end),
        )
    )


def _counted_from(link: TLink, offset: Expression, back: Interval) -> Extent:
    """What is known of the target; of one that lasts only of the end from which the offset counts.

    "Two days after the war" is counted from its end, and says nothing of its begin.
    """
    bounds = Bounds(back.start, back.end)
    if isinstance(offset, Nth):
        return Extent(begin=bounds)
    if link.relation is Relation.SIMULTANEOUS:
        return Extent.within(back)
    past = isinstance(offset, Shift) and offset.period.past
    return Extent(begin=bounds) if past else Extent(end=bounds)
