"""The text notation of expressions: compact, readable, stored in databases, and read back exactly.

    Shift(Last(Friday), +2 days)                two days after last Friday
    Intersection(Year(2014), April)             April 2014
    Shift(EventTime("the visit"), -2 days)      two days before the visit
    Nth(3, Tuesday, Intersection(Year(2014), May))
    Year(199X)                                  the 1990s

Operators are the classes of `eventdb.expression.nodes`; `atoms` tells how recurring times and amounts
are written. A base that is the operator's default is left out: ``Last(Friday)`` counts from the
document's date, ``Nearest(Friday)`` from the time that the text is talking about.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from eventdb.expression.atoms import dump_period, dump_repeating, quoted
from eventdb.expression.nodes import Expression, Recurrence, Repeating, Shift, Year
from eventdb.expression.reader import Reader
from eventdb.temporal.period import Period


def dump(expression: Expression) -> str:
    """An expression in its text notation; the inverse of `load`."""
    arguments = _SPECIAL.get(type(expression), _plain_arguments)(expression)
    return f"{type(expression).__name__}({', '.join(arguments)})"


def _plain_arguments(expression: Expression) -> Iterator[str]:
    """The fields in their order, without those that have their default."""
    for field in fields(expression):
        value = getattr(expression, field.name)
        if value != field.default:
            yield _argument(value)


def _argument(value: Expression | Repeating | Period | str | int) -> str:
    match value:
        case Expression():
            return dump(value)
        case Repeating():
            return dump_repeating(value)
        case Period():
            return dump_period(value)
        case str():
            return quoted(value)
        case _:
            return str(value)


def _year_arguments(expression: Year) -> Iterator[str]:
    yield f"{expression.digits}{'X' * expression.missing}"


def _shift_arguments(expression: Shift) -> Iterator[str]:
    yield dump(expression.base)
    yield dump_period(expression.period, signed=True)
    if expression.exact:
        yield "exact"


def _recurrence_arguments(expression: Recurrence) -> Iterator[str]:
    yield _argument(expression.what)
    for name, text in (("quant", expression.quant), ("freq", expression.freq)):
        if text is not None:
            yield f"{name}={quoted(text)}"


_SPECIAL: dict[type[Expression], Callable[[Any], Iterator[str]]] = {
    Year: _year_arguments,
    Shift: _shift_arguments,
    Recurrence: _recurrence_arguments,
}


def load(text: str) -> Expression:
    """The expression that a text in the notation stands for.

    Raises:
        ExpressionSyntaxError: the text is not in the notation; the message tells where.
    """
    return Reader(text).whole()
