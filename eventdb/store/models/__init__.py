"""The tables, as SQLAlchemy 2 models. `docs/schema.md` describes them for people with a browser."""

from eventdb.store.models.base import Base
from eventdb.store.models.correction import Correction, DocumentVersion, EventVersion, Tag
from eventdb.store.models.document import Diagnostic, Document, Page, Sentence, Timex
from eventdb.store.models.event import Entity, Event, Mention, Participation, Place
from eventdb.store.models.evidence import Alternative, Link, Reason

__all__ = [
    "Alternative",
    "Base",
    "Correction",
    "Diagnostic",
    "Document",
    "DocumentVersion",
    "Entity",
    "Event",
    "EventVersion",
    "Link",
    "Mention",
    "Page",
    "Participation",
    "Place",
    "Reason",
    "Sentence",
    "Tag",
    "Timex",
]
