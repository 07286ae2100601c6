"""One document as TimeML 1.2.1 (https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html).

The text stands as it is, with TIMEX3 and EVENT around its words; a MAKEINSTANCE for each mention and the
TLINKs follow. The document's date is the empty TIMEX3 t0. All mentions of an event are IDENTITY. Relations
that TimeML has no name for are left out; of an offset ("two days after") only the order is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from sqlalchemy.orm import Session, selectinload

from eventdb.errors import QueryError
from eventdb.formats.exports.remarks import LeftOut
from eventdb.query.paging import events
from eventdb.query.selection import Selection
from eventdb.store.lookup import get_document
from eventdb.store.models import Document, Event, Link, Mention, Timex
from eventdb.temporal.interval import Interval
from eventdb.temporal.timex3 import date_value
from eventdb.temporal.unit import Unit

_RELATIONS = frozenset(
    {"BEFORE", "AFTER", "INCLUDES", "IS_INCLUDED", "DURING", "SIMULTANEOUS", "BEGUN_BY", "ENDED_BY"}
)
_MODS = frozenset(
    {
        "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
        "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
    }
)  # fmt: skip
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNKNOWN = "XXXX"


class _Tag(NamedTuple):
    """An element around a stretch of the text."""

    start: int
    end: int
    opening: str
    closing: str


def export(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """The document that the events are of, with these events and all its time expressions.

    Raises:
        QueryError: the events are of several documents, and a file holds one.
    """
    found = list(events(session, selection, selectinload(Event.mentions)))
    numbers = sorted({event.document_id for event in found})
    if len(numbers) != 1:
        some = ", ".join(map(str, numbers)) or "none"
        raise QueryError(f"a TimeML file holds one document, and the events are of {some}: add doc:NUMBER")
    document, hidden, unnamed = get_document(session, numbers[0]), LeftOut(), LeftOut()
    out.write("\n".join(_file(document, found, hidden, unnamed)).encode())
    return (*hidden.remarks(), *unnamed.remarks("without one of their relations"))


def _file(document: Document, found: Sequence[Event], hidden: LeftOut, unnamed: LeftOut) -> Iterator[str]:
    mentions = {mention.id: mention for event in found for mention in event.mentions}
    tags = {f"t{timex.id}": _timex_tag(timex) for timex in document.timexes}
    tags |= {f"e{number}": _event_tag(mention) for number, mention in mentions.items()}
    placed = _apart(tags.values())
    shown = {number for number in mentions if tags[f"e{number}"] in placed}
    timexes = {timex.id for timex in document.timexes if tags[f"t{timex.id}"] in placed}
    first = {e.id: f"ei{m.id}" for e in found for m in reversed(e.mentions) if m.id in shown}
    for event in found:
        if event.id not in first:
            hidden.add("their words are part of a time expression, or of another event", event.id)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<TimeML>{_creation_time(document)}{_annotated(document.text, placed)}"
    yield from (_instance(mentions[number]) for number in sorted(shown))
    for event in found:
        yield from _identities(event, shown)
    yield from _links(document, first, timexes, unnamed)
    yield "</TimeML>\n"


def _apart(tags: Iterable[_Tag]) -> list[_Tag]:
    """The elements in order, without those that would stand in another or across its edge."""
    placed: list[_Tag] = []
    for tag in sorted(tags, key=lambda tag: (tag.start, -tag.end)):
        if not placed or tag.start >= placed[-1].end:
            placed.append(tag)
    return placed


def _annotated(text: str, tags: Sequence[_Tag]) -> str:
    """The text with its elements; a character that XML cannot hold becomes a blank."""
    pieces, at = [], 0
    for tag in tags:
        inside = _content(text[tag.start : tag.end])
        pieces += [_content(text[at : tag.start]), tag.opening, inside, tag.closing]
        at = tag.end
    return "".join([*pieces, _content(text[at:])])


def _content(text: str) -> str:
    return escape(_NO_XML.sub(" ", text))


def _attributes(**values: str | None) -> str:
    return "".join(f" {name}={quoteattr(_NO_XML.sub(' ', v))}" for name, v in values.items() if v)


def _creation_time(document: Document) -> str:
    if document.creation_start is None:
        return ""
    unit = Interval(document.creation_start, document.creation_end).unit
    value = date_value(document.creation_start, Unit.MINUTE if unit is Unit.MINUTE else Unit.DAY)
    type = "TIME" if "T" in value else "DATE"
    attributes = _attributes(tid="t0", type=type, value=value, functionInDocument="CREATION_TIME")
    return f"<TIMEX3{attributes}/>"


def _timex_tag(timex: Timex) -> _Tag:
    attributes = _attributes(
        tid=f"t{timex.id}",
        type=timex.type,
        value=timex.value or _UNKNOWN,
        mod=timex.mod if timex.mod in _MODS else None,
        quant=timex.quant,
        freq=timex.freq,
    )
    return _Tag(timex.start, timex.end, f"<TIMEX3{attributes}>", "</TIMEX3>")


def _event_tag(mention: Mention) -> _Tag:
    attributes = _attributes(eid=f"e{mention.id}", **{"class": mention.event_class})
    return _Tag(mention.start, mention.end, f"<EVENT{attributes}>", "</EVENT>")


def _instance(mention: Mention) -> str:
    attributes = _attributes(
        eiid=f"ei{mention.id}",
        eventID=f"e{mention.id}",
        pos="OTHER" if mention.tense == "NONE" else "VERB",
        tense=mention.tense,
        aspect=mention.aspect,
        polarity="NEG" if mention.status == "negated" else "POS",
        modality=mention.modality,
    )
    return f"<MAKEINSTANCE{attributes}/>"


def _links(document: Document, first: dict[int, str], timexes: set[int], unnamed: LeftOut) -> Iterator[str]:
    """The relations between what the file holds; `first` are the instances of its events, by number."""
    for link in document.links:
        source = first.get(link.source_event_id)
        target = _target(link, document, first, timexes)
        if source is None or target is None or source == target:
            continue
        relation = link.relation
        if link.offset is not None:
            relation = "BEFORE" if link.offset.startswith("-") else "AFTER"
        if relation in _RELATIONS:
            yield _link(f"l{link.id}", source, target, relation)
        else:
            unnamed.add(f"TimeML has no relation {relation}", link.source_event_id)


def _target(link: Link, document: Document, first: dict[int, str], timexes: set[int]) -> str | None:
    if link.target_event_id is not None:
        return first.get(link.target_event_id)
    if link.target_timex_id is not None:
        return f"t{link.target_timex_id}" if link.target_timex_id in timexes else None
    return "t0" if document.creation_start is not None else None


def _identities(event: Event, shown: set[int]) -> Iterator[str]:
    """That all mentions of an event are one."""
    first, *others = [mention.id for mention in event.mentions if mention.id in shown] or [0]
    yield from (_link(f"l{first}-{other}", f"ei{other}", f"ei{first}", "IDENTITY") for other in others)


def _link(id: str, source: str, target: str, relation: str) -> str:
    side = "relatedToTime" if target.startswith("t") else "relatedToEventInstance"
    values = {"lid": id, "eventInstanceID": source, side: target, "relType": relation}
    return f"<TLINK{_attributes(**values)}/>"
