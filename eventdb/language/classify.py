"""What TIMEX3 calls an expression: its type, and the attributes `mod`, `quant` and `freq`."""

from typing import NamedTuple

from eventdb.expression import nodes
from eventdb.expression.nodes import Expression, Field, Repeating
from eventdb.language.timex import TimexType
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

_CLOCK = frozenset({Field.PART, Field.HOUR, Field.MINUTE, Field.SECOND})

_MODS = {"START": "START", "MID": "MID", "END": "END", "HALF1": "START", "HALF2": "END"}
"""TIMEX3's word for a part; it has none for halves."""


class Class(NamedTuple):
    """The TIMEX3 attributes that follow from an expression alone."""

    type: TimexType
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None


def classify(expression: Expression) -> Class:
    """The TIMEX3 class of an expression: "early 1998" is a DATE with mod START.

    >>> classify(nodes.Part("START", nodes.Year(1998))).mod
    'START'
    """
    match expression:
        case nodes.Duration(_, mod):
            return Class(TimexType.DURATION, mod)
        case nodes.Recurrence(_, quant, freq):
            return Class(TimexType.SET, None, quant, freq)
        case nodes.Part(which, base):
            return Class(_type(base), _MODS.get(which))
        case nodes.Approximate(base):
            return Class(_type(base), "APPROX")
        case nodes.Before() | nodes.After():
            return Class(TimexType.DATE, type(expression).__name__.upper())
        case _:
            return Class(_type(expression))


def _type(expression: Expression) -> TimexType:
    match expression:
        case nodes.Last() | nodes.Next() | nodes.This() | nodes.Nth() if isinstance(expression.what, Period):
            return TimexType.DURATION
        case nodes.Part(_, base) | nodes.Approximate(base) | nodes.Between(base, _):
            return _type(base)
        case _:
            return TimexType.TIME if _by_the_clock(expression) else TimexType.DATE


def _by_the_clock(expression: Expression) -> bool:
    period = getattr(expression, "period", None)
    if isinstance(period, Period):
        return period.unit < Unit.DAY
    what = getattr(expression, "what", None)
    return isinstance(what, Repeating) and any(
        field in _CLOCK or (field is Field.UNIT and isinstance(value, Unit) and value < Unit.DAY)
        for field, value in what.fields
    )
