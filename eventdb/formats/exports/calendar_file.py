"""Events as iCalendar (RFC 5545), for the calendar programs of computers and telephones.

All are all-day, and the end is exclusive, as the format has it. What is not certain to the day
is TENTATIVE and fills the days in which it may lie; the description says what is known. An end
that nobody knows is not made up: the event then stands where it surely is, and its summary begins
with the date in words ("until 2014-04"). `X-EDTF` carries the date as it is kept.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, BinaryIO
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from eventdb.extras import requires
from eventdb.formats.exports.remarks import LeftOut
from eventdb.formats.listed_records import records
from eventdb.formats.record import EventRecord
from eventdb.formats.visible import visible
from eventdb.query.selection import Selection
from eventdb.store.lookup import get_document
from eventdb.temporal.calendar import DAY, civil
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval

_NAMESPACE = UUID("4c8ab0f3-6c3d-5d0b-8c5a-6d2f1f5e9a77")
"""Of the identifiers of events; any number will do, but it must stay."""

_CALENDAR = (("prodid", "-//eventdb//timeline//EN"), ("version", "2.0"), ("calscale", "GREGORIAN"))

_EPOCH = date(1970, 1, 1).toordinal()


def export(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """Every dated event that is asserted or planned and lies in the years 1 to 9998."""
    with requires("calendar"):
        from icalendar import Calendar

    calendar, left_out = Calendar(), LeftOut()
    for name, value in _CALENDAR:
        calendar.add(name, value)
    uid, now = _identifier(session), datetime.now(UTC)
    for record in records(session, selection):
        extent = parse_edtf(record.edtf)
        problem = _problem(record, extent)
        if problem:
            left_out.add(problem, record.id)
        else:
            calendar.add_component(_event(record, extent, uid(record), now))
    out.write(calendar.to_ical())
    return tuple(left_out.remarks())


def _problem(record: EventRecord, extent: Extent) -> str | None:
    """Why an event can stand in no calendar."""
    if record.status not in ("asserted", "planned"):
        return "the texts deny or suppose them"
    if not extent.bounded:
        return "they have no date"
    days = _days(extent)
    assert days.start is not None
    assert days.end is not None
    if civil(days.start).year < 1 or civil(days.end).year > 9999:
        return "iCalendar has only the years 1 to 9999"
    return None


def _days(extent: Extent) -> Interval:
    """The whole days to draw: all in which it may lie; of one open on a side, those where it surely stood."""
    first, last = _edges(extent)
    return Interval(first // DAY * DAY, last // DAY * DAY + DAY)


def _edges(extent: Extent) -> tuple[int, int]:
    """The first and the last moment of those days."""
    begin, end = extent.begin, extent.end
    begun = None if begin.latest is None else begin.latest - 1
    ended = None if end.latest is None else end.latest - 1
    if begin.earliest is not None:
        last = ended if ended is not None else begun
        return begin.earliest, begin.earliest if last is None else last
    if ended is not None:
        return ended, ended
    known = [edge for edge in (begun, end.earliest) if edge is not None]
    return min(known), max(known)


def _event(record: EventRecord, extent: Extent, uid: str, now: datetime) -> Any:
    from icalendar import Event

    event, days = Event(), _days(extent)
    whole = extent.begin.earliest is not None and extent.end.latest is not None
    summary = record.event if whole else f"{record.when}: {record.event}"
    fields = (
        ("uid", uid),
        ("dtstamp", now),
        ("dtstart", _date(days.start)),
        ("dtend", _date(days.end)),
        ("summary", visible(summary)),
        ("description", visible(_description(record))),
        ("location", visible(record.where)),
        ("status", "CONFIRMED" if _certain(record, extent) else "TENTATIVE"),
        ("transp", "TRANSPARENT"),
        ("x-edtf", record.edtf),
    )
    for name, value in fields:
        if value:
            event.add(name, value)
    if record.source and record.source.startswith(("http://", "https://")):
        event.add("url", record.source)
    return event


def _certain(record: EventRecord, extent: Extent) -> bool:
    """Whether it happened, and both ends are known to the day."""
    exact = all(
        bounds.earliest is not None and bounds.latest is not None and bounds.latest - bounds.earliest <= DAY
        for bounds in (extent.begin, extent.end)
    )
    return exact and record.status == "asserted" and not (extent.approximate or extent.uncertain)


def _description(record: EventRecord) -> str:
    origin = ", ".join(part for part in (record.document, record.source) if part)
    lines = (record.when, record.basis_text, record.who, record.quote and f'"{record.quote}"', origin)
    return "\n".join(line for line in lines if line)


def _date(seconds: int | None) -> date:
    assert seconds is not None
    return date.fromordinal(_EPOCH + seconds // DAY)


def _identifier(session: Session) -> Callable[[EventRecord], str]:
    """Identifiers that stay the same in every export, even of another database with the same text."""
    hashes: dict[int, str] = {}

    def identify(record: EventRecord) -> str:
        document = record.document_id
        if document not in hashes:
            hashes[document] = get_document(session, document).sha256
        return f"{uuid5(_NAMESPACE, f'{hashes[document]} {record.start} {record.end}')}@eventdb"

    return identify
