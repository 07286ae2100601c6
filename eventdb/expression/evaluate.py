"""Evaluation: what an expression denotes in a frame of reference.

`evaluate` takes an expression apart, from its innermost base outwards, and lets the module of each
operator family place it. A base that has several readings is placed in each of them, so that "two days
after last Friday" keeps both Fridays. The conventions are told in docs/time.md.
"""

from collections.abc import Callable
from dataclasses import replace

from eventdb.expression import deictic, leaves, narrowing, nodes, shifting, stretches
from eventdb.expression.frame import Frame, Reading, Resolution, Step
from eventdb.expression.nodes import Expression, Repeating
from eventdb.expression.outcome import placed, unresolved
from eventdb.expression.repeating import cycle_of, grain_of, open_value
from eventdb.expression.wording import words
from eventdb.temporal.extent import Bounds
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.timex3 import period_value, unknown_value
from eventdb.temporal.unit import Unit


def evaluate(expression: Expression, frame: Frame) -> Resolution:
    """The interval that an expression denotes, with how it was found and what else it may mean.

    ``Shift(Last(Friday), +2 days)`` on Tuesday 2015-05-12 → 2015-05-10. Nothing is raised: what cannot
    be placed has no interval but a `problem`, and the TIMEX3 value of what is known all the same.
    """
    try:
        resolution = _evaluate(expression, frame)
    except RecursionError:
        return unresolved("the expression is nested too deeply")
    if isinstance(expression, nodes.DocumentTime) and resolution.interval is not None:
        return _today(resolution)
    return resolution


def _today(resolution: Resolution) -> Resolution:
    """The document's date alone is a day, also where its minute is known."""
    assert resolution.interval is not None
    start = resolution.interval.start
    if start is None or resolution.interval.grain >= Unit.DAY:
        return resolution
    day = placed(Interval.of(Unit.DAY, start))
    return replace(day, steps=tuple(replace(step, result=day.steps[0].result) for step in resolution.steps))


def _evaluate(expression: Expression, frame: Frame) -> Resolution:
    if isinstance(expression, nodes.Between):
        return _between(expression, frame)
    base = _base(expression, frame)
    if base is None:
        return _named(_leaf(expression, frame), expression, ())
    if base.interval is None:
        return _unplaced(expression, base)
    operator = _operator(expression, frame)
    return _in_every_reading(expression, base, operator)


_Operator = Callable[[Resolution, Interval], Resolution]


def _in_every_reading(expression: Expression, base: Resolution, operator: _Operator) -> Resolution:
    """The operator applied to the base, and for the alternatives to the base's other readings."""
    assert base.interval is not None
    resolution = operator(base, base.interval)
    others = list(resolution.alternatives)
    for reading in base.alternatives:
        other = operator(placed(reading.interval, value=reading.value, unit=base.unit), reading.interval)
        if other.interval is not None and other.interval != resolution.interval:
            others.append(Reading(other.interval, other.value, reading.reason))
    distinct = {(r.interval, r.value): r for r in reversed(others)}
    resolution = replace(
        resolution,
        alternatives=tuple(reversed(distinct.values())),
        approximate=resolution.approximate or base.approximate,
    )
    return _named(resolution, expression, base.steps)


def _named(resolution: Resolution, expression: Expression, before: tuple[Step, ...]) -> Resolution:
    """The outcome with its steps told in words, after those that led to its base."""
    phrase = words(expression)
    own = tuple(replace(step, phrase=step.phrase or phrase) for step in resolution.steps)
    return replace(resolution, steps=before + own)


# ---------------------------------------------------------------- bases


def _base(expression: Expression, frame: Frame) -> Resolution | None:
    """What the operator is applied to; None for a leaf."""
    match expression:
        case nodes.Nearest(what, base):
            return _base_of_nearest(what, base, frame)
        case nodes.Shift(nodes.EventTime() as event, period, _):
            return _end_of(event, frame, first=period.past)
        case nodes.Before(nodes.EventTime() as event):
            return _seen_from(event, frame, first=True)
        case nodes.After(nodes.EventTime() as event):
            return _seen_from(event, frame, first=False)
        case (
            nodes.Last(_, base)
            | nodes.Next(_, base)
            | nodes.This(_, base)
            | nodes.Nth(_, _, base)
            | nodes.Intersection(base, _)
            | nodes.Shift(base, _, _)
            | nodes.Before(base)
            | nodes.After(base)
            | nodes.Part(_, base)
            | nodes.Approximate(base)
        ):
            return _evaluate(base, frame)
        case _:
            return None


def _end_of(event: nodes.EventTime, frame: Frame, *, first: bool) -> Resolution:
    """Forward offsets count from the end of an event, backward ones from its begin."""
    extent = frame.anchors.get(event.ref)
    if extent is None:
        return leaves.event_time(event, frame)
    end = leaves.event_bounds(extent.begin if first else extent.end, event)
    return _named(replace(end, approximate=extent.approximate), event, ())


def _seen_from(event: nodes.EventTime, frame: Frame, *, first: bool) -> Resolution:
    """Before an event is until the latest moment at which it may begin: its own day is not excluded."""
    extent = frame.anchors.get(event.ref)
    if extent is None:
        return leaves.event_time(event, frame)
    edge = extent.begin.latest if first else extent.end.earliest
    bounds = Bounds(edge, None) if first else Bounds(None, edge)
    return _named(leaves.event_bounds(bounds, event), event, ())


def _base_of_nearest(what: Repeating, base: Expression, frame: Frame) -> Resolution:
    """A weekday is not looked for in a year that the text is talking about, but from the document's date."""
    reference = frame.reference
    if base == nodes.ReferenceTime() and reference is not None and frame.creation_time is not None:
        start, end = reference.start, reference.end
        if start is None or end is None or end > cycle_of(what).add(start, 1):
            return _evaluate(nodes.DocumentTime(), frame)
    return _evaluate(base, frame)


# ---------------------------------------------------------------- operators


def _leaf(expression: Expression, frame: Frame) -> Resolution:
    match expression:
        case nodes.DocumentTime():
            return leaves.document_time(frame)
        case nodes.ReferenceTime():
            return leaves.reference_time(frame)
        case nodes.EventTime():
            return leaves.event_time(expression, frame)
        case nodes.Year():
            return leaves.year(expression)
        case nodes.Century():
            return leaves.century(expression)
        case nodes.NamedPeriod():
            return leaves.named_period(expression)
        case nodes.Vague():
            return leaves.vague(expression, frame)
        case nodes.Duration():
            return leaves.duration(expression)
        case nodes.Recurrence():
            return leaves.recurrence(expression)
        case _:
            return unresolved(f"not understood: {words(expression)}")


def _operator(expression: Expression, frame: Frame) -> _Operator:
    """What the node does to its base."""
    match expression:
        case nodes.Last() | nodes.Next() | nodes.This():
            return _looking(expression)
        case nodes.Nearest():
            return lambda _, at: deictic.nearest(expression, at, frame.direction)
        case nodes.Nth():
            return lambda base, _: narrowing.nth(expression, base)
        case nodes.Intersection():
            return lambda base, _: narrowing.intersection(expression, base)
        case nodes.Shift():
            return lambda base, _: shifting.shift(expression, base)
        case nodes.Part():
            return lambda base, _: narrowing.part(expression, base)
        case nodes.Before():
            return lambda base, _: narrowing.before(base)
        case nodes.After():
            return lambda base, _: narrowing.after(base)
        case _:
            return lambda base, _: replace(base, approximate=True, steps=(), alternatives=())


def _looking(expression: nodes.Last | nodes.Next | nodes.This) -> _Operator:
    what = expression.what
    if isinstance(what, Period):
        return _stretching(expression, what)
    match expression:
        case nodes.Last():
            return lambda _, at: deictic.last(expression, what, at)
        case nodes.Next():
            return lambda _, at: deictic.next_(expression, what, at)
        case _:
            return lambda _, at: deictic.this(expression, what, at)


def _stretching(expression: nodes.Last | nodes.Next | nodes.This, period: Period) -> _Operator:
    today = isinstance(expression.base, nodes.DocumentTime | nodes.ReferenceTime)
    match expression:
        case nodes.Last():
            return lambda _, at: stretches.stretch_before(period, at, reaching_into=today)
        case nodes.Next():
            return lambda _, at: stretches.stretch_after(period, at, reaching_into=today)
        case _:
            return lambda _, at: stretches.stretch_around(period, at)


def _between(expression: nodes.Between, frame: Frame) -> Resolution:
    """Both ends; an end that the text leaves open is the first one after the start ("from May to July")."""
    first = _evaluate(expression.first, frame)
    last_node = expression.last
    if isinstance(last_node, nodes.Nearest) and first.interval is not None:
        last = deictic.first_from(last_node.what, first.interval)
    else:
        last = _evaluate(last_node, frame)
    return _named(narrowing.between(first, last), expression, first.steps + last.steps)


# ---------------------------------------------------------------- what stays unplaced


def _unplaced(expression: Expression, base: Resolution) -> Resolution:
    """Nothing is known of the base; the value keeps what the operator itself tells."""
    value, unit = _open_value(expression, base)
    return replace(base, value=value, unit=unit, duration=None, steps=())


def _open_value(expression: Expression, base: Resolution) -> tuple[str, Unit | None]:
    match expression:
        case (
            nodes.Last(what, _)
            | nodes.Next(what, _)
            | nodes.This(what, _)
            | nodes.Nearest(what, _)
            | nodes.Nth(_, what, _)
            | nodes.Intersection(_, what)
        ):
            if isinstance(what, Period):
                return period_value(what), what.unit
            return open_value(what), grain_of(what)
        case nodes.Shift(_, period, _):
            unit = min(period.unit, Unit.YEAR)
            return (period_value(period) if period.vague else unknown_value(unit)), unit
        case _:
            return base.value, base.unit
