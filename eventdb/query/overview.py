"""What a database holds beside its events: who takes part, and the documents."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from eventdb.query.filters import dated
from eventdb.query.letters import contains
from eventdb.store.models import Document, Entity, Event, Participation, Timex
from eventdb.temporal.edtf import iso_earliest, iso_latest


class Participant(NamedTuple):
    """An entity, in how many events it takes part, and the first and last bounds that are known of them."""

    name: str
    kind: str
    events: int
    first: str | None
    last: str | None


class DocumentOverview(NamedTuple):
    """A document, when it was written (EDTF), and how much was found in it."""

    id: int
    document: str
    created: str | None
    events: int
    dated: int
    unresolved: int


def participants(
    session: Session, name: str | None = None, limit: int | None = None
) -> Iterator[Participant]:
    """Who takes part in events, those in the most events first; only names that contain `name`."""
    number = func.count(Event.id.distinct())
    query = (
        select(Entity.name, Entity.kind, number, func.min(Event.begin_earliest), func.max(Event.end_latest))
        .join(Participation, Participation.entity_id == Entity.id)
        .join(Event, Event.id == Participation.event_id)
        .group_by(Entity.id)
        .order_by(number.desc(), Entity.name, Entity.id)
        .limit(limit)
    )
    if name is not None:
        query = query.where(contains(Entity.name, name))
    for found, kind, events, first, last in session.execute(query):
        yield Participant(
            found,
            kind,
            events,
            None if first is None else iso_earliest(first),
            None if last is None else iso_latest(last),
        )


def other_tellings(session: Session, events: Iterable[int]) -> dict[int, int]:
    """Of the events that are told in several places: how many other tellings each has."""
    query = select(Event.same_as, func.count()).where(Event.same_as.in_(events)).group_by(Event.same_as)
    return {number: count for number, count in session.execute(query) if number is not None}


def documents(session: Session) -> Iterator[DocumentOverview]:
    """All documents that were not removed, in the order of their numbers."""
    events = select(func.count()).where(Event.document_id == Document.id).scalar_subquery()
    known = select(func.count()).where(Event.document_id == Document.id, dated()).scalar_subquery()
    open_phrases = and_(Timex.document_id == Document.id, Timex.problem.is_not(None))
    unresolved = select(func.count()).where(open_phrases).scalar_subquery()
    for document, *counts in session.execute(
        select(Document, events, known, unresolved).where(Document.removed.is_(None)).order_by(Document.id)
    ):
        yield DocumentOverview(document.id, document.label, document.created, *counts)
