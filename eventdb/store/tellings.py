"""Events that are told in several places: the representative, and the other tellings of it.

A representative stands for itself (`same_as` is NULL); all other tellings name it, never one another. What a
person stated of that goes before what is there; nothing else may join what a person took apart.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from eventdb.store.corrections import Field, corrections_of, in_force, last
from eventdb.store.models import Correction, Event


def representative(session: Session, event: Event) -> Event:
    """The event that stands for all tellings of an event; itself, where there is no other."""
    return event if event.same_as is None else session.get_one(Event, event.same_as)


def tellings(session: Session, event: Event) -> Sequence[Event]:
    """All tellings of an event, the representative first."""
    first = event.same_as or event.id
    query = select(Event).where(or_(Event.id == first, Event.same_as == first))
    return session.scalars(query.order_by(Event.same_as.is_not(None), Event.id)).all()


def stated_by_hand(session: Session) -> frozenset[int]:
    """The events of which a person said that they are or are not tellings of another: leave them so."""
    return frozenset(number for number, _ in _statements(session) if number is not None)


def settle(session: Session) -> None:
    """Makes `same_as` what people said, wherever they said anything; where all that is undone, as before."""
    parents = dict(_statements(session))
    for event in session.scalars(select(Event).where(Event.id.in_(parents))).all():
        event.same_as = _stands_for(session, event.id, parents)
    session.flush()


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
