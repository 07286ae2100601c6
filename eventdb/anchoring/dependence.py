"""What an expression is counted from: the document's date, what the text is talking about, nothing."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache

from eventdb.expression.frame import Direction
from eventdb.expression.nodes import (
    Approximate,
    DocumentTime,
    Expression,
    Field,
    Last,
    NamedPeriod,
    Nearest,
    Next,
    ReferenceTime,
    Repeating,
    Shift,
    This,
    Vague,
    Year,
)
from eventdb.expression.repeating import cycle_of
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


@lru_cache(maxsize=4096)
def subexpressions(expression: Expression) -> tuple[Expression, ...]:
    """The expression and all that it is made of."""
    return tuple(_parts(expression))


def _parts(expression: Expression) -> Iterator[Expression]:
    yield expression
    if is_dataclass(expression):
        for part in fields(expression):
            value = getattr(expression, part.name)
            if isinstance(value, Expression):
                yield from _parts(value)


@lru_cache(maxsize=4096)
def speaks_from_today(expression: Expression) -> bool:
    """Whether the document's own day is said, or counted from: "today", "last week"."""
    return any(isinstance(part, DocumentTime) for part in subexpressions(expression))


@lru_cache(maxsize=4096)
def years_in(expression: Expression) -> tuple[int, ...]:
    """The years that it states, not counting decades and more."""
    parts = subexpressions(expression)
    return tuple(part.digits for part in parts if isinstance(part, Year) and part.missing == 0)


@lru_cache(maxsize=4096)
def depends_on_document(expression: Expression) -> bool:
    """Whether the document's date (or what the text is talking about) decides what is meant."""
    return any(isinstance(e, DocumentTime | ReferenceTime | Vague) for e in subexpressions(expression))


def names_period(expression: Expression) -> bool:
    """Whether it names a period of history, or counts from one: "the end of World War II"."""
    return any(isinstance(e, NamedPeriod) for e in subexpressions(expression))


@lru_cache(maxsize=4096)
def counts_on(expression: Expression) -> bool:
    """Whether the expression goes on from what was named before: "the following day"."""
    parts = subexpressions(expression)
    return any(isinstance(p, ReferenceTime) for p in parts) and not any(isinstance(p, Nearest) for p in parts)


def is_weekday(part: Expression) -> bool:
    """ "on Tuesday", "Friday at noon"; "Friday 3 May" is a day of the year."""
    return isinstance(part, Nearest) and part.what.coarsest is Field.WEEKDAY


def names_day(expression: Expression) -> bool:
    """Whether it says which day, by its weekday or number: "Friday", "6 May 1951"."""
    named = (Field.WEEKDAY, Field.DAY)
    whats = (getattr(part, "what", None) for part in subexpressions(expression))
    return any(field in named for what in whats if isinstance(what, Repeating) for field, _ in what.fields)


def is_day_of_year(expression: Expression) -> bool:
    """ "9 May", without a year."""
    return isinstance(expression, Nearest) and [f for f, _ in expression.what.fields] == [
        Field.MONTH,
        Field.DAY,
    ]


def is_clock_time(expression: Expression) -> bool:
    """ "at 09:55" is of the day told last: "went offline on Thursday … At 09:55 service was restored"."""
    if isinstance(expression, Approximate):
        return is_clock_time(expression.base)
    clock = (Field.HOUR, Field.MINUTE, Field.SECOND)
    return isinstance(expression, Nearest) and all(field in clock for field, _ in expression.what.fields)


def counts_days(expression: Expression) -> bool:
    """ "the next day", "two days later", "three weeks later", "that evening": they go on from a day."""
    for part in subexpressions(expression):
        match part:
            case Last(what, ReferenceTime()) | Next(what, ReferenceTime()) | This(what, ReferenceTime()):
                return what == Repeating.unit(Unit.DAY)
            case Shift(ReferenceTime(), period):
                return period.unit <= Unit.WEEK
    return False


def goes_ahead(expression: Expression) -> bool:
    """ "the next day", "two days later": after what was told."""
    return _counted_on(expression) is Direction.FUTURE


def looks_back(expression: Expression) -> bool:
    """ "the previous evening", "two days earlier": beside the story, which does not go on from there."""
    return _counted_on(expression) is Direction.PAST


@lru_cache(maxsize=4096)
def _counted_on(expression: Expression) -> Direction | None:
    """Where it lies from what was told, if it is counted from there."""
    for part in subexpressions(expression):
        match part:
            case Next(_, ReferenceTime()):
                return Direction.FUTURE
            case Last(_, ReferenceTime()):
                return Direction.PAST
            case Shift(ReferenceTime(), period):
                return Direction.PAST if period.past else Direction.FUTURE
    return None


def is_stretch_ahead(expression: Expression) -> bool:
    """ "over the next two days": in the past tense they go on from what was told."""
    return isinstance(expression, Next) and isinstance(expression.what, Period)


def compares_by_year(expression: Expression) -> bool:
    """ "a year ago", "the year-earlier quarter": what a business reports beside its own."""
    return any(is_year_ago(part) for part in subexpressions(expression))


def is_year_ago(expression: Expression) -> bool:
    match expression:
        case Shift(DocumentTime() | ReferenceTime(), period):
            return period == Period.of(-1, Unit.YEAR)
        case _:
            return False


def is_quarterly(expression: Expression) -> bool:
    """ "the quarter", "the year-ago quarter"."""
    quarter = Repeating.unit(Unit.QUARTER)
    return (
        isinstance(expression, Nearest | This) and expression.what == quarter and depends_on_focus(expression)
    )


@lru_cache(maxsize=4096)
def depends_on_focus(expression: Expression) -> bool:
    """Whether it is counted from what the text is talking about."""
    return any(isinstance(part, ReferenceTime) for part in subexpressions(expression))


def is_quarter(expression: Expression) -> bool:
    """Whether it names a quarter or half: one that has begun, or in the future tense the nearest."""
    return isinstance(expression, Nearest) and expression.what.coarsest in (Field.QUARTER, Field.HALF)


def comes_yearly(expression: Expression) -> bool:
    """Whether it leaves a year open: "July 14th", "May", "Christmas"."""
    return isinstance(expression, Nearest) and cycle_of(expression.what) is Unit.YEAR
