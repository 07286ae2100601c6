"""`eventdb datasette-metadata`."""

import json
from pathlib import Path

import pytest
from cli_samples import Run

pytest_plugins = ["cli_fixtures"]


@pytest.mark.usefixtures("timeline")
def test_it_is_written_under_the_name_of_the_file(run: Run, folder: Path) -> None:
    printed = json.loads(run("datasette-metadata").stdout)
    assert list(printed["databases"]) == ["events"]
    assert run("datasette-metadata", "-o", "metadata.json").exit_code == 0
    assert json.loads((folder / "metadata.json").read_text()) == printed


def test_without_a_database_there_is_nothing_to_tell(run: Run) -> None:
    result = run("datasette-metadata")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "events.db" in result.stderr
