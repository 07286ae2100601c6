"""Texts for a spreadsheet, which takes for a formula, and computes, what begins with a sign of one.

A text of a document may so read files or call programs on the computer of whoever opens the table
(OWASP, "CSV Injection"). An apostrophe before it makes it a text again; spreadsheets do not show it.
"""

import re

SIGNS = frozenset("=+-@\t\r'")
"""With what a formula begins, and the apostrophe, so that what was put before can be taken away again."""

_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """A text that no spreadsheet computes.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("O'Hara")
    ("'=1+1", "''=1+1", "O'Hara")
    """
    if text[:1] not in SIGNS:
        return text
    return f"'{text}" if text[0] != "'" or _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if _GUARDED.match(text) else text
