"""`Criterion`: a filter in the two forms from which the cheaper one is taken.

A search for a rare word begins with the few events that hold it; one for a word in four of five events
goes through the dates in order and looks at each event. Which is better only the database can tell: see
`eventdb.query.paging`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, or_, select, union_all

from eventdb.query import filters
from eventdb.query.filters import Condition
from eventdb.query.fulltext import EachMatches, EventMatches, event_ids, terms
from eventdb.query.letters import contains, equals
from eventdb.store.models import Document, Entity, Event, Participation, Place, Tag


@dataclass(frozen=True, slots=True)
class Criterion:
    """What an event must satisfy: `condition` checks one event, `ids` finds all; None where it cannot.

    `whole` is better than `condition` where all events that satisfy it are wanted, if it is not None.
    """

    condition: Condition
    ids: Select[int] | None = None
    whole: Condition | None = None


def text(words: str) -> Criterion:
    """As `filters.text`."""
    search = terms(words)
    return Criterion(EachMatches(search), event_ids(search), EventMatches(search))


def who(name: str) -> Criterion:
    """As `filters.who`."""
    named = select(Entity.id).where(contains(Entity.name, name))
    ids = select(Participation.event_id).where(Participation.entity_id.in_(named))
    return Criterion(filters.who(name), ids)


def where(name: str) -> Criterion:
    """As `filters.where`."""
    named = select(Place.id).where(contains(Place.name, name))
    return Criterion(filters.where(name), select(Event.id).where(Event.place_id.in_(named)))


def source(part: str) -> Criterion:
    """As `filters.source`."""
    columns = (Document.source, Document.title, Document.path)
    named = select(Document.id).where(or_(*(contains(column, part) for column in columns)))
    return Criterion(filters.source(part), select(Event.id).where(Event.document_id.in_(named)))


def tag(name: str) -> Criterion:
    """As `filters.tag`."""
    return Criterion(filters.tag(name), select(Tag.event_id).where(equals(Tag.name, name)))


def document(name: str) -> Criterion:
    """The document with this number, or those whose title, source or path contains this."""
    if not name.isdecimal():
        return source(name)
    number = Event.document_id == int(name)
    return Criterion(number, select(Event.id).where(number))


def any_name(field: str, matches: Callable[[ColumnElement[str]], Condition]) -> Condition:
    """That one of the names or texts that a field stands for satisfies a condition of one column."""

    def holds(*columns: object) -> Condition:
        return or_(*(matches(column) for column in columns))  # type: ignore[arg-type]  # a mapped column is one

    match field:
        case "who":
            return Event.participations.any(Participation.entity.has(holds(Entity.name)))
        case "where":
            return Event.place.has(holds(Place.name))
        case "tag":
            return Event.tags.any(holds(Tag.name))
        case "source" | "doc":
            return Event.document.has(holds(Document.source, Document.title, Document.path))
        case _:
            return holds(Event.title, Event.quote)


def union(found: Sequence[Select[int]]) -> Select[int]:
    """The numbers that stand in any of several."""
    together = union_all(*found).subquery()
    return select(*together.c)
