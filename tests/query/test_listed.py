"""The rows of a list say the same as the events."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from query_samples import SAMPLES, add_samples
from sqlalchemy.orm import Session

from eventdb.query import listed as module
from eventdb.query import paging
from eventdb.query.listed import COLUMNS, listed
from eventdb.query.paging import events
from eventdb.query.selection import Dating, Selection
from eventdb.store.database import Database
from eventdb.store.models import Entity, Event, Participation

ALL = Selection(statuses=(), salient=None, dating=Dating.ALL)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(paging, "PAGE", 3)
    monkeypatch.setattr(module, "LARGEST_PAGE", 4)
    with Database.open(tmp_path / "events.db", create=True) as database, database.session() as opened:
        add_samples(opened, SAMPLES)
        russia = Entity(name="Russia", kind="place")
        for event, role in ((2, "in"), (3, "agent"), (4, "agent"), (4, "patient")):
            part = Participation(entity=russia, role=role, start=0, end=0)
            opened.get_one(Event, event).participations.append(part)
        opened.flush()
        yield opened


@pytest.mark.parametrize(
    "selection", [ALL, Selection(), Selection(on="2014"), Selection(who="silva"), Selection(limit=5)]
)
def test_rows_are_the_events(session: Session, selection: Selection) -> None:
    rows: list[Any] = list(listed(session, selection))
    expected = list(events(session, selection))
    inner = {"begin_latest", "end_earliest"}  # of a row, only where they are not the outer ones
    own = {column.key for column in COLUMNS} & set(Event.__mapper__.columns.keys()) - inner
    assert len(own) == 16
    for row, event in zip(rows, expected, strict=True):
        assert {name: getattr(row, name) for name in own} == {name: getattr(event, name) for name in own}
        assert (row.event, row.who, row.where) == (event.title, event.who, event.where)
        assert (row.document, row.source) == (event.document.label, event.document.source)


def test_a_place_takes_part_only_where_it_acts(session: Session) -> None:
    rows: list[Any] = list(listed(session, ALL))
    assert [row.who for row in rows if row.id in (2, 3, 4)] == [
        "Ana Silva",
        "The Council, Russia",
        "Dock workers, Ana Silva, Russia",
    ]
