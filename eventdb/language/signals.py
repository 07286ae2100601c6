"""Signals: the word before a time expression that binds it ("since", "no later than"), or after it.

TIMEX3 keeps them out of the expression's extent: in "since April" the expression is "April". After a
length of time one may follow: "two days after the vote".
"""

from collections.abc import Sequence

from eventdb.language.grammar import Chart, Constituent
from eventdb.language.timex import Signal, SignalKind
from eventdb.language.tokens import Token
from eventdb.text import Span

LEADING = "signal"
TRAILING = "trailing-signal"
CLOSING = "closing-signal"
OPENING = "opening"
"""Categories of the words that bind: before a time, after a length, before the first end of a range."""


def leading_signal(chart: Chart, tokens: Sequence[Token], start: int) -> Signal | None:
    """The longest signal that ends where an expression begins."""
    for first in range(max(0, start - 4), start):
        for constituent in chart.starting_at(first):
            if constituent.category == LEADING and constituent.end == start:
                return signal_of(constituent, tokens)
    return None


def closing_signal(chart: Chart, tokens: Sequence[Token], end: int) -> Signal | None:
    """A signal that follows the time that it binds: "2012 or later"."""
    found = (c for c in chart.starting_at(end) if c.category == CLOSING)
    return next((signal_of(c, tokens) for c in found), None)


def trailing_signal(chart: Chart, tokens: Sequence[Token], end: int) -> Signal | None:
    """The longest signal that begins where an expression ends."""
    found = [c for c in chart.starting_at(end) if c.category == TRAILING]
    return signal_of(max(found, key=lambda c: c.end), tokens) if found else None


def signal_of(constituent: Constituent, tokens: Sequence[Token]) -> Signal:
    """The signal that a lexical constituent stands for."""
    span = Span(tokens[constituent.start].start, tokens[constituent.end - 1].end)
    return Signal(span, SignalKind[str(constituent.value)])
