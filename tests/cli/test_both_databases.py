"""Every command says the same of a database on a server as of a file."""

from collections.abc import Callable

import pytest
from cli_samples import Run

pytest_plugins = ["cli_fixtures", "database_places"]

LINES = (
    "db init",
    "db current",
    "add report.txt --date 2019-03-06 --title Talks",
    "list",
    "list --all -f csv",
    "list --until 2019-03 -f jsonl",
    "list who:smith where:geneva",
    "list text::^ann",
    "search treaties",
    "show 1",
    "why 1",
    "around 1",
    "between 1 2",
    "stats",
    "entities",
    "documents",
    "conflicts",
    "unresolved",
    "redate 1 2019-03-07 --yes",
    "list --all",
    "show 9",
    "db upgrade --dry-run",
    "db check",
)
"""Run one after the other, in this order."""


@pytest.mark.postgresql
def test_commands_say_the_same(run: Run, report: object, analysed: None, place: Callable[[str], str]) -> None:
    file, server = place("sqlite"), place("postgresql")
    for line in LINES:
        on_file, on_server = (run("--db", where, *line.split()) for where in (file, server))
        assert on_server.output.replace(server, "DB") == on_file.output.replace(file, "DB"), line
        assert on_server.exit_code == on_file.exit_code, line
