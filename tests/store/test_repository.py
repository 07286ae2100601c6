"""Keeping analyses, finding them, and putting a new one in the place of an old."""

from dataclasses import replace as changed

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from store_samples import TEXT, TUESDAY, day, sample_analysis

from eventdb.errors import StoreError
from eventdb.store import maintenance
from eventdb.store.database import Database
from eventdb.store.lookup import get_document, get_event
from eventdb.store.models import Document, Entity, Event, Mention, Place, Reason, Sentence
from eventdb.store.names import Names
from eventdb.store.repository import number_events, replace, save

WEDNESDAY = day(TUESDAY, 1)


def test_the_same_text_is_not_kept_twice(session: Session) -> None:
    with pytest.raises(StoreError, match=r"this text is there already, as document 1 \(Treaty\)"):
        save(session, sample_analysis())


def test_replacing_keeps_the_numbers_and_moves_the_dates(session: Session) -> None:
    replace(session, get_document(session, 1), sample_analysis(WEDNESDAY))
    document = get_document(session, 1)
    assert document.created == "2021-03-10"
    assert [(event.id, event.when) for event in document.events] == [
        (1, "Wed 2021-03-10"),
        (2, "Mon 2021-03-08"),
        (3, "undated"),
    ]
    assert document.events[0].hull_start == WEDNESDAY.start


def test_replacing_leaves_nothing_of_the_old_analysis(filled: Database) -> None:
    tables = (Sentence, Mention, Reason, Entity, Place)
    with filled.session() as session:
        before = [len(session.scalars(select(table)).all()) for table in tables]
        replace(session, get_document(session, 1), sample_analysis(WEDNESDAY))
    with filled.session() as session:
        assert [len(session.scalars(select(table)).all()) for table in tables] == before
    assert maintenance.check(str(filled.name)) == ()


def test_replacing_forgets_events_and_names_that_are_gone(session: Session) -> None:
    analysis = sample_analysis()
    only_signing = changed(analysis, events=analysis.events[1:2], links=())
    replace(session, get_document(session, 1), only_signing)
    session.expire_all()
    assert [event.id for event in session.scalars(select(Event))] == [2]
    assert [entity.name for entity in session.scalars(select(Entity))] == ["Ana Silva"]
    assert session.scalars(select(Place)).all() == []


def test_numbers_go_by_the_trigger_and_then_by_any_mention() -> None:
    """A better analysis may find an earlier mention of an event, or take two for one."""
    rows = [event_row((0, 4), (20, 25)), event_row((8, 12)), event_row((30, 35), (40, 45), (50, 55))]
    number_events(rows, {(20, 25): 7, (8, 12): 3, (40, 45): 4, (50, 55): 5})
    assert [row.id for row in rows] == [7, 3, 4]


def event_row(*mentions: tuple[int, int]) -> Event:
    places = [Mention(start=start, end=end) for start, end in mentions]
    return Event(start=mentions[0][0], end=mentions[0][1], mentions=places)


def test_new_rows_can_be_completed_before_they_take_their_place(session: Session) -> None:
    def complete(row: Document, _names: Names) -> None:
        row.events[1].title = "Signed"

    replace(session, get_document(session, 1), sample_analysis(), complete=complete)
    assert get_event(session, 2).title == "Signed"


def test_document_keeps_when_it_was_added(filled: Database) -> None:
    with filled.session() as session:
        get_document(session, 1).added = "2026-11-24T10:00:00.000000+00:00"
    with filled.session() as session:
        replace(session, get_document(session, 1), sample_analysis(WEDNESDAY))
        assert get_document(session, 1).added == "2026-11-24T10:00:00.000000+00:00"


def test_analysis_of_another_text_is_refused(session: Session) -> None:
    analysis = sample_analysis()
    other = changed(analysis, document=changed(analysis.document, text=TEXT + " "))
    with pytest.raises(StoreError, match="another text than document 1"):
        replace(session, get_document(session, 1), other)
