"""What people corrected, and what other documents tell, as that which is given about a document."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.anchoring.given import Given, GivenDate
from eventdb.anchoring.tlink import Strength
from eventdb.store.corrections import Field, corrections_of, in_force, last
from eventdb.store.models import Correction, Document, Event, Reason
from eventdb.store.tellings import representative, shared_events, tellings
from eventdb.temporal.edtf import parse_edtf
from eventdb.text import Span

_TOO_VAGUE = ("none", "tense")
"""Bases of dates that say no more than that something is over, which no other document needs to hear."""


def given_of(session: Session, document: Document) -> Given:
    """All that is given about a document: corrected and rejected dates, and who is the same as whom.

    A date that a person gave to an event goes to all documents that tell of it, and is stronger than
    their texts. Without one the date of the representative goes there, and is weaker than their texts.
    """
    corrections = in_force(corrections_of(session, [document.id]))
    stated = [*_stated(corrections)]
    places = {date.place for date in stated}
    shared = shared_events(session, document)
    told = [event for event in shared if Span(event.start, event.end) not in places]
    return Given(
        dates=(*stated, *(date for event in told for date in _told_elsewhere(session, event))),
        same=tuple(_same(session, document, shared)),
        apart=tuple(_span(row.new) for row in corrections if row.field == Field.APART and row.new),
    )


def _stated(corrections: Sequence[Correction]) -> Iterator[GivenDate]:
    """What people said of the events of this document: the last word on each."""
    by_place: dict[Span, list[Correction]] = {}
    for row in corrections:
        if row.start is not None and row.end is not None:
            by_place.setdefault(Span(row.start, row.end), []).append(row)
    for place, rows in by_place.items():
        date, status = last(rows, Field.WHEN), last(rows, Field.STATUS)
        if status is not None and status.new == "rejected":
            yield _date(place, status, None)
        elif date is not None:
            yield _date(place, date, date.new)


def _date(place: Span, row: Correction, edtf: str | None) -> GivenDate:
    verb = "rejected" if edtf is None else "given"
    remark = f"on {row.when[:10]}" + (f": {row.why}" if row.why else "")
    extent = None if edtf is None else parse_edtf(edtf)
    return GivenDate(place, extent, f"{verb} by {row.who or 'hand'}", remark)


def _told_elsewhere(session: Session, event: Event) -> Iterator[GivenDate]:
    """What other tellings lend to one of this document: a person's date, else the representative's."""
    others = [other for other in tellings(session, event) if other.id != event.id]
    if not others:
        return
    place = Span(event.start, event.end)
    rows = in_force(corrections_of(session, {other.document_id for other in others}))
    mine = {other.id for other in others}
    date = last((row for row in rows if row.event_id in mine and row.new), Field.WHEN)
    first = representative(session, event)
    if date is not None:
        yield _date(place, date, date.new)
    elif first.document_id != event.document_id and _lends(session, first, event.document_id):
        phrase = f"event {first.id} in “{first.document.label}”"
        yield GivenDate(place, first.extent, phrase, "the same event", Strength.COREFERENCE)


def _lends(session: Session, event: Event, document: int) -> bool:
    """Whether the date of an event is worth telling to a document, and does not come from there itself."""
    return event.basis not in _TOO_VAGUE and document not in _rests_on(session, event, set())


def _rests_on(session: Session, event: Event, seen: set[int]) -> Iterable[int]:
    """The documents of the tellings from which an event's date is lent, by however many steps."""
    seen.add(event.id)
    for reason in session.scalars(
        select(Reason).where(Reason.event_id == event.id, Reason.kind == "telling")
    ):
        at = (Event.document_id == event.document_id, Event.start == reason.start)
        borrower = session.scalar(select(Event).where(*at))
        lender = representative(session, borrower) if borrower is not None else None
        if lender is not None and lender.id not in seen:
            yield lender.document_id
            yield from _rests_on(session, lender, seen)


def _same(session: Session, document: Document, shared: Sequence[Event]) -> Iterator[tuple[Span, Span]]:
    """The tellings within one document, each with its representative."""
    for event in shared:
        if event.same_as is not None:
            first = representative(session, event)
            if first.document_id == document.id:
                yield Span(event.start, event.end), Span(first.start, first.end)


def _span(offsets: str) -> Span:
    """ "120-125" as a span."""
    start, _, end = offsets.partition("-")
    return Span(int(start), int(end))
