"""Whatever stands in the database, no command sends it to a terminal as anything but text."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cli_samples import Run

pytest_plugins = ["cli_fixtures"]

EVIL = "\x1b]0;title\x07\x1b[2J\u202e\x9b\x7f"
COMPARED = (
    *("sha256", "edtf", "status", "basis", "expression", "strength", "relation", "role", "class", "kind"),
    *("offset", "tense", "field"),
)
COMMANDS = (
    "list --all",
    "list --all -f csv",
    "list --all -f json",
    "search evil",
    "show 1",
    "show 3",
    "why 1",
    "why 2",
    "around 1",
    "stats --by who",
    "stats --by where",
    "entities",
    "entities -f csv",
    "documents",
    "documents -f jsonl",
    "conflicts",
    "unresolved",
    "history",
    "export -f md",
    "export -f edtf-csv",
    "add report.txt",
    "redate 1 2019-03-07 --yes",
)


@pytest.fixture
def poisoned(run: Run, timeline: Path) -> Path:
    """Every text of every table, but what the program itself compares, ends with control characters."""
    run("tag", "1", "mine")
    with closing(sqlite3.connect(timeline)) as connection, connection:
        names = "SELECT name FROM pragma_table_list WHERE strict = 1"
        for (table,) in connection.execute(names).fetchall():
            columns = connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
            for column in (row[1] for row in columns if row[2] == "TEXT" and not row[6]):
                if column not in COMPARED:
                    statement = f'UPDATE {table} SET "{column}" = "{column}" || ?'
                    connection.execute(statement, (f"{EVIL} evil =1+1",))
    return timeline


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_sends_control_characters(run: Run, poisoned: Path, command: str) -> None:
    done = run(*command.split())
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert not set(done.output) & set("\x1b\x07\u202e\x9b\x7f\r")
    assert "Traceback" not in done.output
    assert done.output
