"""What is found by looking from a base: last, next, this, and what the text leaves open.

Each gives one reading and keeps the others: "last April", said in May 2015, is April 2015, or that of
the year before. What comes once a day ("night", "noon") is looked for from the base's day.
"""

from collections.abc import Callable, Iterator
from itertools import islice

from eventdb.expression.frame import Direction, Reading, Resolution
from eventdb.expression.nodes import Expression, Field, Intersection, Last, Nearest, Next, Repeating, This
from eventdb.expression.outcome import placed, unresolved
from eventdb.expression.repeating import (
    cycle_of,
    grain_of,
    occurrence_value,
    occurrences,
    open_value,
)
from eventdb.expression.wording import repeating_words
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_COARSE_CYCLES = {Unit.WEEK: "week", Unit.YEAR: "year"}
"""The cycles in which people count "last" and "next" in two ways: by nearness, and by the calendar."""


def last(node: Last, what: Repeating, base: Interval) -> Resolution:
    """The latest one that is over when the base begins.

    Tuesday 2015-05-12: last Friday → 2015-05-08, last week → 2015-W19, last April → 2015-04 (or 2014-04).
    """
    if base.start is None:
        return _nowhere(what)
    primary = _latest_before(what, base.start)
    calendar = _in_cell_at(what, base.start, -1)
    return _chosen(what, primary, [(calendar, "before")], _calendar_reading(node.base, what, Last))


def next_(node: Next, what: Repeating, base: Interval) -> Resolution:
    """The first one after the base; a weekday is that of the next week, Monday to Sunday.

    Tuesday 2015-05-12: next week → 2015-W21, next Friday → 2015-05-22 (or 2015-05-15).
    """
    if base.end is None:
        return _nowhere(what)
    coming = _first_after(what, base.end)
    calendar = _in_cell_at(what, base.end - 1, +1)
    if cycle_of(what) is Unit.WEEK and not _is_unit(what) and calendar is not None:
        coming, calendar = calendar, coming
        return _chosen(what, coming, [(calendar, "coming")], Nearest(what, node.base))
    return _chosen(what, coming, [(calendar, "after")], _calendar_reading(node.base, what, Next))


def this(_: This, what: Repeating, base: Interval) -> Resolution:
    """The one around the base, else that of the base's own day, week, month or year.

    Tuesday 2015-05-12: this month → 2015-05, this Friday → 2015-05-15, this summer → 2015-SU.
    """
    if base.start is None:
        return _nowhere(what)
    cycle = cycle_of(what)
    cell = Interval.of(cycle, base.start)
    assert cell.start is not None
    window = Interval(cycle.add(cell.start, -1), cell.end)
    found = list(occurrences(what, window))
    around = next((f for f in found if f.covers(base)), None)
    own = next((f for f in found if f.start is not None and f.start >= cell.start), None)
    return _chosen(what, around or own, [], None)


def nearest(node: Nearest, base: Interval, direction: Direction | None) -> Resolution:
    """The nearest one in the direction of the tense; one around the base, or in it, is nearest of all.

    Tuesday 2015-05-12: "Friday" in the past tense → 2015-05-08, in the future tense → 2015-05-15, and
    "Tuesday" is the day itself. Without a tense a weekday is the past one, anything else the nearest.
    """
    what = node.what
    if base.start is None or base.end is None:
        return _nowhere(what)
    touching = _touching(what, _whole_days(base))
    if len(touching) > 1:
        return _nowhere(what)
    own = touching[0] if touching and _agrees(touching[0], base, direction) else None
    past, future = _latest_before(what, base.start, own), _first_after(what, base.end, own)
    ordered = [(past, "past"), (future, "future")]
    if own is None and (direction or _likely(what, base, past, future)) is Direction.FUTURE:
        ordered.reverse()
    primary = own or ordered[0][0] or ordered[1][0]
    reason = "" if own or direction is None else f"the nearest in the {direction.value}"
    return _chosen(what, primary, ordered, None, reason)


def _agrees(own: Interval, base: Interval, direction: Direction | None) -> bool:
    """Whether a time of the base's own day can lie where the tense points."""
    assert own.start is not None and own.end is not None and base.start is not None and base.end is not None
    if direction is Direction.FUTURE:
        return own.end > base.start
    return direction is None or own.start < base.end


def _likely(what: Repeating, base: Interval, past: Interval | None, future: Interval | None) -> Direction:
    """Where a time without tense lies: a weekday in the past, anything else at the shorter distance."""
    if cycle_of(what) is Unit.WEEK or past is None or future is None:
        return Direction.FUTURE if past is None else Direction.PAST
    assert past.end is not None
    assert future.start is not None
    before = (base.start or 0) - past.end
    return Direction.PAST if before <= future.start - (base.end or 0) else Direction.FUTURE


def first_from(what: Repeating, base: Interval) -> Resolution:
    """The first one that is over after the base begins: the end of "from May to July"."""
    if base.start is None:
        return _nowhere(what)
    window = Interval(cycle_of(what).add(base.start, -1), None)
    ends_later = (f for f in occurrences(what, window) if f.end is not None and f.end > (base.end or f.end - 1))
    return _chosen(what, next(ends_later, None), [], None)


# ---------------------------------------------------------------- searching


def _is_unit(what: Repeating) -> bool:
    return any(field is Field.UNIT for field, _ in what.fields)


def _whole_days(base: Interval) -> Interval:
    assert base.start is not None and base.end is not None
    return Interval(Unit.DAY.floor(base.start), _day_end(base.end))


def _day_end(seconds: int) -> int:
    return Unit.DAY.add(Unit.DAY.floor(seconds - 1), 1)


def _by_the_clock(what: Repeating) -> bool:
    """Whether it is looked for from the clock time of the base, not from its day."""
    return grain_of(what) < Unit.DAY and not _part_of_day(what)


def _part_of_day(what: Repeating) -> bool:
    return any(field is Field.PART for field, _ in what.fields)


def _latest_before(what: Repeating, seconds: int, own: Interval | None = None) -> Interval | None:
    """The latest that is over by then; a part of a day is over when its day is ("last night")."""
    edge = seconds if _by_the_clock(what) else Unit.DAY.floor(seconds)
    begun = occurrences(what, Interval(None, edge), backward=True)
    over = (f for f in begun if _part_of_day(what) or (f.end is not None and f.end <= edge))
    return next((f for f in over if f != own), None)


def _first_after(what: Repeating, seconds: int, own: Interval | None = None) -> Interval | None:
    edge = seconds if _by_the_clock(what) else _day_end(seconds)
    return next((f for f in occurrences(what, Interval(edge, None)) if f != own), None)


def _touching(what: Repeating, base: Interval) -> list[Interval]:
    """Those that cover the base or lie in it; two are enough to see that it is not the only one."""
    assert base.start is not None
    window = Interval(cycle_of(what).add(base.start, -1), base.end)
    covering = (f for f in occurrences(what, window) if f.covers(base) or base.covers(f))
    return list(islice(covering, 2))


def _in_cell_at(what: Repeating, seconds: int, step: int) -> Interval | None:
    """The one in the week or year before (-1) or after (+1) that of an instant."""
    cycle = cycle_of(what)
    if cycle not in _COARSE_CYCLES or _is_unit(what):
        return None
    cell = cycle.add(cycle.floor(seconds), step)
    return next(occurrences(what, Interval.of(cycle, cell)), None)


# ---------------------------------------------------------------- the outcome


def _nowhere(what: Repeating) -> Resolution:
    return unresolved(f"nothing tells which {repeating_words(what)} is meant", open_value(what), grain_of(what))


def _calendar_reading(
    base: Expression, what: Repeating, operator: Callable[[Repeating, Expression], Expression]
) -> Expression | None:
    """ "last April" in its other reading: April of last year."""
    cycle = cycle_of(what)
    if cycle not in _COARSE_CYCLES:
        return None
    return Intersection(operator(Repeating.unit(cycle), base), what)


def _chosen(
    what: Repeating,
    primary: Interval | None,
    others: list[tuple[Interval | None, str]],
    expression: Expression | None,
    reason: str = "",
) -> Resolution:
    if primary is None:
        problem = f"the calendar has no {repeating_words(what)} there"
        return unresolved(problem, open_value(what), grain_of(what))
    alternatives = _readings(what, primary, others, expression)
    value = occurrence_value(what, primary)
    return placed(primary, unit=grain_of(what), value=value, reason=reason, alternatives=tuple(alternatives))


def _readings(
    what: Repeating,
    primary: Interval,
    others: list[tuple[Interval | None, str]],
    expression: Expression | None,
) -> Iterator[Reading]:
    seen = [primary]
    name, cycle = repeating_words(what), cycle_of(what).word
    reasons = {
        "before": f"the {name} of the {cycle} before",
        "after": f"the {name} of the {cycle} after",
        "coming": f"the coming {name}",
        "past": f"the {name} before",
        "future": f"the {name} after",
    }
    for other, kind in others:
        if other is not None and other not in seen:
            seen.append(other)
            yield Reading(other, occurrence_value(what, other), reasons[kind], expression)
