"""`Analysis` → the JSON object that `eventdb analyze` writes for one document.

An ISO bound is inclusive at the grain in which it is written: the whole of May 2015 is 2015-05-01 ..
2015-05-31, 5 to 6 pm is T17:00 .. T17:59. null is unbounded. Offsets are characters of the text.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from eventdb.analysis import Analysis, Event, ResolvedTimex
from eventdb.anchoring.dependence import names_period
from eventdb.events.mention import EventMention, Status
from eventdb.expression.beside import between
from eventdb.expression.nodes import Duration
from eventdb.formats.bounds import iso_bounds
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.timex3 import iso_duration
from eventdb.text import Span

Json = dict[str, Any]


def analysis_json(doc_id: Any, analysis: Analysis) -> Json:
    """The document's time expressions in TIMEX3 terms, the periods of history that it names, its events.

    "During the Korean War" is a time, and dates what it binds; but TimeML marks the name of a war as an
    event, not as a TIMEX3, so such names stand apart.
    """
    events = {mention: event for event in analysis.events for mention in event.mentions}
    creation = analysis.document.creation_time
    return {
        "doc_id": doc_id,
        "timexes": list(_timexes(analysis, named=False)),
        "periods": list(_timexes(analysis, named=True)),
        "events": [
            _event(mention, events[mention.id], creation.interval if creation else None)
            for mention in analysis.mentions
            if mention.id in events
        ],
    }


def _timexes(analysis: Analysis, *, named: bool) -> Iterator[Json]:
    """The time expressions that name a period of history, or the others.

    The ends of a range both lie `within` the whole of it.
    """
    ranges = dict(_ranges(analysis.timexes))
    creation = analysis.document.creation_time
    now = None if creation is None else creation.interval
    for found in analysis.timexes:
        if names_period(found.timex.expression) is named:
            yield _timex(found, analysis.document.text, ranges.get(found.id), now)


def _ranges(timexes: Sequence[ResolvedTimex]) -> Iterator[tuple[str, Interval]]:
    """The range of which an expression is an end, by its id."""
    for first, last in pairwise(timexes):
        if first.timex.range is not None and first.timex.range == last.timex.range:
            whole = between(first.resolution, last.resolution).interval
            if whole is not None:
                yield from ((first.id, whole), (last.id, whole))


def _timex(found: ResolvedTimex, text: str, range: Interval | None, now: Interval | None) -> Json:
    timex, resolution = found.timex, found.resolution
    row = _place(timex.span) | {
        "text": timex.text,
        "type": timex.type.value,
        "value": resolution.value,
        **_calendar_bounds(resolution.interval),
        "duration": None if resolution.duration is None else iso_duration(resolution.duration),
    }
    if timex.mod:
        row["mod"] = timex.mod
    if timex.signal:
        row["signal"] = _place(timex.signal.span) | {"text": timex.signal.span.of(text)}
    if range is not None:
        row["within"] = _calendar_bounds(range)
    elif timex.signal and resolution.interval is not None:
        length = isinstance(timex.expression, Duration)
        placed = resolution.interval if length else timex.signal.kind.bind(resolution.interval, now)
        row["within"] = _calendar_bounds(placed)
    return row


def _event(mention: EventMention, event: Event, creation: Interval | None) -> Json:
    row = _place(mention.span) | {
        "trigger": mention.trigger,
        "class": mention.event_class,
        "asserted": mention.status in (Status.ASSERTED, Status.PLANNED),
        **_extent_bounds(event.extent),
    }
    likely = event.likely
    if likely is not None and likely.extent is not None:
        row |= _extent_bounds(likely.extent)
        row |= {"likely": round(likely.probability, 2), "sure": _extent_bounds(event.extent)}
    if likely is not None:
        row["dct_relation"] = likely.relation
    elif creation and event.extent.bounded:
        row["dct_relation"] = relation_to(creation, event.extent)
    return row


def relation_to(creation: Interval, extent: Extent) -> str:
    """How an event stands to its document's date: "before", "after" or "overlap".

    What is only known to be over by the document's date is before it, what is only known to be
    still to come is after it; what lies within that day, or may still go on, overlaps.
    """
    begin, end = extent.begin, extent.end
    assert creation.start is not None
    assert creation.end is not None
    over = end.latest is not None and end.latest <= creation.end
    reaches = end.earliest is not None and end.earliest >= creation.start
    if over and not reaches and (begin.earliest is None or begin.earliest < creation.start):
        return "before"
    coming = begin.earliest is not None and begin.earliest >= creation.start
    started = begin.latest is not None and begin.latest <= creation.end
    return "after" if coming and not started else "overlap"


def _extent_bounds(extent: Extent) -> Json:
    return {**_bounds("begin_", extent.begin), **_bounds("end_", extent.end)}


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _bounds(prefix: str, bounds: Bounds) -> Json:
    earliest, latest = iso_bounds(bounds.earliest, bounds.latest)
    return {f"{prefix}earliest": earliest, f"{prefix}latest": latest}


def _calendar_bounds(interval: Interval | None) -> Json:
    """The bounds of a time expression, within the years 1 to 9999.

    Years beyond need an agreement of both sides (ISO 8601-1, 4.3.2), and readers of this form, Python's
    `datetime` among them, have none: such a bound is null, and TIMEX3's value tells it ("BC0044").
    """
    bounds = Bounds(interval.start, interval.end) if interval else UNBOUNDED
    return {side: _four_digits(bound) for side, bound in _bounds("", bounds).items()}


def _four_digits(bound: str | None) -> str | None:
    return bound if bound is not None and bound[:4].isdigit() and bound[4] == "-" else None
