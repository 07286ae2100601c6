"""Keeps analyses, and puts newer ones in the place of older ones (`lookup` finds what is kept)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from eventdb.analysis import Analysis
from eventdb.errors import StoreError
from eventdb.store.codec import document_row, first_mention, text_row
from eventdb.store.lookup import content_hash, find_document, find_documents
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
from eventdb.store.names import Names, forget_unused_names
from eventdb.temporal.display import display
from eventdb.text import Document as SourceDocument


@dataclass(frozen=True, slots=True)
class Change:
    """An event whose date another analysis of its document moves.

    `old` is None for an event that was not known before (so is `event_id` until it is kept), `new`
    for one that is no more; dates are as people see them ("Sun 2015-05-10").
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


def save_texts(
    session: Session, sources: Sequence[tuple[SourceDocument, str | None]]
) -> list[tuple[Document, bool]]:
    """Keeps documents and their paths without looking for events; each with whether it is new.

    Of a text that is there already, or comes twice, the first document is given.
    """
    rows = [text_row(source, path) for source, path in sources]
    known = find_documents(session, [row.sha256 for row in rows])
    new = []
    for row in rows:
        if row.sha256 not in known:
            known[row.sha256] = row
            new.append(row)
    session.add_all(new)
    session.flush()
    return [(known[row.sha256], known[row.sha256] is row) for row in rows]


def changes(document: Document, analysis: Analysis) -> tuple[Change, ...]:
    """Which dates would move if this analysis took the place of the one that is kept. Changes nothing.

    Raises:
        StoreError: the analysis is of another text.
    """
    _check_same_text(document, analysis)
    old = _dates(document)
    new = {}
    for event in analysis.events:
        span = first_mention(event, analysis).span
        trigger = (span.start, span.end)
        number = old[trigger].event_id if trigger in old else None
        new[trigger] = _Date(number, event.title, display(event.extent))
    return _moved(old, new)


def replace(session: Session, document: Document, analysis: Analysis) -> tuple[Change, ...]:
    """Puts another analysis of the same text in the place of the one that is kept; returns what moved.

    An event whose trigger stands at the same offsets keeps its number and its corrections. A
    changed document date is kept as a correction.

    Raises:
        StoreError: the analysis is of another text.
    """
    _check_same_text(document, analysis)
    old, created = _dates(document), document.created
    row = document_row(analysis, Names(session), document.path)
    row.id = document.id
    for event in row.events:
        known = old.get((event.start, event.end))
        if known is not None and known.event_id is not None:
            event.id = known.event_id
    _forget_findings(session, document)
    document = session.merge(row)
    if document.created != created:
        session.add(_date_correction(document, created))
    session.flush()
    forget_unused_names(session)
    return _moved(old, _dates(document))


def _check_same_text(document: Document, analysis: Analysis) -> None:
    if document.sha256 != content_hash(analysis.document.text):
        raise StoreError(f"the analysis is of another text than document {document.id} ({document.label})")


class _Date(NamedTuple):
    """When an event is, for a person."""

    event_id: int | None
    title: str
    when: str


_Dates = dict[tuple[int, int], _Date]
"""The dates of a document's events, by the offsets of their triggers."""


def _dates(document: Document) -> _Dates:
    return {(event.start, event.end): _Date(event.id, event.title, event.when) for event in document.events}


def _moved(old: _Dates, new: _Dates) -> tuple[Change, ...]:
    moved = [
        Change(date.event_id, date.title, old[trigger].when if trigger in old else None, date.when)
        for trigger, date in new.items()
        if trigger not in old or old[trigger].when != date.when
    ]
    gone = [Change(*date, None) for trigger, date in old.items() if trigger not in new]
    return (*moved, *gone)


def _date_correction(document: Document, old: str | None) -> Correction:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Correction(document_id=document.id, when=now, field="created", old=old, new=document.created)


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
