"""Rows of the store as the plain records that writers take."""

from collections.abc import Iterator
from itertools import starmap
from typing import Any

from sqlalchemy.orm import Session

from eventdb.formats.bounds import iso_bounds
from eventdb.formats.record import EventRecord
from eventdb.query.listed import listed
from eventdb.query.selection import Selection
from eventdb.store.models.document import label


def record_of(event: Any, who: str) -> EventRecord:
    """A row with the columns of `eventdb.query.listed`, and who takes part, as one flat record."""
    begin = iso_bounds(event.begin_earliest, event.begin_latest)
    end = iso_bounds(event.end_earliest, event.end_latest)
    return EventRecord(
        id=event.id,
        when=event.when,
        event=event.title,
        status=event.status,
        who=who,
        where=event.place or "",
        basis=event.basis,
        basis_text=event.basis_text,
        edtf=event.edtf,
        begin_earliest=begin[0],
        begin_latest=begin[1],
        end_earliest=end[0],
        end_latest=end[1],
        expression=event.expression,
        quote=event.quote,
        document_id=event.document_id,
        document=label(event.document_title, event.document_path, event.document_id),
        source=event.source,
        start=event.start,
        end=event.end,
    )


def records(session: Session, selection: Selection) -> Iterator[EventRecord]:
    """The events of a selection in date order.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    return starmap(record_of, listed(session, selection))
