"""One table of questions, and the same answers from SQLite and from PostgreSQL."""

from collections.abc import Callable, Iterator

import pytest
from private_postgresql import BACKENDS
from query_samples import SAMPLES, Sample, add_samples
from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.query import paging
from eventdb.query.filters import Condition, definitely, possibly, since, text, until
from eventdb.query.listed import listed
from eventdb.query.overview import documents, participants
from eventdb.query.paging import events
from eventdb.query.relations import after, before, during, overlaps
from eventdb.query.selection import Dating, Mode, Selection
from eventdb.query.statistics import By, count_by
from eventdb.store.database import Database
from eventdb.store.models import Event

pytest_plugins = ["database_places"]

WORDS = (
    Sample("Café opened in São Paulo", "1901", quote="The café’s owner, J. Smith-Jones, paid 6,000 réis."),
    Sample("Ágora built", "-0480~", quote="It was built about 480 BC; the U.S. did not exist (yet)."),
    Sample("Ministers ratified treaties", "1648-10-24", ("李明", "O'Hara"), quote="Ratified! 5% & a_b\\c."),
    Sample("会议 in 北京", "Y20001", quote="Held in the far future."),
)
ALL = Selection(statuses=(), salient=None, dating=Dating.ALL)


@pytest.fixture(scope="module", params=BACKENDS)
def session(request: pytest.FixtureRequest, place: Callable[[str], str]) -> Iterator[Session]:
    """Events 1 to 8 are `SAMPLES`, 9 to 12 are `WORDS`."""
    with Database.open(place(request.param), create=True) as database, database.session() as opened:
        add_samples(opened, (*SAMPLES, *WORDS))
        yield opened


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (ALL, [10, 1, 11, 9, 2, 3, 4, 5, 6, 7, 12, 8]),
        (Selection(), [10, 1, 11, 9, 2, 3, 4, 5, 7, 12]),
        (Selection(since="2014-03-20"), [2, 4, 5, 7, 12]),
        (Selection(until="1901-06"), [10, 1, 11, 9, 5]),
        (Selection(on="1120"), [1, 5]),
        (Selection(on="2014-03..2014-04"), [2, 3, 4, 5]),
        (Selection(on="2014-03", mode=Mode.DEFINITELY), [2, 3]),
        (Selection(dating=Dating.UNDATED), [8]),
        (Selection(limit=3), [10, 1, 11]),
        (Selection(who="silva"), [2, 4]),
        (Selection(who="O'Hara"), [11]),
        (Selection(who="李"), [11]),
        (Selection(who="100%_s"), [7]),
        (Selection(where="lisbon"), [2, 7]),
        (Selection(source="daily"), [10, 1, 11, 9, 2, 3, 4, 5, 12]),
        (Selection(source="notes/"), [7]),
        (Selection(basis=("tense", "none"), dating=Dating.ALL), [5, 8]),
        (Selection(statuses=("negated",)), [6]),
        (Selection(text="ministers", on="1600..1700"), [11]),
        (Selection(query="who:silva , who:council"), [2, 3, 4]),
        (Selection(query="-who:silva when:2014"), [3, 5]),
        (Selection(query="who::^d.*s$"), [4]),
        (Selection(query="within:1648 , doc:2"), [11, 7]),
        (Selection(query="text::OPENED"), [9, 2]),
        (Selection(query="after:3 -text:summit"), [4, 12]),
        (Selection(query="before:3"), [10, 1, 11, 9]),
        (Selection(query="during:4"), []),
        (Selection(query="overlaps:2"), [3, 5]),
    ],
)
def test_selections(session: Session, selection: Selection, expected: list[int]) -> None:
    assert [event.id for event in events(session, selection)] == expected
    assert [row[0] for row in listed(session, selection)] == expected


def test_pages_follow_one_another(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGE", 2)
    assert [event.id for event in events(session, ALL)] == [10, 1, 11, 9, 2, 3, 4, 5, 6, 7, 12, 8]
    assert [event.id for event in events(session, Selection(on="2014"))] == [2, 3, 4, 5]


def numbers(session: Session, *conditions: Condition) -> list[int]:
    return list(session.scalars(select(Event.id).where(*conditions).order_by(Event.id)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("parliament", [2]),
        ("opened", [2, 9]),
        ("PARLIAMENT", [2]),
        ("opens", [2, 9]),
        ("sanction*", [3]),
        ("sanc*", [3]),
        ('"dock workers"', []),
        ("sanctioned they", [3]),
        ("the", [1, 9, 10, 12]),
        ("cafe", [9]),
        ("café", [9]),
        ("CAFÉ", [9]),
        ("cafés", [9]),
        ("sao paulo", [9]),
        ("agora", [10]),
        ("Ágora", [10]),
        ("smith", [9]),
        ("jones", [9]),
        ("smith-jones", [9]),
        ('"j smith"', [9]),
        ("6,000", [9]),
        ("6000", []),
        ("000", [9]),
        ('"480 bc"', [10]),
        ("u.s.", [10]),
        ('"u s"', [10]),
        ("yet", [10]),
        ("rati*", [11]),
        ("treaty", [11]),
        ("treaties", [11]),
        ("5%", [11]),
        ("a_b", [11]),
        ("c", [11]),
        ("会议", [12]),
        ("会*", [12]),
        ("北京", [12]),
        ("in", [9, 12]),
        ("far futures", [12]),
        ("ministers treaties", [11]),
        ("minister treat*", [11]),
        ('"ratified treaties"', [11]),
        ("nothing", []),
    ],
)
def test_words(session: Session, words: str, expected: list[int]) -> None:
    assert numbers(session, text(words)) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (possibly("2014"), [2, 3, 4, 5]),
        (definitely("2014"), [2, 3]),
        (since("2016-06-01"), [6, 7, 12]),
        (until("-0001"), [5, 10]),
        (before(4), [1, 2, 3, 9, 10, 11]),
        (after(1), [2, 3, 4, 6, 7, 9, 11, 12]),
        (during(11), []),
        (overlaps(5), [1, 2, 3, 4, 9, 10, 11]),
    ],
)
def test_filters(session: Session, condition: Condition, expected: list[int]) -> None:
    assert numbers(session, condition) == expected


def test_overviews(session: Session) -> None:
    assert [(found.name, found.events) for found in participants(session)][:2] == [
        ("Ana Silva", 2),
        ("Bo 100%_sure", 1),
    ]
    assert {found.name for found in participants(session, "o")} == {
        "Bo 100%_sure",
        "Dock workers",
        "O'Hara",
        "The Council",
    }
    assert [(found.events, found.dated) for found in documents(session)] == [(11, 10), (1, 1)]
    assert [tuple(found) for found in count_by(session, By.YEAR, ALL)] == [
        *[(year, 1) for year in ("-0480", "1120", "1648", "1901")],
        *[("2014", 2), ("2016", 1), ("Y20001", 1), ("several years", 1), ("open", 2), ("undated", 1)],
    ]
    assert [tuple(found) for found in count_by(session, By.WHERE, ALL)] == [
        ("Lisbon", 1),
        ("Port of Lisbon", 1),
    ]


def test_the_view(session: Session) -> None:
    rows = session.connection().exec_driver_sql('SELECT id, "when", who, "where", document FROM timeline')
    found = {row.id: tuple(row)[1:] for row in rows}
    assert list(found) == [10, 1, 11, 9, 2, 3, 4, 5, 6, 7, 12, 8]
    assert found[7] == ("2016-06-01", "Bo 100%_sure", "Port of Lisbon", "notes/summit.txt")
    assert found[4] == ("2014-04/2015-05-12", "Dock workers, Ana Silva", None, "Almanac")
