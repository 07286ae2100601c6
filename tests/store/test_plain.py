"""Rows written as values are the rows that the ORM would have written."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session
from store_samples import TEXT, sample_analysis

from eventdb.store.codec import document_row
from eventdb.store.database import Database
from eventdb.store.models import Base, Document, Entity, Event, Mention, Participation, Sentence
from eventdb.store.names import Names
from eventdb.store.plain import PlainRows, tracked

TABLES = Base.metadata.sorted_tables
pytest_plugins = ["database_places"]


@pytest.fixture
def either(location: str) -> Database:
    """An empty database of either kind."""
    return Database.open(location, create=True)


def everything(session: Session) -> dict[str, set[tuple[object, ...]]]:
    """All rows of all tables but their own numbers."""
    rows = {}
    for table in TABLES:
        columns = [column for column in table.columns if column.name != "id"]
        rows[table.name] = {tuple(row) for row in session.execute(select(*columns))}
    return rows


def test_the_orm_would_have_written_the_same(either: Database, database: Database) -> None:
    analysis = sample_analysis()
    with database.session() as session:
        session.add(document_row(analysis, Names(session, tracked), "treaty.txt", tracked))
        session.flush()
        expected = everything(session)
    with either.session() as session:
        rows = PlainRows()
        document = document_row(analysis, Names(session, rows.new), "treaty.txt", rows.new)
        rows.insert(session.connection())
        assert document.id == 1
        assert everything(session) == expected
    empty = {"correction", "tag", "event_version", "document_version", "page"}
    assert {name for name, found in expected.items() if not found} <= empty
    either.close()


def test_names_are_written_once(either: Database) -> None:
    analysis = sample_analysis()
    with either.session() as session:
        rows = PlainRows()
        names = Names(session, rows.new)
        for number in range(2):
            again = replace(analysis, document=replace(analysis.document, text=f"{TEXT} {number}"))
            document_row(again, names, None, rows.new)
            rows.insert(session.connection())
        assert len(session.scalars(select(Entity)).all()) == 3
        assert len(session.scalars(select(Participation)).all()) == 6
    either.close()


def test_numbers_are_never_given_twice(either: Database) -> None:
    with either.session() as session:
        rows = PlainRows()
        document_row(sample_analysis(), Names(session, rows.new), None, rows.new)
        rows.insert(session.connection())
        session.execute(delete(Document))
    with either.session() as session:
        rows = PlainRows()
        document = document_row(sample_analysis(), Names(session, rows.new), None, rows.new)
        rows.insert(session.connection())
        assert document.id == 2
        assert session.scalars(select(Event.id).order_by(Event.id)).all() == [4, 5, 6]
        sentence = insert(Sentence).values(
            document_id=2, number=9, text="", heading=False, start=0, end=0
        )  # as the ORM and other programs go on
        session.execute(sentence)
        session.add(Document(sha256="x", text=""))
        session.flush()
        assert session.scalars(select(Document.id).order_by(Document.id)).all() == [2, 3]
    either.close()


def test_what_was_not_said_is_the_default() -> None:
    rows = PlainRows()
    mention = rows.new(Mention, trigger="left")
    document = rows.new(Document, text="")
    assert (mention.modality, document.title, document.by_hand) == (None, None, 0)
