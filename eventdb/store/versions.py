"""What an event was before it was changed: the row and all that hangs on it as JSON, and back."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, inspect, select
from sqlalchemy.orm import Session, selectinload

from eventdb.store.models import (
    Alternative,
    Base,
    Document,
    Event,
    EventVersion,
    Mention,
    Participation,
    Reason,
    Sentence,
)
from eventdb.store.names import Names
from eventdb.store.repository import Numbers

_ELSEWHERE = frozenset(
    {"id", "document_id", "sentence_id", "place_id", "event_id", "timex_id", "entity_id", "changed"}
)
"""Columns that are numbers of other rows, or that tell of the version and not of the event."""

_ALL_THAT_HANGS_ON_IT = (
    selectinload(Event.place),
    selectinload(Event.sentence),
    selectinload(Event.participations).selectinload(Participation.entity),
    selectinload(Event.mentions).selectinload(Mention.sentence),
    selectinload(Event.reasons).selectinload(Reason.sentence),
    selectinload(Event.alternatives),
)

Content = dict[str, Any]


class Version(NamedTuple):
    """An event as it stands: where, since which moment, and its `snapshot`."""

    document_id: int
    start: int
    end: int
    since: str | None
    content: str


def snapshot(event: Event) -> str:
    """All that is known of an event, as JSON; equal where nothing has changed. Tags are told elsewhere."""
    content = {
        "event": columns_of(event),
        "place": event.place.name if event.place else None,
        "sentence": number_of(event.sentence),
        "participations": [
            {**columns_of(part), "name": part.entity.name, "kind": part.entity.kind}
            for part in event.participations
        ],
        "mentions": [{**columns_of(row), "sentence": number_of(row.sentence)} for row in event.mentions],
        "reasons": [{**columns_of(row), "sentence": number_of(row.sentence)} for row in event.reasons],
        "alternatives": [columns_of(row) for row in event.alternatives],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def snapshots(session: Session, *conditions: ColumnElement[bool]) -> dict[int, Version]:
    """Where each of the events stands that satisfy some conditions, by number."""
    events = session.scalars(select(Event).where(*conditions).options(*_ALL_THAT_HANGS_ON_IT))
    return {
        event.id: Version(event.document_id, event.start, event.end, event.changed, snapshot(event))
        for event in events
    }


def keep_versions(
    session: Session, before: Mapping[int, Version], after: Mapping[int, Version], moment: str
) -> None:
    """Keeps what is changed or gone since as it was, and since when the events are as they are."""
    for number, old in before.items():
        if (number not in after or after[number].content != old.content) and old.since != moment:
            values = {"document_id": old.document_id, "start": old.start, "end": old.end, "since": old.since}
            session.add(EventVersion(event_id=number, until=moment, content=old.content, **values))
    for number, new in after.items():
        if number not in before or before[number].content != new.content:
            session.get_one(Event, number).changed = moment
    session.flush()


def former_numbers(session: Session, document: Document) -> Numbers:
    """The numbers of the events that a document once told of."""
    columns = (EventVersion.start, EventVersion.end, EventVersion.event_id)
    query = select(*columns).where(EventVersion.document_id == document.id).order_by(EventVersion.id)
    return {(start, end): number for start, end, number in session.execute(query)}


def restored(version: EventVersion, names: Names, sentences: Mapping[int, Sentence]) -> Event:
    """The event of a version as a row, not yet in a session."""
    content = json.loads(version.content)
    names.look_up((part["name"] for part in content["participations"]), [content["place"] or ""])
    return Event(
        id=version.event_id,
        document_id=version.document_id,
        changed=version.since,
        place=names.place(content["place"]) if content["place"] else None,
        sentence=sentences.get(content["sentence"]),
        participations=[_participation(part, names) for part in content["participations"]],
        mentions=_rows(Mention, content["mentions"], sentences),
        reasons=_rows(Reason, content["reasons"], sentences),
        alternatives=[Alternative(**values) for values in content["alternatives"]],
        **content["event"],
    )


def columns_of(row: Base) -> Content:
    """The values that a row holds itself, by name."""
    mapper = inspect(type(row))
    return {
        attribute.key: getattr(row, attribute.key)
        for attribute in mapper.column_attrs
        if attribute.key not in _ELSEWHERE and attribute.columns[0].computed is None
    }


def number_of(sentence: Sentence | None) -> int | None:
    """By which a sentence is found again when its document is read anew."""
    return None if sentence is None else sentence.number


def _participation(values: Content, names: Names) -> Participation:
    name, kind = values.pop("name"), values.pop("kind")
    return Participation(entity=names.entity(name, kind), **values)


def _rows(
    table: type[Mention] | type[Reason], rows: Iterable[Content], sentences: Mapping[int, Sentence]
) -> list[Any]:
    return [table(**{**values, "sentence": sentences.get(values["sentence"])}) for values in rows]
