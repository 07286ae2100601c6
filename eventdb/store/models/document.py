"""Documents and what was read in them: sentences, time expressions, problems."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventdb.store.models.base import Base, Key, Seconds

if TYPE_CHECKING:
    from eventdb.store.models.event import Event
    from eventdb.store.models.evidence import Alternative, Link


class Document(Base):
    """A text as it was read, and when it was written (TimeML: DCT).

    `created` is the creation time as ISO text, `creation_start` and `creation_end` the same as
    half-open seconds; all three are NULL where it is not known, and `possible_creation_times` then
    says in words which dates the text allows. `sha256` is that of the text: the same content is
    kept once. `analyzed_with` is the version of eventdb that found the events; NULL where nobody looked
    for any yet. `language_basis` tells how the language is known. `updated` is when the text was last
    changed, where it says so; nothing is counted from there. `recipe` tells how events are read
    from a text that is a table, a calendar or a family tree, in JSON. `added` and `removed`
    are moments (ISO, UTC): a removed document keeps its text, so that it can be brought back, and has
    no events; `added` is NULL where nothing told when. `by_hand` is 1 for an event that a person stated,
    which is a document of its own.
    """

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("sha256"),
        CheckConstraint("(creation_start IS NULL) = (creation_end IS NULL)", name="creation_time"),
        CheckConstraint("by_hand IN (0, 1)", name="by_hand"),
        {"sqlite_strict": True, "sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    title: Mapped[str | None]
    created: Mapped[str | None]
    creation_basis: Mapped[str | None]
    possible_creation_times: Mapped[str | None]
    source: Mapped[str | None]
    path: Mapped[str | None]
    language: Mapped[str | None]
    locale: Mapped[str | None]
    language_basis: Mapped[str | None]
    updated: Mapped[str | None]
    recipe: Mapped[str | None]
    analyzed_with: Mapped[str | None]
    creation_start: Mapped[Seconds | None]
    creation_end: Mapped[Seconds | None]
    added: Mapped[str | None]
    removed: Mapped[str | None]
    by_hand: Mapped[bool] = mapped_column(server_default="0")
    sha256: Mapped[str]
    text: Mapped[str] = mapped_column(deferred=True)

    pages: Mapped[list["Page"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Page.number",
    )
    sentences: Mapped[list["Sentence"]] = relationship(
        back_populates="document",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Sentence.number",
    )
    timexes: Mapped[list["Timex"]] = relationship(
        back_populates="document",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Timex.start",
    )
    events: Mapped[list["Event"]] = relationship(
        back_populates="document",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Event.id",
    )
    links: Mapped[list["Link"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Link.id",
    )
    diagnostics: Mapped[list["Diagnostic"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Diagnostic.id",
    )

    @property
    def label(self) -> str:
        """What to call it: its title, else its path, else its number."""
        return self.title or self.path or f"document {self.id}"


class Page(Base):
    """A page of a document; `number` counts from 1, `start` and `end` are offsets in the text."""

    __tablename__ = "page"
    __table_args__ = (UniqueConstraint("document_id", "number"), {"sqlite_strict": True})

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    number: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]


class Sentence(Base):
    """A sentence or heading; `number` counts from 1, `start` and `end` are offsets in the text."""

    __tablename__ = "sentence"
    __table_args__ = (
        UniqueConstraint("document_id", "number"),
        CheckConstraint("heading IN (0, 1)", name="heading"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str]
    heading: Mapped[bool]
    start: Mapped[int]
    end: Mapped[int]

    document: Mapped[Document] = relationship(back_populates="sentences")


class Timex(Base):
    """A time expression and what it came to mean in its place (TimeML: TIMEX3).

    `earliest` and `latest` are the half-open interval that it denotes, in seconds; NULL is an
    unbounded side, and where both are NULL `problem` says why. `signal` is the word that binds it
    ("since"), `rules` the grammar rules that read it, `steps` the reasoning, one step a line.
    """

    __tablename__ = "timex"
    __table_args__ = (CheckConstraint("approximate IN (0, 1)", name="approximate"), {"sqlite_strict": True})

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    sentence_id: Mapped[int | None] = mapped_column(
        ForeignKey("sentence.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str]
    type: Mapped[str]
    value: Mapped[str]
    mod: Mapped[str | None]
    quant: Mapped[str | None]
    freq: Mapped[str | None]
    signal: Mapped[str | None]
    signal_kind: Mapped[str | None]
    expression: Mapped[str]
    rules: Mapped[str]
    steps: Mapped[str]
    problem: Mapped[str | None]
    approximate: Mapped[bool]
    earliest: Mapped[Seconds | None]
    latest: Mapped[Seconds | None]
    start: Mapped[int]
    end: Mapped[int]

    document: Mapped[Document] = relationship(back_populates="timexes")
    sentence: Mapped[Sentence | None] = relationship()
    alternatives: Mapped[list["Alternative"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="Alternative.id"
    )


class Diagnostic(Base):
    """A problem met in a document, with its place: an unresolved phrase, a contradiction.

    `related` lists further places that it speaks of, as "start-end" pairs of offsets.
    """

    __tablename__ = "diagnostic"

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    stage: Mapped[str]
    text: Mapped[str]
    message: Mapped[str]
    related: Mapped[str | None]
    start: Mapped[int]
    end: Mapped[int]
