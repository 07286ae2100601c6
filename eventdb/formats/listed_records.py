"""Rows of the store as the plain records that writers take."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from eventdb.formats.record import EventRecord
from eventdb.query.listed import listed
from eventdb.query.selection import Selection
from eventdb.temporal.edtf import iso_earliest, iso_latest

_INNER = EventRecord._fields.index("begin_latest")
_FIELDS = len(EventRecord._fields)


def record_of(row: Any) -> EventRecord:
    """A row with the columns of `eventdb.query.listed`, the first of which are the fields of a record.

    The inner bounds become ISO 8601 as the outer ones are; mostly they are the same.
    """
    begin_latest, end_earliest = row[_INNER : _INNER + 2]
    begin_earliest, end_latest = row[_FIELDS : _FIELDS + 2]
    if begin_latest is not None:
        begin_latest = row[_INNER + 2] if begin_latest == end_latest else iso_latest(begin_latest)
    if end_earliest is not None:
        end_earliest = row[_INNER - 1] if end_earliest == begin_earliest else iso_earliest(end_earliest)
    return EventRecord._make((*row[:_INNER], begin_latest, end_earliest, *row[_INNER + 2 : _FIELDS]))


def records(session: Session, selection: Selection) -> Iterator[EventRecord]:
    """The events of a selection in date order.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    return map(record_of, listed(session, selection))
