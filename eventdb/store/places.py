"""Where events are told, by which corrections find them again."""

from collections.abc import Iterable, Sequence

from eventdb.store.models import Correction, Document, Event


def event_at(events: Iterable[Event], start: int, end: int) -> Event | None:
    """The event that is told at a place: a mention of it stands there, or shares a character with it."""
    told = [(mention, event) for event in events for mention in event.mentions]
    exact = (event for mention, event in told if (mention.start, mention.end) == (start, end))
    near = (event for mention, event in told if mention.start < end and start < mention.end)
    return next(exact, None) or next(near, None)


def find_again(document: Document, corrections: Sequence[Correction]) -> None:
    """Corrections point to the events that are told where theirs were; to none where nothing is told."""
    for row in corrections:
        if row.start is not None and row.end is not None:
            event = event_at(document.events, row.start, row.end)
            row.event_id = None if event is None else event.id
