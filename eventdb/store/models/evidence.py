"""Why an event has its date: links, reasons, and rejected readings."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventdb.store.models.base import Base, Key, Seconds
from eventdb.store.models.document import Sentence, Timex
from eventdb.store.models.event import Event


class Link(Base):
    """A temporal relation of an event to another event, to a time expression, or, where both
    targets are NULL, to the document's date (TimeML: TLINK).

    With an `offset` ("-2 days") the source lies that far from the target. `strength` names how far
    it is to be trusted, from "narrative" to "correction"; `start` and `end` are the offsets of the
    words that say so.
    """

    __tablename__ = "link"
    __table_args__ = (
        CheckConstraint("target_event_id IS NULL OR target_timex_id IS NULL", name="one_target"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    source_event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    relation: Mapped[str]
    target_event_id: Mapped[int | None] = mapped_column(
        ForeignKey("event.id", ondelete="CASCADE"), index=True
    )
    target_timex_id: Mapped[int | None] = mapped_column(
        ForeignKey("timex.id", ondelete="CASCADE"), index=True
    )
    offset: Mapped[str | None]
    strength: Mapped[str]
    reason: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]

    source_event: Mapped[Event] = relationship(foreign_keys=[source_event_id])
    target_event: Mapped[Event | None] = relationship(foreign_keys=[target_event_id])
    target_timex: Mapped[Timex | None] = relationship()


class Reason(Base):
    """One step of the chain from an event's date back to its anchor; `position` counts from 1.

    `phrase` is what the text says, `meaning` what follows from it, `quote` the sentence that holds
    it. `sentence_id`, `start` and `end` are NULL where no text says so, as for a date that a person
    gave. `kind` is "link", "reference", "timex", "rejected", "agrees", "document", "given"
    (a person said so) or "telling" (another document does).
    """

    __tablename__ = "reason"

    id: Mapped[Key]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[str]
    phrase: Mapped[str]
    meaning: Mapped[str]
    quote: Mapped[str | None]
    sentence_id: Mapped[int | None] = mapped_column(
        ForeignKey("sentence.id", ondelete="SET NULL"), index=True
    )
    start: Mapped[int | None]
    end: Mapped[int | None]

    event: Mapped[Event] = relationship(back_populates="reasons")
    sentence: Mapped[Sentence | None] = relationship()


class Alternative(Base):
    """A reading that was possible and not chosen, of an event's date or of a time expression."""

    __tablename__ = "alternative"
    __table_args__ = (
        CheckConstraint("(event_id IS NULL) <> (timex_id IS NULL)", name="one_owner"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    timex_id: Mapped[int | None] = mapped_column(ForeignKey("timex.id", ondelete="CASCADE"), index=True)
    edtf: Mapped[str]
    value: Mapped[str]
    reason: Mapped[str]
    expression: Mapped[str | None]
    earliest: Mapped[Seconds | None]
    latest: Mapped[Seconds | None]
