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

from eventdb.expression import nodes
from eventdb.expression.atoms import dump_period, dump_repeating, quoted
from eventdb.expression.nodes import Expression, Repeating
from eventdb.expression.reader import Reader
from eventdb.temporal.period import Period


def dump(expression: Expression) -> str:
    """An expression in its text notation; the inverse of `load`."""
    return f"{type(expression).__name__}({', '.join(_arguments(expression))})"


def _arguments(expression: Expression) -> list[str]:
    match expression:
        case nodes.Last(what, base) | nodes.Next(what, base) | nodes.This(what, base):
            return [_what(what), *_unless_default(base, nodes.DocumentTime())]
        case nodes.Nearest(what, base):
            return [_what(what), *_unless_default(base, nodes.ReferenceTime())]
        case nodes.Nth(n, what, base):
            return [str(n), _what(what), dump(base)]
        case nodes.Intersection(base, what):
            return [dump(base), _what(what)]
        case nodes.Shift(base, period, exact):
            return [dump(base), dump_period(period, signed=True), *(["exact"] if exact else [])]
        case nodes.Between(first, last):
            return [dump(first), dump(last)]
        case nodes.Part(which, base):
            return [quoted(which), dump(base)]
        case nodes.Before(base) | nodes.After(base) | nodes.Approximate(base):
            return [dump(base)]
        case _:
            return _leaf_arguments(expression)


def _leaf_arguments(expression: Expression) -> list[str]:
    match expression:
        case nodes.Year(digits, missing):
            return [f"{digits}{'X' * missing}"]
        case nodes.Century(number):
            return [str(number)]
        case nodes.EventTime(text) | nodes.NamedPeriod(text) | nodes.Vague(text) | nodes.Unknown(text):
            return [quoted(text)]
        case nodes.Duration(period, mod):
            return [dump_period(period), *([] if mod is None else [quoted(mod)])]
        case nodes.Recurrence(what, quant, freq):
            options = (("quant", quant), ("freq", freq))
            return [_what(what), *(f"{name}={quoted(text)}" for name, text in options if text is not None)]
        case _:
            return []


def _what(what: Repeating | Period) -> str:
    return dump_repeating(what) if isinstance(what, Repeating) else dump_period(what)


def _unless_default(base: Expression, default: Expression) -> list[str]:
    return [] if base == default else [dump(base)]


def load(text: str) -> Expression:
    """The expression that a text in the notation stands for.

    Raises:
        ExpressionSyntaxError: the text is not in the notation; the message tells where.
    """
    return Reader(text).whole()
