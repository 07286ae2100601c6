"""Pages of a selection, and where a search begins."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from query_samples import Sample, add_samples
from sqlalchemy.orm import Session

from eventdb.query import paging
from eventdb.query.paging import events, few_candidates
from eventdb.query.selection import Selection
from eventdb.store.database import Database

MANY = [
    Sample(f"Meeting {n:02}", f"2014-03-{n % 28 + 1:02}", ("Ana Silva",) if n % 9 == 0 else ())
    for n in range(30)
]


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(paging, "PAGE", 7)
    with Database.open(tmp_path / "events.db", create=True) as database, database.session() as opened:
        add_samples(opened, MANY)
        yield opened


def listed(session: Session, selection: Selection) -> list[str]:
    return [event.title for event in events(session, selection)]


@pytest.mark.parametrize("on", [None, "2014", "2014-03-05..2014-03-20"])
@pytest.mark.parametrize("limit", [None, 0, 1, 7, 8, 99])
def test_pages_are_the_whole_in_order(session: Session, on: str | None, limit: int | None) -> None:
    found = list(events(session, Selection(on=on, limit=limit)))
    places = [(event.timeline_position, event.hull_end, event.id) for event in found]
    assert places == sorted(places)
    total = {None: 30, "2014": 30}.get(on, 16)
    assert len(set(places)) == len(found) == min(total, 99 if limit is None else limit)


@pytest.mark.parametrize(("few", "very_few"), [(2000, 100), (0, 0), (10, 0)])
def test_wherever_a_search_begins_it_finds_the_same(
    session: Session, monkeypatch: pytest.MonkeyPatch, few: int, very_few: int
) -> None:
    monkeypatch.setattr(paging, "FEW", few)
    monkeypatch.setattr(paging, "VERY_FEW", very_few)
    selection = Selection(text="meeting", who="silva", source="almanac", on="2014-03")
    assert listed(session, selection) == ["Meeting 00", "Meeting 09", "Meeting 18", "Meeting 27"]
    assert listed(session, Selection(where="lisbon")) == []


def test_a_search_begins_with_the_fewest(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    selection = Selection(text="meeting", who="silva")
    monkeypatch.setattr(paging, "VERY_FEW", 0)
    assert "participation" in str(few_candidates(session, selection))
    monkeypatch.setattr(paging, "FEW", 3)
    assert few_candidates(session, selection) is None
    assert few_candidates(session, Selection(on="2014")) is None
