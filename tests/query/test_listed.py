"""The rows of a list say the same as the events."""

from collections.abc import Iterator
from pathlib import Path

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
from eventdb.store.models.document import label

ALL = Selection(statuses=(), salient=None, dating=Dating.ALL)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(paging, "PAGE", 3)
    monkeypatch.setattr(module, "PAGE", 4)
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
    rows = list(listed(session, selection))
    expected = list(events(session, selection))
    assert [(row.id, who) for row, who in rows] == [(event.id, event.who) for event in expected]
    own = [column.key for column in COLUMNS if column.key in Event.__mapper__.columns]
    for (row, _), event in zip(rows, expected, strict=True):
        assert [getattr(row, name) for name in own] == [getattr(event, name) for name in own]
        assert (row.place or "", row.source) == (event.where, event.document.source)
        assert label(row.document_title, row.document_path, row.document_id) == event.document.label


def test_a_place_takes_part_only_where_it_acts(session: Session) -> None:
    assert [who for row, who in listed(session, ALL) if row.id in (2, 3, 4)] == [
        "Ana Silva",
        "The Council, Russia",
        "Dock workers, Ana Silva, Russia",
    ]
