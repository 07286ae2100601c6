"""Finds what is kept, by number or by content. Reading the timeline loads this, and no analysis."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from eventdb.errors import NotFound
from eventdb.store.models import Document, Event
from eventdb.store.models.span import FOREVER

_Numbered = TypeVar("_Numbered", Document, Event)


def content_hash(text: str) -> str:
    """SHA-256 of a text, by which the same content is recognised."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def find_document(session: Session, text: str) -> Document | None:
    """The document with exactly this text, if there is one."""
    return session.scalar(select(Document).where(Document.sha256 == content_hash(text)))


def find_documents(session: Session, hashes: Sequence[str]) -> dict[str, Document]:
    """Those of the texts with these hashes that are there, by hash."""
    found = session.scalars(select(Document).where(Document.sha256.in_(hashes)))
    return {document.sha256: document for document in found}


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
