"""Cutting an island into tokens: numbers in their written forms, words, and marks between them."""

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of text at ``[start, end)``; `word` is its normal form, `shape` says what kind it is."""

    start: int
    end: int
    text: str
    word: str
    shape: str


_FIGURES = r"""
      (?P<iso>\d{4}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,6})?)?)?
        (?:\ ?Z\b|[+-]\d\d:?\d\d\b)?(?![\d-]))
    | (?P<isoweek>\d{4}-?W\d\d(?:-[1-7])?\b)
    | (?P<isoquarter>\d{4}-?[Qq][1-4]\b)
    | (?P<numeric>\d{1,4}/\d{1,2}/\d{1,4}(?![\d/])
        | \d{1,4}(?P<mark>[.-])\d{1,2}(?P=mark)\d{1,4}(?![\d/]|\.\d|-\d(?!\d?[.-]\d{1,2}[.-]\d)))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,6})?)?(?![\d:]))
    | (?P<hclock>\d{1,2}[hH]\d\d(?!\d|[mM]\b))
    | (?P<slash>\d{1,4}/\d{1,4}(?![\d/]))
    | (?P<decade>['’]?\d{1,3}0['’]?s\b)
    | (?P<ordinal>\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
    | (?P<grouped>\d{1,3}(?:,\d{3})+(?!\d))
    | (?P<decimal>\d{1,6}\.\d{1,4}(?!\d))
    | (?P<comma>\d{1,6},\d{1,2}(?![\d,]))
    | (?P<number>\d+)
    | (?P<shortyear>['’‘]\d\d(?!\d))
    | (?P<possessive>['’‘]s\b|['’](?=\s|$))
"""
_TEXTUAL = r"""(?P<textual>
        \d{1,4}(?P<dash>[/-])(?:[A-Za-z]{3,9}(?P=dash)\d{1,4}|\d{1,4}(?P=dash)[A-Za-z]{3,9})\b)
    |"""
_WORD = r"""
    | (?P<dotted>(?:[A-Za-z]\.\ ?){1,3}[A-Za-z]\b\.?)
    | (?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
"""
_PIECE = r"""
    | (?P<dotted>(?:[A-Za-z]\.){1,3}[A-Za-z]\b\.?)
    | (?P<word>[^\W\d_]+)
"""
_REST = r"""
    | (?P<dash2>[-–—~]+)
    | (?P<other>[^\s])
"""

SHAPES = re.compile(_TEXTUAL + _FIGURES + _WORD + _REST, re.VERBOSE)
"""Words of a language that writes "o'clock" and "don't"."""


def shapes_of(known: Iterable[str] = ()) -> re.Pattern[str]:
    """The tokens of a language whose words end at an apostrophe: "d'octobre", "Ekim'de".

    Of a language without spaces between its words `known` are those that it has; all other letters stand
    alone: "来週の月曜日" → 来週, の, 月曜日.
    """
    words = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    if not words:
        return re.compile(_FIGURES + _PIECE + _REST, re.VERBOSE)
    known_words = rf"""
    | (?P<dotted>(?:[A-Za-z]\.){{1,3}}[A-Za-z]\b\.?)
    | (?P<word>{words}|[A-Za-z]+|[^\W\d_])
"""
    return re.compile(_FIGURES + known_words + _REST, re.VERBOSE | re.IGNORECASE)


_ALIKE = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "~": "-"})


def normalised(text: str, shape: str = "word") -> str:
    """The form under which a word stands in the lexicon: small letters, plain marks, no points.

    >>> normalised("P.M."), normalised("O’clock")
    ('pm', "o'clock")
    """
    word = text.lower().translate(_ALIKE)
    if shape == "dash2":
        return "-"
    if shape == "dotted" or (shape == "word" and word[-1:] == "."):
        return word.replace(".", "").replace(" ", "")
    return word


def words_of(form: str, shapes: re.Pattern[str] = SHAPES) -> tuple[str, ...]:
    """The normal words of a lexicon's form: ``"New Year's Day"`` → ``("new", "year", "'s", "day")``."""
    return tuple(token.word for token in tokens_of(form, (form.lower(),), shapes))


def tokens_of(text: str, abbreviations: Container[str], shapes: re.Pattern[str] = SHAPES) -> Iterator[Token]:
    """The tokens of a text; an abbreviation keeps its point."""
    position = 0
    while match := shapes.search(text, position):
        position = match.end()
        shape = str(match.lastgroup)
        if shape == "word" and text[position : position + 1] == ".":
            position += f"{match.group().lower()}." in abbreviations
        piece = text[match.start() : position]
        yield Token(match.start(), position, piece, normalised(piece, shape), shape)
