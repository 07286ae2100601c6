"""All that is known of an event, as plain values: what a page shows when an event is chosen."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from eventdb.events.blocks import find_blocks
from eventdb.query.paging import events
from eventdb.query.selection import Selection
from eventdb.store.models import Diagnostic, Document, Event, Link, Mention, Reason
from eventdb.store.why import Step, certainty, steps
from eventdb.temporal.edtf import parse_edtf
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
    """A further place that tells of an event: what it says there, and the sentence with its number."""

    title: str
    quote: str
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Outline:
    """One event, as a timeline shows it.

    `bounds` are begin and end, earliest and latest each, and `likely` is the day to which a report most
    likely puts it: half-open seconds, None where unbounded or not known.
    """

    id: int
    when: str
    title: str
    status: str
    who: tuple[str, ...]
    where: str
    basis: str
    basis_text: str
    bounds: tuple[int | None, int | None, int | None, int | None]
    likely: tuple[int | None, int | None] | None
    document_id: int
    quote: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """How the date of an event is known, and its place in the text.

    `certainty` says "certain to the day" where that holds. `sentence` and `trigger` are offsets in the
    document's text, as is the start of `passage`.
    """

    certainty: str
    edtf: str
    expression: str | None
    passage: Passage
    sentence: Span
    sentence_number: int | None
    trigger: Span
    steps: tuple[Step, ...]
    alternatives: tuple[tuple[str, str], ...]
    tellings: tuple[Telling, ...]
    related: tuple[Related, ...]
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document: what it is called, when it was written and how that is known, and where it comes from."""

    id: int
    title: str
    created: str | None
    creation_basis: str | None
    source: str | None


def outlines(session: Session, selection: Selection) -> Iterator[Outline]:
    """The events of a selection, in date order.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    return map(_outline, events(session, selection))


def details(session: Session, selection: Selection) -> Iterator[tuple[Outline, Evidence]]:
    """The same, with all that is known of each.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    options = (
        selectinload(Event.reasons).joinedload(Reason.sentence),
        selectinload(Event.mentions).joinedload(Mention.sentence),
        selectinload(Event.alternatives),
        selectinload(Event.sentence),
    )
    texts: dict[int, _Text] = {}
    for event in events(session, selection, *options):
        if event.document_id not in texts:
            texts[event.document_id] = _Text(session, event.document_id)
        yield _outline(event), _evidence(event, texts[event.document_id])


def evidence(session: Session, event: Event) -> Evidence:
    """What is known of one event."""
    return _evidence(event, _Text(session, event.document_id))


def sources(session: Session, ids: Sequence[int]) -> Iterator[Source]:
    """The documents with these numbers, in the order of their numbers."""
    for document in session.scalars(select(Document).where(Document.id.in_(ids)).order_by(Document.id)):
        yield Source(document.id, document.label, document.created, document.creation_basis, document.source)


class _Text:
    """A document's text by paragraph, and what relates its events or stands against them."""

    def __init__(self, session: Session, document: int) -> None:
        self._text = session.scalars(select(Document.text).where(Document.id == document)).one()
        self._blocks = find_blocks(self._text)
        self._starts = [block.span.start for block in self._blocks]
        self._related = _related(session, document)
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


def _outline(event: Event) -> Outline:
    return Outline(
        id=event.id,
        when=event.when,
        title=event.title,
        status=event.status,
        who=event.participants,
        where=event.where,
        basis=event.basis,
        basis_text=event.basis_text,
        bounds=(event.begin_earliest, event.begin_latest, event.end_earliest, event.end_latest),
        likely=_likely(event),
        document_id=event.document_id,
        quote=event.quote,
    )


def _likely(event: Event) -> tuple[int | None, int | None] | None:
    if event.likely is None:
        return None
    hull = parse_edtf(event.likely).hull
    return hull.start, hull.end


def _evidence(event: Event, text: _Text) -> Evidence:
    return Evidence(
        certainty=certainty(event).removeprefix(", "),
        edtf=event.edtf,
        expression=event.expression,
        passage=text.passage(event),
        sentence=_sentence(event),
        sentence_number=event.sentence.number if event.sentence else None,
        trigger=Span(event.start, event.end),
        steps=tuple(steps(event)),
        alternatives=tuple((reading.edtf, reading.reason) for reading in event.alternatives),
        tellings=tuple(_telling(mention) for mention in event.mentions if mention.start != event.start),
        related=text.related(event),
        conflicts=text.conflicts(event),
    )


def _sentence(event: Event) -> Span:
    sentence = event.sentence
    return Span(sentence.start, sentence.end) if sentence else Span(event.start, event.end)


def _telling(mention: Mention) -> Telling:
    sentence = mention.sentence
    quote = " ".join(sentence.text.split()) if sentence else ""
    return Telling(mention.title, quote, sentence.number if sentence else None)
