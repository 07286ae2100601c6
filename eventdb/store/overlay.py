"""What people said of an event beside its date, put on its row: title, status, place, participants, tags."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.events.mention import Status
from eventdb.store.corrections import Field, last
from eventdb.store.models import Correction, Entity, Event, Participation, Place, Tag
from eventdb.store.names import Names

ROLE = "participant"
"""As what somebody takes part whom a person added."""


def overlay(session: Session, event: Event, corrections: Sequence[Correction]) -> None:
    """Puts the corrections of an event that are in force on its row, which may be new."""
    if (title := last(corrections, Field.TITLE)) is not None and title.new:
        event.title = title.new
    if (status := last(corrections, Field.STATUS)) is not None and status.new:
        event.status = status.new
        event.salient = status.new in (Status.ASSERTED, Status.PLANNED)
    if (place := last(corrections, Field.WHERE)) is not None:
        event.place = _place(session, place.new)
    for row in corrections:
        if row.field == Field.WHO:
            _take_part(session, event, row)
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


def _place(session: Session, name: str | None) -> Place | None:
    if not name:
        return None
    names = Names(session)
    names.look_up((), [name])
    return names.place(name)


def _take_part(session: Session, event: Event, row: Correction) -> None:
    others = [part for part in event.participations if part.entity.name != (row.new or row.old)]
    if row.new is None:
        event.participations = others
    elif len(others) == len(event.participations):
        part = Participation(entity=_entity(session, row.new), role=ROLE, start=event.start, end=event.end)
        event.participations = [*others, part]


def _entity(session: Session, name: str) -> Entity:
    """The entity of this name, of whatever kind; where there is none, a new one of unknown kind."""
    with session.no_autoflush:
        known = session.scalar(select(Entity).where(Entity.name == name).order_by(Entity.id))
    return known or Entity(name=name, kind="other")
