"""From tokens to lexical constituents: what each word, name or figure can mean, before any rule."""

from collections.abc import Collection, Iterator, Sequence

from eventdb.language.grammar import Constituent
from eventdb.language.lexicon import Lexeme, Lexicon
from eventdb.language.numerals import readings
from eventdb.language.tokens import Token

_GLUED = frozenset({"short-unit", "suffix"})
"""What only counts right after a figure: the h of "5h", and endings like the "er" of "1990er"."""


def lexical_constituents(
    tokens: Sequence[Token], lexicon: Lexicon, literals: Collection[str], *, day_first: bool
) -> Iterator[Constituent]:
    """All lexical constituents over the tokens: literals, lexemes of one or more words, figures."""
    for position, token in enumerate(tokens):
        if token.word in literals:
            yield Constituent(f"'{token.word}'", position, position + 1, token.word)
        for category, value in readings(token, day_first=day_first, decimal_comma=lexicon.decimal_comma):
            yield Constituent(category, position, position + 1, value)
        for lexeme in lexicon.beginning_with(token.word):
            if _fits(lexeme, tokens, position):
                yield Constituent(lexeme.category, position, position + len(lexeme.words), lexeme.value)


def _fits(lexeme: Lexeme, tokens: Sequence[Token], position: int) -> bool:
    words = lexeme.words
    if len(words) > 1 and tuple(t.word for t in tokens[position : position + len(words)]) != words:
        return False
    if lexeme.capital and not tokens[position].text[0].isupper():
        return False
    return lexeme.category not in _GLUED or _after_figure(tokens, position)


def _after_figure(tokens: Sequence[Token], position: int) -> bool:
    before = tokens[position - 1] if position else None
    return (
        before is not None and before.shape in ("number", "decimal") and before.end == tokens[position].start
    )
