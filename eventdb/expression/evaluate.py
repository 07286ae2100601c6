"""Evaluation: what an expression denotes in a frame of reference.

`evaluate` takes an expression apart, from its innermost base outwards, and lets the module of each
operator family place it. A base that has several readings is placed in each of them, so that "two days
after last Friday" keeps both Fridays. The conventions are told in docs/time.md.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from eventdb.expression import beside, deictic, narrowing, nodes, parts, shifting, stretches
from eventdb.expression.frame import Direction, Frame, Reading, Resolution, Step
from eventdb.expression.leaves import LEAVES
from eventdb.expression.nodes import EventTime, Expression, Last, Nearest, Next, Nth, Repeating, This
from eventdb.expression.occurrence_value import grain_of, open_value
from eventdb.expression.outcome import placed, unresolved
from eventdb.expression.wording import words
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.timex3 import period_value
from eventdb.temporal.unit import Unit


def evaluate(expression: Expression, frame: Frame) -> Resolution:
    """The interval that an expression denotes, with how it was found and what else it may mean.

    ``Shift(Last(Friday), +2 days)`` on Tuesday 2015-05-12 → 2015-05-10. Nothing is raised: what cannot
    be placed has no interval but a `problem`, and the TIMEX3 value of what is known all the same.
    """
    try:
        if frame.anchors:
            return _evaluated(expression, frame)
        return _remembered(expression, frame.creation_time, frame.reference, frame.direction)
    except RecursionError:
        return unresolved("the expression is nested too deeply")


@lru_cache(maxsize=4096)
def _remembered(
    expression: Expression,
    creation_time: Interval | None,
    reference: Interval | None,
    direction: Direction | None,
) -> Resolution:
    """Texts say "Friday" and "last year" again and again; the outcome depends on nothing else."""
    return _evaluated(expression, Frame(creation_time, reference, direction=direction))


def _evaluated(expression: Expression, frame: Frame) -> Resolution:
    resolution = _evaluate(expression, frame)
    return _today(resolution) if isinstance(expression, nodes.DocumentTime) else resolution


def _today(resolution: Resolution) -> Resolution:
    """The document's date alone is a day, also where its minute is known."""
    interval = resolution.interval
    if interval is None or interval.start is None or interval.grain >= Unit.DAY:
        return resolution
    return placed(Interval.of(Unit.DAY, interval.start), phrase="the document's date")


def _evaluate(expression: Expression, frame: Frame) -> Resolution:
    if isinstance(expression, nodes.Between):
        return _between(expression, frame)
    leaf = LEAVES.get(type(expression))
    if leaf is not None:
        return _told(leaf(expression, frame), expression)
    base = _evaluate(expression.base, frame)  # type: ignore[attr-defined]  # every operator has one
    return (
        _unplaced(expression, base) if base.interval is None else _in_every_reading(expression, base, frame)
    )


def evaluate_last(expression: nodes.Between, first: Resolution, frame: Frame) -> Resolution:
    """The second end of a range whose first is known.

    What the text leaves open is the first one after the start: "from November to February" ends in the
    February that follows, "from mid-November to late February" in its end.
    """
    match expression.last:
        case Nearest(what) if first.interval is not None:
            return _told(deictic.first_from(what, first.interval), expression.last)
        case nodes.Part(_, Nearest(what) as base) if first.interval is not None:
            following = _told(deictic.first_from(what, first.interval), base)
            return _in_every_reading(expression.last, following, frame)
        case _:
            return _evaluate(expression.last, frame)


def _between(expression: nodes.Between, frame: Frame) -> Resolution:
    first = _evaluate(expression.first, frame)
    last = evaluate_last(expression, first, frame)
    return _told(beside.between(first, last), expression, tuple(dict.fromkeys(first.steps + last.steps)))


def _told(resolution: Resolution, expression: Expression, before: tuple[Step, ...] = ()) -> Resolution:
    """The outcome with its steps in words, after those that led to its base; "2014 = 2014" tells nothing."""
    steps = (replace(step, phrase=step.phrase or words(expression)) for step in resolution.steps)
    telling = (step for step in steps if step.phrase.removeprefix("the ") != step.result)
    return replace(resolution, steps=before + tuple(telling))


# ---------------------------------------------------------------- operators


def _last(node: Last, base: Resolution, _: Frame) -> Resolution:
    at = _placed_at(base)
    if isinstance(node.what, Period):
        return stretches.stretch_before(node.what, at, reaching_into=_is_now(node.base))
    return deictic.last(node.base, node.what, at)


def _next(node: Next, base: Resolution, _: Frame) -> Resolution:
    at = _placed_at(base)
    if isinstance(node.what, Period):
        return stretches.stretch_after(node.what, at)
    return deictic.next_(node.base, node.what, at)


def _this(node: This, base: Resolution, frame: Frame) -> Resolution:
    at = _placed_at(base)
    return (
        stretches.stretch_around(node.what, at)
        if isinstance(node.what, Period)
        else deictic.this(node.what, at, frame.direction)
    )


def _nth(node: Nth, base: Resolution, frame: Frame) -> Resolution:
    extent = frame.anchors.get(node.base.ref) if isinstance(node.base, EventTime) else None
    if isinstance(node.what, Repeating):
        return narrowing.nth(node.n, node.what, base, extent)
    if extent is not None:
        return stretches.stretch_of_event(node.what, node.n, extent)
    return stretches.stretch_within(node.what, node.n, _placed_at(base))


def _is_now(base: Expression) -> bool:
    return isinstance(base, nodes.DocumentTime | nodes.ReferenceTime)


def _placed_at(base: Resolution) -> Interval:
    assert base.interval is not None  # an operator is only asked for a base that is placed
    return base.interval


_OPERATORS: dict[type[Expression], Callable[[Any, Resolution, Frame], Resolution]] = {
    Last: _last,
    Next: _next,
    This: _this,
    Nearest: deictic.nearest,
    nodes.Nth: _nth,
    nodes.Closest: narrowing.closest,
    nodes.Intersection: narrowing.intersection,
    nodes.Shift: shifting.shift,
    nodes.Part: parts.part,
    nodes.Before: beside.before,
    nodes.After: beside.after,
    nodes.Approximate: beside.approximate,
}


def _in_every_reading(expression: Expression, base: Resolution, frame: Frame) -> Resolution:
    """The operator applied to the base, and for the alternatives to the base's other readings."""
    operator = _OPERATORS[type(expression)]
    chosen = operator(expression, base, frame)
    others = list(chosen.alternatives)
    for reading in base.alternatives:
        other = operator(expression, placed(reading.interval, value=reading.value, unit=base.unit), frame)
        if other.interval is not None:
            others.append(Reading(other.interval, other.value, reading.reason))
    told = _told(chosen, expression, base.steps)
    approximate = chosen.approximate or base.approximate
    return replace(told, alternatives=_distinct(chosen, others), approximate=approximate)


def _distinct(chosen: Resolution, others: list[Reading]) -> tuple[Reading, ...]:
    """Each other interval once."""
    readings = {
        reading.interval: reading for reading in reversed(others) if reading.interval != chosen.interval
    }
    return tuple(reversed(readings.values()))


# ---------------------------------------------------------------- what stays unplaced


def _unplaced(expression: Expression, base: Resolution) -> Resolution:
    """Nothing is known of the base; the value keeps what the operator itself tells."""
    value, unit = _open_value(expression, base)
    problem = base.problem or f"{words(expression)}: a length of time lies nowhere"
    return unresolved(problem, value, unit)


def _open_value(expression: Expression, base: Resolution) -> tuple[str, Unit | None]:
    if isinstance(expression, nodes.Shift):
        return shifting.open_shift_value(expression.period), min(expression.period.unit, Unit.YEAR)
    what = getattr(expression, "what", None)
    if isinstance(what, Repeating):
        return open_value(what), grain_of(what)
    return (period_value(what), what.unit) if isinstance(what, Period) else (base.value, base.unit)
