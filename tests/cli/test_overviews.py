"""The commands beside `list`: around, between, stats, entities, documents, conflicts, unresolved."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cli_samples import Run

from eventdb.cli.stats import chart
from eventdb.query.statistics import Count

pytest_plugins = ["cli_fixtures"]


def ids(run: Run, *arguments: str) -> list[int]:
    output = run(*arguments, "-f", "jsonl").stdout
    return [json.loads(line)["id"] for line in output.splitlines()]


@pytest.mark.usefixtures("timeline")
def test_around(run: Run) -> None:
    assert ids(run, "around", "1") == [1, 2]
    assert ids(run, "around", "1", "--within", "1d") == [1]
    assert ids(run, "around", "2", "--within", "2 days", "--limit", "1") == [1]


@pytest.mark.usefixtures("timeline")
def test_between(run: Run, timeline: Path) -> None:
    assert run("between", "1", "2").stderr == "0 of 3 events.\n"
    with closing(sqlite3.connect(timeline)) as connection, connection:
        connection.execute(
            "UPDATE event SET (begin_earliest, begin_latest, end_earliest, end_latest) = "
            "(SELECT end_latest, end_latest + 9, end_latest, end_latest + 9 FROM event WHERE id = 1), "
            "status = 'asserted' WHERE id = 3"
        )
    assert ids(run, "between", "1", "2") == [3]


@pytest.mark.usefixtures("timeline")
def test_stats_draws_the_numbers(run: Run) -> None:
    assert run("stats").stdout == f"2019  2  {'█' * 71}\n"
    assert run("stats", "--by", "status", "--all").stdout.splitlines() == [
        f"asserted  1  {'█' * 67}",
        f"negated   1  {'█' * 67}",
        f"planned   1  {'█' * 67}",
    ]
    assert run("stats", "nothing").stdout == ""
    assert run("stats", "-who:smith", "--by", "month", "-f", "csv").stdout == "label,events\n2019-03,1\n"


def test_the_longest_bar_fills_the_line_and_none_is_without_a_mark() -> None:
    lines = list(chart([Count("a", 1000), Count("bb\n", 1), Count("x" * 99, 500)], 80))
    assert [len(line) for line in lines] == [80, 41, 60]
    assert lines[1].startswith("bb  ")


@pytest.mark.usefixtures("timeline")
def test_entities(run: Run) -> None:
    assert run("entities").stdout == (
        "name       kind    events  first       last\nAnn Smith  person       1  2019-03-04  2019-03-04\n"
    )
    assert run("entities", "nobody").stdout == ""
    (row,) = csv.DictReader(run("entities", "smith", "-f", "csv").stdout.splitlines())
    assert (row["name"], row["events"]) == ("Ann Smith", "1")


@pytest.mark.usefixtures("timeline")
def test_documents(run: Run, folder: Path) -> None:
    assert run("documents").stdout.splitlines()[1].split() == ["1", "Talks", "2019-03-06", "3", "2", "0"]
    run("documents", "-f", "json", "-o", "documents.json")
    (document,) = json.loads((folder / "documents.json").read_text())
    assert document == {
        "id": 1, "document": "Talks", "created": "2019-03-06", "events": 3, "dated": 2, "unresolved": 0,
    }  # fmt: skip


@pytest.mark.usefixtures("analysed")
def test_unresolved(run: Run, report: Path) -> None:
    run("add", report.name)
    result = run("unresolved")
    assert result.stdout.splitlines() == [
        "report.txt, document 1",
        '  2         "Tuesday": the document\'s date is not known',
        '            "Talks resume on Tuesday."',
    ]
    assert result.stderr == "1 unresolved phrase.\n"
    (row,) = [json.loads(line) for line in run("unresolved", "-f", "jsonl").stdout.splitlines()]
    assert (row["text"], row["sentence"]) == ("Tuesday", 2)


@pytest.mark.usefixtures("timeline")
def test_conflicts(run: Run, timeline: Path) -> None:
    assert run("conflicts").stderr == "0 contradictions.\n"
    with closing(sqlite3.connect(timeline)) as connection, connection:
        connection.execute(
            'INSERT INTO diagnostic (document_id, stage, text, message, related, start, "end") '
            "VALUES (1, 'anchoring', 'Tuesday', '“Tuesday” contradicts “4 March”', '1-2', 200, 201)"
        )
    result = run("conflicts")
    assert (result.stdout, result.stderr) == (
        "Talks, document 1\n            “Tuesday” contradicts “4 March”\n",
        "1 contradiction.\n",
    )


@pytest.mark.usefixtures("timeline")
def test_a_table_is_cut_where_the_terminal_ends(run: Run, timeline: Path) -> None:
    with closing(sqlite3.connect(timeline)) as connection, connection:
        connection.execute("UPDATE document SET title = ?", ("long\x1b " * 60,))
    lines = run("documents").stdout.splitlines()
    assert [len(line) for line in lines][1] == 80
    assert "\x1b" not in lines[1]


@pytest.mark.usefixtures("timeline")
@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (("around", "99"), 1, "no event 99"),
        (("around", "3"), 2, "event 3 has no date: nothing is known to be near it"),
        (("around", "1", "--within", "7 moons"), 2, '"7 moons" is no length of time'),
        (("between", "2", "1"), 2, "event 2 (Wed 2019-03-06) is not surely over when event 1 "),
        (("stats", "--by", "colour"), 2, "Invalid value for '--by'"),
        (("stats", "colour:red"), 2, 'there is no field "colour"'),
    ],
)
def test_a_mistake_is_one_line(run: Run, arguments: tuple[str, ...], status: int, line: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (status, "", 1)
    assert result.stderr.removeprefix("eventdb: ").startswith(line)
