"""Keeps analyses and finds them again."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from eventdb.analysis import Analysis
from eventdb.errors import NotFound, StoreError
from eventdb.store.codec import content_hash, document_row, first_mention
from eventdb.store.models import (
    Alternative,
    Correction,
    Diagnostic,
    Document,
    Event,
    Link,
    Mention,
    Participation,
    Reason,
    Sentence,
    Timex,
)
from eventdb.store.models.span import FOREVER
from eventdb.store.names import Names, forget_unused_names
from eventdb.temporal.display import display

_Numbered = TypeVar("_Numbered", Document, Event)


@dataclass(frozen=True, slots=True)
class Change:
    """An event whose date another analysis of its document moves.

    `event_id` and `old` are None for an event that was not known before, `new` for one that is no
    more; dates are as people see them ("Sun 2015-05-10").
    """

    event_id: int | None
    title: str
    old: str | None
    new: str | None


def save(session: Session, analysis: Analysis, *, path: str | None = None) -> Document:
    """Keeps an analysis; the document gets its number.

    Raises:
        StoreError: the same text is kept already.
    """
    known = find_document(session, analysis.document.text)
    if known is not None:
        raise StoreError(f"this text is there already, as document {known.id} ({known.label})")
    document = document_row(analysis, Names(session), path)
    session.add(document)
    session.flush()
    return document


def find_document(session: Session, text: str) -> Document | None:
    """The document with exactly this text, if there is one."""
    return session.scalar(select(Document).where(Document.sha256 == content_hash(text)))


def get_document(session: Session, id: int) -> Document:
    """A document by its number.

    Raises:
        NotFound: "no document 9: this database has documents 1 to 3".
    """
    return _get(session, Document, id)


def get_event(session: Session, id: int) -> Event:
    """An event by its number.

    Raises:
        NotFound: "no event 99: this database has events 1 to 26".
    """
    return _get(session, Event, id)


def count_events(session: Session, *conditions: ColumnElement[bool]) -> int:
    """How many events satisfy all conditions (see `eventdb.query.filters`)."""
    return session.scalar(select(func.count()).select_from(Event).where(*conditions)) or 0


def changes(document: Document, analysis: Analysis) -> tuple[Change, ...]:
    """Which dates would move if this analysis took the place of the one that is kept. Changes nothing.

    Raises:
        StoreError: the analysis is of another text.
    """
    if document.sha256 != content_hash(analysis.document.text):
        raise StoreError(f"the analysis is of another text than document {document.id} ({document.label})")
    old = {(event.start, event.end): event for event in document.events}
    moved = []
    for event in analysis.events:
        span = first_mention(event, analysis).span
        known = old.pop((span.start, span.end), None)
        when = display(event.extent)
        if known is None:
            moved.append(Change(None, event.title, None, when))
        elif known.when != when:
            moved.append(Change(known.id, event.title, known.when, when))
    gone = [Change(event.id, event.title, event.when, None) for event in old.values()]
    return (*moved, *gone)


def replace(session: Session, document: Document, analysis: Analysis) -> tuple[Change, ...]:
    """Puts another analysis of the same text in the place of the one that is kept; returns what moved.

    An event whose trigger stands at the same offsets keeps its number and its corrections. A
    changed document date is kept as a correction.

    Raises:
        StoreError: the analysis is of another text.
    """
    moved = changes(document, analysis)
    known = {(event.start, event.end): event.id for event in document.events}
    created = document.created
    row = document_row(analysis, Names(session), document.path)
    row.id = document.id
    for event in row.events:
        if (event.start, event.end) in known:
            event.id = known[event.start, event.end]
    _forget_findings(session, document)
    session.merge(row)
    if row.created != created:
        session.add(_date_correction(document, created, row.created))
    session.flush()
    forget_unused_names(session)
    return moved


def _date_correction(document: Document, old: str | None, new: str | None) -> Correction:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Correction(document_id=document.id, when=now, field="created", old=old, new=new)


def _forget_findings(session: Session, document: Document) -> None:
    """Removes all that an analysis found but the events themselves."""
    events = select(Event.id).where(Event.document_id == document.id).scalar_subquery()
    timexes = select(Timex.id).where(Timex.document_id == document.id).scalar_subquery()
    session.flush()
    session.execute(delete(Link).where(Link.document_id == document.id))
    session.execute(delete(Alternative).where(Alternative.timex_id.in_(timexes)))
    for of_event in (Alternative, Reason, Participation, Mention):
        session.execute(delete(of_event).where(of_event.event_id.in_(events)))
    for of_document in (Diagnostic, Timex, Sentence):
        session.execute(delete(of_document).where(of_document.document_id == document.id))
    session.expire_all()


def _get(session: Session, table: type[_Numbered], id: int) -> _Numbered:
    row = session.get(table, id) if abs(id) <= FOREVER else None
    if row is None:
        raise NotFound(_missing(session, table, id))
    return row


def _missing(session: Session, table: type[Document] | type[Event], id: int) -> str:
    noun = table.__tablename__
    first, last = session.execute(select(func.min(table.id), func.max(table.id))).one()
    if last is None:
        return f"no {noun} {id}: this database has none yet"
    if first == last:
        return f"no {noun} {id}: this database has only {noun} {first}"
    return f"no {noun} {id}: this database has {noun}s {first} to {last}"
