"""Copies that are whole."""

from pathlib import Path

import pytest
from sqlalchemy import select, update

from eventdb.errors import StoreError
from eventdb.store.backup import backup
from eventdb.store.database import Database
from eventdb.store.maintenance import check
from eventdb.store.models import Document, Event


def test_backup_is_a_whole_database(filled: Database, path: Path, tmp_path: Path) -> None:
    copy = backup(path, tmp_path / "copy.db")
    assert check(copy) == ()
    with Database.open(copy) as database, database.session(read_only=True) as session:
        assert len(session.scalars(select(Event)).all()) == 3


def test_backup_stands_beside_the_file(filled: Database, path: Path) -> None:
    assert [backup(path).name, backup(path).name] == ["events.backup-1.db", "events.backup-2.db"]


def test_backup_does_not_wait_for_a_writer(filled: Database, path: Path) -> None:
    with filled.session() as session:
        session.execute(update(Document).values(title="Not yet"))
        copy = backup(path)
    with Database.open(copy) as database, database.session(read_only=True) as session:
        assert session.scalars(select(Document.title)).one() == "Treaty"


def test_backup_never_overwrites(filled: Database, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("kept")
    with pytest.raises(StoreError, match=r"precious\.txt is there already"):
        backup(path, target)
    assert target.read_text() == "kept"


def test_backup_that_fails_leaves_nothing(path: Path, tmp_path: Path) -> None:
    path.write_text("no database " * 1000)
    with pytest.raises(StoreError, match="is not a database"):
        backup(path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_backup_into_a_missing_folder(filled: Database, path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened: check that its folder exists"):
        backup(path, tmp_path / "nowhere" / "copy.db")


def test_backup_of_nothing(path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no database .* to back up"):
        backup(path)


def test_backup_of_a_server() -> None:
    with pytest.raises(StoreError, match="is not a file: back it up with its own tool"):
        backup("postgresql://host/events")


def test_a_backup_that_was_broken_off_is_no_obstacle(filled: Database, path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db.partial").touch()
    assert check(backup(path, tmp_path / "copy.db")) == ()
    assert not [file for file in tmp_path.iterdir() if "partial" in file.name]
