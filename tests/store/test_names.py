"""Entities and places are one row each, and looked up together."""

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from eventdb.store import names as module
from eventdb.store.database import Database
from eventdb.store.models import Entity, Place
from eventdb.store.names import Names


def test_what_is_there_is_found_and_what_is_not_is_made_once(session: Session) -> None:
    names = Names(session)
    names.look_up(["Ana Silva", "Nobody"], ["Geneva"])
    known = session.scalars(select(Entity).where(Entity.name == "Ana Silva")).one()
    assert names.entity("Ana Silva", "person") is known
    assert names.place("Geneva") is session.scalars(select(Place)).one()
    assert names.entity("Ana Silva", "organisation") is not known
    assert names.entity("Nobody", "person") is names.entity("Nobody", "person")
    assert names.place("Nowhere") is names.place("Nowhere")


def test_many_names_are_looked_up_in_portions(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PORTION", 10)
    people = [f"Person {number}" for number in range(25)]
    with database.session() as session:
        session.add_all(Entity(name=name, kind="person") for name in people)
    sent: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *details: sent.append(details[2]))
    with database.session() as session:
        names = Names(session)
        names.look_up([*people, *people], [])
        session.add_all(names.entity(name, "person") for name in people)
        assert session.scalar(select(func.count()).select_from(Entity)) == 25
    assert sum("entity.name IN" in statement for statement in sent) == 3
