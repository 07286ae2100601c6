"""Finding the time expressions of a text: scanner, islands, grammar, filters.

An island means the same wherever it stands, given the word before and the word after; so what it came to
is kept, and texts, which say "last year" over and over, are mostly looked up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from eventdb.expression.nodes import Between, Expression
from eventdb.language.classify import classify
from eventdb.language.coordination import coordinated
from eventdb.language.filters import Candidate, Filter, passes
from eventdb.language.grammar import Chart, Constituent, Grammar, best_cover
from eventdb.language.languages import PACKAGES, language_of
from eventdb.language.lexical import lexical_constituents
from eventdb.language.lexicon import Lexicon, load_lexicon
from eventdb.language.locales import day_comes_first, known_language
from eventdb.language.scanner import Scanner
from eventdb.language.signals import OPENING, at_edge, closing_signal, leading_signal, trailing_signal
from eventdb.language.timex import Signal, SignalKind, Timex
from eventdb.language.tokens import Token, normalised
from eventdb.text import Span

_BEFORE = re.compile(r"(?:[^\W_]+(?:\.(?!\s*\n))?|[^\s])\s*$")  # "page." at the end of a line is no page
_AFTER = re.compile(r"\s*(?:[^\W_]+(?:['’]s)?|[^\s])")
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
def tagger_of(code: str) -> Tagger:
    """The tagger of a language, by its code.

    Raises:
        ResourceError: nothing is known of the language.
    """
    language = language_of(code)
    lexicon = load_lexicon(code)
    grammar = Grammar(language.rules, language.tops)
    return Tagger(lexicon, grammar, Scanner(lexicon, grammar.literals), language.filters)


def english() -> Tagger:
    """The tagger of English."""
    return tagger_of("en")


def tag(text: str, language: str = "en", locale: str | None = None) -> tuple[Timex, ...]:
    """What `eventdb.language.find_timexes` gives."""
    code = code_of(language)
    if code is None:
        return ()
    found = tuple(_tagged(text, tagger_of(code), day_first=puts_day_first(language, locale)))
    if found or code in PACKAGES:
        return found
    from eventdb.language.fallback import find_dates

    return find_dates(text, code, locale)


def code_of(language: str) -> str | None:
    """The code under which a language is read, "en" of "en_GB"; None of one of which nothing is known."""
    code = re.split("[-_]", language, maxsplit=1)[0].lower()
    return code if code in PACKAGES else known_language(language)


def puts_day_first(language: str, locale: str | None = None) -> bool:
    """Whether 3/4 is 3 April: all over the world but in the United States and where they set the custom.

    What the locale is not told of is read as Americans read English, and as other languages are written.
    """
    if code_of(language) in PACKAGES:
        return (locale or language).replace("-", "_") not in ("en", "en_US", "en_PH", "en_CA")
    return day_comes_first(language, locale)


def _tagged(text: str, tagger: Tagger, *, day_first: bool) -> Iterator[Timex]:
    for island in tagger.scanner.islands(text):
        start, end = _whole_words(text, *island) if tagger.lexicon.spaced else island
        if end < len(text) and _is_decimal(text, end):
            continue
        before = _word(_BEFORE.search(text, max(0, start - _NEAR), start))
        after = _word(_AFTER.match(text, end, end + _NEAR))
        for found in read_island(tagger, text[start:end], before, after, day_first):
            yield _moved(found.timex, start)


def _word(match: "re.Match[str] | None") -> str:
    return "" if match is None else normalised(match.group().strip())


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The island without parts of longer words: RE2's boundaries do not know letters beyond ASCII.

    Of "darüber 2014", where "über 2014" was found, " 2014" is left.
    """
    if start > 0 and text[start - 1].isalnum():
        start = next((at for at in range(start, end) if not text[at].isalnum()), end)
    if end < len(text) and text[end].isalpha():
        end = next((at for at in range(end, start, -1) if not text[at - 1].isalnum()), start)
    return start, end


def _is_decimal(text: str, end: int) -> bool:
    """Whether a figure goes on: the .1 of "2082.1"."""
    return text[end] in ".," and text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit()


# ---------------------------------------------------------------- one island


@lru_cache(maxsize=1 << 16)
def read_island(tagger: Tagger, text: str, before: str, after: str, day_first: bool) -> tuple[Found, ...]:
    """The time expressions of an island between two words."""
    tokens = tagger.lexicon.tokens(text)
    chart = chart_of(tagger, tokens, day_first=day_first)

    def accepts(constituent: Constituent) -> bool:
        return passes(_candidate(constituent, chart, tokens, before, after), tagger.filters)

    chosen = coordinated(best_cover(chart, len(tokens), accepts), chart, tokens)
    return tuple(found for c in chosen for found in _found(c, chart, tokens, text, after))


def chart_of(tagger: Tagger, tokens: Sequence[Token], *, day_first: bool) -> Chart:
    """Everything that the grammar makes of some tokens."""
    words = lexical_constituents(tokens, tagger.lexicon, tagger.grammar.literals, day_first=day_first)
    return tagger.grammar.parse(words, len(tokens))


def _candidate(
    constituent: Constituent, chart: Chart, tokens: Sequence[Token], before: str, after: str
) -> Candidate:
    start, end = constituent.start, constituent.end
    signal = leading_signal(chart, tokens, start)
    first = start if signal is None else next(i for i, t in enumerate(tokens) if t.start == signal.span.start)
    return Candidate(
        constituent,
        tokens,
        signal,
        tokens[start - 1].word if start else before,
        tokens[end].word if end < len(tokens) else after,
        start <= 1 and end == len(tokens) and not before and not after[:1].isalnum(),
        tokens[first - 1].word if first else before,
    )


def _found(
    constituent: Constituent, chart: Chart, tokens: Sequence[Token], text: str, after: str
) -> Iterator[Found]:
    expression = constituent.value
    assert isinstance(expression, Expression)
    split = _split(constituent)
    if split is not None and isinstance(expression, Between):
        yield from _ends(constituent, expression, split, chart, tokens, text)
        return
    if constituent.category == "period-ended":
        yield from _length_and_end(constituent, expression, chart, tokens, text)
        return
    start, end = constituent.start, constituent.end
    follows = end < len(tokens) - 1 or after[:1].isalnum()
    signal = closing_signal(chart, tokens, end) or leading_signal(chart, tokens, start)
    found = trailing_signal(chart, tokens, constituent, signal) if follows else None
    trailing, expression = (None, expression) if found is None else found
    timex = timex_of(constituent, expression, span_of(tokens, start, end), text)
    yield Found(replace(timex, signal=at_edge(signal, constituent), trailing=trailing), constituent)


def span_of(tokens: Sequence[Token], start: int, end: int) -> Span:
    """The characters that a stretch of tokens covers; a point at the end is the sentence's."""
    last = tokens[end - 1]
    return Span(tokens[start].start, last.end - (last.shape == "word" and last.text.endswith(".")))


def timex_of(constituent: Constituent, expression: Expression, span: Span, text: str) -> Timex:
    """A constituent as a time expression, signals aside."""
    kind = classify(expression)
    rules = tuple(dict.fromkeys(constituent.rule_names()))
    mod = constituent.mod or kind.mod
    return Timex(span, span.of(text), kind.type, expression, None, mod, kind.quant, kind.freq, rules)


# ---------------------------------------------------------------- ranges


_RANGES = ("range", "days", "and-days", "elliptic-days", "clock-range", "hours-range")


def _split(constituent: Constituent) -> Constituent | None:
    """The "to" between the ends of a range."""
    if constituent.category not in _RANGES:
        return None
    for child in constituent.children:
        if child.category in ("to", "and"):
            return child
    return next(filter(None, map(_split, constituent.children)), None)


def _ends(
    constituent: Constituent,
    whole: Between,
    split: Constituent,
    chart: Chart,
    tokens: Sequence[Token],
    text: str,
) -> Iterator[Found]:
    """The two expressions of a range, each with the signal that binds it."""
    start = constituent.start
    signal = None
    opening = max((c.end for c in chart.starting_at(start) if c.category == OPENING), default=start)
    if opening > start:
        signal = Signal(span_of(tokens, start, opening), SignalKind.SINCE)
        start = opening
    first = timex_of(constituent, whole.first, span_of(tokens, start, split.start), text)
    yield Found(replace(first, signal=signal, range=whole), constituent)
    until = Signal(span_of(tokens, split.start, split.end), SignalKind.UNTIL)
    last = timex_of(constituent, whole.last, span_of(tokens, split.end, constituent.end), text)
    yield Found(replace(last, signal=until, range=whole), constituent)


def _length_and_end(
    constituent: Constituent, whole: Expression, chart: Chart, tokens: Sequence[Token], text: str
) -> Iterator[Found]:
    """The two expressions of "the quarter ended 30 September": the three months, and their last day."""
    *_, split, end = constituent.children
    assert isinstance(end.value, Expression)
    length = timex_of(constituent, whole, span_of(tokens, constituent.start, split.start), text)
    yield Found(replace(length, signal=leading_signal(chart, tokens, constituent.start)), constituent)
    last = timex_of(end, end.value, span_of(tokens, end.start, end.end), text)
    until = Signal(span_of(tokens, split.start, split.end), SignalKind.UNTIL)
    yield Found(replace(last, signal=until), end)


# ---------------------------------------------------------------- places in the text


def _moved(timex: Timex, by: int) -> Timex:
    """The timex of an island at its place in the text."""
    return replace(
        timex,
        span=_at(timex.span, by),
        signal=_signal_at(timex.signal, by),
        trailing=_signal_at(timex.trailing, by),
    )


def _signal_at(signal: Signal | None, by: int) -> Signal | None:
    return None if signal is None else Signal(_at(signal.span, by), signal.kind)


def _at(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
