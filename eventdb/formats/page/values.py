"""Details of events → the JSON value that the page's program reads (`page/src/types.ts` describes it)."""

from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from sqlalchemy.orm import Session

from eventdb.query.context import Passage, Said, Telling
from eventdb.query.details import Evidence, Outline, Source, details, evidence, outlines, sources
from eventdb.query.selection import Selection, conditions
from eventdb.store.lookup import count_events
from eventdb.store.models import Event
from eventdb.store.why import Step
from eventdb.text import Span

Json = dict[str, Any]


def page_values(session: Session, selection: Selection) -> Json:
    """All that the page shows. Empty values are left out; a passage of several events stands once.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    passages = _Passages()
    events = [
        _outline(outline) | {"evidence": _evidence(evidence, passages.number(outline.document_id, evidence))}
        for outline, evidence in details(session, selection)
    ]
    return _page(session, selection, events, passages)


def live_values(session: Session, selection: Selection, *, editable: bool = False) -> Json:
    """What the page shows before an event is chosen: it asks its server for the rest, and for changes.

    An `editable` one may send corrections.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    events = [_outline(outline) for outline in outlines(session, selection)]
    return _page(session, selection, events, _Passages()) | {"live": True, "editable": editable}


def evidence_values(session: Session, event: Event) -> Json:
    """What a live page asks for when an event is chosen."""
    found = evidence(session, event)
    return _evidence(found, found.passage.text)


def _page(session: Session, selection: Selection, events: list[Json], passages: "_Passages") -> Json:
    ids = sorted({event["document"] for event in events})
    documents = [_source(source, passages.of(source.id)) for source in sources(session, ids)]
    return {
        "title": _title(documents),
        "version": version("eventdb"),
        "total": _total(session, selection, len(events)),
        "documents": documents,
        "events": events,
    }


def _title(documents: list[Json]) -> str:
    """That of the one document, or how many there are."""
    return documents[0]["title"] if len(documents) == 1 else f"Timeline of {len(documents)} documents"


def _total(session: Session, selection: Selection, shown: int) -> int:
    """How many events there would be without a limit; counted only where the limit was reached."""
    if selection.limit is None or shown < selection.limit:
        return shown
    return count_events(session, *conditions(selection))


@dataclass(slots=True)
class _Passages:
    """The paragraphs of each document that are needed, each once, in the order in which they are."""

    _numbers: dict[int, dict[Passage, int]] = field(default_factory=dict)

    def number(self, document: int, evidence: Evidence) -> int:
        """Which of its document's passages tells of an event."""
        own = self._numbers.setdefault(document, {})
        return own.setdefault(evidence.passage, len(own))

    def of(self, document: int) -> list[str]:
        """The passages of a document."""
        return [passage.text for passage in self._numbers.get(document, {})]


def _source(source: Source, passages: list[str]) -> Json:
    return _filled(
        id=source.id,
        title=source.title,
        created=source.created,
        creationBasis=source.creation_basis,
        source=source.source,
    ) | {"passages": passages}


def _outline(event: Outline) -> Json:
    return _filled(
        id=event.id,
        when=event.when,
        title=event.title,
        status=event.status,
        basis=event.basis,
        basisText=event.basis_text,
        who=event.who,
        where=event.where,
        bounds=event.bounds,
        likely=event.likely,
        document=event.document_id,
    ) | {"quote": event.quote}


def _evidence(found: Evidence, passage: int | str) -> Json:
    return _filled(
        certainty=found.certainty,
        edtf=found.edtf,
        formula=found.expression,
        sentence=found.sentence_number,
        steps=[_step(step) for step in found.steps],
        alternatives=found.alternatives,
        tellings=[_telling(telling) for telling in found.tellings],
        related=[(related.id, related.words) for related in found.related],
        conflicts=found.conflicts,
        tags=found.tags,
        said=[_said(said) for said in found.said],
    ) | {"passage": passage, "marks": _marks(found)}


def _telling(telling: Telling) -> Json:
    return _filled(
        title=telling.title,
        quote=telling.quote,
        sentence=telling.sentence,
        when=telling.when,
        document=telling.document,
    )


def _said(said: Said) -> Json:
    """The moment as the day that it was in UTC."""
    return _filled(what=said.what, who=said.who, when=said.when[:10], why=said.why)


def _step(step: Step) -> Json:
    return _filled(
        kind=step.kind, claim=step.claim, quote=step.quote, sentence=step.sentence, remark=step.remark
    )


def _marks(found: Evidence) -> tuple[int, int, int, int]:
    """Sentence and word in characters of the passage, kept within it and within each other."""
    length = len(found.passage.text)
    start, end = _within(found.sentence, found.passage.start, (0, length))
    word, word_end = _within(found.trigger, found.passage.start, (start, end))
    return start, end if end > start else length, word, word_end


def _within(span: Span, origin: int, limits: tuple[int, int]) -> tuple[int, int]:
    first, last = limits
    start = min(max(span.start - origin, first), last)
    return start, min(max(span.end - origin, start), last)


def _filled(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value not in (None, "", (), [])}
