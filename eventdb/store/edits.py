"""What a person can change: each a few corrections of a `Revision`, with what follows from them.

What was so already changes nothing, and is no correction.
"""

from collections.abc import Iterable, Sequence

from eventdb.errors import StoreError
from eventdb.events.mention import Status
from eventdb.stated import stated
from eventdb.store.corrections import Field
from eventdb.store.creation import creation_text, kept_creation
from eventdb.store.models import Document, Event
from eventdb.store.repository import save
from eventdb.store.revision import Revision
from eventdb.store.tellings import representative, tellings
from eventdb.temporal.edtf import format_extent
from eventdb.temporal.extent import Extent
from eventdb.text import CreationTime
from eventdb.text import Document as SourceDocument


def set_date(revision: Revision, event: Event, extent: Extent) -> None:
    """Says when an event happened: what is anchored on it moves, wherever it is told."""
    new = format_extent(extent)
    if event.basis != "given" or event.edtf != new:
        revision.correct(Field.WHEN, event, event.edtf, new)
        revision.derive([event.document_id])


def reject_date(revision: Revision, event: Event) -> None:
    """Says that an event did not happen when its text seems to say; what hung on it is open again."""
    revision.correct(Field.WHEN, event, event.edtf, None)
    revision.derive([event.document_id])


def set_status(revision: Revision, event: Event, status: Status) -> None:
    """Says how it stands with an event; a rejected one is none, and dates nothing."""
    if event.status == status:
        return
    had_no_date = Status.REJECTED in (event.status, status)
    revision.correct(Field.STATUS, event, event.status, status)
    revision.derive([event.document_id]) if had_no_date else revision.amend([event])


def set_title(revision: Revision, event: Event, title: str) -> None:
    """Says what to call an event."""
    if event.title != title:
        revision.correct(Field.TITLE, event, event.title, title)
        revision.amend([event])


def set_place(revision: Revision, event: Event, place: str | None) -> None:
    """Says where an event happened; None: nowhere that is known."""
    if event.where != (place or ""):
        revision.correct(Field.WHERE, event, event.where or None, place)
        revision.amend([event])


def add_participant(revision: Revision, event: Event, name: str) -> None:
    """Says that somebody takes part in an event."""
    if name not in _participants(event):
        revision.correct(Field.WHO, event, None, name)
        revision.amend([event])


def reject_participant(revision: Revision, event: Event, name: str) -> None:
    """Says that somebody does not take part in an event.

    Raises:
        StoreError: nobody of that name does.
    """
    if name not in _participants(event):
        named = ", ".join(_participants(event)) or "nobody"
        raise StoreError(f"{name} does not take part in event {event.id}, which names {named}")
    revision.correct(Field.WHO, event, name, None)
    revision.amend([event])


def tag(revision: Revision, events: Iterable[Event], names: Sequence[str]) -> None:
    """Keeps events together under names."""
    changed = list(events)
    for event in changed:
        for name in names:
            if name not in tags_of(event):
                revision.correct(Field.TAG, event, None, name)
    revision.amend(changed)


def untag(revision: Revision, events: Iterable[Event], names: Sequence[str]) -> None:
    """Takes names from events.

    Raises:
        StoreError: an event has no such tag.
    """
    changed = list(events)
    for event in changed:
        for name in names:
            if name not in tags_of(event):
                raise StoreError(
                    f'event {event.id} has no tag "{name}"; it has: {", ".join(tags_of(event)) or "none"}'
                )
            revision.correct(Field.TAG, event, name, None)
    revision.amend(changed)


def note(revision: Revision, event: Event, text: str) -> None:
    """Writes a remark beside an event."""
    revision.correct(Field.NOTE, event, None, text)


def merge(revision: Revision, event: Event, others: Iterable[Event]) -> None:
    """Says that other events are tellings of one, which stands for them all from now on.

    Raises:
        StoreError: an event is merged with itself.
    """
    first = representative(revision.session, event)
    for other in others:
        if other.id == first.id:
            raise StoreError(f"event {other.id} cannot be a telling of itself")
        for telling in tellings(revision.session, other):
            if first.id not in (telling.same_as, telling.id):
                old = None if telling.same_as is None else str(telling.same_as)
                revision.correct(Field.SAME_AS, telling, old, str(first.id))
    revision.derive([])


def split(revision: Revision, event: Event, mention: int | None = None) -> None:
    """Says that an event is another than that of which it is a telling; or that one of its mentions is.

    `mention` counts the mentions of the event from 1, in the order of the text.

    Raises:
        StoreError: the event is a telling of none, or has no such mention, or only that.
    """
    if mention is not None:
        _set_apart(revision, event, mention)
        return
    if event.same_as is None:
        raise StoreError(
            f"event {event.id} stands for itself: name one of its other tellings, or a mention with --mention"
        )
    revision.correct(Field.SAME_AS, event, str(event.same_as), None)
    revision.derive([])


def _set_apart(revision: Revision, event: Event, mention: int) -> None:
    if not 2 <= mention <= len(event.mentions):
        many = len(event.mentions)
        raise StoreError(
            f"event {event.id} has {many} mentions: name one from 2 to {many}, as eventdb show lists them"
            if many > 1
            else f"event {event.id} is mentioned only once: there is nothing to split"
        )
    row = event.mentions[mention - 1]
    number, place, trigger = event.id, (row.start, row.end), row.trigger
    revision.correct(Field.APART, event, None, f"{row.start}-{row.end}")
    revision.derive([event.document_id])
    left = revision.session.get_one(Event, number).mentions
    if place in [(other.start, other.end) for other in left]:
        raise StoreError(f"“{trigger}” is tied to event {number} by other words too, and cannot be split off")


def redate(revision: Revision, document: Document, created: CreationTime) -> None:
    """Says when a document was written: all that hangs on it moves."""
    old = kept_creation(document)
    if old is None or old.interval != created.interval:
        revision.correct(Field.CREATED, document, creation_text(old), creation_text(created))
        revision.derive([document.id])


def remove(revision: Revision, document: Document) -> None:
    """Takes a document and its events out of the timeline; it keeps its text, and can be brought back.

    Raises:
        StoreError: it is removed already.
    """
    if document.removed is not None:
        raise StoreError(f"document {document.id} was removed on {document.removed[:10]}")
    revision.correct(Field.REMOVED, document, document.label, None)
    revision.derive([document.id])


def state(
    revision: Revision,
    title: str,
    extent: Extent | None = None,
    *,
    who: Sequence[str] = (),
    where: str | None = None,
    status: Status = Status.ASSERTED,
    source: str | None = None,
) -> Event:
    """Adds an event that no document tells, as a document of its own.

    Raises:
        StoreError: exactly the same was stated before.
    """
    details = [
        ("when", format_extent(extent) if extent else ""),
        ("who", ", ".join(who)),
        ("where", where or ""),
    ]
    lines = [title, *(f"{name}: {value}" for name, value in (*details, ("source", source or "")) if value)]
    by = f"Stated by {revision.statement.who}" if revision.statement.who else "Stated by hand"
    analysis = stated(SourceDocument("\n".join(lines), None, by, source))
    document = save(revision.session, analysis, added=revision.statement.when)
    document.by_hand = True
    revision.correct(Field.ADDED, document, None, title)
    (event,) = document.events
    values = [(Field.WHEN, format_extent(extent) if extent else None), (Field.WHERE, where)]
    values += [(Field.WHO, name) for name in who]
    values += [(Field.STATUS, status)] if status is not Status.ASSERTED else []
    for field, value in values:
        if value is not None:
            revision.correct(field, event, None, str(value))
    revision.derive([document.id])
    return revision.session.get_one(Event, event.id)


def tags_of(event: Event) -> list[str]:
    """The tags of an event."""
    return [found.name for found in event.tags]


def _participants(event: Event) -> list[str]:
    return list(dict.fromkeys(part.entity.name for part in event.participations))
