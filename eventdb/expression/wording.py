"""Expressions in plain English, for the steps of a derivation: "two days after last Friday"."""

from eventdb.expression import nodes
from eventdb.expression.atoms import MONTHS, PARTS, SEASONS, WEEKDAYS, Value, ordinal
from eventdb.expression.nodes import Expression, Field, Repeating
from eventdb.expression.observances import holidays
from eventdb.expression.periods import named_periods
from eventdb.temporal.edtf import year_text
from eventdb.temporal.period import Count, Period, plural
from eventdb.temporal.unit import Unit

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_VAGUE = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
_PARTS = {"START": "the start of", "MID": "the middle of", "END": "the end of"}
_DECADES = {1: 10, 2: 100, 3: 1000}


def words(expression: Expression) -> str:
    """An expression as a person would say it.

    ``Shift(Last(Friday), +2 days)`` → "two days after last Friday".
    """
    match expression:
        case nodes.Last(what, base):
            return _deictic("last", what, base, "before")
        case nodes.Next(what, base):
            return _deictic("next", what, base, "after")
        case nodes.This(what, base):
            return _deictic("this", what, base, "around")
        case nodes.Shift(base, period, exact):
            return ("exactly " if exact else "") + _shifted(base, period)
        case nodes.Nth(n, what, base):
            return f"the {_nth(n)} {repeating_words(what)} of {words(base)}"
        case nodes.Intersection(base, what):
            return _intersection(base, what)
        case nodes.Between(first, last):
            return f"from {words(first)} to {words(last)}"
        case nodes.Part(which, base):
            return f"{_PARTS.get(which, which)} {words(base)}"
        case nodes.Before(base) | nodes.After(base) | nodes.Approximate(base):
            name = {nodes.Before: "before", nodes.After: "after"}.get(type(expression), "about")
            return f"{name} {words(base)}"
        case _:
            return _leaf(expression)


def _leaf(expression: Expression) -> str:
    match expression:
        case nodes.Nearest(what, _):
            return repeating_words(what)
        case nodes.DocumentTime():
            return "the document's date"
        case nodes.ReferenceTime():
            return "the time that the text is talking about"
        case nodes.EventTime(text) | nodes.Unknown(text):
            return text
        case nodes.Year(digits, missing):
            return _year(digits, missing)
        case nodes.Century(number):
            return f"the {ordinal(abs(number))} century{' BCE' if number < 0 else ''}"
        case nodes.NamedPeriod(key):
            return str(named_periods().get(key, {}).get("name", key))
        case nodes.Vague(ref):
            return _VAGUE.get(ref, ref)
        case nodes.Duration(period, _):
            return period_words(period)
        case nodes.Recurrence(what, _, _):
            return f"every {_what(what)}"
        case _:
            return type(expression).__name__


def _what(what: Repeating | Period) -> str:
    return repeating_words(what) if isinstance(what, Repeating) else period_words(what)


def _deictic(word: str, what: Repeating | Period, base: Expression, relation: str) -> str:
    if base == nodes.DocumentTime():
        article = "the " if isinstance(what, Period) else ""
        return f"{article}{word} {_what(what)}"
    return f"the {word} {_what(what)} {relation} {words(base)}"


def _shifted(base: Expression, period: Period) -> str:
    amount = period_words(period)
    match base:
        case nodes.DocumentTime():
            return f"{amount} {'before' if period.past else 'after'} the document's date"
        case nodes.ReferenceTime():
            return f"{amount} {'earlier' if period.past else 'later'}"
        case _:
            return f"{amount} {'before' if period.past else 'after'} {words(base)}"


def _intersection(base: Expression, what: Repeating) -> str:
    if isinstance(base, nodes.Year):
        return f"{repeating_words(what)} {words(base)}"
    if what.fields and what.fields[-1][0] in {Field.HOUR, Field.MINUTE, Field.SECOND, Field.PART}:
        return f"{words(base)}, {repeating_words(what)}"
    return f"{repeating_words(what)} of {words(base)}"


def _nth(n: int) -> str:
    name = _ORDINALS[abs(n)] if 0 < abs(n) < len(_ORDINALS) else ordinal(abs(n))
    return name if n > 0 else "last" if n == -1 else f"{name} to last"


def _year(digits: int, missing: int) -> str:
    if missing:
        shown = f"{abs(digits)}{'0' * min(missing, 6)}s"
        return f"the {shown}{' BCE' if digits < 0 else ''}"
    return f"{1 - digits} BCE" if digits < 1 else year_text(digits)


def period_words(period: Period) -> str:
    """An amount without its sign: "two days", "several weeks", "a year and three months".

    >>> period_words(Period.of(-2, Unit.DAY))
    'two days'
    """
    return " and ".join(f"{_count(count)} {_unit(unit, count)}" for unit, count in period.amounts)


def _count(count: Count) -> str:
    if count is None:
        return "several"
    size = abs(count)
    return _NUMBERS[size] if isinstance(size, int) and size < len(_NUMBERS) else f"{size:,}"


def _unit(unit: Unit, count: Count) -> str:
    return unit.word if count in (1, -1) else plural(unit)


def repeating_words(what: Repeating) -> str:
    """A recurring time: "3 May", "Friday morning", "15:00", "the third quarter".

    >>> repeating_words(Repeating(((Field.MONTH, 5), (Field.DAY, 3))))
    '3 May'
    """
    fields = dict(what.fields)
    clock = _clock(fields)
    month, day = fields.pop(Field.MONTH, None), fields.pop(Field.DAY, None)
    date = " ".join(str(part) for part in (day, _in_list(MONTHS, month)) if part is not None)
    named = [_field(field, value) for field, value in fields.items()]
    return " ".join(part for part in (*named[:0], date, *named, clock) if part) or "a time"


def _clock(fields: dict[Field, Value]) -> str:
    """The clock time, taken out of the fields."""
    parts = [fields.pop(field, None) for field in (Field.HOUR, Field.MINUTE, Field.SECOND)]
    if parts[0] is None:
        return ":".join(str(part) for part in parts if part is not None)
    shown = [f"{part:02}" if isinstance(part, int) else str(part) for part in parts if part is not None]
    return ":".join(shown if len(shown) > 1 else [*shown, "00"])


def _in_list(names: tuple[str, ...], value: Value | None) -> str | None:
    known = isinstance(value, int) and 1 <= value <= len(names)
    return names[int(value or 0) - 1] if known else None if value is None else str(value)


def _field(field: Field, value: Value) -> str:
    match field:
        case Field.UNIT:
            return value.word if isinstance(value, Unit) else str(value)
        case Field.WEEKDAY:
            return _in_list(WEEKDAYS, value) or ""
        case Field.SEASON | Field.PART:
            return (SEASONS | PARTS).get(str(value), str(value))
        case Field.HOLIDAY:
            return str(holidays().get(str(value), {}).get("name", value))
        case Field.WEEKEND:
            return "weekend"
        case Field.WEEK:
            return f"week {value}"
        case _:
            return f"the {_in_list(_ORDINALS[1:], value)} {field.value}"
