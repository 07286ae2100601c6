"""What is read is not trusted: texts are only texts, and a file may have been made to do harm."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from store_samples import TEXT, sample_analysis

from eventdb.errors import StoreError
from eventdb.store.database import Database
from eventdb.store.lookup import get_document
from eventdb.store.maintenance import check
from eventdb.store.models import Entity, Event
from eventdb.store.repository import save

pytest_plugins = ["database_places"]

EVIL = "'; DROP TABLE event; --\x1b[2J\u202e\x07<script>alert(1)</script>%s ? :x {} \"\\"


def test_a_text_is_only_a_text(location: str) -> None:
    analysis = sample_analysis()
    events = tuple(replace(event, title=EVIL) for event in analysis.events)
    analysis = replace(
        analysis,
        events=events,
        document=replace(analysis.document, text=TEXT + EVIL, title=EVIL, source=EVIL),
    )
    with Database.open(location, create=True) as database:
        with database.session() as session:
            save(session, analysis, path=EVIL)
        with database.session(read_only=True) as session:
            document = get_document(session, 1)
            assert (document.text, document.title) == (TEXT + EVIL, EVIL)
            assert (document.source, document.path) == (EVIL, EVIL)
            assert session.scalars(select(Event.title)).all() == [EVIL] * 3
            assert session.scalars(select(Entity.name).where(Entity.name.contains(EVIL))).all() == []


def test_half_a_character_is_refused_in_one_line(database: Database) -> None:
    analysis = sample_analysis()
    broken = replace(analysis, document=replace(analysis.document, title="half \ud83d"))
    with (
        pytest.raises(StoreError, match=r"a text holds half a character \('\\ud83d'\), which .* cannot keep"),
        database.session() as session,
    ):
        save(session, broken)


def altered(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_view_of_somebody_else_calls_no_function_that_may_do_harm(filled: Database, path: Path) -> None:
    """`regexp` is the program's own; functions that read files or load code are guarded likewise."""
    altered(path, "DROP VIEW timeline", "CREATE VIEW timeline AS SELECT 'a' REGEXP 'a' AS id")
    filled.close()
    with (
        Database.open(path) as database,
        pytest.raises(StoreError, match=r"unsafe use of (regexp|REGEXP)"),
        database.session(read_only=True) as session,
    ):
        session.connection().exec_driver_sql("SELECT * FROM timeline").all()


def test_the_check_names_what_eventdb_did_not_make(filled: Database, path: Path) -> None:
    filled.close()
    altered(
        path,
        "DROP VIEW timeline",
        "CREATE VIEW timeline AS SELECT 1 AS id",
        "CREATE TRIGGER spy AFTER INSERT ON event BEGIN UPDATE document SET title = 'mine'; END",
    )
    assert check(path) == (
        "schema: timeline is not as eventdb makes it",
        "schema: the trigger spy was not made by eventdb",
    )


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("SELECT load_extension('/lib/x.so')", "unsafe use of load_extension"),
        ("SELECT writefile('/tmp/owned', 'x')", "no such function: writefile"),
        ("SELECT readfile('/etc/passwd')", "no such function: readfile"),
        ("INSERT INTO sqlite_master VALUES ('table', 'x', 'x', 0, '')", "may not be modified"),
        ("SELECT fts3_tokenizer('simple', x'00')", "fts3_tokenizer"),
    ],
)
def test_a_trigger_of_somebody_else_reaches_nothing_outside_the_file(
    filled: Database, path: Path, action: str, said: str
) -> None:
    """It is not run where the file is opened and read; where it runs, the change as a whole does not hold."""
    filled.close()
    altered(path, f"CREATE TRIGGER spy AFTER UPDATE ON event BEGIN {action}; END")
    with Database.open(path) as database:
        with database.session(read_only=True) as session:
            before = session.scalars(select(Event.title)).all()
        with pytest.raises(StoreError, match=said), database.session() as session:
            session.get_one(Event, 1).title = "ours"
        with database.session(read_only=True) as session:
            assert session.scalars(select(Event.title)).all() == before


def test_a_trigger_can_attach_no_other_file(filled: Database, path: Path) -> None:
    filled.close()
    with pytest.raises(sqlite3.OperationalError, match="syntax error"):
        altered(path, "CREATE TRIGGER spy AFTER UPDATE ON event BEGIN ATTACH '/tmp/x' AS x; END")
