"""Events that a document tells and another told before: the same thing done, by the same people, at one time.

A wrong tie is worse than a missed one, so two events are one only if their words can mean the same act, both
have a date that is known to a month, and they share two names, or one name and the place or the whole
title, or one name where the act is such that nobody does it twice ("resigned"). Tied, both keep their own
dates and words: where those disagree, that stays to be seen (`query.tellings`).
"""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from eventdb.events.lexicon import EventLexicon, event_lexicon
from eventdb.events.mention import Status
from eventdb.store.models import Document, Entity, Event, Participation
from eventdb.store.tellings import representative, stated_by_hand
from eventdb.temporal.calendar import DAY

_LONGEST = 31 * DAY
_APART = 3 * DAY  # how far two reports that share two names may be from one another about the date
_ACTS = ("OCCURRENCE", "I_ACTION")
_TOLD = (Status.ASSERTED, Status.PLANNED)


def recognise(session: Session, document: Document) -> list[Event]:
    """Ties the events of a document to those that other documents told before; returns those that it tied.

    "Merkel met Putin in Moscow on 10 May" and, in another report, "Sunday's meeting of Merkel and Putin" are
    one. What a person said of an event's tellings is left as it is.
    """
    if not document.events:  # none are looked for in a language that is not parsed
        return []
    stated = stated_by_hand(session)
    open_ = [e for e in document.events if e.same_as is None and e.id not in stated and _is_placed(e)]
    if not open_:  # where no events are looked for, nothing is known of the language's words
        return []
    lexicon = event_lexicon(document.language or "en")
    tied = []
    for event in open_:
        told = (other for other in _near(session, event) if _is_same(event, other, lexicon))
        first = next(told, None)
        if first is not None:
            event.same_as = representative(session, first).id
            tied.append(event)
    session.flush()
    return tied


def _is_placed(event: Event) -> bool:
    """Whether it is worth a line, is told as something that happens, and is dated to a month at most."""
    if event.begin_earliest is None or event.end_latest is None:
        return False
    brief = event.end_latest - event.begin_earliest <= _LONGEST
    acts = any(mention.event_class in _ACTS for mention in event.mentions)
    return brief and acts and event.salient and event.status in _TOLD and bool(_names(event))


def _near(session: Session, event: Event) -> Iterator[Event]:
    """The events of other documents about the same time that share a name, the first told first."""
    assert event.begin_earliest is not None
    assert event.end_latest is not None
    start, end = event.begin_earliest - _LONGEST - _APART, event.end_latest + _APART
    named = select(Participation.event_id).join(Entity).where(Entity.name.in_(_names(event)))
    query = (
        select(Event)
        .where(Event.timeline_position.between(start, end), Event.document_id != event.document_id)
        .where(Event.salient == 1, Event.status.in_(_TOLD), Event.id.in_(named))
        .options(selectinload(Event.mentions), selectinload(Event.participations))
        .order_by(Event.id)
    )
    yield from (other for other in session.scalars(query).all() if _is_placed(other))


def _is_same(event: Event, other: Event, lexicon: EventLexicon) -> bool:
    """Whether two placed events are the same act of the same people at the same time."""
    pairs = ((a.lemma, b.lemma) for a in event.mentions for b in other.mentions)
    alike = [pair for pair in pairs if lexicon.may_be_same(*pair)]
    shared = _names(event) & _names(other)
    if not alike:
        return False
    once = any(lexicon.once.issuperset(pair) for pair in alike)
    if len(shared) > 1 or (shared and once):
        return _gap(event, other) <= _APART
    place = event.where != "" and event.where == other.where
    return bool(shared) and _gap(event, other) <= 0 and (place or event.title.lower() == other.title.lower())


def _names(event: Event) -> set[str]:
    """The people, organisations and places that take part by name."""
    return {part.entity.name for part in event.participations if part.entity.kind != "other"}


def _gap(event: Event, other: Event) -> int:
    """The seconds between the times of two placed events; 0 or less where the times overlap."""
    first, second = event.extent.hull, other.extent.hull
    return max(first.sides[0], second.sides[0]) - min(first.sides[1], second.sides[1])
