"""What a person has kept is there: after kills, among many writers, in backups made and put back in use."""

import json
import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update
from store_samples import sample_analysis

from eventdb.errors import SchemaError, StoreError
from eventdb.store.backup import backup
from eventdb.store.database import Database
from eventdb.store.lookup import get_document
from eventdb.store.maintenance import check
from eventdb.store.models import Document, Event, Mention, Participation
from eventdb.store.repository import save
from eventdb.store.restore import restore

PROGRAM = Path(__file__).with_name("many_processes.py")


def processes(task: str, path: Path, *numbers: int) -> list[Any]:
    command = [sys.executable, str(PROGRAM), task, str(path), *map(str, numbers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    found: list[Any] = json.loads(done.stdout)
    return found


def test_what_was_acknowledged_survives_kills_whole(database: Database, path: Path) -> None:
    database.close()
    acknowledged = processes("kill", path, 10)
    assert len(acknowledged) >= 10
    assert check(path) == ()
    with Database.open(path) as reopened, reopened.session(read_only=True) as session:
        kept = session.scalars(select(Document.id)).all()
        assert set(acknowledged) <= set(kept)
        for table, each in ((Event, 3), (Mention, 4), (Participation, 3)):
            assert session.scalar(select(func.count()).select_from(table)) == each * len(kept)


def test_processes_that_read_and_write_lose_no_update(filled: Database, path: Path) -> None:
    with filled.session() as session:
        get_document(session, 1).title = "0"
    assert processes("count", path, 4, 150) == [0, 0, 0, 0]
    with filled.session(read_only=True) as session:
        assert get_document(session, 1).title == "600"


@pytest.fixture
def copy(filled: Database, path: Path) -> Path:
    """A backup of the database, which has changed since."""
    made = backup(path)
    with filled.session() as session:
        session.execute(update(Document).values(title="Changed"))
    return made


def title(path: Path) -> str | None:
    with Database.open(path) as database, database.session(read_only=True) as session:
        return get_document(session, 1).title


def test_restore_keeps_what_was_there_before(copy: Path, path: Path) -> None:
    kept = restore(copy, path)
    assert kept == path.with_name("events.backup-2.db")
    assert (title(path), title(kept)) == ("Treaty", "Changed")
    assert check(path) == check(kept) == ()


def test_restore_where_there_is_nothing(copy: Path, path: Path, filled: Database) -> None:
    filled.close()
    for file in path.parent.glob("events.db*"):
        file.unlink()
    assert restore(copy, path) is None
    assert (title(path), check(path)) == ("Treaty", ())


@pytest.mark.parametrize("keep", [0, 4096])
def test_a_damaged_database_is_put_aside_and_restored(
    copy: Path, path: Path, filled: Database, keep: int
) -> None:
    filled.close()
    data = path.read_bytes()[:keep] + b"\xff" * (path.stat().st_size - keep)
    path.write_bytes(data)
    kept = restore(copy, path)
    assert kept is not None
    assert kept.read_bytes()[keep:] == data[keep:]
    assert (title(path), check(path)) == ("Treaty", ())


def test_restore_refuses_a_backup_that_is_none(copy: Path, path: Path, tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("Dear diary, this is no database. " * 100)
    broken = tmp_path / "broken.db"
    broken.write_bytes(copy.read_bytes()[:-4096])
    (tmp_path / "empty.db").touch()
    for source, line in (
        (tmp_path / "nowhere.db", "there is no backup"),
        (text, "is not a database"),
        (broken, "is damaged"),
        (tmp_path / "empty.db", "is empty"),
        (path, "is the database itself: name a backup of it"),
    ):
        with pytest.raises((StoreError, SchemaError), match=line):
            restore(source, path)
    assert title(path) == "Changed"
    with pytest.raises(StoreError, match="is not a file: restore it with its own tool"):
        restore(copy, "postgresql://host/events")


def test_backup_and_restore_while_others_write(filled: Database, path: Path) -> None:
    stop = threading.Event()
    failures: list[Exception] = []

    def write() -> None:
        number = 0
        while not stop.is_set():
            try:
                with filled.session() as session:
                    session.execute(update(Document).values(title=f"Treaty {number}"))
            except StoreError as error:
                failures.append(error)
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [backup(path) for _ in range(5)]
        kept = [restore(copy, path) for copy in copies[:3]]
    finally:
        stop.set()
        writer.join()
    assert failures == []
    assert [check(file) for file in (*copies, *kept, path) if file] == [()] * 9


def test_full_disk_leaves_a_sound_database(filled: Database, path: Path) -> None:
    def fill_up() -> None:
        with filled.session() as session:
            pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
            session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            session.add_all(
                Document(sha256=str(n), text="long " * 9999, analyzed_with="0") for n in range(20)
            )

    with pytest.raises(StoreError, match="the disk is full, nothing was changed"):
        fill_up()
    filled.close()
    assert check(path) == ()
    with Database.open(path) as database, database.session() as session:
        assert session.scalars(select(Document.id)).all() == [1]
        with pytest.raises(StoreError, match="this text is there already"):
            save(session, sample_analysis())


def test_a_disk_that_fails_while_documents_are_kept_loses_none(database: Database, path: Path) -> None:
    database.close()
    *acknowledged, message = processes("fill", path, 1_000_000)
    assert message.startswith(("the disk failed while", "the disk is full"))
    assert len(acknowledged) > 3
    assert check(path) == ()
    with Database.open(path) as reopened, reopened.session() as session:
        kept = session.scalars(select(Document.id).order_by(Document.id)).all()
        assert kept == acknowledged
        assert session.scalar(select(func.count()).select_from(Event)) == 3 * len(kept)
        save(session, sample_analysis())


@pytest.mark.parametrize("seed", range(12))
def test_a_file_damaged_anywhere_is_named_and_never_a_crash(
    filled: Database, path: Path, tmp_path: Path, seed: int
) -> None:
    good = backup(path, tmp_path / "good.db")
    filled.close()
    chance, data = random.Random(seed), bytearray(path.read_bytes())
    page = chance.randrange(1, len(data) // 4096) * 4096
    data[page : page + 64] = chance.randbytes(64)
    path.write_bytes(data)
    problems = check(path)
    assert problems
    assert all("\n" not in line for line in problems)
    restore(good, path)
    assert (check(path), title(path)) == ((), "Treaty")
