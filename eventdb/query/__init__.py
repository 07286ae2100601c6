"""Filters that compose with ``select(Event)``, and the selection behind `eventdb list`."""

from eventdb.query.filters import (
    basis,
    dated,
    definitely,
    on,
    possibly,
    since,
    source,
    status,
    text,
    undated,
    until,
    where,
    who,
)
from eventdb.query.selection import Cursor, Dating, Mode, Selection, conditions, statement

__all__ = [
    "Cursor",
    "Dating",
    "Mode",
    "Selection",
    "basis",
    "conditions",
    "dated",
    "definitely",
    "on",
    "possibly",
    "since",
    "source",
    "statement",
    "status",
    "text",
    "undated",
    "until",
    "where",
    "who",
]
