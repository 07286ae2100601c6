"""Damage of every kind gets its line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from eventdb.errors import StoreError
from eventdb.store.database import Database
from eventdb.store.maintenance import check


def damage(database: Database, path: Path, *statements: str) -> None:
    database.close()
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_sound_database_has_no_problems(filled: Database, path: Path) -> None:
    assert check(path) == ()


def test_missing_view_and_trigger_are_named(filled: Database, path: Path) -> None:
    damage(filled, path, "DROP VIEW timeline", "DROP TRIGGER event_fts_update")
    assert check(path) == ("schema: event_fts_update is missing", "schema: timeline is missing")


def test_reference_to_nothing_is_named(filled: Database, path: Path) -> None:
    damage(filled, path, "DELETE FROM place")
    assert check(path) == ("references: row 1 of event points to a missing place",)


def test_full_text_that_disagrees_is_named(filled: Database, path: Path) -> None:
    damage(filled, path, "DROP TRIGGER event_fts_update", "UPDATE event SET title = 'Other' WHERE id = 1")
    assert check(path) == (
        "schema: event_fts_update is missing",
        "full text: the index does not agree with the events",
    )


def test_broken_structure_is_named(filled: Database, path: Path) -> None:
    damage(
        filled,
        path,
        "UPDATE document SET title = NULL",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'title TEXT', 'title TEXT NOT NULL') "
        "WHERE name = 'document'",
    )
    assert check(path) == ("structure: NULL value in document.title",)


def test_damaged_file_is_a_problem_not_a_crash(filled: Database, path: Path) -> None:
    filled.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    (problem,) = check(path)
    assert "is damaged" in problem


def test_other_schema_is_a_problem(filled: Database, path: Path) -> None:
    damage(filled, path, "UPDATE alembic_version SET version_num = '9999'")
    (problem,) = check(path)
    assert "newer eventdb" in problem


def test_missing_file_cannot_be_checked(path: Path) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        check(path)
