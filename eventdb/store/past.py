"""What a database said at an earlier moment: the changes since then are taken out, and never committed."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from eventdb.store.corrections import Field, corrections_of, in_force, last
from eventdb.store.creation import creation_columns, creation_of, is_removed
from eventdb.store.findings import restore_findings
from eventdb.store.models import (
    Alternative,
    Correction,
    Document,
    DocumentVersion,
    Event,
    EventVersion,
    Mention,
    Participation,
    Reason,
)
from eventdb.store.names import Names, forget_unused_names
from eventdb.store.overlay import tag
from eventdb.store.places import find_again
from eventdb.store.versions import restored


def go_back(session: Session, moment: str) -> None:
    """Makes the rows of a session what they were at a moment (ISO 8601, UTC); it is to be rolled back.

    Events, time expressions, contradictions, the documents' dates, tags and corrections are; what else an
    analysis found stays as it is now.
    What was added when nothing told the time is taken to have been there always.
    """
    session.execute(delete(Document).where(Document.added > moment))
    changed = session.scalars(select(Document).where(Document.id.in_(_changed_since(session, moment)))).all()
    then = {document.id: _corrections_then(session, document, moment) for document in changed}
    session.execute(delete(Correction).where(Correction.when > moment))
    session.expire_all()
    tellings: dict[int, int] = {}
    for document in changed:
        restore_findings(session, document, moment)
        tellings.update(_restore_events(session, document, moment))
    for number, first in tellings.items():
        session.get_one(Event, number).same_as = first
    for document in changed:
        _restore_tags(document, then[document.id])
    session.flush()
    forget_unused_names(session)
    session.expire_all()


def _changed_since(session: Session, moment: str) -> set[int]:
    """The documents of which anything is not as it was."""
    queries = (
        select(EventVersion.document_id).where(EventVersion.until > moment),
        select(Event.document_id).where(Event.changed > moment),
        select(Correction.document_id).where(Correction.when > moment),
        select(DocumentVersion.document_id).where(DocumentVersion.until > moment),
    )
    return {number for query in queries for number in session.scalars(query.distinct()) if number is not None}


def _corrections_then(session: Session, document: Document, moment: str) -> Sequence[Correction]:
    """The corrections of a document that had been made; sets its date, and whether it was there."""
    corrections = corrections_of(session, [document.id])
    made = [row for row in corrections if row.when <= moment]
    for name, value in creation_columns(creation_of(document, corrections, in_force(made))).items():
        setattr(document, name, value)
    document.removed = _removal(made) if is_removed(document, made) else None
    session.flush()
    return made


def _removal(made: Sequence[Correction]) -> str:
    """When a document was removed; of one stated by hand the last thing said is that it is taken back."""
    return (last(in_force(made), Field.REMOVED) or made[-1]).when


def _restore_events(session: Session, document: Document, moment: str) -> Mapping[int, int]:
    """Puts back the events that have changed; returns of which others they were tellings."""
    versions = _versions(session, document, moment)
    for event in document.events:
        if event.changed is not None and event.changed > moment and event.id not in versions:
            session.delete(event)
    session.flush()
    _forget_details(session, versions)
    session.expire_all()
    names, tellings = Names(session), {}
    sentences = {sentence.number: sentence for sentence in document.sentences}
    rows = {number: restored(version, names, sentences) for number, version in versions.items()}
    names.keep()
    for number, row in rows.items():
        if row.same_as is not None:
            tellings[number] = row.same_as
            row.same_as = None
        session.merge(row)
        session.flush()
    session.expire_all()
    return tellings


def _versions(session: Session, document: Document, moment: str) -> dict[int, EventVersion]:
    """What has changed since, as it was, by the numbers of the events."""
    then = (EventVersion.until > moment, or_(EventVersion.since.is_(None), EventVersion.since <= moment))
    query = select(EventVersion).where(EventVersion.document_id == document.id, *then)
    return {row.event_id: row for row in session.scalars(query)}


def _forget_details(session: Session, events: Iterable[int]) -> None:
    for table in (Alternative, Reason, Participation, Mention):
        session.execute(delete(table).where(table.event_id.in_(events)))


def _restore_tags(document: Document, corrections: Sequence[Correction]) -> None:
    find_again(document, corrections)
    alive = in_force(corrections)
    for event in document.events:
        tag(event, [row for row in alive if row.event_id == event.id and row.field == Field.TAG])
