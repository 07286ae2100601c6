"""Times that are counted from another: "two days after the vote", "the following morning".

What they are counted from may be known within bounds only. An amount of time moves it as it is; what the
calendar gives ("the week after") is looked for from either end of where it may lie, so that what comes out
holds every day that can be meant.
"""

from dataclasses import replace

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import (
    EventTime,
    Expression,
    Intersection,
    Last,
    Next,
    Nth,
    ReferenceTime,
    Repeating,
    Shift,
    This,
)
from eventdb.expression.outcome import placed
from eventdb.expression.rebase import rebased
from eventdb.expression.repeating import cycle_of, named_day
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

_DAY = Repeating.unit(Unit.DAY)


def place_from(offset: Expression, extent: Extent) -> Resolution:
    """What an offset denotes that is counted from an extent.

    The 12th and ``Shift(ReferenceTime(), -2 days)`` → the 10th; some day from 10 to 12 May and
    ``Next(day, ReferenceTime())`` → 11 to 13 May.
    """
    if isinstance(offset, Shift | Nth) and isinstance(offset.base, ReferenceTime):
        return evaluate(rebased(offset, EventTime("x")), Frame(anchors={"x": extent}))
    counting = _counting(offset)
    bounds = _side(counting, extent)
    found = [_placed_at(edge, offset, counting) for edge in _edges(counting, bounds)]
    first, last = next(iter(found), None), next(reversed(found), None)
    if first is None or last is None or first.interval is None or last.interval is None:
        return evaluate(rebased(offset, EventTime("the event")), Frame())
    start = first.interval.start if bounds.earliest is not None else None
    end = last.interval.end if bounds.latest is not None else None
    whole = Interval(start, end)
    if whole.bounded:
        return first if whole == first.interval else replace(placed(whole), steps=first.steps)
    open_value = evaluate(rebased(offset, EventTime("the event")), Frame()).value
    return replace(placed(whole, value=open_value), steps=first.steps)


def _placed_at(edge: Interval, offset: Expression, counting: Expression) -> Resolution:
    """From one day: "the third night" is that of the third day, which lies beyond it."""
    if isinstance(counting, Shift | Nth):
        anchors = {"x": Extent.within(edge)}
        return evaluate(rebased(offset, EventTime("x")), Frame(anchors=anchors))
    return evaluate(offset, Frame(reference=edge))


def counted(offset: Expression, extent: Extent) -> Interval | None:
    """All the time that an offset can denote which is counted from an extent; None where nothing is known."""
    return place_from(offset, extent).interval


def counted_back(offset: Expression, extent: Extent) -> Interval | None:
    """From what an extent is counted: two days after it, it is the 12th → the 10th; None where it is open."""
    back = inverse(offset)
    return None if back is None else counted(back, extent)


def _counting(offset: Expression) -> Expression:
    """The operator that counts from the reference: ``Next`` of ``Intersection(Next(day), morning)``."""
    base = getattr(offset, "base", None)
    return offset if base is None or isinstance(base, ReferenceTime) else _counting(base)


def _side(counting: Expression, extent: Extent) -> Bounds:
    """From where it is counted: what comes after from the end, what comes before from the begin."""
    match counting:
        case Next():
            return extent.end
        case Shift(_, period):
            return extent.begin if period.past else extent.end
        case Last() | Nth():
            return extent.begin
        case _ if extent.begin.earliest is None:
            return extent.end
        case _ if extent.end.latest is None:
            return extent.begin
        case _:
            return Bounds(extent.begin.earliest, extent.end.latest)


def _edges(counting: Expression, bounds: Bounds) -> list[Interval]:
    """What is the reference at the earliest and at the latest; one where it makes no difference."""
    if bounds.earliest is not None and bounds.latest is not None:
        whole = named_day(Interval(bounds.earliest, bounds.latest))
        bounds = Bounds(whole.start, whole.end)
    earliest, latest = bounds.earliest, bounds.latest
    what = getattr(counting, "what", _DAY)
    cell = cycle_of(what) if isinstance(what, Repeating) else Unit.DAY
    if earliest is not None and latest is not None and cell.floor(earliest) == cell.floor(latest - 1):
        return [Interval(earliest, latest)]
    sides = (earliest, None if latest is None else latest - 1)
    return [Interval.of(Unit.DAY, side) for side in sides if side is not None]


def inverse(offset: Expression) -> Expression | None:
    """The way back: of two days later it is two days earlier; None where it leads to no one time."""
    match offset:
        case Shift(ReferenceTime(), period):
            return Shift(ReferenceTime(), -period, offset.exact)
        case Nth(n, Repeating(((_, Unit() as unit),)), ReferenceTime()) if n > 0 and unit <= Unit.DAY:
            return Shift(ReferenceTime(), Period.of(1 - n, unit))
        case Intersection(base, what) if cycle_of(what) is Unit.DAY:
            return inverse(base)
        case Next(what) | Last(what) | This(what) if _counts_units(offset):
            back = {Next: Last, Last: Next, This: This}[type(offset)]
            return back(what, ReferenceTime())
        case _:
            return None


def _counts_units(offset: Expression) -> bool:
    """Whether it is the unit before, around or after: "the week after"."""
    match offset:
        case Next(what, ReferenceTime()) | Last(what, ReferenceTime()) | This(what, ReferenceTime()):
            fields = what.fields if isinstance(what, Repeating) else ()
            return len(fields) == 1 and isinstance(fields[0][1], Unit)
        case _:
            return False
