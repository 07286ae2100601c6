import json
from pathlib import Path

import pytest
from cli_samples import Run

from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

pytest_plugins = ["cli_fixtures"]

pytestmark = pytest.mark.usefixtures("timeline")


def test_a_search_finds_also_what_did_not_happen(run: Run) -> None:
    result = run("search", "resign")
    assert (result.exit_code, result.stderr) == (0, "1 of 3 events.\n")
    assert result.stdout.splitlines()[1].split(maxsplit=1)[0] == "3"


def test_a_denied_term_is_no_option(run: Run) -> None:
    result = run("search", "-who:smith", "-f", "jsonl")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [2, 3]


def test_relative_dates_are_counted_from_today(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    thursday = Interval.of(Unit.DAY, instant(2019, 3, 7))
    monkeypatch.setattr("eventdb.cli.search.today", lambda: thursday)
    assert run("search", "when:yesterday", "--limit", "1").stderr == "1 of 3 events (1 planned).\n"


def test_a_file_is_written(run: Run, folder: Path) -> None:
    run("search", "treaty", "-f", "csv", "-o", "found.csv")
    assert len((folder / "found.csv").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("query", "status", "line"),
    [
        ((), 2, "Missing argument 'QUERY…'"),
        (("who:",), 2, '"who:" says nothing after the colon'),
        (("when:flurble",), 1, '"flurble" is not understood as a date'),
        (("before:99",), 1, "no event 99: this database has events 1 to 3"),
    ],
)
def test_a_mistake_is_one_line(run: Run, query: tuple[str, ...], status: int, line: str) -> None:
    result = run("search", *query)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (status, "", 1)
    assert result.stderr.removeprefix("eventdb: ").startswith(line)
