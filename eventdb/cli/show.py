"""`eventdb show`: everything that is known about one event."""

from collections.abc import Iterator, Sequence

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.terminal import entries, heading
from eventdb.formats.bounds import iso_bounds
from eventdb.query.history import notes
from eventdb.query.tellings import told_elsewhere
from eventdb.store.lookup import get_event
from eventdb.store.models import Correction, Event, Mention


@click.command(name="show")
@click.argument("event", type=int)
@as_of_option
@database_option
def command(event: int) -> None:
    """Show everything about one EVENT.

    EVENT is a number from `eventdb list`. How its date is known is told by `eventdb why`.
    """
    with opened() as database, database.session(read_only=True) as session:
        row = get_event(session, event)
        heading(row.title)
        entries(_details(row))
        entries(_said(row, notes(session, row)))
        entries(told_elsewhere(session, row))


def _details(event: Event) -> Iterator[tuple[str, str]]:
    yield "when", event.when
    if event.likely:
        yield "likely", event.likely
    if event.dated:
        yield "began", between(event.begin_earliest, event.begin_latest)
        yield "ended", between(event.end_earliest, event.end_latest)
        yield "EDTF", event.edtf
    yield "status", event.status
    yield from _people_and_places(event)
    yield "basis", f"{event.basis}, {event.basis_text}" if event.basis_text else event.basis
    if event.expression:
        yield "formula", event.expression
    for reading in event.alternatives:
        yield "or", f"{reading.edtf}, {reading.reason}" if reading.reason else reading.edtf
    yield from _evidence(event)


def _said(event: Event, notes: Sequence[Correction]) -> Iterator[tuple[str, str]]:
    """What people keep beside it."""
    if event.tags:
        yield "tags", ", ".join(tag.name for tag in event.tags)
    for note in notes:
        yield "note", f"{note.new} ({', '.join(filter(None, (note.who, note.when[:10])))})"


def between(earliest: int | None, latest: int | None) -> str:
    """Two half-open bounds in words: "between 2019-03-01 and 2019-03-04", "2019-03-04 or earlier"."""
    first, last = iso_bounds(earliest, latest)
    if first and last:
        return first if first == last else f"between {first} and {last}"
    return f"{first} or later" if first else f"{last} or earlier" if last else "not known"


def _people_and_places(event: Event) -> Iterator[tuple[str, str]]:
    for part in event.participations:
        if part.entity.kind != "place":
            yield "who", f"{part.entity.name} ({part.role})"
    if event.place:
        yield "where", event.place.name


def _evidence(event: Event) -> Iterator[tuple[str, str]]:
    yield "quote", f'"{event.quote}"'
    for mention in event.mentions:
        yield "told by", _mention(mention)
    page = f", page {event.page}" if event.page else ""
    yield "document", f"{event.document_id}, {event.document.label}{page}"
    if event.document.created:
        yield "dated", f"{event.document.created}, {event.document.creation_basis}"
    if event.document.source:
        yield "source", event.document.source
    if event.document.language:
        yield "language", f"{event.document.language}, {event.document.language_basis or 'stated'}"


def _mention(mention: Mention) -> str:
    sentence = f"sentence {mention.sentence.number}, " if mention.sentence else ""
    by = f", according to {mention.reported_by}" if mention.reported_by else ""
    return f'"{mention.trigger}", {sentence}characters {mention.start} to {mention.end}{by}'
