"""The view that people open, and the full text that follows the events."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from eventdb.store.database import Database
from eventdb.store.derived import POSTGRESQL_VIEW
from eventdb.store.models import Document, Event


def timeline(session: Session) -> list[dict[str, object]]:
    rows = session.connection().exec_driver_sql("SELECT * FROM timeline").mappings()
    return [dict(row) for row in rows]


def matches(session: Session, words: str) -> list[int]:
    query = "SELECT rowid FROM event_fts WHERE event_fts MATCH ? ORDER BY rowid"
    return list(session.connection().exec_driver_sql(query, (words,)).scalars())


def test_timeline_has_the_columns_that_people_read(session: Session) -> None:
    assert timeline(session)[0] == {
        "when": "Sun 2021-03-07",
        "event": "Ana Silva signed the treaty",
        "who": "Ana Silva",
        "where": None,
        "basis": "2 days before the visit",
        "quote": "Ana Silva had signed the treaty two days before the visit.",
        "document": "Treaty",
        "earliest": "2021-03-07",
        "latest": "2021-03-07",
        "status": "asserted",
        "id": 2,
    }


def test_timeline_is_in_date_order_with_undated_events_last(session: Session) -> None:
    assert [row["id"] for row in timeline(session)] == [2, 1, 3]


def test_timeline_leaves_places_out_of_who(session: Session) -> None:
    arrival = timeline(session)[1]
    assert (arrival["who"], arrival["where"]) == ("The minister", "Geneva")


def test_postgresql_view_has_its_own_way_to_join_names() -> None:
    assert "string_agg(name, ', ' ORDER BY first)" in POSTGRESQL_VIEW
    assert "group_concat" not in POSTGRESQL_VIEW


def test_full_text_finds_stems(session: Session) -> None:
    assert matches(session, "treaties") == [2]
    assert matches(session, "arrive") == [1]


def test_full_text_follows_changes(session: Session) -> None:
    session.execute(update(Event).where(Event.id == 2).values(title="Nobody did", quote="Nothing"))
    assert matches(session, "treaty") == []
    assert matches(session, "nobody") == [2]
    session.execute(delete(Event).where(Event.id == 1))
    assert matches(session, "arrive") == []


def test_full_text_forgets_a_deleted_document(filled: Database) -> None:
    with filled.session() as session:
        session.execute(delete(Document))
        assert session.scalars(select(Event)).all() == []
        assert matches(session, "treaty") == []
