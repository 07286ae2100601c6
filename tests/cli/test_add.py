import sys
from pathlib import Path

import pytest
from cli_samples import TEXT, Run

from eventdb.errors import ResourceError

pytest_plugins = ["cli_fixtures"]

pytestmark = pytest.mark.usefixtures("analysed")

SUMMARY = "report.txt    2019-03-06 (given with --date)    3 events, 2 dated, 0 phrases unresolved\n"
ADDED = "1 document added to events.db. See them with: eventdb list\n"


def test_it_says_what_was_found(run: Run, report: Path) -> None:
    result = run("add", "report.txt", "--date", "6 March 2019")
    assert (result.exit_code, result.stdout, result.stderr) == (0, SUMMARY, ADDED)


def test_without_a_date_it_says_what_hangs_on_it_and_what_the_text_allows(run: Run, report: Path) -> None:
    result = run("add", "report.txt")
    assert result.stdout == "report.txt    no date    3 events, 1 dated, 1 phrase unresolved\n"
    assert result.stderr == (
        "report.txt has no date, and none was given. 1 phrase cannot be resolved without it, "
        'for example "Tuesday" (sentence 2). What the text allows: a day after 2019-03-04.\n'
        "Give it with --date, now or later: eventdb redate 1 DATE\n" + ADDED
    )


def test_the_same_text_is_not_added_twice(run: Run, report: Path) -> None:
    run("add", "report.txt", "--date", "2019-03-06")
    report.with_name("copy.txt").write_text(TEXT)
    again = run("add", "report.txt", "copy.txt", "--date", "2019-03-06")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == (
        "report.txt is there already, as document 1\ncopy.txt is there already, as document 1\n"
    )


def test_another_date_for_a_known_text_points_to_redate(run: Run, report: Path) -> None:
    run("add", "report.txt", "--date", "2019-03-06")
    assert run("add", "report.txt", "--date", "2019-03-07").stderr == (
        "report.txt is there already, as document 1, dated 2019-03-06. "
        "To change that: eventdb redate 1 DATE\n"
    )


def test_title_and_source_are_kept(run: Run, report: Path) -> None:
    run("add", "report.txt", "--title", "Talks", "--source", "https://example.org/1")
    shown = run("show", "1").stdout
    assert "document    1, Talks\n" in shown
    assert "source      https://example.org/1\n" in shown


def test_a_folder_is_read_in_name_order(run: Run, folder: Path) -> None:
    for name in ("b.md", "a.txt"):
        (folder / name).write_text(f"{name} {TEXT}")
    result = run("add", ".", "--date", "2019-03-06")
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["a.txt", "b.md"]
    assert result.stderr == "2 documents added to events.db. See them with: eventdb list\n"


def test_a_file_that_fails_does_not_stop_the_others(run: Run, report: Path) -> None:
    result = run("add", "gone.txt", "report.txt", "--date", "2019-03-06")
    assert (result.exit_code, result.stdout) == (1, SUMMARY)
    assert result.stderr == ADDED + "eventdb: there is no file gone.txt\n"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "bad.txt is empty"),
        (b"PK\x03\x04\x00\x00", "bad.txt is not text, and of no kind that eventdb reads"),
    ],
)
def test_a_file_that_cannot_be_used(run: Run, folder: Path, data: bytes, line: str) -> None:
    (folder / "bad.txt").write_bytes(data)
    result = run("add", "bad.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"eventdb: {line}\n")


def test_a_folder_without_texts(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = run("add", "empty")
    assert result.exit_code == 1
    assert result.stderr.startswith("eventdb: the folder empty holds no file that eventdb reads (.txt .md ")


def test_another_encoding_is_read_and_said(run: Run, folder: Path) -> None:
    (folder / "alt.txt").write_bytes((TEXT + "Die Gespräche über Öl würden verschoben.").encode("cp1252"))
    result = run("add", "alt.txt", "--date", "2019-03-06")
    assert result.exit_code == 0
    assert "alt.txt: it is not UTF-8, and was read as " in result.stderr


def test_an_impossible_date_adds_nothing(run: Run, report: Path) -> None:
    result = run("add", "report.txt", "--date", "30 February 2019")
    assert result.exit_code == 1
    assert result.stderr.startswith("eventdb: the date given with --date cannot be used: ")
    assert result.stderr.count("\n") == 1
    assert not (report.parent / "events.db").exists()


def test_one_title_for_several_files_is_wrong_usage(run: Run, report: Path) -> None:
    result = run("add", "report.txt", "other.txt", "--title", "Talks")
    assert (result.exit_code, result.stderr) == (
        2,
        "eventdb: --title names one document, and there are 2 files (see eventdb add --help)\n",
    )


def test_a_model_that_is_missing_stops_the_rest(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_document: object) -> None:
        raise ResourceError("the model is missing: install it again")

    monkeypatch.setattr("eventdb.pipeline.analyze", broken)
    report.with_name("second.txt").write_text("Another text.")
    result = run("add", "report.txt", "second.txt")
    assert (result.exit_code, result.stderr) == (1, "eventdb: the model is missing: install it again\n")


def test_a_read_only_database_is_named(run: Run, timeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    timeline.with_name("more.txt").write_text("More " + TEXT)
    result = run("add", "more.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("eventdb: events.db is read-only")


def test_an_escape_sequence_in_a_name_is_shown_not_sent(run: Run, folder: Path) -> None:
    assert run("add", "\x1b[2J.txt").stderr == "eventdb: there is no file \\x1b[2J.txt\n"


def test_a_terminal_sees_a_bar_and_then_the_outcome(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{name} {TEXT}")
    monkeypatch.setattr("eventdb.cli.add.at_terminal", lambda: True)
    result = run("add", "a.txt", "b.txt", "--date", "2019-03-06")
    assert len(result.stdout.splitlines()) == 2
    assert "Reading" in result.stderr


def test_several_documents_without_a_date_are_listed_at_the_end(run: Run, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{TEXT}{name}")
    assert run("add", "a.txt", "b.txt").stderr == (
        "2 documents have no date, and none was given:\n"
        '  1  a.txt. 1 phrase cannot be resolved without it, for example "Tuesday" (sentence 2). '
        "What the text allows: a day after 2019-03-04.\n"
        '  2  b.txt. 1 phrase cannot be resolved without it, for example "Tuesday" (sentence 2). '
        "What the text allows: a day after 2019-03-04.\n"
        "Give each its own: eventdb redate NUMBER DATE\n"
        "2 documents added to events.db. See them with: eventdb list\n"
    )


def test_without_analysis_the_text_is_kept_and_nothing_looked_for(run: Run, report: Path) -> None:
    result = run("add", "report.txt", "--date", "2019-03-06", "--no-analysis")
    assert result.stdout == "report.txt    2019-03-06 (given with --date)    not analysed\n"
    assert result.stderr == "1 document added to events.db. Find their events with: eventdb reanalyze\n"
    assert run("list", "--all", "-f", "json").stdout == "[\n]\n"
    again = run("add", "report.txt", "--no-analysis")
    assert again.stderr == "report.txt is there already, as document 1\n"


def test_what_comes_on_standard_input_is_read(run: Run) -> None:
    result = run("add", "-", "--date", "2019-03-06", "--title", "Talks", answer=TEXT)
    assert (result.exit_code, result.stderr) == (0, ADDED)
    assert result.stdout.startswith("Talks    2019-03-06 (given with --date)")


def test_a_package_that_is_missing_is_said_once(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(b"%PDF-1.4")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    result = run("add", ".")
    assert result.exit_code == 1
    assert result.stderr == (
        "eventdb: the package pypdfium2 is missing; install it with: pip install 'eventdb[pdf]' (2 times)\n"
    )
