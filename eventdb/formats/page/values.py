"""Details of events → the JSON value that the page's program reads (`page/src/types.ts` describes it)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from sqlalchemy.orm import Session

from eventdb.query.details import Details, Passage, Source, details, sources
from eventdb.query.selection import Selection, conditions
from eventdb.store.lookup import count_events
from eventdb.store.why import Step
from eventdb.text import Span

Json = dict[str, Any]


def page_values(
    session: Session, selection: Selection, *, live: bool = False, editable: bool = False
) -> Json:
    """The whole of it. Empty values are left out; a passage that tells of several events stands once.

    A `live` page asks its server for changes; an `editable` one may send corrections.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    passages = _Passages()
    events = [_event(event, passages.number(event)) for event in details(session, selection)]
    documents = [_source(source, passages.of(source.id)) for source in sources(session, passages.documents)]
    return {
        "title": _title(documents),
        "version": version("eventdb"),
        "total": _total(session, selection, len(events)),
        "live": live,
        "editable": editable,
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

    def number(self, event: Details) -> int:
        """Which of its document's passages tells of an event."""
        own = self._numbers.setdefault(event.document_id, {})
        return own.setdefault(event.passage, len(own))

    @property
    def documents(self) -> Sequence[int]:
        """The documents that they are from."""
        return sorted(self._numbers)

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


def _event(event: Details, passage: int) -> Json:
    return _filled(
        id=event.id,
        when=event.when,
        title=event.title,
        status=event.status,
        basis=event.basis,
        basisText=event.basis_text,
        certainty=event.certainty,
        who=event.who,
        where=event.where,
        edtf=event.edtf,
        formula=event.expression,
        bounds=event.bounds,
        document=event.document_id,
        sentence=event.sentence_number,
        steps=[_step(step) for step in event.steps],
        alternatives=event.alternatives,
        tellings=[_filled(title=t.title, quote=t.quote, sentence=t.sentence) for t in event.tellings],
        related=[(related.id, related.words) for related in event.related],
        conflicts=event.conflicts,
    ) | {"quote": event.quote, "passage": passage, "marks": _marks(event)}


def _step(step: Step) -> Json:
    return _filled(
        kind=step.kind, claim=step.claim, quote=step.quote, sentence=step.sentence, remark=step.remark
    )


def _marks(event: Details) -> tuple[int, int, int, int]:
    """Sentence and word in characters of the passage, kept within it and within each other."""
    length = len(event.passage.text)
    start, end = _within(event.sentence, event.passage.start, (0, length))
    word, word_end = _within(event.trigger, event.passage.start, (start, end))
    return start, end if end > start else length, word, word_end


def _within(span: Span, origin: int, limits: tuple[int, int]) -> tuple[int, int]:
    first, last = limits
    start = min(max(span.start - origin, first), last)
    return start, min(max(span.end - origin, start), last)


def _filled(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value not in (None, "", (), [])}
