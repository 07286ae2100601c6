"""Events as the JSON of TimelineJS (https://timeline.knightlab.com/docs/json-format.html).

Its years before 1 are negative and count as historians do: -44 is 44 BCE. A slide without a
`start_date` would be dropped without a word, so what has no date is left out here, and said.
`display_date` carries what a point on an axis cannot: "about 1120", "until 2014-04".
"""

import json
from html import escape
from typing import Any, BinaryIO

from sqlalchemy.orm import Session

from eventdb.formats.exports.remarks import LeftOut
from eventdb.formats.listed_records import records
from eventdb.formats.record import EventRecord
from eventdb.formats.visible import escape_json, visible
from eventdb.query.selection import Selection
from eventdb.temporal.calendar import civil
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.unit import Unit

Json = dict[str, Any]


def export(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """Every event with a date, as a slide."""
    slides, left_out = [], LeftOut()
    for record in records(session, selection):
        extent = parse_edtf(record.edtf)
        if extent.bounded:
            slides.append(_slide(record, extent))
        else:
            left_out.add("they have no date", record.id)
    text = json.dumps({"scale": "human", "events": slides}, ensure_ascii=False, indent=1)
    out.write(f"{escape_json(text)}\n".encode(errors="backslashreplace"))
    return tuple(left_out.remarks())


def _slide(record: EventRecord, extent: Extent) -> Json:
    slide = _dates(extent) | {
        "display_date": record.when,
        "unique_id": f"event-{record.id}",
        "text": {"headline": _html(_headline(record)), "text": _text(record)},
    }
    return slide | ({"group": record.where} if record.where else {})


def _dates(extent: Extent) -> Json:
    """Where a slide begins and ends; what is open on one side stands at the side that is known."""
    start = _date(extent.begin) or _date(extent.end)
    end = _date(extent.end, last=True)
    assert start is not None
    return {"start_date": start} if end is None or end == start else {"start_date": start, "end_date": end}


def _date(bounds: Bounds, *, last: bool = False) -> Json | None:
    """A date as exact as the bounds: a year, month, day or minute; else their first day, or `last`."""
    unit = None if bounds.earliest is None or bounds.latest is None else bounds.interval.unit
    if unit in (Unit.YEAR, Unit.MONTH, Unit.DAY, Unit.MINUTE):
        return _fields(bounds.earliest, unit)
    inclusive = None if bounds.latest is None else bounds.latest - 1
    edge = inclusive if last or bounds.earliest is None else bounds.earliest
    return _fields(edge, Unit.DAY)


def _fields(seconds: int | None, unit: Unit) -> Json | None:
    if seconds is None:
        return None
    when = civil(seconds)
    year = when.year if when.year > 0 else when.year - 1
    values = {Unit.YEAR: year, Unit.MONTH: when.month, Unit.DAY: when.day}
    clock = {Unit.HOUR: when.hour, Unit.MINUTE: when.minute}
    return {grain.word: value for grain, value in (values | clock).items() if grain >= unit}


def _headline(record: EventRecord) -> str:
    return record.event if record.status == "asserted" else f"{record.event} ({record.status})"


def _text(record: EventRecord) -> str:
    """The quote and where it stands, as HTML."""
    origin = _html(record.document)
    if record.source and record.source.startswith(("http://", "https://")):
        origin = f'<a href="{_html(record.source)}">{origin}</a>'
    elif record.source:
        origin = f"{origin}, {_html(record.source)}"
    quote = f"<blockquote>{_html(record.quote)}</blockquote>" if record.quote else ""
    return f"{quote}<p>{origin}</p>"


def _html(text: str) -> str:
    return escape(visible(text))
