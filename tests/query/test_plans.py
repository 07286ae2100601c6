"""How SQLite answers: which index it uses, and that it sorts no more than a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from query_samples import add_samples
from sqlalchemy import Select, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from eventdb.query.paging import few_candidates
from eventdb.query.selection import Cursor, Dating, Mode, Selection, criteria_of, statement
from eventdb.store.database import Database
from eventdb.store.models import Event

TIMELINE = "SEARCH event USING INDEX ix_event_timeline_position_hull_end"
CLASSES = "SEARCH event USING INDEX ix_event_span_class_timeline_position_hull_end"
AFTER = Cursor(0, 86400, 7)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Database.open(tmp_path / "events.db", create=True) as database, database.session() as opened:
        add_samples(opened)
        yield opened


def plan(session: Session, query: Select[Any]) -> list[str]:
    compiled = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    return [row.detail for row in session.execute(sql(f"EXPLAIN QUERY PLAN {compiled}"))]


@pytest.mark.parametrize(
    "selection",
    [
        Selection(limit=50),
        Selection(limit=50, after=AFTER),
        Selection(on="2014", mode=Mode.DEFINITELY, limit=50),
        Selection(dating=Dating.UNDATED, limit=50),
    ],
)
def test_the_timeline_is_read_in_the_order_of_its_index(session: Session, selection: Selection) -> None:
    steps = plan(session, statement(selection))
    assert steps[0].startswith((TIMELINE, f"{CLASSES} (span_class=? AND timeline_position=?)"))
    assert not [step for step in steps if "TEMP B-TREE" in step]


@pytest.mark.parametrize("after", [None, AFTER])
def test_a_window_is_a_stretch_of_the_index_for_each_class(session: Session, after: Cursor | None) -> None:
    steps = plan(session, statement(Selection(on="1969-07", limit=50, after=after)))
    stretches = [step for step in steps if step.startswith(CLASSES)]
    assert len(stretches) == 9
    assert sum("timeline_position>?" in step or "hull_end)>(?,?)" in step for step in stretches) >= 6
    assert steps.count("MERGE (UNION ALL)") == 8
    assert not [step for step in steps if step.startswith("SCAN event")]
    assert steps[-1] == "USE TEMP B-TREE FOR ORDER BY"  # of the page, which is in memory


def test_a_search_begins_with_the_few_events_that_hold_the_word(session: Session) -> None:
    selection = Selection(text="parliament", on="2014", limit=50)
    steps = plan(session, statement(selection, few_candidates(session, selection)))
    assert steps[:2] == ["MATERIALIZE page", "SEARCH event USING INTEGER PRIMARY KEY (rowid=?)"]
    assert "SCAN event_fts VIRTUAL TABLE INDEX 0:M2" in steps
    assert steps.count("USE TEMP B-TREE FOR ORDER BY") == 2  # of numbers alone, and of the page


def test_a_place_is_found_by_its_index(session: Session) -> None:
    found = criteria_of(Selection(where="lisbon", statuses=(), salient=None))
    (ids,) = (criterion.ids for criterion in found if criterion.ids is not None)
    assert "SEARCH event USING COVERING INDEX ix_event_place_id (place_id=?)" in plan(session, ids)


def test_a_frequent_word_is_looked_for_last(session: Session) -> None:
    """To look for it costs far more than to look who takes part."""
    query = statement(Selection(text="parliament", who="silva", on="2014", limit=50))
    branch = str(query.compile(session.get_bind())).partition("UNION ALL")[0]
    assert branch.index("FROM participation") < branch.index("FROM event_fts")


def test_the_public_text_filter_begins_with_the_full_text(session: Session) -> None:
    from eventdb.query import text  # the name of SQLAlchemy's is taken here

    steps = plan(session, select(Event).where(text("parliament")))
    assert steps[0] == "SEARCH event USING INTEGER PRIMARY KEY (rowid=?)"
