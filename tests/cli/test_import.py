from pathlib import Path

import pytest
from cli_samples import Run

pytest_plugins = ["cli_fixtures"]

TABLE = """Date,What,Who,Place
12 May 2015,They met,"Ann Smith, Bo Li",Geneva
about 1120,A church was built,,Vézelay
sometime,Never,,
12 May 2015,They met,"Ann Smith, Bo Li",Geneva
"""
SOUND = TABLE.replace("sometime,Never,,\n", "")


@pytest.fixture
def table(folder: Path) -> Path:
    (folder / "t.csv").write_text(SOUND)
    return folder / "t.csv"


def test_events_are_imported_and_say_where_they_come_from(run: Run, table: Path) -> None:
    result = run("import", "t.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "2 events imported into events.db from t.csv.\n"
        "t.csv, line 4: “They met” is there already, as line 2\n"
    )
    listed = run("list").stdout.splitlines()
    assert [line.split("  ")[-1] for line in listed[1:]] == ["“about 1120”, line 3", "“12 May 2015”, line 2"]
    why = run("why", "1").stdout
    assert "12 May 2015 = Tue 2015-05-12" in why
    assert '"12 May 2015,They met,"Ann' in why


def test_a_row_that_cannot_be_used_is_named_and_nothing_is_imported(run: Run, table: Path) -> None:
    table.write_text(TABLE)
    result = run("import", "t.csv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[1:] == [
        'eventdb: t.csv, line 4: "sometime" is not understood as a date; '
        'write it as 2015-05-12 or "12 May 2015"',
        "Nothing is imported while rows cannot be used; --skip-rejected imports the others.",
    ]
    assert run("list", "-f", "json").stdout == "[\n]\n"


def test_the_others_are_imported_when_asked_for(run: Run, table: Path) -> None:
    table.write_text(TABLE)
    result = run("import", "t.csv", "--skip-rejected")
    assert result.exit_code == 1
    assert result.stderr.startswith("2 events imported into events.db from t.csv.\n")


def test_a_preview_changes_nothing(run: Run, table: Path) -> None:
    result = run("import", "t.csv", "--dry-run")
    assert result.stdout.splitlines() == [
        "line  when            event               who               where",
        "   2  Tue 2015-05-12  They met            Ann Smith, Bo Li  Geneva",
        "   3  about 1120      A church was built                    Vézelay",
    ]
    assert not table.with_name("events.db").exists()


def test_columns_are_named_with_options(run: Run, folder: Path) -> None:
    (folder / "t.txt").write_text("wann;was;wozu\n2015;Treffen;Reden\n")
    result = run("import", "t.txt", "-f", "csv", "--when", "wann", "--title", "was")
    assert result.exit_code == 0
    assert "Treffen" in run("list").stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("t.txt",), "t.txt: which format? give -f with one of csv, json, jsonl, ics, ged"),
        (("gone.csv",), "there is no file gone.csv"),
        (
            ("t.csv", "--when", "Day"),
            't.csv: it has no column "Day" for --when: it has Date, Place, What, Who',
        ),
    ],
)
def test_a_file_that_cannot_be_imported(run: Run, table: Path, arguments: tuple[str, ...], line: str) -> None:
    result = run("import", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"eventdb: {line}\n")


def test_a_column_that_cannot_be_guessed_is_asked_for(run: Run, folder: Path) -> None:
    (folder / "t.csv").write_text("wann,was\n2015,Treffen\n")
    assert run("import", "t.csv").stderr == (
        "eventdb: t.csv: which column tells when? name it with --when; it has wann, was\n"
    )


def test_a_doubtful_date_is_asked_for(run: Run, folder: Path) -> None:
    (folder / "t.csv").write_text("date,event\n3/4/2015,They met\n")
    assert "say --day-first or --month-first" in run("import", "t.csv").stderr
    assert run("import", "t.csv", "--day-first").exit_code == 0
    assert "Fri 2015-04-03" in run("list").stdout


def test_an_imported_file_is_read_anew_by_its_recipe(run: Run, folder: Path) -> None:
    (folder / "t.csv").write_text("date,event\n3/4/2015,They met\n")
    run("import", "t.csv", "--day-first")
    assert run("redate", "1", "2020-01-01", "--yes").exit_code == 0
    assert "Fri 2015-04-03" in run("list").stdout


def test_a_corrected_date_of_an_imported_event_survives_and_can_be_taken_back(run: Run, table: Path) -> None:
    run("import", "t.csv")
    assert run("set", "1", "--when", "2015-05-13", "--why", "a slip").exit_code == 0
    assert run("reanalyze").exit_code == 0
    assert "Wed 2015-05-13" in run("list").stdout
    why = run("why", "1").stdout
    assert "a slip" in why
    assert "chosen over 12 May 2015" in why
    assert run("undo").exit_code == 0
    assert "Tue 2015-05-12" in run("list").stdout


def test_what_two_documents_tell_alike_is_told_twice(run: Run, folder: Path) -> None:
    (folder / "t.csv").write_text(
        "date,event,quote,document\n2015-05-12,They met,They met at noon.,Post\n"
        "2015-05-12,They met,They met at noon.,Times\n2015-05-12,They met,They met at noon.,Times\n"
    )
    assert run("import", "t.csv").stderr == (
        "2 events imported into events.db from t.csv.\n"
        "t.csv, line 4: “They met” is there already, as line 3\n"
    )
