"""Events, the mentions that tell of them, and the participants."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventdb.store.models.base import Base, Key, Seconds
from eventdb.store.models.document import Document, Sentence
from eventdb.store.models.span import HULL_END, HULL_START, SPAN_CLASS, TIMELINE_POSITION
from eventdb.temporal.extent import Bounds, Extent

if TYPE_CHECKING:
    from eventdb.store.models.correction import Correction, Tag
    from eventdb.store.models.evidence import Alternative, Reason


_TELLINGS = text("same_as IS NOT NULL")
_PLACED = text("place_id IS NOT NULL")
"""What few events are, or not all; the index holds no others, and no plan for all events is tempted by it.

In PostgreSQL the migrations say the same; to say it here would load its dialect, which takes long.
"""


class Entity(Base):
    """Somebody or something that takes part in events. `kind`: person, organisation, place or other."""

    __tablename__ = "entity"
    __table_args__ = (UniqueConstraint("name", "kind"), {"sqlite_strict": True})

    id: Mapped[Key]
    name: Mapped[str]
    kind: Mapped[str]


class Place(Base):
    """Where events happened, by name."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("name"), {"sqlite_strict": True})

    id: Mapped[Key]
    name: Mapped[str]


class Event(Base):
    """One event of a document: what, when, how that is known, and where it is told first.

    `when` is the date for people, `edtf` for programs; `earliest` and `latest` are its first and
    last possible moments as ISO text, inclusive. The four bounds are half-open seconds
    (``begin_earliest <= begin < begin_latest``), NULL is unbounded. `hull_start`, `hull_end` and
    `span_class` are computed from them, for searching, and `timeline_position` for date order (see
    `eventdb.store.models.span`). `salient` is 0 for what a person would not put on a timeline.
    `likely` is the day, in EDTF, to which a report most likely puts an event that its text does not date
    ("2015-05-12?"); `when` shows it, marked as uncertain, and the bounds know nothing of it.
    `start` and `end` are the offsets of the first mention's trigger, `quote` is its sentence.

    `same_as` names the event of which this is another telling: that one stands in lists for both, and is
    none's telling itself. `changed` is the moment (ISO, UTC) since which the row is as it is; NULL: since
    its document was added.
    """

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint(
            "status IN ('asserted', 'planned', 'negated', 'hypothetical', 'rejected')",
            name="status",
        ),
        CheckConstraint("approximate IN (0, 1)", name="approximate"),
        CheckConstraint("uncertain IN (0, 1)", name="uncertain"),
        CheckConstraint("salient IN (0, 1)", name="salient"),
        Index(None, "span_class", "timeline_position", "hull_end"),
        Index(None, "timeline_position", "hull_end"),
        Index(None, "place_id", sqlite_where=_PLACED),
        Index(None, "same_as", sqlite_where=_TELLINGS),
        {"sqlite_strict": True, "sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    when: Mapped[str]
    title: Mapped[str]
    status: Mapped[str]
    basis: Mapped[str]
    basis_text: Mapped[str]
    quote: Mapped[str]
    earliest: Mapped[str | None]
    latest: Mapped[str | None]
    edtf: Mapped[str]
    likely: Mapped[str | None]
    expression: Mapped[str | None]
    approximate: Mapped[bool]
    uncertain: Mapped[bool]
    salient: Mapped[bool] = mapped_column(server_default="1")
    begin_earliest: Mapped[Seconds | None]
    begin_latest: Mapped[Seconds | None]
    end_earliest: Mapped[Seconds | None]
    end_latest: Mapped[Seconds | None]
    sentence_id: Mapped[int | None] = mapped_column(
        ForeignKey("sentence.id", ondelete="SET NULL"), index=True
    )
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id", ondelete="SET NULL"))
    start: Mapped[int]
    end: Mapped[int]
    same_as: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"))
    changed: Mapped[str | None]
    hull_start: Mapped[Seconds] = mapped_column(Computed(HULL_START, persisted=True))
    hull_end: Mapped[Seconds] = mapped_column(Computed(HULL_END, persisted=True))
    span_class: Mapped[str] = mapped_column(Computed(SPAN_CLASS, persisted=True))
    timeline_position: Mapped[Seconds] = mapped_column(Computed(TIMELINE_POSITION, persisted=True))

    document: Mapped[Document] = relationship(back_populates="events")
    sentence: Mapped[Sentence | None] = relationship()
    place: Mapped[Place | None] = relationship()
    mentions: Mapped[list["Mention"]] = relationship(
        back_populates="event", cascade="all, delete-orphan", passive_deletes=True, order_by="Mention.start"
    )
    participations: Mapped[list["Participation"]] = relationship(
        back_populates="event",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Participation.id",
    )
    reasons: Mapped[list["Reason"]] = relationship(
        back_populates="event", cascade="all, delete-orphan", passive_deletes=True, order_by="Reason.position"
    )
    alternatives: Mapped[list["Alternative"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="Alternative.id"
    )
    corrections: Mapped[list["Correction"]] = relationship(order_by="Correction.id")
    tags: Mapped[list["Tag"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="Tag.name"
    )

    @property
    def dated(self) -> bool:
        """Whether anything at all is known about when it happened."""
        bounds = (self.begin_earliest, self.begin_latest, self.end_earliest, self.end_latest)
        return any(bound is not None for bound in bounds)

    @property
    def participants(self) -> tuple[str, ...]:
        """The names of those who take part, in the order of the text. A place only where it acts."""
        acting = (part for part in self.participations if takes_part(part.entity.kind, part.role))
        return tuple(dict.fromkeys(part.entity.name for part in acting))

    @property
    def extent(self) -> Extent:
        """When it happened, as a value."""
        return Extent(
            Bounds(self.begin_earliest, self.begin_latest),
            Bounds(self.end_earliest, self.end_latest),
            approximate=self.approximate,
            uncertain=self.uncertain,
        )

    @property
    def who(self) -> str:
        """Who takes part, in the order of the text: "Angela Merkel, Russia"."""
        return ", ".join(self.participants)

    @property
    def where(self) -> str:
        """The name of the place, or nothing."""
        return self.place.name if self.place else ""

    @property
    def page(self) -> int | None:
        """The page of its document on which its word first stands, where the document has pages."""
        pages = (page for page in self.document.pages if page.start <= self.start < page.end)
        return next((page.number for page in pages), None)

    def why(self, width: int = 100) -> str:
        """How its date is known, in plain words and at most `width` columns (see `eventdb.store.why`)."""
        from eventdb.store.why import explain  # the models must load without it

        return explain(self, width)


class Mention(Base):
    """One place in a text that tells of an event (TimeML: EVENT and MAKEINSTANCE).

    `start` and `end` are the trigger's offsets, `clause_start` and `clause_end` those of the clause.
    """

    __tablename__ = "mention"

    id: Mapped[Key]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    sentence_id: Mapped[int | None] = mapped_column(
        ForeignKey("sentence.id", ondelete="SET NULL"), index=True
    )
    title: Mapped[str]
    trigger: Mapped[str]
    lemma: Mapped[str]
    event_class: Mapped[str] = mapped_column("class")
    tense: Mapped[str]
    aspect: Mapped[str]
    status: Mapped[str]
    modality: Mapped[str | None]
    reported_by: Mapped[str | None]
    place: Mapped[str | None]
    start: Mapped[int]
    end: Mapped[int]
    clause_start: Mapped[int]
    clause_end: Mapped[int]

    event: Mapped[Event] = relationship(back_populates="mentions")
    sentence: Mapped[Sentence | None] = relationship()


class Participation(Base):
    """That an entity takes part in an event, and as what: "agent", "patient", "with" …

    `start` and `end` are the offsets of the words that first say so.
    """

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("event_id", "entity_id", "role"), {"sqlite_strict": True})

    id: Mapped[Key]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    entity_id: Mapped[int] = mapped_column(ForeignKey("entity.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]

    event: Mapped[Event] = relationship(back_populates="participations")
    entity: Mapped[Entity] = relationship()


def takes_part(kind: str, role: str) -> bool:
    """Whether an entity is named among who takes part: a place only where it acts, or is acted upon.

    "Russia annexed", not "in Russia".
    """
    return kind != "place" or role in ("agent", "patient")
