from pathlib import Path

import pytest
from cli_samples import Run

pytest_plugins = ["cli_fixtures"]

MOVES = """\
Document date Wed 2019-03-06 → Thu 2019-03-07, which moves 1 event.
  2  Wed 2019-03-06 → Thu 2019-03-07  Talks to resume
"""


def when(run: Run, event: str) -> str:
    return run("show", event).stdout.splitlines()[1].removeprefix("when        ")


@pytest.mark.usefixtures("timeline")
def test_what_moves_is_shown_and_applied(run: Run) -> None:
    result = run("redate", "1", "7 March 2019", "--yes")
    assert (result.exit_code, result.stdout) == (0, MOVES)
    assert result.stderr == "Document 1 is now dated Thu 2019-03-07.\n"
    assert (when(run, "1"), when(run, "2")) == ("Mon 2019-03-04", "Thu 2019-03-07")


@pytest.mark.usefixtures("timeline", "at_terminal")
@pytest.mark.parametrize(
    ("answer", "then"), [("y\n", "Thu 2019-03-07"), ("n\n", "Wed 2019-03-06"), ("\n", "Wed 2019-03-06")]
)
def test_a_person_is_asked_first(run: Run, answer: str, then: str) -> None:
    result = run("redate", "1", "2019-03-07", answer=answer)
    assert (result.exit_code, result.stdout) == (0, MOVES)
    assert "Apply? [y/N]" in result.stderr
    assert when(run, "2") == then


@pytest.mark.usefixtures("timeline")
def test_without_a_terminal_it_needs_a_yes(run: Run) -> None:
    result = run("redate", "1", "2019-03-07")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "eventdb: there is no terminal to ask at: give --yes to apply the change "
        "(see eventdb redate --help)\n"
    )
    assert when(run, "2") == "Wed 2019-03-06"


@pytest.mark.usefixtures("analysed")
def test_a_document_without_a_date_gets_one(run: Run, report: Path) -> None:
    run("add", "report.txt")
    assert run("redate", "1", "2019-03-07", "--yes").stdout == (
        "Document date no date → Thu 2019-03-07, which moves 1 event.\n"
        "  2  undated → Thu 2019-03-07  Talks to resume\n"
    )


def test_what_then_contradicts_itself_is_told(run: Run, tmp_path: Path) -> None:
    text = "The envoy arrived on Monday, two days after he left Oslo on 2 March 2019."
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    run("add", str(tmp_path / "report.txt"), "--date", "2019-03-06")
    result = run("redate", "1", "2019-03-13", "--yes")
    assert result.exit_code == 0
    assert "With that date, " in result.stderr
    assert "contradicts" in result.stderr


@pytest.mark.usefixtures("timeline")
def test_the_same_date_changes_nothing(run: Run) -> None:
    result = run("redate", "1", "2019-03-06", "--yes")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Document 1 has that date already.\n"


@pytest.mark.usefixtures("timeline")
@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["9", "2019-03-07"], "no document 9: this database has only document 1"),
        (["1", "2019-02-30"], "the date given with redate cannot be used: "),
        (["1", "2019"], 'the date given with redate cannot be used: "2019" is longer than a day'),
    ],
)
def test_what_cannot_be_done(run: Run, arguments: list[str], line: str) -> None:
    result = run("redate", *arguments, "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"eventdb: {line}")
    assert result.stderr.count("\n") == 1
