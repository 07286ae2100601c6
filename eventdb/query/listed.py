"""What a list shows of events, read without making an object of every row: for tables and exports."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from eventdb.query.paging import PAGE, pages
from eventdb.query.selection import Selection, ordered
from eventdb.store.models import Document, Entity, Event, Participation, Place
from eventdb.store.models.event import takes_part

COLUMNS = (
    Event.id,
    Event.when,
    Event.title,
    Event.status,
    Event.basis,
    Event.basis_text,
    Event.edtf,
    Event.begin_earliest,
    Event.begin_latest,
    Event.end_earliest,
    Event.end_latest,
    Event.expression,
    Event.quote,
    Event.document_id,
    Event.start,
    Event.end,
    Event.timeline_position,
    Event.hull_end,
    Document.title.label("document_title"),
    Document.path.label("document_path"),
    Document.source,
    Place.name.label("place"),
)
"""The columns of a row, by their names."""


def listed(session: Session, selection: Selection) -> Iterator[tuple[Any, str]]:
    """The events of a selection in date order: the `COLUMNS` of each, and who takes part (`Event.who`).

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    rows: Iterator[Any] = pages(session, selection, lambda page, among: _read(session, page, among))
    while page := list(islice(rows, PAGE)):
        names = _who(session, [row.id for row in page])
        yield from ((row, ", ".join(names.get(row.id, ()))) for row in page)


def _read(session: Session, page: Selection, among: Select[int] | None) -> Sequence[Any]:
    query = ordered(page, among).join(Event.document).outerjoin(Event.place)
    return session.execute(query.with_only_columns(*COLUMNS, maintain_column_froms=True)).all()


def _who(session: Session, events: Sequence[int]) -> dict[int, dict[str, None]]:
    """The names of those who take part in each event, in the order of the text, each once."""
    query = (
        select(Participation.event_id, Entity.name, Entity.kind, Participation.role)
        .join(Participation.entity)
        .where(Participation.event_id.in_(events))
        .order_by(Participation.id)
    )
    names: dict[int, dict[str, None]] = {}
    for event, name, kind, role in session.execute(query):
        if takes_part(kind, role):
            names.setdefault(event, {})[name] = None
    return names
