"""That a change of the database is noticed, and only that."""

from sqlalchemy import text

from eventdb.store.changes import Changes
from eventdb.store.database import Database


def test_what_another_connection_writes_is_noticed_once(filled: Database) -> None:
    with Changes(filled) as changes:
        before = changes.version()
        with filled.session() as session:
            session.execute(text("UPDATE document SET title = 'Another'"))
        after = changes.version()
        assert after != before
        assert changes.version() == after


def test_what_is_only_read_or_undone_is_no_change(filled: Database) -> None:
    with Changes(filled) as changes:
        before = changes.version()
        with filled.session(read_only=True) as session:
            session.execute(text("SELECT count(*) FROM event"))
        with filled.session() as session:
            session.execute(text("DELETE FROM event"))
            session.rollback()
        assert changes.version() == before


def test_watching_keeps_no_writer_waiting(filled: Database) -> None:
    with Changes(filled) as changes:
        before = changes.version()
        with filled.session() as session:
            session.execute(text("UPDATE document SET title = 'Another'"))
            assert changes.version() == before
