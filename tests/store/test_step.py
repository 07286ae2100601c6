"""A change that is looked at first, and that keeps nobody waiting while a text is analysed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from correcting import Desk, Numbered

from eventdb.analysis import Analysis
from eventdb.anchoring.given import Given
from eventdb.errors import StoreError
from eventdb.query.timeline import TimelineDatabase
from eventdb.store import edits, step
from eventdb.store.corrections import Statement
from eventdb.store.derivation import analyst
from eventdb.store.lookup import get_event
from eventdb.store.models import Correction, Event
from eventdb.store.revision import Revision
from eventdb.temporal.edtf import parse_edtf
from eventdb.text import Document

SAID = Statement("Ann", "2026-11-24T11:00:00.000000+00:00")


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with TimelineDatabase.open(path, create=True) as database:
        yield Desk(database)


def set_visit(revision: Revision) -> None:
    edits.set_date(revision, get_event(revision.session, 1), parse_edtf("2015-05-20"))


def test_plan_tells_what_would_move_and_keeps_nothing(desk: Desk) -> None:
    before = desk.state()
    planned = step.Step(desk.database, SAID, set_visit).plan()
    assert [(change.event_id, change.new) for change in planned.changes][:2] == [
        (1, "Wed 2015-05-20"),
        (2, "Mon 2015-05-18"),
    ]
    assert desk.state() == before
    with desk.database.session(read_only=True) as session:
        assert session.query(Correction).count() == 0


def test_take_does_what_was_planned(desk: Desk) -> None:
    taken = step.Step(desk.database, SAID, set_visit)
    assert taken.plan().changes == taken.take().changes
    assert desk.when(2) == "Mon 2015-05-18"


def test_others_write_while_a_text_is_analysed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what they wrote is seen by the step that then goes on."""
    analysed = []

    def slow(document: Document, given: Given) -> Analysis:
        analysed.append(given)
        if len(analysed) == 1:
            desk.do(edits.set_title, Numbered(Event, 1), "Smith went to Oslo")
        return analyst(document, given)

    monkeypatch.setattr("eventdb.store.step.analyst", slow)
    step.Step(desk.database, SAID, set_visit).take()
    with desk.database.session(read_only=True) as session:
        event = get_event(session, 1)
        assert (event.title, event.when) == ("Smith went to Oslo", "Wed 2015-05-20")


def test_each_text_is_analysed_once_for_plan_and_change(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    analysed: list[Given] = []

    def counted(document: Document, given: Given) -> Analysis:
        analysed.append(given)
        return analyst(document, given)

    monkeypatch.setattr("eventdb.store.step.analyst", counted)
    taken = step.Step(desk.database, SAID, set_visit)
    taken.plan()
    taken.take()
    assert len(analysed) == 1


def test_what_does_not_hold_changes_nothing(desk: Desk) -> None:
    before = desk.state()

    def impossible(revision: Revision) -> None:
        set_visit(revision)
        edits.split(revision, get_event(revision.session, 1))

    with pytest.raises(StoreError, match="stands for itself"):
        step.Step(desk.database, SAID, impossible).take()
    assert desk.state() == before
