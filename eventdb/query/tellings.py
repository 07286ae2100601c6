"""An event as it is told elsewhere, in words."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from eventdb.store.models import Event
from eventdb.store.tellings import tellings


def disagree(event: Event, other: Event) -> bool:
    """Whether two tellings of one event cannot both be right about its date."""
    return event.extent.meet(other.extent).empty


def told_elsewhere(session: Session, event: Event) -> Iterator[tuple[str, str]]:
    """The other tellings of an event, each with its date: ("also told", "by event 84, in “Memoir”: 2015").

    The one that stands for all of them is named first.
    """
    for other in tellings(session, event):
        if other.id != event.id:
            label = "told first" if other.id == event.same_as else "also told"
            contrary = ", which contradicts it" if disagree(event, other) else ""
            yield label, f"by event {other.id}, in “{other.document.label}”: {other.when}{contrary}"
