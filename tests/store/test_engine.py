"""From a path or URL to connections that are safe."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import make_url, update
from store_samples import sample_analysis

from eventdb.errors import StoreError
from eventdb.store.database import Database
from eventdb.store.engine import create_database_engine, database_file, database_name, database_url
from eventdb.store.lookup import get_document
from eventdb.store.models import Document
from eventdb.store.repository import save


def test_path_is_an_sqlite_url() -> None:
    assert database_url("a b.db") == make_url("sqlite:///a b.db")
    assert database_url(Path("/x/events.db")) == make_url("sqlite:////x/events.db")
    assert database_file("sqlite:///x.db") == Path("x.db")


def test_password_is_not_shown() -> None:
    url = "postgresql+psycopg://ann:secret@host/events"
    assert database_file(url) is None
    assert database_name(url) == "postgresql+psycopg://ann:***@host/events"


@pytest.mark.parametrize("location", ["sqlite://", "sqlite:///:memory:"])
def test_memory_is_no_place_for_a_database(location: str) -> None:
    with pytest.raises(StoreError, match=r"name one, for example events\.db"):
        database_url(location)


def test_url_that_cannot_be_read() -> None:
    with pytest.raises(StoreError, match="neither a file nor the URL of a database"):
        database_url("://x")


@pytest.mark.parametrize("location", ["nosuch://x/y", "postgresql+asyncpg2://x/y"])
def test_missing_driver_is_named(location: str) -> None:
    with pytest.raises(StoreError, match="is not installed"):
        create_database_engine(location)


def test_connections_are_set_up(database: Database) -> None:
    with database.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
        }
    assert settings == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 1, "busy_timeout": 5000}


def test_writers_take_turns_and_lose_nothing(filled: Database) -> None:
    """Each reads the title and appends to it; a writer that read too early would lose updates."""
    rounds = 25

    def append() -> None:
        for _ in range(rounds):
            with filled.session() as session:
                document = get_document(session, 1)
                session.execute(update(Document).values(title=f"{document.title}+"))

    threads = [threading.Thread(target=append) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with filled.session(read_only=True) as session:
        assert get_document(session, 1).title == "Treaty" + "+" * rounds * 4


def test_reader_does_not_wait_for_a_writer(filled: Database) -> None:
    with filled.session() as writer:
        writer.execute(update(Document).values(title="Not yet"))
        writer.flush()
        with filled.session(read_only=True) as reader:
            assert get_document(reader, 1).title == "Treaty"


def test_read_only_session_changes_nothing(filled: Database) -> None:
    with pytest.raises(StoreError, match="is read-only"), filled.session(read_only=True) as session:
        session.execute(update(Document).values(title="Changed"))
    with filled.session() as session:
        assert get_document(session, 1).title == "Treaty"
        session.execute(update(Document).values(title="Changed"))


def test_missing_file_is_not_made_by_looking(path: Path) -> None:
    engine = create_database_engine(path)
    with pytest.raises(sqlite3.OperationalError):
        engine.raw_connection()
    assert not path.exists()


def test_odd_file_names_are_files(tmp_path: Path) -> None:
    path = tmp_path / "100% of? #1.db"
    with Database.open(path, create=True) as database, database.session() as session:
        save(session, sample_analysis())
    assert {file.name for file in tmp_path.iterdir()} == {path.name}
