"""What was corrected, as people read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from correcting import Desk, Numbered

from eventdb.query.history import history, notes
from eventdb.query.timeline import TimelineDatabase
from eventdb.store import edits
from eventdb.store.lookup import get_event
from eventdb.store.models import Document, Event
from eventdb.store.undo import undo
from eventdb.temporal.edtf import parse_edtf

VISIT = Numbered(Event, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with TimelineDatabase.open(tmp_path / "events.db", create=True) as database:
        yield Desk(database)


def changes(desk: Desk, event: int | None = None, document: int | None = None) -> list[str]:
    with desk.database.session(read_only=True) as session:
        return [entry.change for entry in history(session, event, document)]


def test_corrections_in_words(desk: Desk) -> None:
    desk.do(edits.set_date, VISIT, parse_edtf("2015-05-20"))
    desk.do(edits.reject_date, VISIT)
    desk.do(edits.add_participant, VISIT, "Kim")
    desk.do(edits.reject_participant, VISIT, "Kim")
    desk.do(edits.tag, [VISIT], ["trial"])
    desk.do(edits.merge, VISIT, [Numbered(Event, 4)])
    desk.do(edits.remove, Numbered(Document, 2))
    desk.do(undo)
    assert changes(desk) == [
        "when: Tue 2015-05-12 → Wed 2015-05-20",
        "when: Wed 2015-05-20 → none",
        "who: +Kim",
        "who: -Kim",
        "tag: +trial",
        "same as: none → 1",
        "removed: Memoir → none",
        "undo of 7",
    ]


def test_history_of_one_event_tells_when_its_date_moved_with_another(desk: Desk) -> None:
    desk.do(edits.set_date, VISIT, parse_edtf("2015-05-20"))
    desk.do(edits.set_title, Numbered(Event, 2), "Jones departed")
    desk.do(undo, 1)
    assert changes(desk, event=2) == [
        "moved: Sun 2015-05-10 → Mon 2015-05-18",
        "title: Jones left Bergen → Jones departed",
        "moved: Mon 2015-05-18 → Sun 2015-05-10",
    ]
    with desk.database.session(read_only=True) as session:
        moved = history(session, event=2)[0]
        assert (moved.number, moved.who, moved.event) == (None, "Ann", 2)


def test_history_of_an_event_names_what_was_merged_with_it(desk: Desk) -> None:
    desk.do(edits.merge, VISIT, [Numbered(Event, 4)])
    assert changes(desk, event=1) == changes(desk, document=2) == ["same as: none → 1"]
    assert changes(desk, event=3) == []


def test_what_was_undone_says_by_what(desk: Desk) -> None:
    desk.do(edits.note, VISIT, "ask Kim")
    desk.do(undo)
    with desk.database.session(read_only=True) as session:
        assert [entry.undone_by for entry in history(session)] == [2, None]
        assert notes(session, get_event(session, 1)) == []
    desk.do(undo, 2)
    with desk.database.session(read_only=True) as session:
        assert [entry.undone_by for entry in history(session)] == [None, 3, None]
        assert [note.new for note in notes(session, get_event(session, 1))] == ["ask Kim"]
