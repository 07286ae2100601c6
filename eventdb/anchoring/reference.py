"""What each time expression is evaluated against: the document's date, or what the text is talking about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Direction, Frame, Resolution
from eventdb.expression.nodes import DocumentTime, Expression, Field, Nearest, ReferenceTime, Vague, Year
from eventdb.language.timex import Timex
from eventdb.temporal.calendar import DAY, civil
from eventdb.temporal.interval import Interval
from eventdb.text import Document

_LONGEST_SCENE = 366 * DAY
_ENOUGH = 3  # stated years that make a text without a date of its own, or with a far later one, a history


def subexpressions(expression: Expression) -> Iterator[Expression]:
    """The expression and all that it is made of."""
    yield expression
    if is_dataclass(expression):
        for part in fields(expression):
            value = getattr(expression, part.name)
            if isinstance(value, Expression):
                yield from subexpressions(value)


def depends_on_document(expression: Expression) -> bool:
    """Whether the document's date (or what the text is talking about) decides what is meant."""
    return any(isinstance(e, DocumentTime | ReferenceTime | Vague) for e in subexpressions(expression))


def resolve_timexes(
    document: Document,
    timexes: Sequence[tuple[str, Timex]],
    directions: Mapping[str, Direction | None],
    told: Mapping[str, Interval] | None = None,
) -> dict[str, Resolution]:
    """Evaluate all time expressions of a document, in order of the text.

    In news a day without a year is counted from the document's date, in a history from the last date
    that the text named; "the following day" is always counted from the event told last (`told`, by
    time expression), else from the last date named.
    """
    creation = document.creation_time.interval if document.creation_time is not None else None
    narrative = _is_history(timexes, creation)
    resolutions: dict[str, Resolution] = {}
    mentioned: Interval | None = None
    for id, timex in timexes:
        direction = None if narrative else directions.get(id)
        reference = mentioned if narrative or counts_on(timex.expression) else None
        if told and id in told:
            reference = told[id]
        frame = Frame(creation, reference, direction=direction)
        resolutions[id] = resolution = evaluate(timex.expression, frame)
        if _sets_the_scene(resolution):
            mentioned = resolution.interval
    return resolutions


def counts_on(expression: Expression) -> bool:
    """Whether the expression goes on from what was named before: "the following day"."""
    parts = tuple(subexpressions(expression))
    return any(isinstance(p, ReferenceTime) for p in parts) and not any(isinstance(p, Nearest) for p in parts)


def _sets_the_scene(resolution: Resolution) -> bool:
    """Whether a narrative goes on from this time: a year or less, not "the 19th century"."""
    interval = resolution.interval
    if interval is None or interval.start is None or interval.end is None:
        return False
    return interval.end - interval.start <= _LONGEST_SCENE


def _is_history(timexes: Sequence[tuple[str, Timex]], creation: Interval | None) -> bool:
    """Whether a text tells of the past by itself: years stated, far from its own, and little "last week"."""
    years = [
        part.digits
        for _, timex in timexes
        for part in subexpressions(timex.expression)
        if isinstance(part, Year) and part.missing == 0
    ]
    if len(years) < _ENOUGH:
        return False
    if creation is None or creation.start is None:
        return True
    written = civil(creation.start).year
    far = sum(not written - 1 <= year <= written + 1 for year in years)
    of_its_day = sum(_is_of_its_day(timex.expression) for _, timex in timexes)
    return far > len(years) - far and far > 2 * of_its_day


def _is_of_its_day(expression: Expression) -> bool:
    """Whether an expression speaks from the day of writing: "yesterday", "last month", "on Thursday"."""
    parts = tuple(subexpressions(expression))
    weekday = any(isinstance(p, Nearest) and p.what.fields[0][0] is Field.WEEKDAY for p in parts)
    return weekday or any(isinstance(p, DocumentTime) for p in parts)
