"""Events of another document that are the same, and such that only look it."""

from pathlib import Path

import pytest

import eventdb
from eventdb.phrase import reference_interval
from eventdb.pipeline import analyze
from eventdb.store.corrections import Statement
from eventdb.store.edits import split
from eventdb.store.models import Event
from eventdb.store.recognition import recognise
from eventdb.store.repository import save
from eventdb.store.revision import Revision
from eventdb.text import CreationTime, Document

FIRST = "President Anna Holm met Peter Lind in Bergen on 10 May 2015. They spoke for an hour."


def tied(tmp_path: Path, second: str, first: str = FIRST) -> list[tuple[str, str]]:
    """The titles of the events of a second document that were tied, each with that of its representative."""
    day = reference_interval("2015-05-12")
    assert day is not None
    database = eventdb.open(tmp_path / "events.db", create=True)
    with database.session() as session:
        save(session, analyze(Document(first, CreationTime(day))))
        document = save(session, analyze(Document(second, CreationTime(day))))
        found = recognise(session, document)
        return [(event.title, session.get_one(Event, event.same_as).title) for event in found]


@pytest.mark.parametrize(
    "second",
    [
        "On Sunday Peter Lind met Anna Holm.",
        "The meeting of Anna Holm with Peter Lind on 10 May 2015 was short.",
        "Anna Holm met Peter Lind on 11 May 2015.",  # they disagree about the day, and that is to be seen
    ],
)
def test_the_same_act_of_the_same_people_is_one_event(tmp_path: Path, second: str) -> None:
    found = tied(tmp_path, second)
    assert len(found) == 1
    assert found[0][1] == "Anna Holm met Peter Lind in Bergen"


@pytest.mark.parametrize(
    "second",
    [
        "Anna Holm met Peter Lind on 10 May 2014.",  # a year before
        "Anna Holm met Maria Berg on 10 May 2015.",  # somebody else
        "Anna Holm fired Peter Lind on 10 May 2015.",  # another act
        "Anna Holm did not meet Peter Lind on 10 May 2015.",
        "Anna Holm once met Peter Lind.",
    ],
)
def test_what_only_looks_alike_is_not_tied(tmp_path: Path, second: str) -> None:
    assert tied(tmp_path, second) == []


def test_one_name_is_enough_with_the_same_place(tmp_path: Path) -> None:
    first = "Anna Holm resigned in Bergen on 3 June 2014. Nobody had expected it."
    second = "On 3 June 2014 Anna Holm resigned from the board in Bergen."
    assert [title for _, title in tied(tmp_path, second, first)] == ["Anna Holm resigned in Bergen"]


def test_nobody_resigns_twice_in_a_week(tmp_path: Path) -> None:
    first = "Anna Holm resigned on 3 June 2014. Nobody had expected it."
    found = tied(tmp_path, "On 4 June 2014 Anna Holm resigned as head of the board.", first)
    assert [title for _, title in found] == ["Anna Holm resigned"]


def test_one_name_is_not_enough_alone(tmp_path: Path) -> None:
    first = "Anna Holm gave a speech in Bergen on 3 June 2014. Nobody had expected it."
    assert tied(tmp_path, "On 3 June 2014 Anna Holm gave a ring to a friend.", first) == []


def test_what_a_person_took_apart_stays_apart(tmp_path: Path) -> None:
    day = reference_interval("2015-05-12")
    assert day is not None
    second = Document("On Sunday Peter Lind met Anna Holm.", CreationTime(day))
    database = eventdb.open(tmp_path / "events.db", create=True)
    with database.session() as session:
        save(session, analyze(Document(FIRST, CreationTime(day))))
        (event,) = recognise(session, save(session, analyze(second)))
        split(Revision(session, Statement("Ann", "2026-11-24T10:00:00"), analyze), event)
        assert recognise(session, event.document) == []
        assert event.same_as is None
