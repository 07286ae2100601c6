"""Finding the time expressions of a text: scanner, islands, grammar, filters.

An island means the same wherever it stands, given the word before and the word after; so what it came to
is kept, and texts, which say "last year" over and over, are mostly looked up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from eventdb.expression.nodes import Between, Duration, Expression
from eventdb.language.classify import classify
from eventdb.language.filters import Candidate, Filter, passes
from eventdb.language.grammar import Chart, Constituent, Grammar, best_cover
from eventdb.language.lexical import lexical_constituents
from eventdb.language.lexicon import Lexicon, load_lexicon
from eventdb.language.scanner import Scanner
from eventdb.language.signals import leading_signal, trailing_signal
from eventdb.language.timex import Signal, SignalKind, Timex
from eventdb.language.tokens import Token, normalised, tokens_of
from eventdb.text import Span

_BEFORE = re.compile(r"(?:([^\W_]+)|([^\s]))\s*$")
_AFTER = re.compile(r"\s*(?:([^\W_]+(?:['’]s)?)|([^\s]))")
_NEAR = 32
"""Characters that are looked at for the neighbouring word."""


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """The parts that together read one language."""

    lexicon: Lexicon
    grammar: Grammar
    scanner: Scanner
    filters: dict[str, tuple[Filter, ...]]


class Found(NamedTuple):
    """A time expression in an island, with offsets in the island."""

    timex: Timex
    derivation: Constituent


@cache
def english() -> Tagger:
    """The tagger of English."""
    from eventdb.language.english import TOPS, rules
    from eventdb.language.english.filters import FILTERS

    lexicon = load_lexicon("en")
    grammar = Grammar(rules(), TOPS)
    return Tagger(lexicon, grammar, Scanner(lexicon, grammar.literals), FILTERS)


def find_timexes(text: str, language: str = "en", locale: str | None = None) -> tuple[Timex, ...]:
    """The time expressions of a text, in its order, none overlapping another.

    "… met on Tuesday, two days after the vote" → "Tuesday" with the signal "on", "two days" with the
    trailing signal "after". `locale` ("en_GB") tells whether 3/4 is 3 April; without it it is March 4.
    Languages other than English are read by the package dateparser.
    """
    if language.split("-")[0].split("_")[0] != "en":
        from eventdb.language.fallback import find_dates

        return find_dates(text, language, locale)
    return tuple(_tagged(text, english(), day_first=_day_first(locale)))


def _tagged(text: str, tagger: Tagger, *, day_first: bool) -> Iterator[Timex]:
    for start, end in tagger.scanner.islands(text):
        before = _word(_BEFORE.search(text, max(0, start - _NEAR), start))
        after = _word(_AFTER.match(text, end, end + _NEAR))
        if _is_glued(text, start, end):
            continue
        for found in read_island(tagger, text[start:end], before, after, day_first):
            yield _moved(found.timex, start)


def _word(match: "re.Match[str] | None") -> str:
    return "" if match is None else normalised(match.group().strip())


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether the island is the inside of a longer word of letters that RE2's boundaries do not know."""
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalpha())


def _day_first(locale: str | None) -> bool:
    """Only the United States and a few others write the month first; so does English without a locale."""
    return locale is not None and not locale.replace("-", "_").endswith(("_US", "_PH", "_CA", "en"))


# ---------------------------------------------------------------- one island


@lru_cache(maxsize=1 << 16)
def read_island(tagger: Tagger, text: str, before: str, after: str, day_first: bool) -> tuple[Found, ...]:
    """The time expressions of an island between two words."""
    tokens = tuple(tokens_of(text, tagger.lexicon.abbreviations))
    chart = chart_of(tagger, tokens, day_first=day_first)

    def accepts(constituent: Constituent) -> bool:
        return passes(_candidate(constituent, chart, tokens, before, after), tagger.filters)

    chosen = best_cover(chart, len(tokens), accepts)
    return tuple(found for c in chosen for found in _found(c, chart, tokens, text, after))


def chart_of(tagger: Tagger, tokens: Sequence[Token], *, day_first: bool) -> Chart:
    """Everything that the grammar makes of some tokens."""
    words = lexical_constituents(tokens, tagger.lexicon, tagger.grammar.literals, day_first=day_first)
    return tagger.grammar.parse(words, len(tokens))


def _candidate(
    constituent: Constituent, chart: Chart, tokens: Sequence[Token], before: str, after: str
) -> Candidate:
    start, end = constituent.start, constituent.end
    return Candidate(
        constituent,
        tokens,
        leading_signal(chart, tokens, start),
        tokens[start - 1].word if start else before,
        tokens[end].word if end < len(tokens) else after,
    )


def _found(
    constituent: Constituent, chart: Chart, tokens: Sequence[Token], text: str, after: str
) -> Iterator[Found]:
    assert isinstance(constituent.value, Expression)
    split = _split(constituent)
    if split is not None and isinstance(constituent.value, Between):
        yield from _ends(constituent, constituent.value, split, tokens, text)
        return
    start, end = constituent.start, constituent.end
    trailing = None
    if isinstance(constituent.value, Duration) and (end < len(tokens) - 1 or after[:1].isalnum()):
        trailing = trailing_signal(chart, tokens, end)
    signal = leading_signal(chart, tokens, start)
    yield _timex(constituent, constituent.value, (start, end), tokens, text, signal, trailing)


def _timex(
    constituent: Constituent,
    expression: Expression,
    at: tuple[int, int],
    tokens: Sequence[Token],
    text: str,
    signal: Signal | None,
    trailing: Signal | None = None,
    whole: Expression | None = None,
) -> Found:
    span = Span(tokens[at[0]].start, tokens[at[1] - 1].end)
    kind = classify(expression)
    rules = tuple(dict.fromkeys(constituent.rule_names()))
    timex = Timex(
        span,
        span.of(text),
        kind.type,
        expression,
        signal,
        kind.mod,
        kind.quant,
        kind.freq,
        rules,
        trailing,
        whole,
    )
    return Found(timex, constituent)


# ---------------------------------------------------------------- ranges


def _split(constituent: Constituent) -> Constituent | None:
    """The "to" between the ends of a range."""
    if constituent.rule is None or constituent.category in ("day", "date"):
        return None
    for child in constituent.children:
        if child.category in ("to", "and"):
            return child
        below = _split(child)
        if below is not None:
            return below
    return None


def _ends(
    constituent: Constituent, whole: Between, split: Constituent, tokens: Sequence[Token], text: str
) -> Iterator[Found]:
    start = constituent.start
    first_signal = None
    if tokens[start].word in ("from", "between"):
        first_signal = Signal(Span(tokens[start].start, tokens[start].end), SignalKind.SINCE)
        start += 1
    last_signal = Signal(Span(tokens[split.start].start, tokens[split.end - 1].end), SignalKind.UNTIL)
    first, last = (start, split.start), (split.end, constituent.end)
    yield _timex(constituent, whole.first, first, tokens, text, first_signal, None, whole)
    yield _timex(constituent, whole.last, last, tokens, text, last_signal, None, whole)


def _moved(timex: Timex, by: int) -> Timex:
    """The timex of an island at its place in the text."""
    return Timex(
        Span(timex.span.start + by, timex.span.end + by),
        timex.text,
        timex.type,
        timex.expression,
        _moved_signal(timex.signal, by),
        timex.mod,
        timex.quant,
        timex.freq,
        timex.rules,
        _moved_signal(timex.trailing, by),
        timex.range,
    )


def _moved_signal(signal: Signal | None, by: int) -> Signal | None:
    if signal is None:
        return None
    return Signal(Span(signal.span.start + by, signal.span.end + by), signal.kind)
