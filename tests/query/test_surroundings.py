"""What is near an event and what lies between two."""

from collections.abc import Iterator

import pytest
from query_samples import add_samples
from sqlalchemy.orm import Session

from eventdb.errors import QueryError
from eventdb.query.surroundings import around, between, read_length
from eventdb.store.database import Database
from eventdb.store.models import Event
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("surroundings") / "events.db"
    with Database.open(path, create=True) as database, database.session() as opened:
        add_samples(opened)
        yield opened


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("7d", 7, Unit.DAY),
        (" 12 h", 12, Unit.HOUR),
        ("2 weeks", 2, Unit.WEEK),
        ("1 Month", 1, Unit.MONTH),
        ("1m", 1, Unit.MONTH),
        ("3y", 3, Unit.YEAR),
        ("2 decades", 2, Unit.DECADE),
        ("0d", 0, Unit.DAY),
    ],
)
def test_a_length_is_a_number_and_a_unit(text: str, count: int, unit: Unit) -> None:
    assert read_length(text) == Period.of(count, unit)


@pytest.mark.parametrize("text", ["", "d", "7", "7 moons", "-7d", "7d 3h", "1.5d"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match='is no length of time: write it as 7d, "2 weeks", 1m or 3y'):
        read_length(text)


@pytest.mark.parametrize(
    ("event", "length", "start", "end"),
    [
        (3, "2d", instant(2014, 3, 15), instant(2014, 3, 20)),
        (2, "1m", instant(2014, 2, 1), instant(2014, 5, 1)),
        (5, "1d", instant(2014, 4, 30), instant(2014, 5, 2)),  # only known to be over by the end of April
        (7, "0d", instant(2016, 6, 1), instant(2016, 6, 2)),
    ],
)
def test_around_reaches_from_the_known_bounds(
    session: Session, event: int, length: str, start: int, end: int
) -> None:
    assert around(session.get_one(Event, event), read_length(length)) == Interval(start, end)


def test_nothing_is_around_an_event_without_a_date(session: Session) -> None:
    with pytest.raises(QueryError, match="event 8 has no date"):
        around(session.get_one(Event, 8), read_length("7d"))


def test_between_is_a_query(session: Session) -> None:
    assert between(session.get_one(Event, 1), session.get_one(Event, 7)) == "after:1 before:7"


@pytest.mark.parametrize(("first", "second"), [(7, 1), (2, 3), (6, 7), (1, 8), (3, 3)])
def test_between_events_in_no_sure_order(session: Session, first: int, second: int) -> None:
    with pytest.raises(QueryError, match=rf"event {first} \(.*\) is not surely over when event {second} \("):
        between(session.get_one(Event, first), session.get_one(Event, second))
