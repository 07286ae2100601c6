"""iCalendar (RFC 5545), by the package icalendar: each VEVENT is an event."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from eventdb.errors import DocumentError, ExpressionSyntaxError
from eventdb.extras import requires
from eventdb.imports.row import Row
from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.display import display
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.temporal.extent import Bounds, Extent
from eventdb.text import Span

_EVENT = re.compile(r"^BEGIN:VEVENT\s*$.*?^END:VEVENT\s*?$", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_STATUS = {"CONFIRMED": "asserted", "CANCELLED": "negated"}


def rows(text: str) -> Iterator[Row]:
    """The events in their order. Of one that recurs, the first time; X-EDTF goes before DTSTART.

    Raises:
        DocumentError: the text is no calendar.
        MissingExtra: icalendar is not installed.
    """
    with requires("calendar"):
        from icalendar import Calendar

    if "BEGIN:VCALENDAR" not in text.upper():
        raise DocumentError("it is no iCalendar file")
    line, counted = 1, 0
    for found in _EVENT.finditer(text):
        line, counted = line + text.count("\n", counted, found.start()), found.start()
        place = Span(*found.span())
        try:
            wrapped = f"BEGIN:VCALENDAR\r\n{found[0]}\r\nEND:VCALENDAR\r\n"
            (event,) = Calendar.from_ical(wrapped).walk("VEVENT")
            yield Row(line, place, _cells(event))
        except (ValueError, KeyError, AttributeError, ExpressionSyntaxError) as error:
            yield Row(line, place, {}, str(error))


def _cells(event: Any) -> dict[str, str]:
    if "X-EDTF" in event:
        extent = parse_edtf(str(event["X-EDTF"]))
    elif "DTSTART" in event:
        extent = _extent(event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None)
    else:
        extent = Extent()
    title = str(event.get("SUMMARY", "")).removeprefix(f"{display(extent)}: ")
    return {
        "when": format_extent(extent) if extent.bounded else "",
        "title": title,
        "where": str(event.get("LOCATION", "")),
        "who": "; ".join(_attendees(event)),
        "status": _STATUS.get(str(event.get("STATUS", "CONFIRMED")), "asserted"),
    }


def _extent(start: date, end: date | None) -> Extent:
    """From the one to the other; the end of whole days is exclusive. A zone is left aside: time is civil."""
    begin = _bounds(start)
    if end is None or end <= start or begin.earliest is None:
        return Extent(begin, begin)
    last = _bounds(end)
    assert last.earliest is not None
    if not isinstance(end, datetime):
        last = Bounds(last.earliest - DAY, last.earliest)
    return Extent(begin, last)


def _bounds(moment: date) -> Bounds:
    """The minute of a time, the day of a date."""
    if isinstance(moment, datetime):
        seconds = instant(moment.year, moment.month, moment.day, moment.hour, moment.minute)
        return Bounds(seconds, seconds + 60)
    seconds = instant(moment.year, moment.month, moment.day)
    return Bounds(seconds, seconds + DAY)


def _attendees(event: Any) -> Iterator[str]:
    found = event.get("ATTENDEE", [])
    for attendee in found if isinstance(found, list) else [found]:
        yield str(attendee.params.get("CN", attendee)).removeprefix("mailto:")
