"""Reading one whole phrase, as a person types it: nothing has to be found, and no context is looked for.

What the filters doubt in running text ("May", "3/4", "1850") is meant as a time here. A phrase may also
count from an event, in its own words: "two days after the vote".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventdb.expression.nodes import After, Before, Duration, EventTime, Expression, ReferenceTime, Shift
from eventdb.expression.rebase import rebased
from eventdb.language.classify import classify
from eventdb.language.coordination import ELLIPTIC
from eventdb.language.grammar import Chart, Constituent
from eventdb.language.signals import leading_signal, trailing_signal
from eventdb.language.tagger import chart_of, code_of, puts_day_first, span_of, tagger_of, timex_of
from eventdb.language.timex import Signal, SignalKind, Timex
from eventdb.language.tokens import Token
from eventdb.text import Span

_LONGEST = 300
"""Characters; a longer text is no phrase."""


def read_phrase(text: str, locale: str | None = None, language: str = "en") -> Timex | None:
    """The time expression that a text as a whole is, or None.

    "since April 2014" → ``Intersection(Year(2014), April)`` with the signal "since";
    "two days after the vote" → ``Shift(EventTime("the vote"), +2 days)``. None too where nothing is known of
    the language.
    """
    code = code_of(language)
    if code is None or not text.strip() or len(text) > _LONGEST:
        return None
    tagger = tagger_of(code)
    tokens = tagger.lexicon.tokens(text.strip(" .!?\n\t"))
    chart = chart_of(tagger, tokens, day_first=puts_day_first(language, locale))
    return _whole(chart, tokens, text.strip(" .!?\n\t"), tagger.grammar.tops) or _of_event(
        chart, tokens, text
    )


def _whole(chart: Chart, tokens: Sequence[Token], text: str, tops: frozenset[str]) -> Timex | None:
    """The derivation that covers everything, but for a signal before it."""
    best: tuple[int, int, Constituent, Signal | None] | None = None
    for start, signal in _starts(chart, tokens):
        for c in chart.starting_at(start):
            if c.category in tops and c.end == len(tokens) and _is_said(c, tokens):
                score = (-start, c.priority)
                if best is None or score > best[:2]:
                    best = (*score, c, signal)
    if best is None:
        return None
    constituent, signal = best[2:]
    expression = constituent.value
    assert isinstance(expression, Expression)
    span = span_of(tokens, constituent.start, constituent.end)
    return replace(timex_of(constituent, expression, span, text), signal=signal)


def _is_said(constituent: Constituent, tokens: Sequence[Token]) -> bool:
    """ "two hours" is a time to come only after "in", "seven" an hour after "at"; 18 alone is no day."""
    before = tokens[constituent.start - 1].word if constituent.start else ""
    if constituent.category == "lone-hour":
        return bool(before)
    if constituent.category in ELLIPTIC:
        return tokens[constituent.start].shape != "number"
    return constituent.category != "to-come" or before == "in"


def _starts(chart: Chart, tokens: Sequence[Token]) -> Iterator[tuple[int, Signal | None]]:
    yield 0, None
    for start in range(1, min(5, len(tokens))):
        signal = leading_signal(chart, tokens, start)
        if signal is not None and signal.span.start == tokens[0].start:
            yield start, signal


# ---------------------------------------------------------------- from an event


def _of_event(chart: Chart, tokens: Sequence[Token], text: str) -> Timex | None:
    """A time, a word that says how it is counted, and the words for an event."""
    for c in chart.starting_at(0):
        found = trailing_signal(chart, tokens, c)
        after = len(tokens) if found is None else _token_after(found[0], tokens)
        if found is not None and after < len(tokens):
            expression = rebased(_counted(*found), _event(tokens, after, text))
            return _event_timex(expression, text, *c.rule_names(), "counted-from-event")
    return _beside_event(chart, tokens, text)


def _counted(signal: Signal, expression: Expression) -> Expression:
    """A length of time as what lies so far from the event; what is counted in another way as it is."""
    if not isinstance(expression, Duration):
        return expression
    back = signal.kind is SignalKind.BEFORE
    return Shift(ReferenceTime(), -expression.period if back else expression.period)


def _beside_event(chart: Chart, tokens: Sequence[Token], text: str) -> Timex | None:
    """ "after the vote", "before the war"."""
    for start in range(1, min(5, len(tokens))):
        signal = leading_signal(chart, tokens, start)
        if signal is None or signal.span.start != tokens[0].start:
            continue
        event = _event(tokens, start, text)
        operators = {SignalKind.AFTER: After, SignalKind.BEFORE: Before}
        if signal.kind in operators:
            return _event_timex(operators[signal.kind](event), text, "beside-event")
    return None


def _token_after(signal: Signal, tokens: Sequence[Token]) -> int:
    return next((i for i, token in enumerate(tokens) if token.start >= signal.span.end), len(tokens))


def _event(tokens: Sequence[Token], start: int, text: str) -> EventTime:
    return EventTime(text.strip()[tokens[start].start : tokens[-1].end])


def _event_timex(expression: Expression, text: str, *rules: str) -> Timex:
    kind = classify(expression)
    return Timex(Span(0, len(text)), text, kind.type, expression, mod=kind.mod, rules=rules)
