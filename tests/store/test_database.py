"""Opening databases of all kinds, good and bad."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text
from store_samples import sample_analysis

from eventdb.errors import NotFound, SchemaError, StoreError
from eventdb.store import engine
from eventdb.store.database import Database
from eventdb.store.lookup import get_event
from eventdb.store.models import Document, Event
from eventdb.store.repository import save

NOBODY = 65534


@contextmanager
def without_privileges() -> Iterator[None]:
    """As a user who cannot write everywhere; the superuser can."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def readable_folder() -> Iterator[Path]:
    """A folder that everybody can look into; pytest's own are private."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_missing_database_is_not_made_silently(path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no database .*events\.db: make it with eventdb db init"):
        Database.open(path)
    assert not path.exists()


def test_missing_database_is_made_when_asked(path: Path) -> None:
    with Database.open(path, create=True) as database, database.session() as session:
        assert session.scalars(select(Event)).all() == []
    with Database.open(f"sqlite:///{path}") as database:
        assert database.name == str(path)


def test_empty_file_is_filled_when_asked(path: Path) -> None:
    path.touch()
    with pytest.raises(SchemaError, match="is empty: prepare it with eventdb db init"):
        Database.open(path)
    Database.open(path, create=True).close()
    Database.open(path).close()


def test_session_commits(database: Database) -> None:
    with database.session() as session:
        save(session, sample_analysis())
    with database.session() as session:
        assert len(session.scalars(select(Event)).all()) == 3


def test_exception_takes_everything_back(database: Database) -> None:
    def save_and_fail() -> None:
        with database.session() as session:
            save(session, sample_analysis())
            get_event(session, 99)

    with pytest.raises(NotFound):
        save_and_fail()
    with database.session() as session:
        assert session.scalars(select(Document)).all() == []


def test_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder: name a file"):
        Database.open(tmp_path, create=True)


def test_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened: check that its folder exists"):
        Database.open(tmp_path / "nowhere" / "events.db", create=True)


def test_text_file_is_no_database(path: Path) -> None:
    path.write_text("This is a letter, not a database. " * 100)
    with pytest.raises(StoreError, match=r"events\.db is not a database: choose another file with --db"):
        Database.open(path, create=True)
    assert path.read_text().startswith("This is a letter")


def test_database_of_another_program_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE event (id INTEGER)")
        other.commit()
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(SchemaError, match="was not made by eventdb"):
            Database.open(path, create=create)
    assert path.read_bytes() == before


def test_database_of_another_alembic_project_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("INSERT INTO alembic_version VALUES ('0001')")
        other.commit()
    with pytest.raises(SchemaError, match="was not made by eventdb"):
        Database.open(path)


def test_locked_database_says_so(filled: Database, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Database.open(path) as database:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is locked by another process"), database.session() as session:
            get_event(session, 1)
        with database.session(read_only=True) as session:
            assert len(session.scalars(select(Event)).all()) == 3


def test_a_writer_waits_for_another_process_that_takes_long(
    filled: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Longer than the driver waits at a stretch."""
    monkeypatch.setattr(engine, "_UNINTERRUPTED", 0.1)
    program = (
        "import sqlite3, sys, time\n"
        "other = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "other.execute('BEGIN IMMEDIATE')\n"
        "other.execute(\"UPDATE event SET title = 'theirs' WHERE id = 1\")\n"
        "print('writing', flush=True)\n"
        "time.sleep(1)\n"
        "other.execute('COMMIT')\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other,
        Database.open(path) as database,
    ):
        assert other.stdout is not None
        assert other.stdout.readline() == "writing\n"
        with database.session() as session:
            event = get_event(session, 1)
            assert event.title == "theirs"
            event.title = "ours"
    with filled.session(read_only=True) as session:
        assert (other.returncode, get_event(session, 1).title) == (0, "ours")


def fill_up(database: Database) -> None:
    """Writes more than there is room for: SQLite's own limit gives the error that a full disk gives."""
    with database.session() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
        session.add_all(Document(sha256=str(n), text="long " * 9999, analyzed_with="0") for n in range(20))


def test_full_disk_loses_nothing(database: Database, path: Path) -> None:
    with database.session() as session:
        save(session, sample_analysis())
    with pytest.raises(StoreError, match="the disk is full, nothing was changed"):
        fill_up(database)
    database.close()
    with Database.open(path) as reopened, reopened.session(read_only=True) as session:
        assert [document.id for document in session.scalars(select(Document))] == [1]


def test_damaged_database_says_so(filled: Database, path: Path) -> None:
    filled.close()
    data = bytearray(path.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 200] = b"\xff" * 200
    path.write_bytes(data)

    def read() -> None:
        with Database.open(path) as database, database.session(read_only=True) as session:
            session.scalars(select(Event)).all()

    with pytest.raises(StoreError, match=r"events\.db is damaged .*: restore a backup"):
        read()


@pytest.mark.parametrize("folder_mode", [0o755, 0o555])
def test_read_only_file_can_be_read_and_not_written(readable_folder: Path, folder_mode: int) -> None:
    path = readable_folder / "events.db"
    with Database.open(path, create=True) as database, database.session() as session:
        save(session, sample_analysis())
    path.chmod(0o444)
    readable_folder.chmod(folder_mode)
    with without_privileges(), Database.open(path) as database:
        with database.session(read_only=True) as session:
            assert len(session.scalars(select(Event)).all()) == 3
        with pytest.raises(StoreError, match=r"events\.db is read-only"), database.session() as session:
            session.execute(delete(Document))
    readable_folder.chmod(0o755)
    assert [file.name for file in readable_folder.iterdir()] == ["events.db"]


def test_read_only_reader_sees_what_another_has_just_written(readable_folder: Path) -> None:
    path = readable_folder / "events.db"
    with Database.open(path, create=True) as database:
        with database.session() as session:
            save(session, sample_analysis())
        for file in readable_folder.iterdir():
            file.chmod(0o444)
        with (
            without_privileges(),
            Database.open(path) as reading,
            reading.session(read_only=True) as session,
        ):
            assert len(session.scalars(select(Event)).all()) == 3
