"""What is found by looking from a base: last, next, this, and what the text leaves open.

Each gives one reading and keeps the others: "last April", said in May 2015, is April 2015, or that of
the year before. What comes once a day ("night", "noon") is looked for from the base's day.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from eventdb.expression.frame import Direction, Frame, Reading, Resolution
from eventdb.expression.nodes import (
    Expression,
    Field,
    Intersection,
    Last,
    Nearest,
    Next,
    ReferenceTime,
    Repeating,
)
from eventdb.expression.occurrence_value import grain_of, occurrence_value, open_value
from eventdb.expression.outcome import placed, unresolved
from eventdb.expression.repeating import cycle_of, occurrences
from eventdb.expression.wording import repeating_words
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_COUNTED_TWICE = {Unit.WEEK, Unit.YEAR}
"""The cycles in which people count "last" and "next" in two ways: by nearness, and by the calendar."""

_BEGUN = 0.25
"""How much of a quarter or half must be over for the past tense to tell of it."""

_MUCH_FARTHER = 4
"""So many times as far as the other, a date is not where the tense points."""

_Other = tuple[Interval | None, str, Expression | None]
"""A reading that is not chosen, the reason for it, and how it would be written."""


def last(base_node: Expression, what: Repeating, base: Interval) -> Resolution:
    """The latest one that is over when the base begins.

    Tuesday 2015-05-12: last Friday → 2015-05-08, last week → 2015-W19, last April → 2015-04, or 2014-04.
    """
    if base.start is None or (isinstance(base_node, ReferenceTime) and _holds_many(base, what)):
        return _nowhere(what)
    name, cycle = repeating_words(what).removeprefix("the "), cycle_of(what)
    found, calendar = _latest_before(what, base.start), _in_cell_at(what, base.start, -1)
    expression = Intersection(Last(Repeating.unit(cycle), base_node), what)
    calendar_reason = f"the {name} of the {cycle.word} before"
    reason = calendar_reason if found == calendar else f"the latest {name} before"
    return _chosen(what, found, [(calendar, calendar_reason, expression)], reason)


def next_(base_node: Expression, what: Repeating, base: Interval) -> Resolution:
    """The first one after the base; a weekday is that of the next week, Monday to Sunday.

    Tuesday 2015-05-12: next week → 2015-W21, next Friday → 2015-05-22, or 2015-05-15.
    """
    if base.end is None or (isinstance(base_node, ReferenceTime) and _holds_many(base, what)):
        return _nowhere(what)
    name, cycle = repeating_words(what).removeprefix("the "), cycle_of(what)
    coming, calendar = _first_after(what, base.end), _in_cell_at(what, base.end - 1, 1)
    calendar_reason = f"the {name} of the {cycle.word} after"
    if cycle is Unit.WEEK and calendar is not None:
        other = (coming, f"the coming {name}", Nearest(what, base_node))
        return _chosen(what, calendar, [other], calendar_reason)
    expression = Intersection(Next(Repeating.unit(cycle), base_node), what)
    reason = calendar_reason if coming == calendar else f"the first {name} after"
    return _chosen(what, coming, [(calendar, calendar_reason, expression)], reason)


def this(what: Repeating, base: Interval, direction: Direction | None = None) -> Resolution:
    """The one around the base, else that of the base's own day, week, month or year.

    Tuesday 2015-05-12: this month → 2015-05, this Friday → 2015-05-15, this summer → 2015-SU. "This
    Monday" and "this Christmas" are the coming ones in the future tense, and by themselves those of the week
    and the year.
    """
    if base.start is None or _holds_many(base, what):
        return _nowhere(what)
    cycle = cycle_of(what)
    own = Interval.of(cycle, base.start)
    found = list(occurrences(what, Interval(cycle.add(own.sides[0], -1), own.end)))
    around = next((one for one in found if one.covers(base)), None)
    in_cell = next((one for one in found if one.sides[0] >= own.sides[0]), None)
    comes_again = cycle is Unit.WEEK or what.coarsest is Field.HOLIDAY
    if around is None and in_cell is not None and comes_again and direction is Direction.FUTURE:
        in_cell = in_cell if in_cell.sides[0] >= base.start else _first_after(what, base.start)
    return _chosen(what, around or in_cell)


def _holds_many(base: Interval, what: Repeating) -> bool:
    """Whether nothing tells which day or week is meant: "that day", where only the month was told."""
    cycle = cycle_of(what)
    return cycle <= Unit.WEEK and base.bounded and cycle.add(base.sides[0], 1) < base.sides[1]


def nearest(node: Nearest, base: Resolution, frame: Frame) -> Resolution:
    """The nearest one in the direction of the tense; one around the base, or in it, is nearest of all.

    Tuesday 2015-05-12: "Friday" in the past tense → 2015-05-08, in the future tense → 2015-05-15, and
    "Tuesday" is the day itself. Without a tense a weekday is the past one, anything else the nearest.
    In a base in which it comes more than once, nothing tells which is meant.
    """
    what, at, direction = node.what, base.interval, frame.direction
    if at is None or not at.bounded or _comes_often(what, at):
        return _nowhere(what)
    start, end = at.sides
    own = next((one for one in _touching(what, at) if _agrees(what, one, at, direction)), None)
    past, future = _latest_before(what, start, own), _first_after(what, end, own)
    name = repeating_words(what).removeprefix("the ")
    others: list[_Other] = [(past, f"the {name} before", None), (future, f"the {name} after", None)]
    towards = _towards(what, at, past, future, direction)
    if own is None and towards is Direction.FUTURE:
        others.reverse()
    primary = own or others[0][0] or others[1][0]
    reason = "" if own or direction is not towards else f"the nearest in the {towards.value}"
    return _chosen(what, primary, others, reason)


def _comes_often(what: Repeating, base: Interval | None) -> bool:
    return base is None or not base.bounded or len(_touching(what, base)) > 1


def _agrees(what: Repeating, own: Interval, base: Interval, direction: Direction | None) -> bool:
    """Whether a time of the base's own day can lie where the tense points.

    "Orders fell in the second quarter", said in April, is of the year before: little of this one is over.
    """
    if direction is Direction.FUTURE:
        return own.sides[1] > base.sides[0]
    if direction is Direction.PAST and what.coarsest in (Field.QUARTER, Field.HALF):
        return own.sides[0] + (own.sides[1] - own.sides[0]) * _BEGUN <= base.sides[1]
    return direction is None or own.sides[0] < base.sides[1]


def _towards(
    what: Repeating,
    base: Interval,
    past: Interval | None,
    future: Interval | None,
    direction: Direction | None,
) -> Direction:
    """Where the tense points; but back only where the coming one is not much nearer.

    "declared a dividend, payable 1 December", said in November, is not that of the year before.
    """
    likely = _likely(what, base, past, future)
    if {Field.WEEKDAY, Field.MONTH} <= {field for field, _ in what.fields}:
        return likely  # few years have it: "Sunday 10 February", said on the 12th
    if direction is not Direction.PAST or past is None or future is None or cycle_of(what) <= Unit.WEEK:
        return direction or likely
    ago, ahead = base.sides[0] - past.sides[1], future.sides[0] - base.sides[1]
    return likely if ago > _MUCH_FARTHER * max(ahead, 0) else direction


def _likely(what: Repeating, base: Interval, past: Interval | None, future: Interval | None) -> Direction:
    """Where a time without tense lies: a weekday in the past, anything else at the shorter distance."""
    weekday = what.coarsest is Field.WEEKDAY
    if weekday or past is None or future is None:
        return Direction.FUTURE if past is None else Direction.PAST
    ago, ahead = base.sides[0] - past.sides[1], future.sides[0] - base.sides[1]
    return Direction.PAST if ago <= ahead else Direction.FUTURE


def first_from(what: Repeating, base: Interval) -> Resolution:
    """The first one that ends after the base does: the second half of "from November to February"."""
    if base.end is None:
        return _nowhere(what)
    later = occurrences(what, Interval(cycle_of(what).add(base.end, -1), None))
    return _chosen(what, next((one for one in later if one.sides[1] > base.end), None))


# ---------------------------------------------------------------- searching


def _day_end(seconds: int) -> int:
    return Unit.DAY.add(Unit.DAY.floor(seconds - 1), 1)


def _part_of_day(what: Repeating) -> bool:
    return any(field is Field.PART for field, _ in what.fields)


def _by_the_clock(what: Repeating) -> bool:
    """Whether it is looked for from the clock time of the base, not from its day."""
    return grain_of(what) < Unit.DAY and not _part_of_day(what)


def _latest_before(what: Repeating, seconds: int, own: Interval | None = None) -> Interval | None:
    """The latest that is over by then; a part of a day is over when its day is ("last night")."""
    edge = seconds if _by_the_clock(what) else Unit.DAY.floor(seconds)
    begun = occurrences(what, Interval(None, edge), backward=True)
    over = (one for one in begun if _part_of_day(what) or one.sides[1] <= edge)
    return next((one for one in over if one != own), None)


def _first_after(what: Repeating, seconds: int, own: Interval | None = None) -> Interval | None:
    edge = seconds if _by_the_clock(what) else _day_end(seconds)
    return next((one for one in occurrences(what, Interval(edge, None)) if one != own), None)


def _touching(what: Repeating, base: Interval) -> list[Interval]:
    """Those that cover the days of the base or lie in them; two are enough to see that it comes often.

    A night lies in the day on which it begins.
    """
    start, end = base.sides
    days = Interval(Unit.DAY.floor(start), _day_end(end))
    window = Interval(cycle_of(what).add(days.sides[0], -1), days.end)
    lies_in = _begins_in if _part_of_day(what) else Interval.covers
    found = (one for one in occurrences(what, window) if one.covers(days) or lies_in(days, one))
    return list(islice(found, 2))


def _begins_in(days: Interval, one: Interval) -> bool:
    return days.sides[0] <= one.sides[0] < days.sides[1]


def _in_cell_at(what: Repeating, seconds: int, step: int) -> Interval | None:
    """The one in the week or year before (-1) or after (+1) that of an instant."""
    cycle = cycle_of(what)
    if cycle not in _COUNTED_TWICE or any(field is Field.UNIT for field, _ in what.fields):
        return None
    return next(occurrences(what, Interval.of(cycle, cycle.add(cycle.floor(seconds), step))), None)


# ---------------------------------------------------------------- the outcome


def _nowhere(what: Repeating) -> Resolution:
    return unresolved(
        f"nothing tells which {repeating_words(what)} is meant", open_value(what), grain_of(what)
    )


def _chosen(
    what: Repeating, primary: Interval | None, others: Sequence[_Other] = (), reason: str = ""
) -> Resolution:
    if primary is None:
        problem = f"the calendar has no {repeating_words(what)} there"
        return unresolved(problem, open_value(what), grain_of(what))
    alternatives = tuple(_readings(what, primary, others))
    value = occurrence_value(what, primary)
    return placed(primary, unit=grain_of(what), value=value, reason=reason, alternatives=alternatives)


def _readings(what: Repeating, primary: Interval, others: Sequence[_Other]) -> Iterator[Reading]:
    seen = [primary]
    for other, reason, expression in others:
        if other is not None and other not in seen:
            seen.append(other)
            yield Reading(other, occurrence_value(what, other), reason, expression)
