import csv
import json
from datetime import date
from pathlib import Path

import pytest
from cli_samples import Run

from eventdb.cli.terminal import today
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

pytest_plugins = ["cli_fixtures"]

pytestmark = pytest.mark.usefixtures("timeline")

TABLE = """\
id  when            event                        basis
 1  Mon 2019-03-04  Ann Smith signed the treaty  "on 4 March 2019"
 2  Wed 2019-03-06  planned: Talks to resume     "on Tuesday"
"""


def ids(output: str) -> list[int]:
    return [json.loads(line)["id"] for line in output.splitlines()]


def test_the_timeline_is_a_table_with_a_footer_for_the_person(run: Run) -> None:
    result = run("list")
    assert (result.exit_code, result.stdout) == (0, TABLE)
    assert (
        result.stderr
        == "2 of 3 events (1 planned). Undated: eventdb list --undated. Everything: eventdb list --all\n"
    )


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--since", "2019-03-05"], [2]),
        (["--since", "5 March 2019"], [2]),
        (["--until", "2019-03-04"], [1]),
        (["--until", "2019"], [1, 2]),
        (["--on", "2019-03-05..2019-03-06"], [2]),
        (["--on", "2019-03", "--definitely"], [1, 2]),
        (["--on", "2019-03-04", "--possibly"], [1]),
        (["--text", "treaty"], [1]),
        (["--who", "smith"], [1]),
        (["--where", "geneva"], [1]),
        (["--source", "talks"], [1, 2]),
        (["--source", "elsewhere"], []),
        (["--basis", "deictic"], [2]),
        (["--basis", "deictic", "--basis", "stated"], [1, 2]),
        (["--limit", "1"], [1]),
        (["--limit", "0"], []),
        (["--undated"], [3]),
        (["--all"], [1, 2, 3]),
        (["treaty"], [1]),
        (["who:smith", "when:2019-03-04"], [1]),
        (["-who:smith"], [2]),
        (["--since", "2019", "-text:treaty", "--limit", "5"], [2]),
        (["treaty", ",", "talks"], [1, 2]),
        (["status:negated", "--all"], [3]),
        (["after:1"], [2]),
    ],
)
def test_a_filter(run: Run, options: list[str], found: list[int]) -> None:
    result = run("list", "-f", "jsonl", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert ids(result.stdout) == found


def test_a_relative_date_is_counted_from_today(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    thursday = Interval.of(Unit.DAY, instant(2019, 3, 7))
    monkeypatch.setattr("eventdb.cli.dates.today", lambda: thursday)
    assert ids(run("list", "-f", "jsonl", "--since", "2 days ago").stdout) == [2]
    assert ids(run("list", "-f", "jsonl", "--until", "3 days ago").stdout) == [1]
    monkeypatch.setattr("eventdb.cli.selecting.today", lambda: thursday)
    assert ids(run("list", "-f", "jsonl", "within:2 days ago..today").stdout) == [2]


def test_today_is_the_clocks() -> None:
    assert today().start == instant(*date.today().timetuple()[:3])


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--since", "2016", "--until", "2015"], "--since 2016 is after --until 2015"),
        (["--undated", "--since", "2015"], "--undated shows events without a date"),
        (["--text", "!"], 'there is no word to search for in "!"'),
        (["--since", "30 February 2015"], "Invalid value for '--since': "),
        (["--on", "flurble"], "Invalid value for '--on': "),
        (["--on", "2015..2014"], "Invalid value for '--on': the range \"2015..2014\" ends before it begins"),
        (["--basis", "guess"], "Invalid value for '--basis': 'guess' is not one of "),
        (["--limit", "-1"], "Invalid value for '--limit': "),
        (["--format", "xml"], "Invalid value for '-f' / '--format': "),
        (["--sience", "2015"], "No such option"),
        (["colour:red"], 'there is no field "colour": choose from '),
    ],
)
def test_wrong_usage_is_one_line(run: Run, options: list[str], line: str) -> None:
    result = run("list", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"eventdb: {line}")
    assert result.stderr.count("\n") == 1


def test_csv_and_json_say_the_same(run: Run) -> None:
    (row, _) = csv.DictReader(run("list", "-f", "csv").stdout.splitlines())
    (record, _) = json.loads(run("list", "-f", "json").stdout)
    assert row == {key: "" if value is None else str(value) for key, value in record.items()}
    assert record["who"] == "Ann Smith"
    assert (record["begin_earliest"], record["end_latest"]) == ("2019-03-04", "2019-03-04")
    assert record["source"] is None


def test_a_file_appears_whole(run: Run, folder: Path) -> None:
    result = run("list", "-f", "jsonl", "-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert ids((folder / "out.jsonl").read_text()) == [1, 2]


def test_a_file_that_cannot_be_written_is_named(run: Run) -> None:
    result = run("list", "-f", "csv", "-o", "nowhere/out.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("eventdb: ")
    assert "No such file or directory" in result.stderr


def test_a_table_with_nothing_in_it_is_no_output(run: Run) -> None:
    result = run("list", "--who", "nobody")
    assert (result.stdout, result.stderr) == (
        "",
        "0 of 3 events. Undated: eventdb list --undated. Everything: eventdb list --all\n",
    )


def test_a_wider_terminal_shows_more(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    assert "Geneva" in run("list").stdout
