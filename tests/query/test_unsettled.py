"""Corrections that find no event any more, and tellings that disagree; how events are told elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from correcting import REPORT, Desk, Numbered, analysed

from eventdb.analysis import Analysis
from eventdb.anchoring.given import Given
from eventdb.query.tellings import told_elsewhere
from eventdb.query.timeline import TimelineDatabase
from eventdb.query.unsettled import disagreements, homeless
from eventdb.store import edits
from eventdb.store.corrections import Statement
from eventdb.store.lookup import get_event
from eventdb.store.models import Event
from eventdb.store.revision import Revision
from eventdb.temporal.edtf import parse_edtf
from eventdb.text import Document


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with TimelineDatabase.open(tmp_path / "events.db", create=True) as database:
        yield Desk(database)


def without_departure(document: Document, given: Given) -> Analysis:
    """A worse version of the tool: it does not see that Jones left."""
    from dataclasses import replace

    found = analysed(document, given)
    if document.text != REPORT.text:
        return found
    events = tuple(event for event in found.events if event.title != "Jones left Bergen")
    ids = {event.id for event in events}
    links = tuple(link for link in found.links if {link.source, link.target} <= ids)
    return replace(found, events=events, links=links)


def test_correction_whose_event_is_not_found_is_kept_and_listed(desk: Desk) -> None:
    departure = desk.event("left")
    desk.do(edits.set_title, Numbered(Event, departure), "Jones departed")
    before = desk.state()
    with desk.database.session() as session:
        Revision(session, Statement(None, "2026-11-24T12:00:00+00:00"), without_departure).derive([1])
    with desk.database.session(read_only=True) as session:
        (problem,) = homeless(session)
        assert (problem.document, problem.sentence, problem.text) == ("Report", 2, "left")
        assert problem.problem == (
            "correction 1 (title: Jones left Bergen → Jones departed) finds no event here any more"
        )
    desk.do(lambda revision: revision.derive([1]))
    assert desk.state() == before
    with desk.database.session(read_only=True) as session:
        assert list(homeless(session)) == []


def test_tellings_that_disagree(desk: Desk) -> None:
    visit, died, arrived = desk.event("visited"), desk.event("died"), desk.event("arrived")
    desk.do(edits.merge, Numbered(Event, visit), [Numbered(Event, died), Numbered(Event, arrived)])
    with desk.database.session(read_only=True) as session:
        (problem,) = disagreements(session)
        assert (problem.document, problem.text) == ("Memoir", "Lind died")
        assert problem.problem == (
            f"1999 for event {died}, but Tue 2015-05-12 for event {visit} in “Report”, which is the same"
        )
        assert list(told_elsewhere(session, get_event(session, visit))) == [
            ("also told", f"by event {arrived}, in “Memoir”: Tue 2015-05-12"),
            ("also told", f"by event {died}, in “Memoir”: 1999, which contradicts it"),
        ]
        assert ("told first", f"by event {visit}, in “Report”: Tue 2015-05-12") in list(
            told_elsewhere(session, get_event(session, arrived))
        )


def test_a_date_that_a_person_gave_settles_it(desk: Desk) -> None:
    visit, died = desk.event("visited"), desk.event("died")
    desk.do(edits.merge, Numbered(Event, visit), [Numbered(Event, died)])
    desk.do(edits.set_date, Numbered(Event, visit), parse_edtf("2015-05-12"))
    with desk.database.session(read_only=True) as session:
        assert list(disagreements(session)) == []
