"""The scanner: one RE2 pass that finds the few stretches of a text worth parsing.

An *island* is a run of candidate words and figures with at least one trigger among them: "in the spring
of 1943" is one, "in the house" is none. RE2 is linear in the text whatever it holds; a run that is
longer than any phrase is cut, so that the parser is linear too.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from eventdb.language.lexicon import GLUED_ONLY, Lexeme, Lexicon

_LONGEST = 240
"""Characters of an island; what is longer is cut at spaces: no time expression is."""

_SPACE = r"[ \t\x{a0}]"
_BETWEEN = rf"(?:['’]s?)?\)?{_SPACE}{{0,3}}(?:[-,–—/(~@]|\r?\n|\.{_SPACE})?{_SPACE}{{0,8}}"
_FIGURE = r"\d{1,9}(?:[.,]\d{1,6}){0,3}"
_GLUED = ("unit", "units", "month", "oclock", *GLUED_ONLY)


class Scanner:
    """Finds the islands of a language's words and of figures."""

    def __init__(self, lexicon: Lexicon, literals: Iterable[str]) -> None:
        words = list(lexicon.lexemes)
        triggers = [_form(x) for x in words if x.category in lexicon.triggers]
        others = [_form(x) for x in words if x.category not in (*lexicon.triggers, *GLUED_ONLY)]
        others += [_word(word) for word in literals if word[-1:].isalnum() and word[:1].isalpha()]
        glued = _glued(words)
        triggers += [*_figures(glued), *lexicon.figures]
        trigger = _either(triggers)
        element = _either([*triggers, *others, rf"\b{_FIGURE}{glued}?\b"])
        self._pattern = _compiled(f"(?:{element}{_BETWEEN})*{trigger}(?:{_BETWEEN}{element})*\\)?")

    def islands(self, text: str) -> Iterator[tuple[int, int]]:
        """The islands of a text as ``(start, end)`` in characters, in order."""
        if text.isascii():
            for match in self._pattern.finditer(text.encode()):
                yield from _cut(text, *match.span())
            return
        yield from self._of_unicode(text)

    def _of_unicode(self, text: str) -> Iterator[tuple[int, int]]:
        """RE2 counts bytes: what lies between two matches is decoded to count its characters."""
        encoded = text.encode("utf-8", "surrogatepass")
        byte, character = 0, 0
        for match in self._pattern.finditer(encoded):
            start, end = match.span()
            first = character + _length(encoded[byte:start])
            last = first + _length(encoded[start:end])
            byte, character = end, last
            yield from _cut(text, first, last)


def _length(encoded: bytes) -> int:
    return len(encoded.decode("utf-8", "surrogatepass"))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The island, or where it is too long pieces of it."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        middle = space if space > 0 else start + _LONGEST
        yield start, middle
        start = middle + (space > 0)
    yield start, end


# ---------------------------------------------------------------- the pattern


@cache
def _compiled(pattern: str) -> Any:
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.longest_match = True
    options.never_capture = True
    options.max_mem = 128 << 20
    return re2.compile(pattern.encode(), options)


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(set(patterns)))})"


def _form(lexeme: Lexeme) -> str:
    return _word(lexeme.form)


def _word(form: str) -> str:
    """A form with any space between its words, and with or without the point of an abbreviation."""
    pieces = [re.escape(piece) for piece in re.split(r"[ ]+", form.rstrip("."))]
    body = r"[\s]+".join(pieces).replace("'", "['’]")
    end = r"(?:\.|\b)" if form.endswith(".") else _bound(form[-1:])
    return f"{_bound(form[:1])}{body}{end}"


def _bound(letter: str) -> str:
    """The bound of a word at its first or last letter; RE2 knows bounds of ASCII words only."""
    return r"\b" if letter.isascii() and letter.isalnum() else ""


def _glued(words: Iterable[Lexeme]) -> str:
    """What may stand right after a figure: "7pm", "24hrs", "26nov"."""
    forms = {re.escape(x.form.rstrip(".").lower()) for x in words if x.category in _GLUED}
    return f"(?:am|pm|a\\.m\\.?|p\\.m\\.?|st|nd|rd|th|{'|'.join(sorted(forms))})"


def _figures(glued: str) -> list[str]:
    """Figures that are time by their form: years, clock times, dates, decades, and with a unit glued on."""
    return [
        r"\b[12]\d{3}\b",
        r"\b\d{4}-?[wq]\d{1,2}(?:-\d)?\b",
        r"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"\b\d{{1,2}}[:h]\d\d(?::\d\d(?:[.,]\d{{1,6}})?)?(?:\b|{glued}\b)",
        r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b",
        r"\b\d{1,4}[/-][a-z]{3,9}[/-]\d{1,4}\b",
        r"\b(?:\d{4}[/-]\d{1,2}|\d{1,2}[/-]\d{4})[/-][a-z]{3,9}\b",
        r"\b\d{1,4}/\d{1,4}\b",
        r"['’]?\d{1,3}0['’]?s\b",
        r"['’‘]\d\d\b",
        rf"\b(?:\d{{1,6}}(?:\.\d{{1,4}})?{glued})+\b",
        rf"[+] ?\d{{1,4}}(?:{glued}(?:\d{{1,4}}{glued})*)?",
        rf"\A-(?:\d{{1,4}}{glued}?)+",
        r"\b\d{8}\b",
    ]
