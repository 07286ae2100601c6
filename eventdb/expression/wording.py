"""Expressions in plain English, for the steps of a derivation: "two days after last Friday"."""

from collections.abc import Callable
from functools import singledispatch

from eventdb.expression import nodes
from eventdb.expression.atoms import MONTHS, PARTS, SEASONS, WEEKDAYS, Value
from eventdb.expression.nodes import Expression, Field, Repeating
from eventdb.expression.observances import holidays
from eventdb.expression.periods import named_periods
from eventdb.temporal.display import ordinal
from eventdb.temporal.edtf import year_text
from eventdb.temporal.period import Count, Period, plural
from eventdb.temporal.unit import Unit

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_VAGUE = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
_PARTS = {
    "START": "the start of", "MID": "the middle of", "END": "the end of",
    "HALF1": "the first half of", "HALF2": "the second half of",
    "REST": "the rest of", "SOFAR": "what is over of",
}  # fmt: skip
_CLOCK = (Field.HOUR, Field.MINUTE, Field.SECOND)
_MOST_ZEROS = 6


@singledispatch
def words(expression: Expression) -> str:
    """An expression as a person would say it.

    ``Shift(Last(Friday), +2 days)`` → "two days after last Friday".
    """
    return type(expression).__name__


# ---------------------------------------------------------------- leaves


@words.register
def _(_: nodes.DocumentTime) -> str:
    return "the document's date"


@words.register
def _(_: nodes.ReferenceTime) -> str:
    return "the time that the text is talking about"


@words.register
def _(expression: nodes.EventTime) -> str:
    return expression.ref


@words.register
def _(expression: nodes.Unknown) -> str:
    return expression.text


@words.register
def _(expression: nodes.Year) -> str:
    """ "2014", "44 BCE", "the 1990s"."""
    digits, missing = expression.digits, expression.missing
    if missing:
        return f"the {abs(digits)}{'0' * min(missing, _MOST_ZEROS)}s{' BCE' if digits < 0 else ''}"
    return f"{1 - digits} BCE" if digits < 1 else year_text(digits)


@words.register
def _(expression: nodes.Century) -> str:
    return f"the {ordinal(abs(expression.number))} century{' BCE' if expression.number < 0 else ''}"


@words.register
def _(expression: nodes.NamedPeriod) -> str:
    return str(named_periods().get(expression.key, {}).get("name", expression.key))


@words.register
def _(expression: nodes.Vague) -> str:
    return _VAGUE.get(expression.ref, expression.ref)


@words.register
def _(expression: nodes.Duration) -> str:
    return period_words(expression.period)


@words.register
def _(expression: nodes.Recurrence) -> str:
    return f"every {_what_words(expression.what)}"


# ---------------------------------------------------------------- operators


@words.register
def _(expression: nodes.Last) -> str:
    return _looked_for("last", expression.what, expression.base, "before")


@words.register
def _(expression: nodes.Next) -> str:
    return _looked_for("next", expression.what, expression.base, "after")


@words.register
def _(expression: nodes.This) -> str:
    """ "this month", "today", "the year of the visit"."""
    what, own = expression.what, expression.base == nodes.DocumentTime()
    if own and what == Repeating.unit(Unit.DAY):
        return "today"
    word = "these" if isinstance(what, Period) else "this" if own else "the"
    return _looked_for(word, what, expression.base, "of")


def _looked_for(word: str, what: Repeating | Period, base: Expression, relation: str) -> str:
    """ "last Friday", "the last three days", "the next week after the visit"."""
    own = base == nodes.DocumentTime()
    article = "the " if word in {"last", "next"} and (isinstance(what, Period) or not own) else ""
    return f"{article}{word} {_what_words(what)}{'' if own else f' {relation} {words(base)}'}"


@words.register
def _(expression: nodes.Nearest) -> str:
    return repeating_words(expression.what)


@words.register
def _(expression: nodes.Shift) -> str:
    """ "two days after last Friday", "exactly a year later"."""
    period, base = expression.period, expression.base
    amount = ("exactly " if expression.exact else "") + period_words(period)
    if isinstance(base, nodes.ReferenceTime):
        return f"{amount} {'earlier' if period.past else 'later'}"
    return f"{amount} {'before' if period.past else 'after'} {words(base)}"


@words.register
def _(expression: nodes.Nth) -> str:
    return f"the {_nth(expression.n)} {_what_words(expression.what)} of {words(expression.base)}"


def _nth(n: int) -> str:
    name = _ORDINALS[abs(n) - 1] if 1 <= abs(n) <= len(_ORDINALS) else ordinal(abs(n))
    return name if n >= 0 else "last" if n == -1 else f"{name} to last"


@words.register
def _(expression: nodes.Closest) -> str:
    """ "the Sunday closest to 8 May", "the second closest Monday to 5 October"."""
    rank, base = "" if expression.n == 1 else f"{_nth(expression.n)} ", words(expression.base)
    return f"the {rank}closest {repeating_words(expression.what)} to {base}"


@words.register
def _(expression: nodes.Intersection) -> str:
    """ "April 2014", "Friday of last week", "the document's date, 12:00"."""
    base, what = words(expression.base), repeating_words(expression.what)
    if isinstance(expression.base, nodes.Year):
        return f"{what} {base}"
    fields = {field for field, _ in expression.what.fields}
    return f"{base}, {what}" if fields & {*_CLOCK, Field.PART} else f"{what} of {base}"


@words.register
def _(expression: nodes.Between) -> str:
    return f"from {words(expression.first)} to {words(expression.last)}"


@words.register
def _(expression: nodes.Part) -> str:
    return f"{_PARTS.get(expression.which, expression.which)} {words(expression.base)}"


@words.register
def _(expression: nodes.Before) -> str:
    return f"before {words(expression.base)}"


@words.register
def _(expression: nodes.After) -> str:
    return f"after {words(expression.base)}"


@words.register
def _(expression: nodes.Approximate) -> str:
    return f"about {words(expression.base)}"


# ---------------------------------------------------------------- amounts and recurring times


def _what_words(what: Repeating | Period) -> str:
    return repeating_words(what) if isinstance(what, Repeating) else period_words(what)


def period_words(period: Period) -> str:
    """An amount without its sign: "two days", "several weeks", "one year and three months".

    >>> period_words(Period.of(-2, Unit.DAY))
    'two days'
    """
    amounts = (f"{_count(n)} {unit.word if n in (1, -1) else plural(unit)}" for unit, n in period.amounts)
    return " and ".join(amounts)


def _count(count: Count) -> str:
    if count is None:
        return "several"
    size = abs(count)
    return _NUMBERS[size] if isinstance(size, int) and size < len(_NUMBERS) else f"{size:,}"


def repeating_words(what: Repeating) -> str:
    """A recurring time: "3 May", "Friday the 13th", "15:00", "the third quarter".

    >>> repeating_words(Repeating(((Field.MONTH, 5), (Field.DAY, 3))))
    '3 May'
    """
    values = dict(what.fields)
    clock = [values.pop(field) for field in _CLOCK if field in values]
    spoken = sorted(values, key=lambda field: _SPOKEN.index(field) if field in _SPOKEN else len(_SPOKEN))
    named = [_field_words(field, values) for field in spoken]
    return " ".join([*named, *([_clock(clock)] if clock else [])]) or "a time"


_SPOKEN = (Field.WEEKDAY, Field.DAY, Field.MONTH)
"""What comes first in speech, in this order; all else as it is written."""


def _field_words(field: Field, values: dict[Field, Value]) -> str:
    value = values[field]
    if field is Field.DAY:
        return str(value) if Field.MONTH in values or not isinstance(value, int) else f"the {ordinal(value)}"
    if field in _FIELD_WORDS:
        return _FIELD_WORDS[field](value)
    return f"the {_name(_ORDINALS, value)} {field.value}"


def _clock(parts: list[Value]) -> str:
    digits = [f"{part:02}" if isinstance(part, int) else part for part in parts]
    return ":".join(digits if len(digits) > 1 else [*digits, "00"])


def _name(names: tuple[str, ...], value: Value) -> str:
    return names[value - 1] if isinstance(value, int) and 1 <= value <= len(names) else str(value)


_FIELD_WORDS: dict[Field, Callable[[Value], str]] = {
    Field.UNIT: lambda value: value.word if isinstance(value, Unit) else str(value),
    Field.MONTH: lambda value: _name(MONTHS, value),
    Field.WEEKDAY: lambda value: _name(WEEKDAYS, value),
    Field.SEASON: lambda value: SEASONS.get(str(value), str(value)),
    Field.PART: lambda value: PARTS.get(str(value), str(value)),
    Field.HOLIDAY: lambda value: str(holidays().get(str(value), {}).get("name", value)),
    Field.WEEKEND: lambda _: "weekend",
    Field.WORKDAY: lambda _: "working day",
    Field.WEEK: lambda value: f"week {value}",
}
