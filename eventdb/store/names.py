"""Entities and places by name: each is one row, whoever mentions it first."""

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from eventdb.store.models import Entity, Event, Participation, Place

_PORTION = 10_000
"""How many names to look up at once; SQLite takes 32,766 values in a statement."""


class Names:
    """Finds the entities and places of a database, or makes them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entities: dict[tuple[str, str], Entity] = {}
        self._places: dict[str, Place] = {}

    def look_up(self, entities: Iterable[str], places: Iterable[str]) -> None:
        """Learns which of these names are there, in one go; only then can `entity` and `place` find them."""
        with self._session.no_autoflush:
            for some in _portions(entities):
                for entity in self._session.scalars(select(Entity).where(Entity.name.in_(some))):
                    self._entities[entity.name, entity.kind] = entity
            for some in _portions(places):
                for place in self._session.scalars(select(Place).where(Place.name.in_(some))):
                    self._places[place.name] = place

    def entity(self, name: str, kind: str) -> Entity:
        """The entity of this name and kind; a new one where none was found."""
        key = (name, kind)
        if key not in self._entities:
            self._entities[key] = Entity(name=name, kind=kind)
        return self._entities[key]

    def place(self, name: str) -> Place:
        """The place of this name; a new one where none was found."""
        if name not in self._places:
            self._places[name] = Place(name=name)
        return self._places[name]


def _portions(names: Iterable[str]) -> Iterator[list[str]]:
    """The names, each once, as many at a time as a statement takes."""
    distinct = list(dict.fromkeys(names))
    for start in range(0, len(distinct), _PORTION):
        yield distinct[start : start + _PORTION]


def forget_unused_names(session: Session) -> None:
    """Removes the entities and places that no event mentions any more."""
    session.execute(delete(Entity).where(~exists().where(Participation.entity_id == Entity.id)))
    session.execute(delete(Place).where(~exists().where(Event.place_id == Place.id)))
