"""The commands that change the timeline, on a real text: what they say, and what is so afterwards."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cli_samples import Run

pytest_plugins = ["cli_fixtures"]

VISIT = "Smith visited Oslo on Tuesday. The visit came two days after Jones left Bergen.\n"
MEMOIR = (
    "Smith arrived in Oslo. Three days before Smith arrived in Oslo, Brown resigned. Lind died in 2014.\n"
)

MOVED = """\
  1  Tue 2015-05-12 → Wed 2015-05-20  Smith visited Oslo
  2  Sun 2015-05-10 → Mon 2015-05-18  Jones left Bergen
"""


@pytest.fixture
def visit(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A database of two documents, and somebody called Ann."""
    monkeypatch.setenv("EVENTDB_USER", "Ann")
    (folder / "visit.txt").write_text(VISIT)
    (folder / "memoir.txt").write_text(MEMOIR)
    assert run("add", "visit.txt", "--date", "2015-05-12").exit_code == 0
    assert run("add", "memoir.txt").exit_code == 0
    return run


def dates(run: Run, *options: str) -> dict[str, str]:
    """What a list shows: dates by title."""
    lines = run("list", "--format", "csv", *options).stdout.splitlines()[1:]
    return {line.split(",")[2]: line.split(",")[1] for line in lines}


def test_setting_a_date_moves_what_hangs_on_it_and_says_how_to_take_it_back(visit: Run) -> None:
    result = visit("set", "1", "--when", "2015-05-20", "--why", "the agenda")
    assert (result.exit_code, result.stdout) == (0, MOVED)
    assert result.stderr == "2 events moved. To take it back: eventdb undo 1\n"
    why = visit("why", "2").stdout
    assert "given by Ann = 2015-05-20" in why
    assert ": the agenda" in why


def test_undo_and_its_undo(visit: Run) -> None:
    before = dates(visit)
    visit("set", "1", "--when", "2015-05-20", "--title", "Smith went to Oslo")
    after = dates(visit)
    assert (after["Smith went to Oslo"], after["Jones left Bergen"]) == ("Wed 2015-05-20", "Mon 2015-05-18")
    result = visit("undo")
    assert result.stdout.splitlines()[:2] == [
        "Taken back: 1, title: Smith visited Oslo → Smith went to Oslo",
        "Taken back: 2, when: Tue 2015-05-12 → Wed 2015-05-20",
    ]
    assert dates(visit) == before
    assert visit("undo", "3").exit_code == 0
    assert dates(visit) == after


def test_what_is_so_already_is_no_correction(visit: Run) -> None:
    result = visit("set", "1", "--title", "Smith visited Oslo")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "That is so already: nothing was changed.\n"
    assert visit("history").stdout == ""


def test_setting_who_where_and_status(visit: Run) -> None:
    visit("set", "1", "--who", "Kim", "--who", "Bo Li", "--where", "Norway", "--status", "planned")
    shown = visit("show", "1").stdout
    assert "who         Kim (participant)" in shown
    assert "who         Bo Li (participant)" in shown
    assert "where       Norway" in shown
    assert "status      planned" in shown


def test_rejected_event_dates_nothing_and_leaves_the_list(visit: Run) -> None:
    visit("reject", "1")
    assert "Smith visited Oslo" not in dates(visit)
    assert dates(visit).get("Jones left Bergen") != "Sun 2015-05-10"
    assert "rejected: Smith visited Oslo" in visit("search", "status:rejected").stdout


def test_rejected_date_and_participant(visit: Run) -> None:
    visit("reject", "1", "--when")
    assert dates(visit, "--undated")["Smith visited Oslo"] == "undated"
    assert "rejected by Ann = not so" in visit("why", "1").stdout
    visit("reject", "1", "--who", "Smith")
    assert "Smith (agent)" not in visit("show", "1").stdout
    result = visit("reject", "1", "--who", "Nobody")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def number(run: Run, title: str) -> str:
    """The number of the event with a title."""
    lines = run("search", "oslo", ",", "died", "--format", "csv").stdout.splitlines()
    return next(line.split(",")[0] for line in lines if title in line)


def test_merging_dates_the_other_document_and_lists_one(visit: Run) -> None:
    arrived = number(visit, "Smith arrived in Oslo")
    result = visit("merge", "1", arrived)
    assert result.stdout.splitlines() == [
        f"  {arrived}  undated → Tue 2015-05-12  Smith arrived in Oslo",
        f"  {int(arrived) + 1}  undated → Sat 2015-05-09  Brown resigned",
    ]
    listed = visit("list")
    assert "Smith visited Oslo (+1)" in listed.stdout
    assert "Smith arrived in Oslo" not in dates(visit)
    assert "also told   by event 3, in “memoir.txt”: Tue 2015-05-12\n" in visit("why", "1").stdout
    assert "told first  by event 1, in “visit.txt”: Tue 2015-05-12\n" in visit("show", arrived).stdout
    visit("split", arrived)
    assert "(+1)" not in visit("list").stdout
    assert dates(visit, "--undated")["Brown resigned"] == "undated"


def test_tellings_that_disagree_are_a_conflict(visit: Run) -> None:
    died = number(visit, "Lind died")
    visit("merge", "1", died)
    conflict = f"2014 for event {died}, but Tue 2015-05-12 for event 1 in “visit.txt”, which is the same"
    assert conflict in " ".join(visit("conflicts").stdout.split())
    assert f"event {died}, in “memoir.txt”: 2014, which contradicts it" in visit("why", "1").stdout


def test_tags_and_notes(visit: Run) -> None:
    assert visit("tag", "1", "trial", "oslo").exit_code == 0
    visit("note", "1", "ask Kim")
    assert list(dates(visit, "tag:trial")) == ["Smith visited Oslo"]
    assert list(dates(visit, "tag::^os")) == ["Smith visited Oslo"]
    assert "Smith visited Oslo" not in dates(visit, "-tag:trial")
    shown = visit("show", "1").stdout
    assert "tags        oslo, trial" in shown
    assert "note        ask Kim (Ann, " in shown
    visit("untag", "1", "trial")
    assert dates(visit, "tag:trial") == {}
    result = visit("untag", "1", "trial")
    assert result.stderr == 'eventdb: event 1 has no tag "trial"; it has: oslo\n'


def test_event_added_by_hand(visit: Run) -> None:
    result = visit("add-event", "Ann met Bo", "--when", "about 1999", "--who", "Ann", "--source", "a letter")
    assert result.exit_code == 0
    assert dates(visit, "doc:letter")["Ann met Bo"] == "about 1999"
    again = visit("add-event", "Ann met Bo", "--when", "about 1999", "--who", "Ann", "--source", "a letter")
    assert (again.exit_code, again.stderr.count("\n")) == (1, 1)
    visit("undo")
    assert dates(visit, "doc:letter") == {}


def test_document_is_removed_and_comes_back(visit: Run, folder: Path) -> None:
    before = dates(visit)
    result = visit("remove", "1", "--yes")
    assert result.stdout.splitlines()[0].startswith("Document 1 and its ")
    assert dates(visit) == {"Lind died": "2014"}
    assert "visit.txt" not in visit("documents").stdout
    known = visit("add", "visit.txt", "--date", "2015-05-12").stderr
    assert "was removed" in known
    visit("undo")
    assert dates(visit) == before


def test_history_of_an_event_tells_when_it_moved_with_another(visit: Run) -> None:
    visit("set", "1", "--when", "2015-05-20", "--why", "the agenda")
    rows = visit("history", "2", "--format", "csv").stdout.splitlines()
    assert "moved: Sun 2015-05-10 → Mon 2015-05-18" in rows[1]
    assert ",Ann," in rows[1]
    visit("undo")
    rows = visit("history", "1", "--format", "csv").stdout.splitlines()
    assert "when: Tue 2015-05-12 → Wed 2015-05-20,the agenda,2" in rows[1]
    assert "undo of 1" in rows[2]
    assert visit("history", "--document", "2").stdout == ""
    lines = visit("history", "1").stdout.splitlines()
    assert lines[0].startswith(" 1  20" if len(lines[0].split()[0]) > 1 else "1  20")
    assert lines[0].endswith("  Ann  event 1, when: Tue 2015-05-12 → Wed 2015-05-20 (the")
    assert lines[1].strip() == "agenda), undone by 2"
    assert lines[2].endswith("  Ann  event 1, undo of 1")
    assert visit("history", "99").exit_code == 1


def test_as_of_is_what_was_listed_then(visit: Run) -> None:
    before = visit("list").stdout
    visit("set", "1", "--when", "2015-05-20")
    corrected = visit("list").stdout
    visit("remove", "1", "--yes")
    moments = [row.split(",")[1] for row in visit("history", "--format", "csv").stdout.splitlines()[1:]]
    assert visit("list", "--as-of", moments[0]).stdout == corrected
    with closing(sqlite3.connect("events.db")) as connection:
        added = [row[0] for row in connection.execute("SELECT added FROM document ORDER BY id")]
    assert "visited" not in visit("list").stdout
    assert visit("list", "--as-of", added[1]).stdout == before
    assert "Lind died" not in visit("list", "--as-of", added[0]).stdout
    assert "given by Ann" in visit("why", "2", "--as-of", moments[0]).stdout
    assert visit("list", "--as-of", "2001-01-01").stdout == ""
    result = visit("list", "--as-of", "since 2001")
    assert (result.exit_code, result.stdout) == (2, "")


def test_reanalysis_keeps_what_was_said(visit: Run) -> None:
    visit("set", "1", "--when", "2015-05-20", "--title", "Smith went to Oslo")
    before = visit("list").stdout
    result = visit("reanalyze")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 documents analysed anew, 0 events moved.\n"
    assert visit("list").stdout == before


def test_much_is_asked_for_first(visit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eventdb.cli.correcting.MANY", 1)
    result = visit("set", "1", "--when", "2015-05-20")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "give --yes to apply the change" in result.stderr
    monkeypatch.setattr("eventdb.cli.correcting.interactive", lambda: True)
    assert visit("set", "1", "--when", "2015-05-20", answer="n\n").stdout == MOVED
    assert dates(visit)["Smith visited Oslo"] == "Tue 2015-05-12"
    visit("set", "1", "--when", "2015-05-20", answer="y\n")
    assert dates(visit)["Smith visited Oslo"] == "Wed 2015-05-20"


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["set", "1"], 2, "say what to set"),
        (["set", "99", "--title", "x"], 1, "no event 99"),
        (["set", "1", "--when", "the day she was born"], 2, "Invalid value for '--when'"),
        (["set", "1", "--when", "2015..2014"], 2, "Invalid value for '--when'"),
        (["set", "1", "--status", "rejected"], 2, "Invalid value for '--status'"),
        (["merge", "1", "1"], 1, "event 1 cannot be a telling of itself"),
        (["split", "1"], 1, "event 1 stands for itself"),
        (["split", "1", "--mention", "9"], 1, "event 1 has"),
        (["undo"], 1, "there is nothing to undo"),
        (["undo", "9"], 1, "there is no correction 9"),
        (["remove", "9"], 1, "no document 9"),
        (["reanalyze", "9"], 1, "no document 9"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    visit: Run, arguments: list[str], status: int, line: str
) -> None:
    result = visit(*arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.startswith(f"eventdb: {line}")
    assert result.stderr.count("\n") == 1


def test_as_of_is_what_was_open_then(visit: Run) -> None:
    """Phrases without a date, and contradictions, as they were before a document got another date."""
    Path("fair.txt").write_text("The fair opened on Tuesday. Smith praised the fair.")
    visit("add", "fair.txt")
    with closing(sqlite3.connect("events.db")) as connection:
        ((added, number),) = connection.execute("SELECT added, id FROM document ORDER BY id DESC LIMIT 1")
    open_then = visit("unresolved").stdout
    assert ("Tuesday" in open_then, visit("conflicts").stdout) == (True, "")
    visit("set", "2", "--when", "2015-05-01")
    contradiction = visit("conflicts").stdout
    assert "two days after" in contradiction
    visit("redate", str(number), "2016-02-03", "--yes")
    visit("remove", "1", "--yes")
    moments = [row.split(",")[1] for row in visit("history", "--format", "csv").stdout.splitlines()[1:]]
    assert ("Tuesday" in visit("unresolved").stdout, visit("conflicts").stdout) == (False, "")
    for moment, phrases, contradictions in (
        (added, open_then, ""),
        (moments[0], open_then, contradiction),
        (moments[1], visit("unresolved").stdout, contradiction),
        (moments[2], visit("unresolved").stdout, ""),
    ):
        assert visit("unresolved", "--as-of", moment).stdout == phrases
        assert visit("conflicts", "--as-of", moment).stdout == contradictions
