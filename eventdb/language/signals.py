"""Signals: the word before a time expression that binds it ("since", "no later than"), or after it.

TIMEX3 keeps them out of the expression's extent: in "since April" the expression is "April". After a
length of time one may follow: "two days after the vote".
"""

from collections.abc import Sequence

from eventdb.expression.nodes import (
    Duration,
    Expression,
    Field,
    Intersection,
    Last,
    Nearest,
    Next,
    Nth,
    Part,
    ReferenceTime,
    Repeating,
    Shift,
    This,
)
from eventdb.language.compose import REFERENCE, first_after
from eventdb.language.grammar import Chart, Constituent
from eventdb.language.timex import Signal, SignalKind
from eventdb.language.tokens import Token
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import Span

LEADING = "signal"
TRAILING = "trailing-signal"
AFTER_LENGTH = "length-signal"
CLOSING = "closing-signal"
CLOSING_LAST = "closing-signal-last"
OPENING = "opening"
DEFINITE = "definite"
"""Categories of words that bind: before a time, after it, before the first end of a range; the article."""


def leading_signal(chart: Chart, tokens: Sequence[Token], start: int) -> Signal | None:
    """The longest signal that ends where an expression begins."""
    for first in range(max(0, start - 4), start):
        for constituent in chart.starting_at(first):
            if constituent.category == LEADING and constituent.end == start:
                return signal_of(constituent, tokens)
    return None


def closing_signal(chart: Chart, tokens: Sequence[Token], end: int) -> Signal | None:
    """A signal that follows the time that it binds: "2012 or later".

    "and after 6 pm" binds what follows; "in 2012 and later moved" goes on to something else.
    """
    found = (c for c in chart.starting_at(end) if c.category in (CLOSING, CLOSING_LAST))
    closing = (c for c in found if not any(x.category in chart.tops for x in chart.starting_at(c.end)))
    last = (c for c in closing if c.category == CLOSING or not _goes_on(tokens, c.end))
    return next((signal_of(c, tokens) for c in last), None)


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether a word follows."""
    return end < len(tokens) and tokens[end].word[:1].isalnum()


def trailing_signal(
    chart: Chart, tokens: Sequence[Token], constituent: Constituent, leading: Signal | None = None
) -> tuple[Signal, Expression] | None:
    """The longest signal that follows an expression, and the expression as it makes it."""
    expression = constituent.value
    kinds = (TRAILING, AFTER_LENGTH) if isinstance(expression, Duration) else (TRAILING,)
    found = [c for c in chart.starting_at(constituent.end) if c.category in kinds]
    if not found or not isinstance(expression, Expression):
        return None
    signal = signal_of(max(found, key=lambda c: c.end), tokens)
    open_ = isinstance(expression, Nearest)
    if open_ and not any(c.category == DEFINITE for c in chart.starting_at(constituent.start)):
        return None
    within = leading is not None and leading.kind is SignalKind.WITHIN
    if within and isinstance(expression, Duration):  # "within ten days of the appeal"
        return signal, expression
    counted = counted_by(expression, signal.kind)
    return None if counted is None else (signal, counted)


def at_edge(signal: Signal | None, constituent: Constituent) -> Signal | None:
    """What is before the end of a time may lie all through it: "before the end of May" is not after May."""
    edge = constituent.rule is not None and constituent.rule.edge
    if signal is None or not edge or not isinstance(constituent.value, Part):
        return signal
    ends = constituent.value.which == "END" and signal.kind is SignalKind.BEFORE
    return Signal(signal.span, SignalKind.NOT_AFTER) if ends else signal


def signal_of(constituent: Constituent, tokens: Sequence[Token]) -> Signal:
    """The signal that a lexical constituent stands for."""
    span = Span(tokens[constituent.start].start, tokens[constituent.end - 1].end)
    return Signal(span, SignalKind[str(constituent.value)])


# ---------------------------------------------------------------- what a following signal makes of a time


def counted_by(expression: Expression, kind: SignalKind) -> Expression | None:
    """A time as the signal after it makes it, counted from the event that follows; None where it does not.

    "the week" + "after" (the vote) → ``Next(week, ReferenceTime())``; "the fifth day" + "of" (the siege) →
    itself. A length of time stays one: the signal tells in which direction it is counted.
    """
    if kind is SignalKind.AT and _is_counted(expression):
        return expression
    match expression:
        case Duration() if kind is not SignalKind.AT:
            return expression
        case Nearest(Repeating(((field, _),)) as what, ReferenceTime()) if field in _COUNTED:
            return _beside(what, kind)
        case Nth(n, what, ReferenceTime()):
            return _nth_after(n, what)
        case Intersection(Nth(_, _, ReferenceTime()) as base, what):
            nth = counted_by(base, kind)
            return None if nth is None else Intersection(nth, what)
        case _:
            return None


def _is_counted(expression: Expression) -> bool:
    """Whether only the event is missing: "the same day as", "the fifth day of", "the eve of"."""
    match expression:
        case This(_, ReferenceTime()) | Nth(_, _, ReferenceTime()):
            return True
        case Shift(ReferenceTime(), period):
            return period == _EVE
        case Intersection(base, _):
            return _is_counted(base)
        case _:
            return False


_EVE = Period.of(-1, Unit.DAY)
_COUNTED = (Field.UNIT, Field.PART, Field.SEASON, Field.MONTH, Field.WEEKDAY, Field.WEEKEND)


def _beside(what: Repeating, kind: SignalKind) -> Expression | None:
    """ "the week", "the morning", "the summer" after, before or of an event."""
    if what.coarsest is Field.PART:
        day = _beside(Repeating.unit(Unit.DAY), kind)
        return None if day is None else Intersection(day, what)
    if kind is SignalKind.AT:
        return This(what, REFERENCE)
    return first_after(what, REFERENCE) if kind is SignalKind.AFTER else Last(what, REFERENCE)


def _nth_after(n: int, what: Repeating | Period) -> Expression | None:
    """ "the second day after the fall" is two days after it, "the second Sunday" a week after the first."""
    if isinstance(what, Period):
        return Next(what, REFERENCE) if n == 1 else None
    field, unit = what.fields[0]
    if n < 1 or field not in (Field.UNIT, Field.WEEKDAY):
        return None
    if isinstance(unit, Unit):
        return Shift(REFERENCE, Period.of(n, unit), exact=unit <= Unit.DAY)
    return Shift(first_after(what, REFERENCE), Period.of(n - 1, Unit.WEEK), exact=True)
