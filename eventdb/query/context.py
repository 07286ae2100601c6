"""What a document says around its events: paragraphs, what they are tied to, what contradicts them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from eventdb.events.blocks import find_blocks
from eventdb.query.history import described
from eventdb.store.corrections import corrections_of, in_force
from eventdb.store.models import Correction, Diagnostic, Document, Event, Link, Mention
from eventdb.store.tellings import tellings
from eventdb.text import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document; `start` is where it begins in the document's text."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another event that the text ties this one to, and the words that do: “two days after” attended."""

    id: int
    words: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A further place that tells of an event: what it says there, and the sentence with its number.

    In another document, or of an event that a person said is the same, also when and in which document.
    """

    title: str
    quote: str
    sentence: int | None
    when: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of an event, who and when (ISO 8601, UTC), and why."""

    what: str
    who: str | None
    when: str
    why: str | None


class Context:
    """One document, read once for all of its events."""

    def __init__(self, session: Session, document: int) -> None:
        self._text = session.scalars(select(Document.text).where(Document.id == document)).one()
        self._blocks = find_blocks(self._text)
        self._starts = [block.span.start for block in self._blocks]
        self._related = _related(session, document)
        self._told_elsewhere = _told_elsewhere(session, document)
        self._said = _said(session, document)
        self._session = session
        self._problems = [(_places(problem), problem.message) for problem in _conflicts(session, document)]

    def passage(self, event: Event) -> Passage:
        """The paragraph in which an event is told; its quote where the text has none."""
        number = bisect_right(self._starts, event.start) - 1
        if number < 0 or event.start >= self._blocks[number].span.end:
            return Passage(event.start, event.quote)
        span = self._blocks[number].span
        return Passage(span.start, span.of(self._text))

    def related(self, event: Event) -> tuple[Related, ...]:
        """The events that this one is tied to by words of the text, each once."""
        found = {related.id: related for related in reversed(self._related.get(event.id, ()))}
        return tuple(reversed(found.values()))

    def conflicts(self, event: Event) -> tuple[str, ...]:
        """The contradictions in which what tells of an event, or dates it, takes part."""
        own = [Span(mention.clause_start, mention.clause_end) for mention in event.mentions]
        own += [Span(r.start, r.end) for r in event.reasons if r.start is not None and r.end is not None]
        return tuple(
            message
            for places, message in self._problems
            if any(place.overlaps(span) for span in own for place in places)
        )

    def tellings(self, event: Event) -> tuple[Telling, ...]:
        """Where else an event is told: further on in its document, and as what a person said is the same."""
        further = [_telling(mention) for mention in event.mentions if mention.start != event.start]
        if event.id in self._told_elsewhere:
            others = tellings(self._session, event)
            further += [_told(other) for other in others if other.id != event.id]
        return tuple(further)

    def said(self, event: Event) -> tuple[Said, ...]:
        """What people said of an event and did not take back, in order."""
        rows = (row for row in self._said if row.event_id == event.id)
        return tuple(Said(described(row), row.who, row.when, row.why) for row in rows)


def _related(session: Session, document: int) -> dict[int, list[Related]]:
    """By the number of an event, those that the text ties it to; what merely follows in telling does not."""
    links = select(Link.source_event_id, Link.target_event_id, Link.reason).where(
        Link.document_id == document,
        Link.target_event_id.is_not(None),
        Link.target_event_id != Link.source_event_id,
        Link.strength != "narrative",
    )
    found: dict[int, list[Related]] = {}
    for source, target, reason in session.execute(links.order_by(Link.id)):
        assert target is not None
        found.setdefault(source, []).append(Related(target, reason))
        found.setdefault(target, []).append(Related(source, reason))
    return found


def _conflicts(session: Session, document: int) -> Sequence[Diagnostic]:
    query = select(Diagnostic).where(Diagnostic.document_id == document, Diagnostic.related.is_not(None))
    return session.scalars(query.order_by(Diagnostic.start)).all()


def _places(problem: Diagnostic) -> list[Span]:
    pairs = (pair.partition("-") for pair in (problem.related or "").split())
    return [Span(problem.start, problem.end), *(Span(int(start), int(end)) for start, _, end in pairs)]


def _told_elsewhere(session: Session, document: int) -> frozenset[int]:
    """The events of a document that are told as other events too."""
    named = select(Event.same_as).where(Event.same_as.is_not(None))
    several = or_(Event.same_as.is_not(None), Event.id.in_(named))
    return frozenset(session.scalars(select(Event.id).where(Event.document_id == document, several)))


def _said(session: Session, document: int) -> Sequence[Correction]:
    return in_force(corrections_of(session, [document]))


def _told(event: Event) -> Telling:
    number = event.sentence.number if event.sentence else None
    return Telling(event.title, event.quote, number, event.when, event.document.label)


def _telling(mention: Mention) -> Telling:
    sentence = mention.sentence
    quote = " ".join(sentence.text.split()) if sentence else ""
    return Telling(mention.title, quote, sentence.number if sentence else None)
