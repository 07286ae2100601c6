"""Names are found whatever the case of their letters, in SQLite as in PostgreSQL."""

from collections.abc import Callable, Iterator

import pytest
from private_postgresql import BACKENDS
from query_samples import Sample, add_samples
from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.query import filters
from eventdb.query.filters import Condition
from eventdb.query.overview import participants
from eventdb.query.paging import events
from eventdb.query.selection import Selection
from eventdb.store.database import Database
from eventdb.store.models import Event, Tag

pytest_plugins = ["database_places"]


@pytest.fixture(scope="module", params=BACKENDS)
def session(request: pytest.FixtureRequest, place: Callable[[str], str]) -> Iterator[Session]:
    with Database.open(place(request.param), create=True) as database, database.session() as opened:
        samples = (
            Sample("Dinner", "1901", ("Élodie Ärmel",), "Ålesund", quote="The ŒUVRE was shown."),
            Sample("Supper", "1902", ("ГЕОРГИЙ 100%_/Ж",), "ΑΘΗΝΑ"),
            Sample("Tea", "1903", ("Ann",), "Bergen"),
        )
        add_samples(opened, samples)
        opened.get_one(Event, 1).tags.append(Tag(name="Überfall"))
        opened.flush()
        yield opened


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (filters.who("élodie ärmel"), [1]),
        (filters.who("ÉLODIE ÄRM"), [1]),
        (filters.who("elodie"), []),
        (filters.who("георгий"), [2]),
        (filters.who("100%_/ж"), [2]),
        (filters.who("1%ж"), []),
        (filters.where("ålesund"), [1]),
        (filters.where("ÅLE"), [1]),
        (filters.where("αθην"), [2]),
        (filters.tag("überfall"), [1]),
        (filters.tag("ÜBERFALL"), [1]),
        (filters.tag("über"), []),
        (filters.text("œuvre"), [1]),
    ],
)
def test_conditions(session: Session, condition: Condition, expected: list[int]) -> None:
    assert list(session.scalars(select(Event.id).where(condition).order_by(Event.id))) == expected


@pytest.mark.parametrize("query", ["who:ÄRMEL", "where:åle", "tag:ÜBERFALL", "who::ÉLODIE"])
def test_the_query_language(session: Session, query: str) -> None:
    assert [event.id for event in events(session, Selection(query=query))] == [1]


def test_the_list_of_participants(session: Session) -> None:
    assert [one.name for one in participants(session, "георг")] == ["ГЕОРГИЙ 100%_/Ж"]
