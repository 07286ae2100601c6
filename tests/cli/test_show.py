import pytest
from cli_samples import Run

from eventdb.cli.show import between

pytest_plugins = ["cli_fixtures"]

pytestmark = pytest.mark.usefixtures("timeline")

SIGNED = """\
Ann Smith signed the treaty
when        Mon 2019-03-04
began       2019-03-04
ended       2019-03-04
EDTF        2019-03-04
status      asserted
who         Ann Smith (agent)
where       Geneva
basis       stated, "on 4 March 2019"
formula     Intersection(Year(2019), March 4th)
or          2018-03-04, the year before
quote       "Ann Smith signed the treaty in Geneva on 4 March 2019."
told by     "signed", sentence 1, characters 10 to 16, according to the mayor
document    1, Talks
dated       2019-03-06, given with --date
"""


def test_everything_about_an_event(run: Run) -> None:
    assert run("show", "1").stdout == SIGNED


def test_an_event_without_a_date_says_so(run: Run) -> None:
    lines = run("show", "3").stdout.splitlines()
    assert lines[1:4] == ["when        undated", "status      negated", "basis       none"]


@pytest.mark.parametrize(
    ("bounds", "began"),
    [
        ((None, 1551744000), "2019-03-04 or earlier"),
        ((1551657600, None), "2019-03-04 or later"),
        ((None, None), "not known"),
        ((1551398400, 1551744000), "between 2019-03-01 and 2019-03-04"),
    ],
)
def test_bounds_are_told_as_they_are(bounds: tuple[int | None, int | None], began: str) -> None:
    assert between(*bounds) == began


@pytest.mark.parametrize("command", ["show", "why"])
def test_an_unknown_event(run: Run, command: str) -> None:
    result = run(command, "99")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "eventdb: no event 99: this database has events 1 to 3\n"


@pytest.mark.parametrize("command", ["show", "why"])
def test_what_is_no_number(run: Run, command: str) -> None:
    result = run(command, "treaty")
    assert (result.exit_code, result.stderr) == (
        2,
        "eventdb: Invalid value for 'EVENT': 'treaty' is not a valid integer. "
        f"(see eventdb {command} --help)\n",
    )


def test_why_tells_the_steps(run: Run) -> None:
    lines = run("why", "1").stdout.splitlines()
    assert lines[0] == "Ann Smith signed the treaty"
    assert lines[1].startswith("Mon 2019-03-04")
    assert any(line.startswith("  4 March 2019 = 2019-03-04 ") for line in lines)
    assert any(line.endswith('"  sentence 1') for line in lines)


def test_why_says_what_moves_with_the_documents_date(run: Run) -> None:
    assert "If the document's date changes, this date moves with it." in run("why", "2").stdout
