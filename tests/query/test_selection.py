"""The options of `list` as one value: what they mean, and which contradict one another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from query_samples import add_samples
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from eventdb.errors import QueryError
from eventdb.query.selection import Cursor, Dating, Mode, Selection, statement
from eventdb.query.timeline import TimelineDatabase
from eventdb.store.models import Event
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval


@pytest.fixture
def database(tmp_path: Path) -> Iterator[TimelineDatabase]:
    with TimelineDatabase.open(tmp_path / "events.db", create=True) as opened:
        with opened.session() as session:
            add_samples(session)
        yield opened


@pytest.fixture
def session(database: TimelineDatabase) -> Iterator[Session]:
    with database.session() as opened:
        yield opened


def listed(session: Session, selection: Selection) -> list[str]:
    return [event.title for event in session.scalars(statement(selection))]


def test_plain_list_is_dated_and_happened_or_planned(session: Session) -> None:
    assert listed(session, Selection()) == [
        "Siege of the castle",
        "Parliament opened",
        "Sanctions imposed",
        "Strike",
        "Bridge closed",
        "Summit",
    ]


def test_what_is_only_over_by_a_day_stands_at_that_day(session: Session) -> None:
    bridge = session.scalars(select(Event).where(Event.title == "Bridge closed")).one()
    assert bridge.begin_latest is not None
    assert (bridge.begin_earliest, bridge.timeline_position) == (None, bridge.begin_latest - 1)


def test_the_background_is_listed_only_when_asked_for(session: Session) -> None:
    session.execute(update(Event).where(Event.title == "Strike").values(salient=False))
    assert "Strike" not in listed(session, Selection())
    assert listed(session, Selection(salient=False)) == ["Strike"]
    assert "Strike" in listed(session, Selection(salient=None))


def test_undated_come_last_or_alone(session: Session) -> None:
    assert listed(session, Selection(dating=Dating.UNDATED)) == ["Meeting of nobody knows when"]
    everything = listed(session, Selection(dating=Dating.ALL, statuses=()))
    assert everything[-2:] == ["Summit", "Meeting of nobody knows when"]
    assert len(everything) == 8


def test_all_options_hold_together(session: Session) -> None:
    selection = Selection(
        since="2014",
        until="2014",
        text="open",
        who="silva",
        where="lisbon",
        source="almanac",
        basis=("stated",),
    )
    assert listed(session, selection) == ["Parliament opened"]
    assert listed(session, Selection(who="silva", basis=("event-relative",))) == ["Strike"]


def test_mode_says_how_sure_it_must_be(session: Session) -> None:
    assert "Strike" in listed(session, Selection(on="2014"))
    assert listed(session, Selection(on="2014", mode=Mode.DEFINITELY)) == [
        "Parliament opened",
        "Sanctions imposed",
    ]
    assert listed(session, Selection(since="2014-03-17", mode=Mode.DEFINITELY)) == [
        "Sanctions imposed",
        "Strike",
        "Summit",
    ]


def test_limit(session: Session) -> None:
    assert len(listed(session, Selection(limit=2))) == 2
    assert listed(session, Selection(limit=0)) == []


@pytest.mark.parametrize("dating", [Dating.DATED, Dating.ALL])
def test_pages_follow_one_another_without_gap_or_repeat(session: Session, dating: Dating) -> None:
    whole = listed(session, Selection(dating=dating, statuses=()))
    page = Selection(dating=dating, statuses=(), limit=3)
    seen: list[str] = []
    while events := session.scalars(statement(page)).all():
        seen.extend(event.title for event in events)
        page = page.next_page(events[-1])
    assert seen == whole


def test_cursor_is_the_place_of_an_event(session: Session) -> None:
    summit = session.scalars(statement(Selection(who="sure"))).one()
    start = instant(2016, 6, 1)
    assert Cursor.of(summit) == Cursor(start, instant(2016, 6, 2), summit.id)


def test_window_is_where_all_date_options_agree() -> None:
    assert Selection().window() is None
    assert Selection(since="2014").window() == Interval(instant(2014), None)
    assert Selection(since="2014", on="2013..2014").window() == Interval(instant(2014), instant(2015))


@pytest.mark.parametrize(
    ("selection", "line"),
    [
        (Selection(since="2016", until="2015"), "--since 2016 is after --until 2015"),
        (Selection(since="2016", on="2015"), "--on 2015 lies outside --since and --until"),
        (Selection(limit=-1), "--limit -1 is negative"),
        (
            Selection(dating=Dating.UNDATED, on="2015"),
            "--undated shows events without a date: leave out --since, --until and --on",
        ),
    ],
)
def test_contradictions_get_one_line(selection: Selection, line: str) -> None:
    with pytest.raises(QueryError) as caught:
        selection.validate()
    assert str(caught.value) == line


def test_since_and_until_the_same_year_is_that_year() -> None:
    Selection(since="2015", until="2015").validate()
    assert Selection(since="2015", until="2015").window() == Interval(instant(2015), instant(2016))


def test_table_needs_no_query_for_each_event(session: Session) -> None:
    events = session.scalars(statement(Selection())).all()
    session.expunge_all()
    assert [(e.document.label, e.who, e.where) for e in events if e.title in ("Strike", "Summit")] == [
        ("Almanac", "Dock workers, Ana Silva", ""),
        ("notes/summit.txt", "Bo 100%_sure", "Port of Lisbon"),
    ]


def test_timeline_of_a_database(database: TimelineDatabase) -> None:
    assert [event.title for event in database.timeline(who="silva")] == ["Parliament opened", "Strike"]
    with pytest.raises(QueryError):
        next(database.timeline(basis=("guess",)))
    with pytest.raises(TypeError):
        next(database.timeline(colour="red"))
