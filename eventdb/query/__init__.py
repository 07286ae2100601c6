"""Filters that compose with ``select(Event)``, and the selections and queries of `eventdb list`."""

from eventdb.query.filters import (
    basis,
    dated,
    definitely,
    on,
    possibly,
    representative,
    since,
    source,
    status,
    tag,
    text,
    undated,
    until,
    where,
    who,
)
from eventdb.query.paging import events
from eventdb.query.relations import after, before, during, overlaps
from eventdb.query.selection import Cursor, Dating, Mode, Selection, conditions, statement

__all__ = [
    "Cursor",
    "Dating",
    "Mode",
    "Selection",
    "after",
    "basis",
    "before",
    "conditions",
    "dated",
    "definitely",
    "during",
    "events",
    "on",
    "overlaps",
    "possibly",
    "representative",
    "since",
    "source",
    "statement",
    "status",
    "tag",
    "text",
    "undated",
    "until",
    "where",
    "who",
]
