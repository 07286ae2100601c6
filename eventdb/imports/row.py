"""`Row`: what a file says of one event, before it is understood."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from eventdb.text import Span


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file: its line, the stretch of the text that holds it, and its cells by column.

    `problem` says why it cannot be used, where the format itself is broken there. `written` is the date
    as it stands in the file, where the cell holds it in EDTF.
    """

    line: int
    place: Span
    cells: Mapping[str, str]
    problem: str | None = None
    written: str | None = None


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends; unlike `str.splitlines` it knows no other end than ``\\n``.

    >>> lines_of("a\\u2028b\\nc")
    ['a\\u2028b\\n', 'c']
    """
    return re.findall(r"[^\n]*\n|[^\n]+", text)
