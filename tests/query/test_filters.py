"""Every filter alone, on a real database; together they are conditions of one statement."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from query_samples import add_samples, titles
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from eventdb.errors import QueryError
from eventdb.query import filters
from eventdb.query.filters import (
    basis,
    dated,
    definitely,
    on,
    possibly,
    since,
    source,
    status,
    text,
    undated,
    until,
    where,
    who,
)
from eventdb.store.database import Database
from eventdb.store.models import Document, Event
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Database.open(tmp_path / "events.db", create=True) as database, database.session() as opened:
        add_samples(opened)
        yield opened


def test_possibly_takes_whatever_may_touch_the_range(session: Session) -> None:
    assert titles(session, possibly("2014-03")) == ["Parliament opened", "Sanctions imposed", "Bridge closed"]
    assert titles(session, possibly("2014-03-16")) == ["Parliament opened", "Bridge closed"]
    assert titles(session, possibly("2015-05-12..2015-05-13")) == ["Strike", "Embargo"]


def test_definitely_takes_only_what_lies_wholly_within(session: Session) -> None:
    assert titles(session, definitely("2014-03")) == ["Parliament opened", "Sanctions imposed"]
    assert titles(session, definitely("2014-03-17")) == ["Sanctions imposed"]
    assert titles(session, definitely("..2014")) == [
        "Siege of the castle",
        "Parliament opened",
        "Sanctions imposed",
        "Bridge closed",
    ]


def test_since_and_until_include_the_whole_period(session: Session) -> None:
    assert titles(session, since("2015-05-12")) == ["Strike", "Embargo", "Summit"]
    assert titles(session, until("1120")) == ["Siege of the castle", "Bridge closed"]
    assert titles(session, since("2016-06"), until("2016-06")) == ["Embargo", "Summit"]


def test_on_is_for_one_period(session: Session) -> None:
    assert titles(session, on("2016-06-01")) == ["Embargo", "Summit"]


def test_undated_events_are_in_no_range(session: Session) -> None:
    everything = titles(session)
    assert titles(session, undated()) == ["Meeting of nobody knows when"]
    assert titles(session, dated()) == everything[:-1]
    assert titles(session, possibly("..")) == everything[:-1]
    assert titles(session, definitely("..")) == everything[:-1]


def test_text_finds_forms_of_words_in_title_and_quote(session: Session) -> None:
    assert titles(session, text("parliaments open")) == ["Parliament opened"]
    assert titles(session, text("sanction")) == ["Sanctions imposed"]
    assert titles(session, text("sanction bridge")) == []


def test_who_matches_part_of_a_name(session: Session) -> None:
    assert titles(session, who("silva")) == ["Parliament opened", "Strike"]
    assert titles(session, who("nobody")) == []


@pytest.mark.parametrize("name", ["100%", "%_s", "100%_SURE"])
def test_who_takes_no_character_as_a_wildcard(session: Session, name: str) -> None:
    assert titles(session, who(name)) == ["Summit"]


def test_where_matches_part_of_a_place(session: Session) -> None:
    assert titles(session, where("lisbon")) == ["Parliament opened", "Summit"]
    assert titles(session, where("port")) == ["Summit"]


def test_source_looks_at_source_title_and_path(session: Session) -> None:
    assert titles(session, source("summit.txt")) == ["Summit"]
    assert len(titles(session, source("daily"))) == 7
    assert len(titles(session, source("ALMANAC"))) == 7


def test_basis_and_status(session: Session) -> None:
    assert titles(session, basis("deictic")) == ["Sanctions imposed", "Summit"]
    assert titles(session, basis("tense", "none")) == ["Bridge closed", "Meeting of nobody knows when"]
    assert titles(session, status("planned")) == ["Summit"]
    assert titles(session, status("planned", "negated")) == ["Embargo", "Summit"]


def test_unknown_basis_or_status_names_the_known_ones() -> None:
    with pytest.raises(QueryError, match='there is no basis "guess": choose from stated, deictic, '):
        basis("guess")
    with pytest.raises(QueryError, match='there is no status "sure": choose from asserted, planned, '):
        status("asserted", "sure")


def test_filters_compose(session: Session) -> None:
    query = select(Event).where(possibly("2014"), who("Silva"), ~text("parliament"))
    assert [event.title for event in session.scalars(query)] == ["Strike"]


bounds = st.tuples(st.none() | st.integers(0, 9), st.none() | st.integers(0, 9)).filter(
    lambda pair: pair[0] is None or pair[1] is None or pair[0] < pair[1]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(begin=bounds, end=bounds, window=bounds)
def test_filters_say_the_same_as_the_extent(
    session: Session, begin: tuple[int, int], end: tuple[int, int], window: tuple[int, int]
) -> None:
    extent = Extent(Bounds(*begin), Bounds(*end)).normalised()
    if extent.empty:
        return
    session.execute(delete(Document))
    add_event(session, extent)
    interval = Interval(*window)
    assert bool(titles(session, possibly(interval))) == (extent.bounded and extent.possibly(interval))
    assert bool(titles(session, definitely(interval))) == extent.definitely(interval)
    assert bool(titles(session, filters.dated())) == extent.bounded


def add_event(session: Session, extent: Extent) -> None:
    document = Document(sha256="x", text="", analyzed_with="0")
    event = Event(
        document=document, title="It", when="", status="asserted", basis="none", basis_text="", quote="",
        edtf="", approximate=False, uncertain=False, start=0, end=1,
        begin_earliest=extent.begin.earliest, begin_latest=extent.begin.latest,
        end_earliest=extent.end.earliest, end_latest=extent.end.latest,
    )  # fmt: skip
    session.add(document)
    session.flush()
    assert event.extent == extent
