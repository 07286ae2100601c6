"""What people said of an event beside its date, put on its row: title, status, place, participants, tags."""

from collections.abc import Sequence

from eventdb.events.mention import Status
from eventdb.store.corrections import Field, last
from eventdb.store.models import Correction, Event, Participation, Tag
from eventdb.store.names import Names

ROLE = "participant"
"""As what somebody takes part whom a person added."""


def overlay(event: Event, corrections: Sequence[Correction], names: Names) -> None:
    """Puts the corrections of an event that are in force on its row, which may be new."""
    who = [row for row in corrections if row.field == Field.WHO]
    places = [row for row in corrections if row.field == Field.WHERE]
    names.look_up((row.new for row in who if row.new), (row.new for row in places if row.new))
    if (title := last(corrections, Field.TITLE)) is not None and title.new:
        event.title = title.new
    if (status := last(corrections, Field.STATUS)) is not None and status.new:
        event.status = status.new
        event.salient = status.new in (Status.ASSERTED, Status.PLANNED)
    if places:
        event.place = names.place(places[-1].new) if places[-1].new else None
    for row in who:
        _take_part(event, row, names)
    tag(event, corrections)


def tag(event: Event, corrections: Sequence[Correction]) -> None:
    """Gives an event the tags that are in force, and no others."""
    names: dict[str, None] = {}
    for row in corrections:
        if row.field == Field.TAG:
            if row.new:
                names[row.new] = None
            else:
                names.pop(row.old or "", None)
    kept = [found for found in event.tags if found.name in names]
    known = {found.name for found in kept}
    event.tags = [*kept, *(Tag(name=name) for name in names if name not in known)]


def _take_part(event: Event, row: Correction, names: Names) -> None:
    others = [part for part in event.participations if part.entity.name != (row.new or row.old)]
    if row.new is None:
        event.participations = others
    elif len(others) == len(event.participations):
        part = Participation(entity=names.called(row.new), role=ROLE, start=event.start, end=event.end)
        event.participations = [*others, part]
