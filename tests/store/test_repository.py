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
from eventdb.store.models import Correction, Entity, Event, Mention, Place, Reason, Sentence
from eventdb.store.repository import Change, changes, replace, save

WEDNESDAY = day(TUESDAY, 1)


def test_the_same_text_is_not_kept_twice(session: Session) -> None:
    with pytest.raises(StoreError, match=r"this text is there already, as document 1 \(Treaty\)"):
        save(session, sample_analysis())


def test_changes_are_known_before_anything_is_changed(session: Session) -> None:
    document = get_document(session, 1)
    moved = changes(document, sample_analysis(WEDNESDAY))
    assert moved == (
        Change(1, "The minister arrived in Geneva", "Tue 2021-03-09", "Wed 2021-03-10"),
        Change(2, "Ana Silva signed the treaty", "Sun 2021-03-07", "Mon 2021-03-08"),
    )
    assert get_event(session, 1).when == "Tue 2021-03-09"


def test_changes_name_what_is_new_and_what_is_gone(session: Session) -> None:
    analysis = sample_analysis()
    arrival = changed(analysis.events[0], mentions=("m1",))
    moved = changes(get_document(session, 1), changed(analysis, events=(arrival,), links=()))
    assert moved == (
        Change(None, "The minister arrived in Geneva", None, "Tue 2021-03-09"),
        Change(1, "The minister arrived in Geneva", "Tue 2021-03-09", None),
        Change(2, "Ana Silva signed the treaty", "Sun 2021-03-07", None),
        Change(3, "The border to open", "undated", None),
    )


def test_replacing_keeps_the_numbers_and_moves_the_dates(session: Session) -> None:
    moved = replace(session, get_document(session, 1), sample_analysis(WEDNESDAY))
    assert [change.event_id for change in moved] == [1, 2]
    session.expire_all()
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


def test_replacing_gives_new_events_new_numbers(session: Session) -> None:
    analysis = sample_analysis()
    fewer = changed(analysis, events=analysis.events[:2])
    replace(session, get_document(session, 1), fewer)
    moved = replace(session, get_document(session, 1), analysis)
    assert moved == (Change(4, "The border to open", None, "undated"),)
    session.expire_all()
    assert [event.id for event in session.scalars(select(Event))] == [1, 2, 4]


def test_changed_document_date_is_kept_as_a_correction(session: Session) -> None:
    replace(session, get_document(session, 1), sample_analysis(WEDNESDAY))
    (correction,) = session.scalars(select(Correction))
    assert (correction.document_id, correction.field) == (1, "created")
    assert (correction.old, correction.new) == ("2021-03-09", "2021-03-10")
    assert correction.when.endswith("+00:00")


def test_unchanged_document_date_is_no_correction(session: Session) -> None:
    assert replace(session, get_document(session, 1), sample_analysis()) == ()
    assert session.scalars(select(Correction)).all() == []


def test_corrections_survive_a_new_analysis(session: Session) -> None:
    event = get_event(session, 2)
    event.corrections.append(Correction(when="2021-03-11T10:00:00+00:00", field="title", old="a", new="b"))
    session.flush()
    replace(session, get_document(session, 1), sample_analysis(WEDNESDAY))
    session.expire_all()
    assert [correction.new for correction in get_event(session, 2).corrections] == ["b"]


def test_correction_outlives_its_event(session: Session) -> None:
    event = get_event(session, 3)
    event.corrections.append(Correction(when="2021", field="title", old="a", new="b"))
    session.flush()
    analysis = sample_analysis()
    replace(session, get_document(session, 1), changed(analysis, events=analysis.events[:2]))
    session.expire_all()
    assert [(row.event_id, row.new) for row in session.scalars(select(Correction))] == [(None, "b")]


def test_analysis_of_another_text_is_refused(session: Session) -> None:
    analysis = sample_analysis()
    other = changed(analysis, document=changed(analysis.document, text=TEXT + " "))
    with pytest.raises(StoreError, match="another text than document 1"):
        replace(session, get_document(session, 1), other)
