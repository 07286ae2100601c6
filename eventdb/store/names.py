"""Entities and places by name: each is one row, whoever mentions it first."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from eventdb.store.models import Entity, Event, Participation, Place
from eventdb.store.models.base import Base
from eventdb.store.plain import NewRow, tracked

_Named = TypeVar("_Named", Entity, Place)

_PORTION = 10_000
"""How many names to look up at once; SQLite takes 32,766 values in a statement."""


class Names:
    """Finds the entities and places of a database, or makes them; `new` as in `codec.document_row`."""

    def __init__(self, session: Session, new: NewRow = tracked) -> None:
        self._session = session
        self._new = new
        self._looked_up: dict[type[Base], set[str]] = {Entity: set(), Place: set()}
        self._entities: dict[tuple[str, str], Entity] = {}
        self._places: dict[str, Place] = {}

    def look_up(self, entities: Iterable[str], places: Iterable[str]) -> None:
        """Learns which of these names are there, in one go; only then can `entity` and `place` find them."""
        with self._session.no_autoflush:
            for some in self._portions(Entity, entities):
                for entity in self._known(Entity, some):
                    self._entities[entity.name, entity.kind] = entity
            for some in self._portions(Place, places):
                for place in self._known(Place, some):
                    self._places[place.name] = place

    def _known(self, model: type[_Named], names: list[str]) -> Iterable[_Named]:
        """The rows of these names; of plain ones nothing is needed but the columns."""
        query = select(model) if self._new is tracked else select(*model.__table__.columns)
        found: Any = self._session.execute(query.where(model.name.in_(names)))
        return found.scalars() if self._new is tracked else found  # type: ignore[no-any-return]  # alike

    def _portions(self, model: type[Base], names: Iterable[str]) -> Iterator[list[str]]:
        """The names that were not looked up yet, as many at a time as a statement takes."""
        known = self._looked_up[model]
        unknown = list(dict.fromkeys(name for name in names if name not in known))
        known.update(unknown)
        for start in range(0, len(unknown), _PORTION):
            yield unknown[start : start + _PORTION]

    def entity(self, name: str, kind: str) -> Entity:
        """The entity of this name and kind; a new one where none was found."""
        key = (name, kind)
        if key not in self._entities:
            self._entities[key] = self._new(Entity, name=name, kind=kind)
        return self._entities[key]

    def called(self, name: str) -> Entity:
        """The entity of this name, of whatever kind; where there is none, a new one of unknown kind."""
        known = (entity for (other, _), entity in self._entities.items() if other == name)
        return next(known, None) or self.entity(name, "other")

    def keep(self) -> None:
        """Puts those that are new into the session, for rows that are merged into it one by one."""
        self._session.add_all((*self._entities.values(), *self._places.values()))
        self._session.flush()

    def place(self, name: str) -> Place:
        """The place of this name; a new one where none was found."""
        if name not in self._places:
            self._places[name] = self._new(Place, name=name)
        return self._places[name]


def forget_unused_names(session: Session) -> None:
    """Removes the entities and places that no event mentions any more."""
    session.execute(delete(Entity).where(~exists().where(Participation.entity_id == Entity.id)))
    session.execute(delete(Place).where(~exists().where(Event.place_id == Place.id)))
