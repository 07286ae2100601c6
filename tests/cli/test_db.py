import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cli_samples import Run

from eventdb.store import schema

pytest_plugins = ["cli_fixtures"]


def execute(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(statement)


@pytest.fixture
def older(timeline: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database whose schema is older than the one that this program knows."""
    execute(timeline, "UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(schema, "REVISIONS", ("0000", schema.HEAD))

    def migrate(location: str) -> None:
        execute(Path(location), f"UPDATE alembic_version SET version_num = '{schema.HEAD}'")

    monkeypatch.setattr(schema, "_run_migrations", migrate)
    return timeline


def test_init_makes_a_database_once(run: Run, folder: Path) -> None:
    assert run("db", "init").stderr == f"Created events.db with schema {schema.HEAD}.\n"
    again = run("db", "init")
    assert (again.exit_code, again.stderr) == (0, f"events.db is there already, with schema {schema.HEAD}.\n")
    assert (
        run("list").stderr
        == "0 of 0 events. Undated: eventdb list --undated. Everything: eventdb list --all\n"
    )


def test_current_and_history(run: Run) -> None:
    run("db", "init")
    assert run("db", "current").stdout == f"{schema.HEAD} (current)\n"
    assert run("db", "history").stdout.splitlines()[-1].startswith(f"{schema.HEAD}  ")


def test_current_of_no_database(run: Run) -> None:
    result = run("db", "current")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("eventdb: there is no database events.db")


def test_upgrade_of_a_current_database_has_nothing_to_do(run: Run, timeline: Path) -> None:
    result = run("db", "upgrade")
    assert result.stderr == f"events.db has schema {schema.HEAD}, which is the current one.\n"
    assert list(timeline.parent.glob("*backup*")) == []


def test_upgrade_keeps_a_backup(run: Run, older: Path) -> None:
    result = run("db", "upgrade")
    assert (
        result.stderr == f"Upgraded events.db to schema {schema.HEAD}. As it was before: events.backup-1.db\n"
    )
    assert older.with_name("events.backup-1.db").exists()
    assert run("list").exit_code == 0


def test_an_older_database_is_named_with_what_to_do(run: Run, older: Path) -> None:
    result = run("list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "eventdb db upgrade" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("at_terminal")
def test_a_person_is_offered_the_upgrade(run: Run, older: Path) -> None:
    result = run("list", answer="y\n")
    assert result.exit_code == 0
    assert "Upgrade it now? [y/N]" in result.stderr
    assert "As it was before: events.backup-1.db" in result.stderr
    assert "Ann Smith signed the treaty" in result.stdout


@pytest.mark.usefixtures("at_terminal")
def test_a_person_may_decline_the_upgrade(run: Run, older: Path) -> None:
    result = run("list", answer="n\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert run("db", "current").stdout == "0000 (older)\n"


def test_backup_says_where(run: Run, timeline: Path) -> None:
    assert run("db", "backup").stdout == "events.backup-1.db\n"
    assert run("db", "backup", "copy.db").stdout == "copy.db\n"
    assert run("--db", "copy.db", "show", "1").exit_code == 0


def test_backup_overwrites_nothing(run: Run, timeline: Path) -> None:
    result = run("db", "backup", "events.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("eventdb: events.db is there already")


def test_check_of_a_sound_database(run: Run, timeline: Path) -> None:
    result = run("db", "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "events.db is in order.\n")


def test_check_lists_what_is_wrong(run: Run, timeline: Path) -> None:
    execute(timeline, "DROP VIEW timeline")
    result = run("db", "check")
    assert (result.exit_code, result.stdout) == (1, "schema: timeline is missing\n")


def test_restore_keeps_what_was_there(run: Run, timeline: Path) -> None:
    run("db", "backup", "good.db")
    execute(timeline, "UPDATE document SET title = 'Changed'")
    result = run("db", "restore", "good.db")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "events.db is now as good.db. As it was before: events.backup-1.db\n"
    assert "Talks" in run("documents").stdout
    assert "Changed" in run("--db", "events.backup-1.db", "documents").stdout


def test_restore_of_nothing(run: Run, timeline: Path) -> None:
    result = run("db", "restore", "gone.db")
    assert (result.exit_code, result.stderr) == (1, "eventdb: there is no backup gone.db\n")


def test_a_dry_run_of_the_upgrade_prints_sql_and_changes_nothing(
    run: Run, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_run_migrations", lambda location: ("DROP TABLE x", "DROP TABLE y"))
    result = run("db", "upgrade", "--dry-run")
    assert result.stdout == "DROP TABLE x;\nDROP TABLE y;\n"
    assert result.stderr == f"2 statements to bring events.db to schema {schema.HEAD}.\n"
    assert run("db", "current").stdout == "0000 (older)\n"
    assert [file.name for file in older.parent.glob("*backup*")] == []
