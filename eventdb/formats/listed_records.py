"""Rows of the store as the plain records that writers take."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from eventdb.formats.record import EventRecord
from eventdb.query.listed import listed
from eventdb.query.selection import Selection
from eventdb.temporal.edtf import iso_earliest, iso_latest

_FIELDS = len(EventRecord._fields)


def record_of(row: Any) -> EventRecord:
    """A row with the columns of `eventdb.query.listed`, the first of which are the fields of a record.

    The inner bounds become ISO 8601 as the outer ones are; mostly they are the same, and there already.
    """
    record = EventRecord._make(row[:_FIELDS])
    begin_latest, end_earliest = row[_FIELDS], row[_FIELDS + 1]
    if begin_latest is not None:
        record = record._replace(begin_latest=iso_latest(begin_latest))
    if end_earliest is not None:
        record = record._replace(end_earliest=iso_earliest(end_earliest))
    return record


def records(session: Session, selection: Selection) -> Iterator[EventRecord]:
    """The events of a selection in date order.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """
    return map(record_of, listed(session, selection))
