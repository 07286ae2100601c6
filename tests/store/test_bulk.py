"""Many documents at once are kept as each by itself would be."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from store_samples import TEXT, sample_analysis

from eventdb.analysis import Analysis
from eventdb.store import bulk
from eventdb.store.bulk import save_all
from eventdb.store.database import Database
from eventdb.store.maintenance import check
from eventdb.store.models import Base, Document, Event
from eventdb.store.repository import save

pytest_plugins = ["database_places"]


def analyses(*numbers: int) -> Iterator[tuple[Analysis, str]]:
    analysis = sample_analysis()
    for number in numbers:
        document = replace(analysis.document, text=f"{TEXT} {number}")
        yield replace(analysis, document=document), f"{number}.txt"


def everything(session: Session) -> list[list[tuple[object, ...]]]:
    tables = Base.metadata.sorted_tables
    return [sorted(tuple(map(repr, row)) for row in session.execute(select(table))) for table in tables]


def objects(database: Database) -> list[tuple[object, ...]]:
    query = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    with database.session(read_only=True) as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(query)]


def test_all_at_once_are_as_one_after_the_other(
    location: str, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "_PORTION", 2)
    with database.session() as session:
        for analysis, path in analyses(1, 2, 3, 4, 5):
            save(session, analysis, path=path, added="2021-03-09T10:00:00+00:00")
        expected = everything(session)
    with Database.open(location, create=True) as other:
        with other.session() as session:
            numbers = save_all(session, analyses(1, 2, 3, 4, 5), added="2021-03-09T10:00:00+00:00")
        with other.session(read_only=True) as session:
            assert numbers == [1, 2, 3, 4, 5]
            if session.get_bind().dialect.name == "sqlite":  # a server counts entities in another order
                assert everything(session) == expected
            assert session.scalar(select(func.count()).select_from(Event)) == 15


def test_a_text_is_kept_once(database: Database) -> None:
    with database.session() as session:
        assert save_all(session, analyses(1, 2, 1)) == [1, 2, 1]
        assert save_all(session, analyses(3, 2)) == [3, 2]
        assert session.scalars(select(Document.path).order_by(Document.id)).all() == [
            "1.txt",
            "2.txt",
            "3.txt",
        ]


def test_indexes_triggers_and_full_text_are_there_afterwards(database: Database, path: Path) -> None:
    before = objects(database)
    with database.session() as session:
        save_all(session, analyses(1, 2))
        session.get_one(Event, 1).title = "Renamed"
    assert sorted(objects(database)) == sorted(before)
    assert check(path) == ()
    with database.session(read_only=True) as session:
        query = "SELECT rowid FROM event_fts WHERE event_fts MATCH 'renamed OR signed' ORDER BY rowid"
        assert session.connection().exec_driver_sql(query).scalars().all() == [1, 2, 5]


def test_what_breaks_off_leaves_everything_as_it_was(database: Database, path: Path) -> None:
    def breaking() -> Iterator[tuple[Analysis, str]]:
        yield from analyses(1, 2)
        raise OSError("gone")

    before = objects(database)
    with pytest.raises(OSError, match="gone"), database.session() as session:
        save_all(session, breaking())
    assert objects(database) == before
    assert check(path) == ()
    with database.session() as session:
        assert session.scalars(select(Document)).all() == []


def test_indexes_and_triggers_of_other_people_stay(database: Database) -> None:
    with database.session() as session:
        connection = session.connection()
        connection.exec_driver_sql('CREATE INDEX "my own" ON event (quote)')
        connection.exec_driver_sql(
            "CREATE TRIGGER mine AFTER INSERT ON document BEGIN INSERT INTO tag (event_id, name) "
            "SELECT 1, 'seen' WHERE 0; END"
        )
    before = objects(database)
    with database.session() as session:
        save_all(session, analyses(1))
    assert sorted(objects(database)) == sorted(before)
