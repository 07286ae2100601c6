"""What was corrected, in order; and when the date of an event moved with another."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from eventdb.store.corrections import Field, corrections_of, in_force, undone_by
from eventdb.store.models import Correction, Event, EventVersion
from eventdb.temporal.display import display
from eventdb.temporal.edtf import parse_edtf


class HistoryEntry(NamedTuple):
    """A correction, or, without a number, a date that moved with another.

    `when` is ISO 8601, UTC; `undone_by` is the number of the correction that takes it back.
    """

    number: int | None
    when: str
    who: str | None
    document: int | None
    event: int | None
    change: str
    why: str | None
    undone_by: int | None


def history(session: Session, event: int | None = None, document: int | None = None) -> list[HistoryEntry]:
    """What was corrected of an event, of a document and all that it tells, or of everything."""
    query = select(Correction).order_by(Correction.id)
    if event is not None:
        named = or_(Correction.old == str(event), Correction.new == str(event))
        told = and_(Correction.field == Field.SAME_AS, named)
        query = query.where(or_(Correction.event_id == event, told))
    if document is not None:
        query = query.where(Correction.document_id == document)
    rows = session.scalars(query).all()
    undone = undone_by(session)
    entries = [_entry(row, undone.get(row.id)) for row in rows]
    if event is not None:
        own = {row.when for row in rows if row.field == Field.WHEN and row.event_id == event}
        entries += (entry for entry in _moves(session, event) if entry.when not in own)
    return sorted(entries, key=lambda entry: entry.when)


def notes(session: Session, event: Event) -> list[Correction]:
    """The remarks on an event that nobody took back."""
    alive = in_force(corrections_of(session, [event.document_id]))
    return [row for row in alive if row.event_id == event.id and row.field == Field.NOTE]


def described(row: Correction) -> str:
    """What a correction says, in a line: "when: Sun 2015-05-10 → Mon 2015-05-11", "tag: +trial"."""
    if row.undoes is not None:
        return f"undo of {row.undoes}"
    if row.field in (Field.TAG, Field.WHO, Field.NOTE):
        return f"{row.field}: {f'-{row.old}' if row.new is None else f'+{row.new}'}"
    return f"{row.field.replace('_', ' ')}: {_shown(row, row.old)} → {_shown(row, row.new)}"


def _shown(row: Correction, value: str | None) -> str:
    if value is None:
        return "none"
    return display(parse_edtf(value)) if row.field == Field.WHEN else value


def _entry(row: Correction, undone: int | None) -> HistoryEntry:
    return HistoryEntry(
        row.id, row.when, row.who, row.document_id, row.event_id, described(row), row.why, undone
    )


def _moves(session: Session, event: int) -> Iterator[HistoryEntry]:
    """When the date of an event became another, by whose correction."""
    versions = session.scalars(
        select(EventVersion).where(EventVersion.event_id == event).order_by(EventVersion.id)
    ).all()
    for version, then in zip(versions, _dates_after(session, event, versions), strict=True):
        before = json.loads(version.content)["event"]["when"]
        if then != before:
            by = session.scalar(select(Correction.who).where(Correction.when == version.until).limit(1))
            moved = f"moved: {before} → {then or 'gone'}"
            yield HistoryEntry(None, version.until, by, version.document_id, event, moved, None, None)


def _dates_after(session: Session, event: int, versions: Sequence[EventVersion]) -> Iterator[str | None]:
    """For each version the date of the next one, the last of which is the event as it is."""
    for version, following in pairwise(versions):
        yield json.loads(following.content)["event"]["when"] if following.since == version.until else None
    if versions:
        row = session.get(Event, event)
        yield row.when if row is not None else None
