"""What people have kept comes whole from every released schema to the current one, and through kills."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from freeze_schema import FOLDER, thaw
from next_schema import HEAD, NEXT, pretend_next

from eventdb.store import maintenance, schema

RELEASED = sorted(file.name[len("events-") :].partition(".")[0] for file in FOLDER.glob("events-*.db.gz"))
PROGRAM = Path(__file__).with_name("many_processes.py")

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(params=RELEASED)
def released(request: pytest.FixtureRequest, path: Path) -> Path:
    """A database as a released eventdb left it."""
    return thaw(request.param, path)


def rows(path: Path, like: Rows | None = None) -> Rows:
    """All rows of all tables of the domain, the columns by name; of `like`, only its tables and columns."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute("SELECT name FROM pragma_table_list WHERE strict = 1 ORDER BY name")
        found: Rows = {}
        for (table,) in tables.fetchall():
            names = sorted(row["name"] for row in connection.execute(f"PRAGMA table_xinfo({table})"))
            if like is not None:
                names = [name for (name, *_) in like.get(table, [])]
            columns = ", ".join(f'"{name}"' for name in names)
            query = f"SELECT {columns} FROM {table} ORDER BY id" if names else "SELECT NULL WHERE 0"
            values = list(zip(*map(tuple, connection.execute(query)), strict=True))
            found[table] = [(name, *column) for name, column in zip(names, values, strict=bool(values))]
    return found if like is None else {table: found[table] for table in like}


def facts(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The version, what SQLite says of the file, and what is in it beside tables."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            query: connection.execute(query).fetchall()
            for query in (
                "SELECT version_num FROM alembic_version",
                "PRAGMA integrity_check",
                "PRAGMA foreign_key_check",
                "SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name",
                "SELECT rowid FROM event_fts WHERE event_fts MATCH 'treaty' ORDER BY rowid",
                "SELECT count(*) FROM timeline",
            )
        }


def version(path: Path) -> str | None:
    with closing(sqlite3.connect(path)) as connection:
        found: str | None = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    return found


def test_the_first_schema_is_kept() -> None:
    assert RELEASED[:1] == ["0001"]
    assert set(RELEASED) <= set(schema.REVISIONS)


def test_every_table_of_a_released_database_has_rows(released: Path) -> None:
    empty = [table for table, columns in rows(released).items() if not columns]
    assert empty == []


def test_upgrade_keeps_every_row(released: Path) -> None:
    before = rows(released)
    schema.upgrade(released, backup=False)
    assert rows(released, like=before) == before
    assert maintenance.check(released) == ()
    with closing(sqlite3.connect(released)) as connection:
        numbers = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    assert (numbers["document"], numbers["event"]) == (2, 6)


def test_upgraded_database_is_what_the_models_say(released: Path, tmp_path: Path) -> None:
    schema.upgrade(released, backup=False)
    fresh = tmp_path / "fresh.db"
    schema.create(fresh)
    assert structure(released) == structure(fresh)
    with schema.migrating(released) as connection:
        command.check(schema.migration_config(connection))


def structure(path: Path) -> dict[str, list[str]]:
    """Everything in a database by name, with the parts of the statement that makes it."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: sorted(part.strip().rstrip(",") for part in sql.replace('"', "").splitlines())
            for name, sql in found}  # fmt: skip


def test_every_step_can_be_taken_down_and_up_again(released: Path) -> None:
    kept = rows(released)
    for number in schema.REVISIONS[schema.REVISIONS.index(str(version(released))) + 1 :]:
        for step, target in ((command.upgrade, number), (command.downgrade, "-1"), (command.upgrade, number)):
            with schema.migrating(released) as connection:
                step(schema.migration_config(connection), target)
            assert rows(released, like=kept) == kept
    assert maintenance.check(released) == ()


def test_a_step_that_rebuilds_tables_can_be_taken_down(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema.upgrade(released, backup=False)
    before, stood = rows(released), facts(released)
    with monkeypatch.context() as patch:
        pretend_next(tmp_path / "alembic", patch)
        schema.upgrade(released, backup=False)
        assert rows(released, like=before) == before
        assert version(released) == NEXT
        with schema.migrating(released) as connection:
            command.downgrade(schema.migration_config(connection), HEAD)
    with schema.migrating(released):
        pass  # makes the view and the triggers anew, as `db upgrade` does
    assert (rows(released), facts(released)) == (before, stood)


def test_kills_in_the_middle_leave_the_old_or_the_new(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema.upgrade(released, backup=False)
    before, old = rows(released), facts(released)
    new = {**old, "SELECT version_num FROM alembic_version": [(NEXT,)]}
    done = subprocess.run(
        [sys.executable, PROGRAM, "upgrade", released, "20"], capture_output=True, check=True
    )
    copies = [Path(copy) for copy in json.loads(done.stdout)]
    assert len(copies) == 20
    for copy in copies:
        assert facts(copy) == (new if version(copy) == NEXT else old)
        assert rows(copy, like=before) == before
    for backup in tmp_path.glob("*backup-*.db"):
        assert (facts(backup), rows(backup)) == (old, before)
    pretend_next(tmp_path / "alembic", monkeypatch)
    for copy in copies[::5]:
        schema.upgrade(copy, backup=False)
        assert facts(copy) == new
