"""What a document tells, derived from its text and all that people said of it.

The text is analysed with what is given about it (`eventdb.store.given`), the rest of what people said is put
on the rows (`overlay`), and these take the place of the old. So a correction survives whatever is derived
anew, and is undone by deriving without it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import delete
from sqlalchemy.orm import Session

from eventdb import pipeline
from eventdb.analysis import Analysis
from eventdb.anchoring.given import Given
from eventdb.stated import stated
from eventdb.store.codec import source_document
from eventdb.store.corrections import corrections_of, in_force
from eventdb.store.creation import creation_of, is_removed
from eventdb.store.findings import findings, keep_findings
from eventdb.store.models import Correction, Document, Event
from eventdb.store.names import Names, forget_unused_names
from eventdb.store.overlay import overlay
from eventdb.store.places import event_at, find_again
from eventdb.store.repository import forget_findings
from eventdb.store.repository import replace as put_in_place
from eventdb.store.versions import former_numbers, keep_versions, snapshots
from eventdb.text import Document as SourceDocument

Analyst = Callable[[SourceDocument, Given], Analysis]
"""What finds the events of a document: `pipeline.analyze`, or something that has them ready."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event whose date moves; `old` is None for a new one, `new` for one that is no more.

    Dates are as people see them ("Sun 2015-05-10"); `salient` tells whether it stands on a timeline.
    """

    event_id: int
    title: str
    old: str | None
    new: str | None
    salient: bool = True


def analyst(document: SourceDocument, given: Given) -> Analysis:
    """The analysis as it is made where none is ready."""
    return pipeline.analyze(document, given)


def derive(
    session: Session, document: Document, given: Given, moment: str, analyse: Analyst
) -> tuple[Change, ...]:
    """Puts what follows from text and corrections in the place of what is kept; returns what moves."""
    corrections = corrections_of(session, [document.id])
    told = Event.document_id == document.id
    before, dates, found = snapshots(session, told), _dates(document), findings(session, document)
    if is_removed(document, corrections):
        _remove(session, document, moment)
    else:
        document.removed = None
        created = creation_of(document, corrections, in_force(corrections))
        source = replace(source_document(document), creation_time=created)
        analysis = stated(source, given) if document.by_hand else analyse(source, given)
        former = former_numbers(session, document)
        put_in_place(session, document, analysis, former, partial(_complete, corrections))
        find_again(document, corrections)
    session.flush()
    keep_versions(session, before, snapshots(session, told), moment)
    keep_findings(session, document, found, moment)
    return _moved(dates, _dates(document))


def _remove(session: Session, document: Document, moment: str) -> None:
    """Leaves the text alone of a document, so that it can come back."""
    document.removed = document.removed or moment
    forget_findings(session, document)
    session.execute(delete(Event).where(Event.document_id == document.id))
    session.flush()
    session.expire_all()
    forget_unused_names(session)


def _complete(corrections: Sequence[Correction], row: Document, names: Names) -> None:
    """Puts on new rows what people said."""
    spoken: dict[int, tuple[Event, list[Correction]]] = {}
    for correction in in_force(corrections):
        if correction.start is not None and correction.end is not None:
            event = event_at(row.events, correction.start, correction.end)
            if event is not None:
                spoken.setdefault(id(event), (event, []))[1].append(correction)
    for event, said in spoken.values():
        overlay(event, said, names)


def _dates(document: Document) -> dict[int, Change]:
    """Where each event stands, as if it were new."""
    return {
        event.id: Change(event.id, event.title, None, event.when, event.salient) for event in document.events
    }


def _moved(old: dict[int, Change], new: dict[int, Change]) -> tuple[Change, ...]:
    moved = [
        replace(event, old=old[number].new if number in old else None)
        for number, event in new.items()
        if number not in old or old[number].new != event.new
    ]
    gone = [replace(event, old=event.new, new=None) for number, event in old.items() if number not in new]
    return (*moved, *gone)
