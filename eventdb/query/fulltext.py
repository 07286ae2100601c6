"""Full text: what a person types as a search, and the condition that it becomes."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    Dialect,
    Integer,
    Select,
    Text,
    TypeDecorator,
    bindparam,
    column,
    select,
    table,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from eventdb.errors import QueryError
from eventdb.store.derived import POSTGRESQL_WORDS

_FTS = table("event_fts", column("rowid", Integer), column("event_fts", Text))
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


class Term(NamedTuple):
    """A word or phrase that must occur; `begins` where it is the beginning of a word (``sanction*``)."""

    text: str
    begins: bool = False


def terms(words: str) -> tuple[Term, ...]:
    """What a person types as a search: words, "quoted phrases", and beginnings*, all of which must occur.

    Crimea sanction* → ``Term("Crimea"), Term("sanction", begins=True)``. No character is an operator.

    Raises:
        QueryError: there is no word in it.
    """
    found = []
    for phrase, word in _TERM.findall(words):
        term = (phrase or word).replace('"', " ").strip()
        if any(character.isalnum() for character in term):
            found.append(Term(term.rstrip("*"), word.endswith("*")))
    if not found:
        raise QueryError(f'there is no word to search for in "{words}"')
    return tuple(found)


def fts5_query(found: Iterable[Term]) -> str:
    """The terms in the language of SQLite's FTS5: ``"Crimea" "sanction"*``."""
    return " ".join(f'"{term.text}"{"*" if term.begins else ""}' for term in found)


def tsquery(found: Iterable[Term]) -> str:
    """The terms as PostgreSQL takes them: ``(Crimea) & (sanction:*) & (Prime <-> Minister)``."""
    return " & ".join(f"({' <-> '.join(_words(term.text))}{':*' if term.begins else ''})" for term in found)


def _words(text: str) -> list[str]:
    """The words of a text without their accents, as `POSTGRESQL_WORDS` takes a text apart."""
    plain = (sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return re.findall(r"\w+", "".join(plain).replace("_", " "))


class _Terms(TypeDecorator[tuple[Term, ...]]):
    """Terms as a value in a statement, in the language of its database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Term, ...] | None, dialect: Dialect) -> str:
        found = value or ()
        return fts5_query(found) if dialect.name == "sqlite" else tsquery(found)


class EventMatches(FunctionElement[bool]):
    """That the terms all occur in an event's title and quote. SQLite finds all matches once."""

    name = "event_matches"
    inherit_cache = True
    type = Boolean()
    _is_implicitly_boolean = True  # else SQLite gets "= 1" behind it, and goes through all events

    def __init__(self, found: tuple[Term, ...]) -> None:
        super().__init__(bindparam(None, found, type_=_Terms()))


class EachMatches(EventMatches):
    """The same, where SQLite looks at the events one by one: better where most match and few are wanted."""

    name = "each_matches"
    inherit_cache = True


def event_ids(found: tuple[Term, ...]) -> Select[int]:
    """The numbers of the events in which the terms all occur, found one by one; only in SQLite."""
    return select(_FTS.c.rowid).where(_FTS.c.event_fts.match(fts5_query(found)))


@compiles(EventMatches, "sqlite")
def _matches(element: EventMatches, compiler: SQLCompiler, **options: Any) -> str:
    terms = compiler.process(element.clauses, **options)
    return f"event.id IN (SELECT rowid FROM event_fts WHERE event_fts MATCH {terms})"


@compiles(EachMatches, "sqlite")
def _each_matches(element: EachMatches, compiler: SQLCompiler, **options: Any) -> str:
    terms = compiler.process(element.clauses, **options)
    return f"EXISTS (SELECT 1 FROM event_fts WHERE event_fts MATCH {terms} AND rowid = event.id)"


@compiles(EventMatches, "postgresql")
@compiles(EachMatches, "postgresql")
def _postgresql(element: EventMatches, compiler: SQLCompiler, **options: Any) -> str:
    return f"{POSTGRESQL_WORDS} @@ to_tsquery('eventdb', {compiler.process(element.clauses, **options)})"
