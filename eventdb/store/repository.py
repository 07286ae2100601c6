"""Keeps analyses, and puts newer ones in the place of older ones (`lookup` finds what is kept)."""

from collections.abc import Callable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, selectinload

from eventdb.analysis import Analysis
from eventdb.errors import StoreError
from eventdb.store.codec import document_row, text_row
from eventdb.store.lookup import content_hash, find_document, find_documents
from eventdb.store.models import (
    Alternative,
    Diagnostic,
    Document,
    Event,
    Link,
    Mention,
    Page,
    Participation,
    Reason,
    Sentence,
    Tag,
    Timex,
)
from eventdb.store.names import Names, forget_unused_names
from eventdb.store.plain import PlainRows
from eventdb.text import Document as SourceDocument

Numbers = dict[tuple[int, int], int]
"""The numbers of events by the offsets of their triggers."""


def save(
    session: Session, analysis: Analysis, *, path: str | None = None, added: str | None = None
) -> Document:
    """Keeps an analysis; the document gets its number. `added` is the moment (ISO, UTC), if it is known.

    Raises:
        StoreError: the same text is kept already.
    """
    known = find_document(session, analysis.document.text)
    if known is not None:
        how = f", removed on {known.removed[:10]}" if known.removed else ""
        raise StoreError(f"this text is there already, as document {known.id} ({known.label}{how})")
    rows = PlainRows()
    document = document_row(analysis, Names(session, rows.new), path, rows.new)
    document.added = added
    rows.insert(session.connection())
    return session.get_one(Document, document.id)


def save_texts(
    session: Session, sources: Sequence[tuple[SourceDocument, str | None]], *, added: str | None = None
) -> list[tuple[Document, bool]]:
    """Keeps documents and their paths without looking for events; each with whether it is new.

    Of a text that is there already, or comes twice, the first document is given. `added` as in `save`.
    """
    rows = [text_row(source, path) for source, path in sources]
    known = find_documents(session, [row.sha256 for row in rows])
    new = []
    for row in rows:
        if row.sha256 not in known:
            row.added = added
            known[row.sha256] = row
            new.append(row)
    session.add_all(new)
    session.flush()
    return [(known[row.sha256], known[row.sha256] is row) for row in rows]


def replace(
    session: Session,
    document: Document,
    analysis: Analysis,
    former: Numbers | None = None,
    complete: Callable[[Document, Names], None] | None = None,
) -> Document:
    """Puts another analysis of the same text in the place of the one that is kept.

    An event keeps its number if its trigger stands where one of its mentions does; so do the `former` ones
    if they are told again. `complete` may change the new rows before they take the place of the old.

    Raises:
        StoreError: the analysis is of another text.
    """
    if document.sha256 != content_hash(analysis.document.text):
        raise StoreError(f"the analysis is of another text than document {document.id} ({document.label})")
    names = Names(session)
    row = document_row(analysis, names, document.path)
    row.id = document.id
    present = {(event.start, event.end): event.id for event in document.events}
    number_events(row.events, (former or {}) | present)
    if complete is not None:
        complete(row, names)
    session.execute(delete(Page).where(Page.document_id == document.id))
    forget_findings(session, document)
    emptied = session.scalars(select(Event).where(Event.document_id == document.id).options(*_EMPTIED)).all()
    document = session.merge(row)
    del emptied  # was only held so that nothing is looked for again
    session.flush()
    forget_unused_names(session)
    session.expire_all()
    return document


_EMPTIED = tuple(
    selectinload(collection)
    for collection in (
        Event.mentions,
        Event.participations,
        Event.reasons,
        Event.alternatives,
        Event.tags,
        Event.place,
    )
)
"""What of the events is known to be empty, and need not be asked for event by event."""


def number_events(events: list[Event], known: Numbers) -> None:
    """Gives rows the numbers that events had before, by the offsets of their triggers.

    First those whose trigger is the same, then those that tell of a former trigger elsewhere.
    """
    free = dict(known)
    for event in events:
        number = free.pop((event.start, event.end), None)
        if number is not None:
            event.id = number
    for event in (event for event in events if event.id is None):
        found = next((place for m in event.mentions if (place := (m.start, m.end)) in free), None)
        if found is not None:
            event.id = free.pop(found)


def forget_findings(session: Session, document: Document) -> None:
    """Removes all that an analysis found but the events themselves."""
    events = select(Event.id).where(Event.document_id == document.id).scalar_subquery()
    timexes = select(Timex.id).where(Timex.document_id == document.id).scalar_subquery()
    session.flush()
    session.execute(delete(Link).where(Link.document_id == document.id))
    session.execute(delete(Alternative).where(Alternative.timex_id.in_(timexes)))
    for of_event in (Alternative, Reason, Participation, Mention, Tag):
        session.execute(delete(of_event).where(of_event.event_id.in_(events)))
    for of_document in (Diagnostic, Timex, Sentence):
        session.execute(delete(of_document).where(of_document.document_id == document.id))
    session.expire_all()
