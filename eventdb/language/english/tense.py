"""Where the words around a time expression point: "will meet on Friday", "met on Friday", "Friday at 4".

For texts that are not parsed, and for clauses whose verb has no tense of its own. The nearest word that
tells decides, those before the expression first; the words are in data/en/context.toml.
"""

import re
from functools import cache

from eventdb.expression.frame import Direction
from eventdb.resources import load_toml
from eventdb.text import Span

_NEAR = 120
"""Characters of a clause that are looked at on either side."""

_END = re.compile(r"[.!?;]\s|\n\s*\n")
_WORD = re.compile(r"ha(?:ve|s) to\b|[a-z]+(?:'[a-z]+)?")


def direction_in(text: str, span: Span) -> Direction | None:
    """Where the clause around an expression points; None where no word tells.

    "The board will meet on Friday" → FUTURE; "the board met on Friday" → PAST; "Lunch on Friday?" → FUTURE.
    """
    before = _END.split(text[max(0, span.start - _NEAR) : span.start])[-1]
    after = _END.split(text[span.end : span.end + _NEAR])[0]
    words = [*reversed(_phrases(before)), *_phrases(after)]
    asked = text[span.end : span.end + len(after) + 1].rstrip().endswith("?")
    return next(filter(None, map(_points, words)), Direction.FUTURE if asked else None)


def _phrases(text: str) -> list[str]:
    """The words of a clause, "have to" as one."""
    return _WORD.findall(text.lower().replace("’", "'"))


def _points(word: str) -> Direction | None:
    if word in _words("future"):
        return Direction.FUTURE
    if word in _words("past") or (word.endswith("ed") and word not in _words("not-past")):
        return Direction.PAST
    return None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("en/context.toml")["tense"][name])
