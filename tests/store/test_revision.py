"""What people change: what moves, what survives, what is undone, and what was said before."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from correcting import Desk, Numbered
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from eventdb.errors import StoreError
from eventdb.events.mention import Status
from eventdb.query.timeline import TimelineDatabase
from eventdb.store import edits, maintenance
from eventdb.store.models import Correction, Document, Event
from eventdb.store.revision import Revision
from eventdb.store.undo import undo
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime

THURSDAY = CreationTime(Interval.of(Unit.DAY, instant(2015, 5, 14)), "given with redate")


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with TimelineDatabase.open(path, create=True) as database:
        yield Desk(database)


def event(number: int) -> Numbered:
    return Numbered(Event, number)


def document(number: int) -> Numbered:
    return Numbered(Document, number)


def test_corrected_date_moves_what_is_anchored_on_it(desk: Desk) -> None:
    visit, departure = desk.event("visited"), desk.event("left")
    step = desk.do(edits.set_date, event(visit), parse_edtf("2015-05-20"), why="the agenda")
    assert {(change.event_id, change.old, change.new) for change in step.changes} >= {
        (visit, "Tue 2015-05-12", "Wed 2015-05-20"),
        (departure, "Sun 2015-05-10", "Mon 2015-05-18"),
    }
    assert desk.when(departure) == "Mon 2015-05-18"


def test_who_said_so_when_and_why_is_told(desk: Desk) -> None:
    visit = desk.event("visited")
    desk.do(edits.set_date, event(visit), parse_edtf("2015-05-20"), why="the agenda")
    with desk.database.session(read_only=True) as session:
        assert "given by Ann = 2015-05-20" in session.get_one(Event, visit).why()
        assert "on 2026-11-24: the agenda" in session.get_one(Event, visit).why()
        (row,) = session.query(Correction).all()
        assert (row.event_id, row.field, row.old, row.new) == (visit, "when", "2015-05-12", "2015-05-20")
        assert (row.who, row.why, row.when, row.trigger) == ("Ann", "the agenda", desk.moment, "visited")


def test_merged_tellings_share_the_date_across_documents(desk: Desk) -> None:
    visit, came, resigned = desk.event("visited"), desk.event("arrived"), desk.event("resigned")
    assert desk.when(resigned) == "undated"
    desk.do(edits.merge, event(visit), [event(came)])
    assert (desk.when(came), desk.when(resigned)) == ("Tue 2015-05-12", "Sat 2015-05-09")
    desk.do(edits.set_date, event(visit), parse_edtf("2015-05-20"))
    assert (desk.when(came), desk.when(resigned)) == ("Wed 2015-05-20", "Sun 2015-05-17")
    desk.do(edits.split, event(came))
    assert (desk.when(came), desk.when(resigned)) == ("undated", "undated")


def test_date_that_a_person_gave_to_a_telling_reaches_the_others(desk: Desk) -> None:
    visit, came = desk.event("visited"), desk.event("arrived")
    desk.do(edits.merge, event(visit), [event(came)])
    desk.do(edits.set_date, event(came), parse_edtf("2015-05-20"))
    assert (desk.when(visit), desk.when(desk.event("left"))) == ("Wed 2015-05-20", "Mon 2015-05-18")


def test_redating_the_document_of_one_telling_moves_the_others(desk: Desk) -> None:
    visit, came, resigned = desk.event("visited"), desk.event("arrived"), desk.event("resigned")
    desk.do(edits.merge, event(visit), [event(came)])
    week_later = CreationTime(Interval.of(Unit.DAY, instant(2015, 5, 19)), "given with redate")
    step = desk.do(edits.redate, document(1), week_later)
    assert desk.when(resigned) == "Sat 2015-05-16"
    assert resigned in {change.event_id for change in step.changes}


def test_merging_takes_all_tellings_along(desk: Desk) -> None:
    visit, came, died = desk.event("visited"), desk.event("arrived"), desk.event("died")
    desk.do(edits.merge, event(came), [event(died)])
    desk.do(edits.merge, event(visit), [event(came)])
    with desk.database.session(read_only=True) as session:
        assert {session.get_one(Event, number).same_as for number in (came, died)} == {visit}
    desk.do(undo)
    with desk.database.session(read_only=True) as session:
        assert [session.get_one(Event, number).same_as for number in (came, died)] == [None, came]


def test_rejected_event_dates_nothing(desk: Desk) -> None:
    visit, departure = desk.event("visited"), desk.event("left")
    desk.do(edits.set_status, event(visit), Status.REJECTED)
    assert desk.when(visit) == "undated"
    assert desk.when(departure) == "until Tue 2015-05-12"
    with desk.database.session(read_only=True) as session:
        found = session.get_one(Event, visit)
        assert (found.status, found.salient) == ("rejected", False)


def test_corrections_survive_a_new_date_and_a_new_analysis(desk: Desk) -> None:
    visit, departure = desk.event("visited"), desk.event("left")
    desk.do(edits.set_title, event(departure), "Jones departed")
    desk.do(edits.add_participant, event(departure), "Kim")
    desk.do(edits.tag, [event(departure)], ["trial"])
    desk.do(edits.set_status, event(departure), Status.PLANNED)
    desk.do(edits.set_place, event(departure), "Norway")
    desk.do(edits.set_date, event(visit), parse_edtf("2015-05-20"))
    kept = desk.state()[departure]
    desk.do(edits.redate, document(1), THURSDAY)
    assert desk.state()[departure] == kept
    before = desk.state()
    assert desk.do(lambda revision: revision.derive([1, 2])).changes == ()
    assert desk.state() == before


def test_split_mention_is_an_event_of_its_own(desk: Desk) -> None:
    visit = desk.event("visited")
    step = desk.do(edits.split, event(visit), mention=2)
    (new,) = (change for change in step.changes if change.old is None)
    with desk.database.session(read_only=True) as session:
        assert "visit" in [mention.trigger for mention in session.get_one(Event, new.event_id).mentions]
    desk.do(undo)
    with desk.database.session(read_only=True) as session:
        assert session.get(Event, new.event_id) is None
    desk.do(undo, 2)
    assert desk.event("visit") == new.event_id


def test_removed_document_leaves_the_timeline_and_comes_back(desk: Desk) -> None:
    before = desk.state()
    desk.do(edits.tag, [event(1)], ["trial"])
    tagged = desk.state()
    desk.do(edits.remove, document(1))
    assert set(desk.state()) < set(before)
    desk.do(undo)
    assert desk.state() == tagged
    with pytest.raises(StoreError, match="event 1 has no tag"):
        desk.do(edits.untag, [event(1)], ["war"])


def test_what_a_removed_document_lent_goes_with_it(desk: Desk) -> None:
    visit, arrival, resigned = desk.event("visited"), desk.event("arrived"), desk.event("resigned")
    desk.do(edits.merge, event(visit), [event(arrival)])
    assert desk.when(resigned) == "Sat 2015-05-09"
    desk.do(edits.remove, document(1))
    assert (desk.when(arrival), desk.when(resigned)) == ("undated", "undated")
    desk.do(undo)
    assert desk.when(resigned) == "Sat 2015-05-09"


def test_event_that_a_person_states(desk: Desk) -> None:
    before = desk.state()
    desk.do(
        edits.state,
        "Ada Lind was elected",
        parse_edtf("1999-03"),
        who=["Ada Lind"],
        where="Oslo",
        source="letter",
    )
    number = max(desk.state())
    with desk.database.session(read_only=True) as session:
        found = session.get_one(Event, number)
        assert (found.title, found.edtf, found.basis, found.who, found.where) == (
            "Ada Lind was elected", "1999-03", "given", "Ada Lind", "Oslo"
        )  # fmt: skip
        assert (found.document.source, found.document.by_hand) == ("letter", True)
    came = desk.event("arrived")
    desk.do(edits.merge, event(number), [event(came)])
    assert desk.when(came) == "1999-03"
    desk.do(undo)
    desk.do(undo)
    assert desk.state() == before


def test_undo_can_be_undone(desk: Desk) -> None:
    visit = desk.event("visited")
    desk.do(edits.set_date, event(visit), parse_edtf("2015-05-20"))
    corrected = desk.state()
    desk.do(undo)
    desk.do(undo, 2)
    assert desk.state() == corrected
    with pytest.raises(StoreError, match="correction 2 was undone by 3: undo that to bring it back"):
        desk.do(undo, 2)


def test_there_may_be_nothing_to_undo(desk: Desk) -> None:
    with pytest.raises(StoreError, match="there is nothing to undo"):
        desk.do(undo)
    with pytest.raises(StoreError, match="there is no correction 7"):
        desk.do(undo, 7)


def test_documents_that_date_one_another_come_to_rest(desk: Desk) -> None:
    """The visit dates the coming, the resignation the departure; nothing rests on itself."""
    desk.do(edits.merge, event(desk.event("visited")), [event(desk.event("arrived"))])
    desk.do(edits.merge, event(desk.event("resigned")), [event(desk.event("left"))])
    merged = desk.state()
    desk.do(edits.redate, document(1), THURSDAY)
    desk.do(undo)
    assert desk.state() == merged


@pytest.mark.parametrize(
    ("edit", "arguments", "problem"),
    [
        (edits.merge, ([event(1)],), "event 1 cannot be a telling of itself"),
        (edits.split, (), "event 1 stands for itself"),
        (edits.reject_participant, ("Kim",), "Kim does not take part in event 1, which names Smith"),
    ],
)
def test_what_cannot_be_said(desk: Desk, edit: Any, arguments: tuple[Any, ...], problem: str) -> None:
    assert desk.event("visited") == 1
    before = desk.state()
    with pytest.raises(StoreError, match=problem):
        desk.do(edit, event(1), *arguments)
    assert desk.state() == before


DATES = st.sampled_from(["2015-05-20", "1999", "2014-04/2015"]).map(parse_edtf)
EVENTS = st.integers(1, 6)
EDITS = st.one_of(
    st.tuples(st.just(edits.set_date), EVENTS, DATES),
    st.tuples(st.just(edits.reject_date), EVENTS),
    st.tuples(st.just(edits.set_title), EVENTS, st.sampled_from(["One", "Two"])),
    st.tuples(st.just(edits.set_status), EVENTS, st.sampled_from([*Status])),
    st.tuples(st.just(edits.set_place), EVENTS, st.sampled_from(["Norway", None])),
    st.tuples(st.just(edits.add_participant), EVENTS, st.sampled_from(["Smith", "Kim"])),
    st.tuples(st.just(edits.reject_participant), EVENTS, st.sampled_from(["Smith", "Kim"])),
    st.tuples(st.just(edits.merge), EVENTS, EVENTS.map(lambda number: [event(number)])),
    st.tuples(st.just(edits.split), EVENTS),
    st.tuples(st.just(edits.redate), st.integers(1, 2).map(document), st.just(THURSDAY)),
    st.tuples(st.just(edits.remove), st.integers(1, 2).map(document)),
    st.tuples(st.just(undo)),
)  # fmt: skip


def take(desk: Desk, step: tuple[Any, ...]) -> bool:
    """Takes a step if it can be taken."""
    arguments = [event(value) if isinstance(value, int) else value for value in step[1:]]
    try:
        desk.do(step[0], *arguments)
    except (StoreError, LookupError):
        return False
    return True


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(
    steps=[(edits.add_participant, 4, "Kim"), (edits.add_participant, 5, "Kim"), (edits.remove, document(2))]
)
@example(steps=[(edits.merge, 5, [event(2)]), (edits.remove, document(2))])
@given(steps=st.lists(EDITS, min_size=1, max_size=6))
def test_every_moment_can_be_asked_for_and_undoing_all_brings_back_the_first(
    steps: list[tuple[Any, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("steps") / "events.db"
    with TimelineDatabase.open(path, create=True) as database:
        desk = Desk(database)
        states = {desk.moment: desk.state()}
        for step in steps:
            take(desk, step)
            states[desk.moment] = desk.state()
        latest = desk.state()
        assert desk.do(lambda revision: revision.derive([1, 2])).changes == ()
        assert desk.state() == latest
        while take(desk, (undo,)):
            pass
        first, *_ = states.values()
        assert desk.state() == first
        for moment, state in states.items():
            assert desk.state(moment) == state, moment
    assert maintenance.check(path) == ()


def same_as(desk: Desk) -> dict[int, int]:
    """Which events are tellings, and of which."""
    with desk.database.session(read_only=True) as session:
        rows = session.execute(select(Event.id, Event.same_as).where(Event.same_as.is_not(None)))
        return {number: first for number, first in rows if first is not None}


def test_what_a_program_finds_to_be_one_yields_to_what_a_person_said(desk: Desk) -> None:
    visit, arrival, died = desk.event("visited"), desk.event("arrived"), desk.event("died")
    desk.do(Revision.identify, {arrival: visit, died: arrival})
    assert same_as(desk) == {arrival: visit, died: visit}
    assert desk.when(arrival) == "Tue 2015-05-12"
    desk.do(edits.split, event(died))
    desk.do(Revision.identify, {died: visit})
    assert same_as(desk) == {arrival: visit}
    desk.do(Revision.identify, {arrival: None})
    assert same_as(desk) == {}
    assert desk.when(arrival) == "undated"
    desk.do(undo)
    assert same_as(desk) == {died: visit}


def test_tellings_go_along_when_their_representative_is_found_to_be_another(desk: Desk) -> None:
    visit, arrival, died = desk.event("visited"), desk.event("arrived"), desk.event("died")
    desk.do(Revision.identify, {died: arrival})
    desk.do(Revision.identify, {arrival: visit})
    assert same_as(desk) == {arrival: visit, died: visit}
