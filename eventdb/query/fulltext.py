"""Full text: what a person types as a search, and the condition that it becomes."""

import re
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Integer, Select, Text, bindparam, column, select, table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from eventdb.errors import QueryError

_FTS = table("event_fts", column("rowid", Integer), column("event_fts", Text))
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


def match_expression(words: str) -> str:
    """A search as FTS5 reads it: every word or quoted phrase must occur, ``*`` ends a word's beginning.

    Crimea sanction* → ``"Crimea" "sanction"*``. No character of the search is an operator.

    Raises:
        QueryError: there is no word in it.
    """
    terms = []
    for phrase, word in _TERM.findall(words):
        term = (phrase or word).replace('"', " ").strip()
        if any(character.isalnum() for character in term):
            prefix = "*" if word.endswith("*") else ""
            terms.append(f'"{term.rstrip("*")}"{prefix}')
    if not terms:
        raise QueryError(f'there is no word to search for in "{words}"')
    return " ".join(terms)


class EventMatches(ColumnElement[bool]):
    """That an event's title and quote match an FTS5 expression.

    SQLite finds all matches once; with `each` it looks at the events one by one, which is better where
    most match and few are wanted.
    """

    inherit_cache = False
    type = Boolean()
    _is_implicitly_boolean = True  # else SQLite gets "= 1" behind it, and goes through all events

    def __init__(self, search: str, *, each: bool = False) -> None:
        self.search = search
        self.each = each


def event_ids(search: str) -> Select[int]:
    """The numbers of the events that match an FTS5 expression, found one by one; only in SQLite."""
    return select(_FTS.c.rowid).where(_FTS.c.event_fts.match(search))


@compiles(EventMatches, "sqlite")
def _sqlite(element: EventMatches, compiler: SQLCompiler, **options: Any) -> str:
    value = compiler.process(bindparam(None, element.search), **options)
    if element.each:
        return f"EXISTS (SELECT 1 FROM event_fts WHERE event_fts MATCH {value} AND rowid = event.id)"
    return f"event.id IN (SELECT rowid FROM event_fts WHERE event_fts MATCH {value})"


@compiles(EventMatches, "postgresql")
def _postgresql(element: EventMatches, compiler: SQLCompiler, **options: Any) -> str:
    words = re.sub(r'"([^"]*)"\*', r"\1", element.search)
    value = compiler.process(bindparam(None, words), **options)
    return (
        "to_tsvector('english', event.title || ' ' || event.quote) "
        f"@@ websearch_to_tsquery('english', {value})"
    )
