"""The tables as they stand in a real file, and as PostgreSQL would make them."""

import pytest
from sqlalchemy import (
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    delete,
    inspect,
    make_url,
    select,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateTable

from eventdb.store.database import Database
from eventdb.store.models import Base, Document, Event, Sentence
from eventdb.store.models.span import FOREVER, SPAN_CLASSES
from eventdb.temporal.calendar import DAY

POSTGRESQL = make_url("postgresql://").get_dialect()()
TABLES = list(Base.metadata.sorted_tables)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_strict_and_plain(table: Table) -> None:
    sql = str(CreateTable(table).compile(dialect=sqlite.dialect()))
    assert sql.rstrip().endswith("STRICT")
    for column in table.columns:
        kind = column.type.compile(sqlite.dialect())
        assert kind in {"TEXT", "INTEGER"}


def test_every_table_in_a_file_is_strict(database: Database) -> None:
    with database.session(read_only=True) as session:
        rows = session.connection().exec_driver_sql("PRAGMA table_list").mappings().all()
    strict = {row["name"] for row in rows if row["strict"]}
    assert {table.name for table in TABLES} <= strict


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_reference_has_an_index(table: Table) -> None:
    """Else deleting a document would scan whole tables."""
    leading = {index.columns[0].name for index in table.indexes}
    for rule in table.constraints:
        if isinstance(rule, UniqueConstraint):
            leading.add(rule.columns[0].name)
    references = [key for key in table.constraints if isinstance(key, ForeignKeyConstraint)]
    assert all(key.columns[0].name in leading for key in references)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_constraint_has_a_name(table: Table) -> None:
    assert all(constraint.name for constraint in table.constraints)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_postgresql_can_make_every_table(table: Table) -> None:
    sql = str(CreateTable(table).compile(dialect=POSTGRESQL))
    assert "STRICT" not in sql
    seconds = {"begin_earliest", "end_latest", "creation_start"} & set(table.columns.keys())
    assert all(f"{name} BIGINT" in sql for name in seconds)


def bounds_of(session: Session, first: int | None, last: int | None, inner: int | None = None) -> Event:
    document = Document(sha256=f"{first}-{last}-{inner}", text="", analyzed_with="0")
    event = Event(
        document=document,
        when="",
        title="",
        status="asserted",
        basis="none",
        basis_text="",
        quote="",
        edtf="",
        approximate=False,
        uncertain=False,
        begin_earliest=first,
        begin_latest=inner,
        end_latest=last,
        start=0,
        end=0,
    )
    session.add(document)
    session.flush()
    session.refresh(event)
    return event


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, "day"),
        (2, "month"),
        (31, "month"),
        (32, "year"),
        (366, "year"),
        (3653, "decade"),
        (36525, "century"),
        (36526, "more"),
    ],
)
def test_span_class_is_the_length_of_the_hull(database: Database, days: int, expected: str) -> None:
    with database.session() as session:
        assert bounds_of(session, -DAY, (days - 1) * DAY).span_class == expected
    assert expected in SPAN_CLASSES


def test_hull_of_an_open_side_has_no_null(database: Database) -> None:
    with database.session() as session:
        until, since, unknown = (
            bounds_of(session, first, last) for first, last in [(None, 5), (5, None), (None, None)]
        )
        assert (until.hull_start, until.hull_end, until.span_class) == (-FOREVER, 5, "until")
        assert (since.hull_start, since.hull_end, since.span_class) == (5, FOREVER, "since")
        assert (unknown.hull_start, unknown.hull_end, unknown.span_class) == (-FOREVER, FOREVER, "none")


def test_event_with_only_an_inner_bound_is_dated(database: Database) -> None:
    """ "Going on in 2015": it had begun, nothing says when."""
    with database.session() as session:
        event = bounds_of(session, None, None, inner=7)
        assert (event.span_class, event.dated) == ("open", True)


def test_database_refuses_a_status_that_is_none(database: Database) -> None:
    with database.session() as session:
        event = bounds_of(session, 1, 2)
        event.status = "rumoured"
        with pytest.raises(IntegrityError, match="ck_event_status"), session.begin_nested():
            session.flush()
        session.expunge_all()


def test_flag_is_a_number_in_the_file_and_a_truth_in_python(session: Session) -> None:
    headings = session.scalars(select(Sentence.heading).order_by(Sentence.number)).all()
    raw = session.connection().exec_driver_sql("SELECT heading FROM sentence ORDER BY number").scalars().all()
    assert headings == [True, False, False, False]
    assert raw == [1, 0, 0, 0]


def test_rows_name_themselves(session: Session) -> None:
    assert repr(session.get_one(Event, 2)) == "<Event 2>"
    assert repr(Event()) == "<Event new>"


def test_document_is_called_by_title_path_or_number() -> None:
    assert Document(id=3, title="Treaty", path="a.txt").label == "Treaty"
    assert Document(id=3, path="a.txt").label == "a.txt"
    assert Document(id=3).label == "document 3"


def test_deleting_a_document_deletes_all_that_was_found_in_it(session: Session) -> None:
    session.delete(session.get_one(Document, 1))
    session.flush()
    kept = {"document", "entity", "place", "correction"}
    for table in TABLES:
        count = len(session.execute(select(table)).all())
        assert count == 0 or table.name in kept, table.name


def test_numbers_are_never_given_twice(session: Session) -> None:
    session.execute(delete(Event).where(Event.id == 3))
    session.flush()
    assert bounds_of(session, 1, 2).id == 4


def test_inspector_sees_the_plain_names(database: Database) -> None:
    names = set(inspect(database.engine).get_table_names())
    assert {"document", "sentence", "event", "mention", "timex", "link", "entity", "place"} <= names
    assert {"participation", "correction", "reason", "alternative", "diagnostic"} <= names


def test_seconds_are_integers_in_sqlite() -> None:
    for name in ("begin_earliest", "hull_start"):
        kind = Base.metadata.tables["event"].c[name].type.dialect_impl(sqlite.dialect())
        assert isinstance(kind, Integer)
    assert isinstance(Base.metadata.tables["event"].c.when.type, Text)
