"""From tokens to lexical constituents: what each word, name or figure can mean, before any rule."""

from collections.abc import Collection, Iterator, Sequence

from eventdb.language.grammar import Constituent
from eventdb.language.lexicon import GLUED_ONLY, Lexeme, Lexicon
from eventdb.language.numerals import day_in_figures, month_before_year, month_in_figures, readings, year_last
from eventdb.language.tokens import Token


def lexical_constituents(
    tokens: Sequence[Token], lexicon: Lexicon, literals: Collection[str], *, day_first: bool
) -> Iterator[Constituent]:
    """All lexical constituents over the tokens: literals, lexemes of one or more words, figures."""
    for position, token in enumerate(tokens):
        if token.word in literals:
            yield Constituent(f"'{token.word}'", position, position + 1, token.word)
        for category, value in readings(token, day_first=day_first, decimal_comma=lexicon.decimal_comma):
            yield Constituent(category, position, position + 1, value)
        yield from figures_apart(tokens, position, day_first=day_first)
        for lexeme in lexicon.beginning_with(token.word):
            if _fits(lexeme, tokens, position):
                yield Constituent(lexeme.category, position, position + len(lexeme.words), lexeme.value)


def _fits(lexeme: Lexeme, tokens: Sequence[Token], position: int) -> bool:
    words = lexeme.words
    if len(words) > 1 and tuple(t.word for t in tokens[position : position + len(words)]) != words:
        return False
    if lexeme.capital and not tokens[position].text[0].isupper():
        return False
    return lexeme.category not in GLUED_ONLY or _after_figure(tokens, position)


def _after_figure(tokens: Sequence[Token], position: int) -> bool:
    before = tokens[position - 1] if position else None
    figures = ("number", "decimal", "clock")
    return before is not None and before.shape in figures and before.end == tokens[position].start


def figures_apart(tokens: Sequence[Token], position: int, *, day_first: bool) -> Iterator[Constituent]:
    """A date whose figures are tokens of their own: "2-15", "4 / 22", "2014-10", "31 10 1974"."""
    first, middle, last = (*tokens[position : position + 3], None, None, None)[:3]
    if first is None or middle is None or last is None or first.shape != "number" or last.shape != "number":
        return
    if middle.word in ("-", "/"):
        value = month_in_figures(first.text, last.text) if first.end + 1 == last.start else None
        value = value or month_before_year(first.text, last.text)
        if value is not None:
            yield Constituent("apart-month", position, position + 3, value)
        day = day_in_figures(first.text, last.text, day_first=day_first)
        if day is not None:
            yield Constituent("apart-day", position, position + 3, day)
    elif middle.shape == "number" and len(last.text) == 4 and max(len(first.text), len(middle.text)) <= 2:
        date = year_last(int(first.text), int(middle.text), int(last.text), day_first=day_first)
        if date is not None:
            yield Constituent("apart-date", position, position + 3, date)
