import json
import sys
from pathlib import Path

import pytest
from cli_samples import Run

from eventdb.formats.exports import FORMATS

pytest_plugins = ["cli_fixtures"]

pytestmark = pytest.mark.usefixtures("timeline")


def titles(text: str) -> list[str]:
    return [row["event"] for row in json.loads(text)]


def test_it_takes_the_options_and_the_query_of_list(run: Run) -> None:
    assert titles(run("export", "-f", "json", "status:planned").stdout) == ["Talks to resume"]
    assert titles(run("export", "-f", "json", "--until", "2019-03-05").stdout) == [
        "Ann Smith signed the treaty"
    ]
    assert len(titles(run("export", "-f", "json", "--all").stdout)) == 3
    assert len(titles(run("export", "-f", "json", "--limit", "1").stdout)) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_file_that_appears_whole(run: Run, folder: Path, name: str) -> None:
    result = run("export", "-f", name, "-o", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert b"Ann Smith" in (folder / "out").read_bytes()
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith("out")) == ["out"]


def test_the_name_of_the_file_tells_the_format(run: Run, folder: Path) -> None:
    assert run("export", "-o", "talks.ics").exit_code == 0
    assert (folder / "talks.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert run("export", "-o", "talks.edtf.csv").exit_code == 0
    assert (folder / "talks.edtf.csv").read_text().startswith("id,date,title")


def test_without_any_format_it_asks_for_one(run: Run) -> None:
    result = run("export", "-o", "talks.doc")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("eventdb: which format? give -f with one of csv, json")


def test_what_was_left_out_is_said_on_standard_error(run: Run) -> None:
    result = run("export", "-f", "ics", "--all")
    assert result.exit_code == 0
    assert result.stderr == "1 event left out (3): the texts deny or suppose them\n"


def test_a_missing_extra_is_named_with_the_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    result = run("export", "-f", "ics")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "eventdb: the package icalendar is missing; install it with: pip install 'eventdb[calendar]'\n"
    )
