"""Entities and places by name: each is one row, whoever mentions it first."""

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from eventdb.store.models import Entity, Event, Participation, Place


class Names:
    """Finds the entities and places of a database, or makes them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entities: dict[tuple[str, str], Entity] = {}
        self._places: dict[str, Place] = {}

    def entity(self, name: str, kind: str) -> Entity:
        """The entity of this name and kind."""
        key = (name, kind)
        if key not in self._entities:
            with self._session.no_autoflush:
                found = self._session.scalar(select(Entity).where(Entity.name == name, Entity.kind == kind))
            self._entities[key] = found or Entity(name=name, kind=kind)
        return self._entities[key]

    def place(self, name: str) -> Place:
        """The place of this name."""
        if name not in self._places:
            with self._session.no_autoflush:
                found = self._session.scalar(select(Place).where(Place.name == name))
            self._places[name] = found or Place(name=name)
        return self._places[name]


def forget_unused_names(session: Session) -> None:
    """Removes the entities and places that no event mentions any more."""
    session.execute(delete(Entity).where(~exists().where(Participation.entity_id == Entity.id)))
    session.execute(delete(Place).where(~exists().where(Event.place_id == Place.id)))
