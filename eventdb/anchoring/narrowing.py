"""What a link says about the bounds of its two ends.

Every relation is a set of inequalities between endpoints. Bounds are half-open, so that "before an
event" includes that event's own day: it ends before the last moment at which the other may begin.
"""

from collections.abc import Callable
from dataclasses import dataclass

from eventdb.anchoring.tlink import Relation, TLink
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.expression.nodes import EventTime, Shift
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


@dataclass(frozen=True, slots=True)
class Pair:
    """The extents of a link's source and target."""

    source: Extent
    target: Extent


def narrow(link: TLink, pair: Pair) -> Pair:
    """Both ends as far as the link and the other end allow; bounds only ever tighten."""
    if link.offset is not None:
        return _OFFSET[link.relation](_Offset(link.offset, link.exact), pair)
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
    Relation.BEGINS_BEFORE: _begins_before,
    Relation.BEGINS_AFTER: _begins_after,
    Relation.ENDS_BEFORE: _ends_before,
    Relation.ENDS_AFTER: _ends_after,
    Relation.DURING: _during,
}


# ---------------------------------------------------------------- relations with an offset


@dataclass(frozen=True, slots=True)
class _Offset:
    period: Period
    exact: bool

    def after(self, extent: Extent) -> Interval | None:
        """What lies so far from an extent."""
        return shifted(extent, self.period, exact=self.exact)

    def before(self, extent: Extent) -> Interval | None:
        """From what an extent lies so far."""
        return shifted(extent, -self.period, exact=self.exact)


def shifted(extent: Extent, offset: Period, *, exact: bool = False) -> Interval | None:
    """The hull of an extent moved by a period, as exact as the period's unit, or to the day.

    The 12th and -2 days → the 10th. None where nothing is known.
    """
    frame = Frame(anchors={"x": extent})
    return evaluate(Shift(EventTime("x"), offset, exact=exact), frame).interval


def _included_at(offset: _Offset, pair: Pair) -> Pair:
    """Source within the target moved by the offset; and back, from the end that the offset counts from.

    "Two days after the war" is counted from its end, and says nothing of its begin.
    """
    back = offset.before(pair.source)
    target = pair.target
    if back is not None:
        bounds = Bounds(back.start, back.end)
        target = target.meet(Extent(begin=bounds) if offset.period.past else Extent(end=bounds))
    return Pair(_moved(offset, pair), target)


def _simultaneous_at(offset: _Offset, pair: Pair) -> Pair:
    """Both are of one day, as far apart as the offset: "two days after she attended the ceremony"."""
    back = offset.before(pair.source)
    target = pair.target if back is None else pair.target.meet(Extent.within(back))
    return Pair(_moved(offset, pair), target)


def _moved(offset: _Offset, pair: Pair) -> Extent:
    there = offset.after(pair.target)
    return pair.source if there is None else pair.source.meet(Extent.within(there))


def _begins_before_at(offset: _Offset, pair: Pair) -> Pair:
    there = shifted(pair.target, offset.period, exact=True)
    if there is None:
        return pair
    return Pair(pair.source.meet(Extent(begin=Bounds(None, there.start))), pair.target)


def _ends_before_at(offset: _Offset, pair: Pair) -> Pair:
    """ "within ten days of the appeal": over by the tenth day."""
    there = shifted(pair.target, offset.period, exact=offset.period.unit >= Unit.DAY)
    if there is None:
        return pair
    return Pair(pair.source.meet(Extent(end=Bounds(None, there.end))), pair.target)


_OFFSET: dict[Relation, Callable[[_Offset, Pair], Pair]] = {
    Relation.IS_INCLUDED: _included_at,
    Relation.SIMULTANEOUS: _simultaneous_at,
    Relation.BEGINS_BEFORE: _begins_before_at,
    Relation.ENDS_BEFORE: _ends_before_at,
}
