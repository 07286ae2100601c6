"""Events that are told in several places: the representative, and the other tellings of it.

A representative stands for itself (`same_as` is NULL); all other tellings name it, never one another. What a
person stated of that goes before what is there; nothing else may join what a person took apart.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from eventdb.store.corrections import Field, corrections_of, in_force, last
from eventdb.store.models import Correction, Document, Event


def representative(session: Session, event: Event) -> Event:
    """The event that stands for all tellings of an event; itself, where there is no other."""
    return event if event.same_as is None else session.get_one(Event, event.same_as)


def tellings(session: Session, event: Event) -> Sequence[Event]:
    """All tellings of an event, the representative first."""
    first = event.same_as or event.id
    query = select(Event).where(or_(Event.id == first, Event.same_as == first))
    return session.scalars(query.order_by(Event.same_as.is_not(None), Event.id)).all()


def shared_events(session: Session, document: Document) -> Sequence[Event]:
    """The events of a document that are told elsewhere too, in this document or another."""
    elsewhere = select(Event.same_as).where(Event.same_as.is_not(None))
    told = or_(Event.same_as.is_not(None), Event.id.in_(elsewhere))
    return session.scalars(
        select(Event).where(Event.document_id == document.id, told).order_by(Event.id)
    ).all()


def stated_by_hand(session: Session) -> frozenset[int]:
    """The events of which a person said that they are or are not tellings of another: leave them so."""
    return frozenset(number for number, _ in _statements(session) if number is not None)


def settle(session: Session) -> None:
    """Makes `same_as` what people said, wherever they said anything; where all that is undone, as before."""
    parents = dict(_statements(session))
    for event in session.scalars(select(Event).where(Event.id.in_(parents))).all():
        event.same_as = _stands_for(session, event.id, parents)
    session.flush()


def resolved(session: Session, found: Mapping[int, int | None]) -> dict[int, int | None]:
    """What a program found events to be tellings of, as representatives; nothing of which a person spoke.

    What tells of one of these goes along with it.
    """
    settled = stated_by_hand(session)
    parents = {number: first for number, first in found.items() if number not in settled}
    following = select(Event.id, Event.same_as).where(Event.same_as.in_(parents))
    for number, first in session.execute(following):
        if number not in settled:
            parents.setdefault(number, first)
    return {number: _stands_for(session, number, parents) for number in parents}


def _stands_for(session: Session, number: int, parents: Mapping[int, int | None]) -> int | None:
    """The representative of an event by what was said; None where it is its own, or is no more."""
    seen, found = number, parents[number]
    passed = {seen}
    while found is not None:
        event = session.get(Event, found)
        if event is None or found in passed:
            return None
        passed.add(found)
        seen, found = found, parents.get(found, event.same_as)
    return None if seen == number else seen


def _statements(session: Session) -> Iterator[tuple[int, int | None]]:
    """For each event of which anything was said: what it is a telling of."""
    query = select(Correction).where(Correction.field == Field.SAME_AS).order_by(Correction.id)
    rows = session.scalars(query).all()
    documents = {row.document_id for row in rows if row.document_id is not None}
    alive = in_force(corrections_of(session, documents))
    for number in {row.event_id for row in rows if row.event_id is not None}:
        found = last((row for row in alive if row.event_id == number), Field.SAME_AS)
        value = found.new if found else next(row.old for row in rows if row.event_id == number)
        yield number, int(value) if value else None
