"""All that is known of an event, as plain values: what a page shows when an event is chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from eventdb.query.context import Context, Passage, Related, Said, Telling
from eventdb.query.paging import events
from eventdb.query.selection import Selection
from eventdb.store.models import Document, Event, Mention, Reason
from eventdb.store.why import Step, certainty, steps
from eventdb.temporal.edtf import parse_edtf
from eventdb.text import Span


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
    tags: tuple[str, ...]
    said: tuple[Said, ...]


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
        selectinload(Event.tags),
    )
    contexts: dict[int, Context] = {}
    for event in events(session, selection, *options):
        if event.document_id not in contexts:
            contexts[event.document_id] = Context(session, event.document_id)
        yield _outline(event), _evidence(event, contexts[event.document_id])


def evidence(session: Session, event: Event) -> Evidence:
    """What is known of one event."""
    return _evidence(event, Context(session, event.document_id))


def sources(session: Session, ids: Sequence[int]) -> Iterator[Source]:
    """The documents with these numbers, in the order of their numbers."""
    for document in session.scalars(select(Document).where(Document.id.in_(ids)).order_by(Document.id)):
        yield Source(document.id, document.label, document.created, document.creation_basis, document.source)


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


def _evidence(event: Event, context: Context) -> Evidence:
    return Evidence(
        certainty=certainty(event).removeprefix(", "),
        edtf=event.edtf,
        expression=event.expression,
        passage=context.passage(event),
        sentence=_sentence(event),
        sentence_number=event.sentence.number if event.sentence else None,
        trigger=Span(event.start, event.end),
        steps=tuple(steps(event)),
        alternatives=tuple((reading.edtf, reading.reason) for reading in event.alternatives),
        tellings=context.tellings(event),
        related=context.related(event),
        conflicts=context.conflicts(event),
        tags=tuple(tag.name for tag in event.tags),
        said=context.said(event),
    )


def _sentence(event: Event) -> Span:
    sentence = event.sentence
    return Span(sentence.start, sentence.end) if sentence else Span(event.start, event.end)
