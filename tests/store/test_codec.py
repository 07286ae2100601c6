"""What is kept of an analysis, and what comes back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session
from store_samples import TEXT, TUESDAY, day, sample_analysis, span

from eventdb.anchoring.likely import Likely
from eventdb.store.codec import document_row, source_document
from eventdb.store.database import Database
from eventdb.store.lookup import get_document
from eventdb.store.models import Document, Entity, Event, Link, Place, Reason, Timex
from eventdb.store.names import Names
from eventdb.store.repository import save
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval


def test_document_comes_back_as_it_was(session: Session) -> None:
    assert source_document(get_document(session, 1)) == sample_analysis().document


def test_document_without_a_date_comes_back_without_one(database: Database) -> None:
    analysis = sample_analysis(None)
    with database.session() as session:
        row = save(session, analysis)
        assert source_document(row) == analysis.document
        assert (row.created, row.possible_creation_times) == (None, "a Tuesday")


def test_document_row_is_readable(session: Session) -> None:
    row = get_document(session, 1)
    assert (row.created, row.creation_basis, row.path) == ("2021-03-09", "given with --date", "treaty.txt")
    assert row.analyzed_with == "0.1.0"


def test_extents_come_back(session: Session) -> None:
    extents = [event.extent for event in session.scalars(select(Event).order_by(Event.id))]
    assert extents == [Extent.within(TUESDAY), Extent.within(day(TUESDAY, -2)), Extent()]


def test_event_row_is_readable(session: Session) -> None:
    event = session.get_one(Event, 2)
    assert (event.when, event.edtf, event.earliest, event.latest) == (
        "Sun 2021-03-07",
        "2021-03-07",
        "2021-03-07",
        "2021-03-07",
    )
    assert (event.basis, event.basis_text) == ("event-relative", "2 days before the visit")
    assert event.expression == "Shift(EventTime(e1), -2 days)"
    assert event.dated


@pytest.mark.parametrize(
    ("dates", "likely", "when"),
    [(True, "2021-03-09?", "Tue 2021-03-09 (?)"), (False, None, "undated")],
)
def test_a_likely_day_is_shown_and_moves_no_bound(
    database: Database, dates: bool, likely: str | None, when: str
) -> None:
    guess = Likely(parse_edtf("2021-03-09?"), 0.6, "overlap", dates=dates)
    analysis = sample_analysis()
    events = (*analysis.events[:2], replace(analysis.events[2], likely=guess))
    with database.session() as session:
        save(session, replace(analysis, events=events))
    with database.session() as session:
        event = session.get_one(Event, 3)
        assert (event.likely, event.when, event.edtf, event.uncertain) == (likely, when, "..", False)
        assert not event.dated
        heading = event.why().splitlines()[1]
        assert heading == (
            f"{when}, likely, hypothetical; sure is: undated" if dates else "undated, hypothetical"
        )


def test_undated_event_says_so(session: Session) -> None:
    event = session.get_one(Event, 3)
    assert (event.when, event.edtf, event.earliest, event.latest) == ("undated", "..", None, None)
    assert not event.dated


def test_event_stands_where_its_first_mention_stands(session: Session) -> None:
    event = session.get_one(Event, 1)
    assert TEXT[event.start : event.end] == "arrived"
    assert [mention.trigger for mention in event.mentions] == ["arrived", "visit"]
    assert event.sentence is not None
    assert event.sentence.number == 2


def test_quote_is_the_sentence_on_one_line(session: Session) -> None:
    event = session.get_one(Event, 1)
    assert event.quote == "The minister arrived in Geneva on Tuesday."
    assert event.sentence is not None
    assert event.sentence.text == "The minister arrived in Geneva on\nTuesday."


def test_participants_and_place_are_rows_of_their_own(session: Session) -> None:
    event = session.get_one(Event, 1)
    assert event.who == "The minister"
    assert event.where == "Geneva"
    assert [(part.entity.name, part.role) for part in event.participations] == [
        ("The minister", "agent"),
        ("Geneva", "in"),
    ]
    assert session.get_one(Event, 3).where == ""


def test_mention_keeps_tense_status_and_source(session: Session) -> None:
    (mention,) = session.get_one(Event, 3).mentions
    assert (mention.tense, mention.status, mention.modality) == ("FUTURE", "hypothetical", "will")
    assert (mention.reported_by, mention.event_class) == ("Ana Silva", "OCCURRENCE")


def test_timex_keeps_its_reasoning(session: Session) -> None:
    timex = session.scalars(select(Timex)).one()
    assert (timex.text, timex.value, timex.type, timex.signal, timex.signal_kind) == (
        "Tuesday",
        "2021-03-09",
        "DATE",
        "on",
        "at",
    )
    assert timex.rules == "weekday · bare"
    assert timex.steps == "Tuesday = 2021-03-09, the document's own day\non = that day"
    assert (timex.earliest, timex.latest) == (TUESDAY.start, TUESDAY.end)
    assert timex.expression == "Nearest(Tuesday)"
    assert [(other.edtf, other.reason, other.expression) for other in timex.alternatives] == [
        ("2021-03-16", "the one after", "Nearest(Tuesday)")
    ]


def test_unresolved_timex_keeps_its_problem(database: Database) -> None:
    with database.session() as session:
        (timex,) = save(session, sample_analysis(None)).timexes
        assert (timex.problem, timex.value) == ("no date is known", "XXXX-WXX-2")
        assert (timex.earliest, timex.latest) == (None, None)


def test_reasons_keep_their_order_and_quotes(session: Session) -> None:
    first, second = session.scalars(select(Reason).order_by(Reason.position))
    assert (first.position, first.kind, first.phrase) == (1, "link", "two days before")
    assert first.quote == "Ana Silva had signed the treaty two days before the visit."
    assert (first.start, first.end) == (span("two days before").start, span("two days before").end)
    assert (second.position, second.quote, second.sentence, second.start) == (2, None, None, None)


def test_rejected_readings_are_kept(session: Session) -> None:
    (other,) = session.get_one(Event, 2).alternatives
    assert (other.edtf, other.value, other.reason, other.expression) == (
        "2021-02-28",
        "2021-02-28",
        "a week earlier",
        None,
    )


def test_links_point_to_event_timex_or_document(session: Session) -> None:
    timex, event, document = session.scalars(select(Link).order_by(Link.id))
    assert timex.target_timex is not None
    assert timex.target_timex.text == "Tuesday"
    assert event.target_event is not None
    assert (event.target_event.id, event.offset, event.strength) == (1, "-2 days", "syntax")
    assert (document.target_event, document.target_timex, document.relation) == (None, None, "BEFORE")


def test_problems_are_kept_with_their_place(session: Session) -> None:
    (problem,) = get_document(session, 1).diagnostics
    tuesday = span("Tuesday")
    assert (problem.stage, problem.text, problem.message) == (
        "anchoring",
        "Some day",
        "no date follows from it",
    )
    assert problem.related == f"{tuesday.start}-{tuesday.end}"


def test_names_are_shared_between_documents(database: Database) -> None:
    first = sample_analysis()
    second = replace(first, document=replace(first.document, text=TEXT + " "))
    with database.session() as session:
        save(session, first)
        save(session, second)
        assert len(session.scalars(select(Entity)).all()) == 3
        assert len(session.scalars(select(Place)).all()) == 1
        assert len(session.scalars(select(Document)).all()) == 2


@pytest.mark.parametrize("edge", [2**63, -(2**63), 10**30])
def test_bound_that_64_bits_cannot_hold_is_open(database: Database, edge: int) -> None:
    analysis = sample_analysis()
    bounds = Bounds(edge, None) if edge < 0 else Bounds(None, edge)
    far = replace(analysis.events[0], extent=Extent(bounds, bounds))
    with database.session() as session:
        row = save(session, replace(analysis, events=(far, *analysis.events[1:])))
        assert (row.events[0].begin_earliest, row.events[0].end_latest) == (None, None)


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**11), st.booleans(), st.booleans())
def test_any_extent_comes_back(start: int, length: int, approximate: bool, uncertain: bool) -> None:
    interval = Interval(start, start + length)
    extent = replace(Extent.within(interval, approximate=approximate), uncertain=uncertain)
    analysis = sample_analysis()
    nobody = tuple(replace(mention, participants=(), place=None) for mention in analysis.mentions)
    event = replace(analysis.events[0], extent=extent)
    row = document_row(replace(analysis, mentions=nobody, events=(event,), links=()), Names(Session()))
    assert row.events[0].extent == extent
