"""What people corrected, and what events and documents were before."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.store.models.base import Base, Key
from eventdb.store.models.event import Event


class Correction(Base):
    """What a person changed: who, when (ISO, UTC) and why; which field, from what to what.

    A row is never altered: what is taken back stays, and a row whose field is "undo" names it in
    `undoes`. All that one command says has one moment, and is undone together. `document_id`, `start`
    and `end` say where the event is told (the offsets of its trigger, `trigger` in words), by which it is
    found when the document is analysed again; `event_id` is NULL where it was not. The fields and
    their values are told by `eventdb.store.corrections`.
    """

    __tablename__ = "correction"

    id: Mapped[Key]
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("document.id", ondelete="SET NULL"), index=True
    )
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), index=True)
    who: Mapped[str | None]
    when: Mapped[str]
    why: Mapped[str | None]
    field: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str | None]
    trigger: Mapped[str | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("correction.id", ondelete="CASCADE"), index=True)


class Tag(Base):
    """A word by which a person keeps events together."""

    __tablename__ = "tag"
    __table_args__ = (UniqueConstraint("event_id", "name"), Index(None, "name"), {"sqlite_strict": True})

    id: Mapped[Key]
    event_id: Mapped[int] = mapped_column(ForeignKey(Event.id, ondelete="CASCADE"))
    name: Mapped[str]


class EventVersion(Base):
    """What an event was from one moment (ISO, UTC; NULL: since its document was added) until another.

    `content` is the row with all that hangs on it, as JSON (see `eventdb.store.versions`). The event may
    be no more; `start` and `end` are the offsets of its trigger.
    """

    __tablename__ = "event_version"
    __table_args__ = (Index(None, "document_id", "until"), {"sqlite_strict": True})

    id: Mapped[Key]
    event_id: Mapped[int]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    since: Mapped[str | None]
    until: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    content: Mapped[str]


class DocumentVersion(Base):
    """What was found in a document beside its events, until a moment (ISO, UTC).

    `content` is its sentences, time expressions and diagnostics as JSON (see `eventdb.store.findings`).
    """

    __tablename__ = "document_version"
    __table_args__ = (Index(None, "document_id", "until"), {"sqlite_strict": True})

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    until: Mapped[str]
    content: Mapped[str]
