"""The store on a PostgreSQL server does what it does on a file; `make test-postgres` runs these tests."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from alembic import command
from next_schema import HEAD, NEXT, and_then, pretend_next
from sqlalchemy import func, make_url, select, update
from sqlalchemy.orm import Session
from store_samples import TUESDAY, day, sample_analysis

from eventdb.analysis import Analysis
from eventdb.anchoring.given import Given
from eventdb.errors import SchemaError, StoreError
from eventdb.query.timeline import TimelineDatabase
from eventdb.store import edits, engine, maintenance, schema
from eventdb.store.backup import backup
from eventdb.store.codec import source_document
from eventdb.store.corrections import Statement
from eventdb.store.database import Database
from eventdb.store.engine import connected
from eventdb.store.lookup import get_document, get_event
from eventdb.store.models import Document, Event, Mention
from eventdb.store.repository import save
from eventdb.store.revision import Revision
from eventdb.store.schema import SchemaState
from eventdb.store.undo import undo as take_back
from eventdb.text import CreationTime
from eventdb.text import Document as SourceDocument

pytest_plugins = ["database_places"]
pytestmark = pytest.mark.postgresql
PROGRAM = Path(__file__).with_name("many_processes.py")


@pytest.fixture
def url(place: Callable[[str], str]) -> str:
    """An empty database on the server."""
    return place("postgresql")


@pytest.fixture
def filled_url(url: str) -> str:
    """A database on the server with one document."""
    with Database.open(url, create=True) as database, database.session() as session:
        save(session, sample_analysis(), path="treaty.txt")
    return url


def execute(url: str, statement: str) -> list[tuple[object, ...]]:
    with connected(url) as connection:
        result = connection.exec_driver_sql(statement)
        return [tuple(row) for row in result] if result.returns_rows else []


def processes(task: str, url: str, *numbers: int) -> list[int]:
    program = [sys.executable, str(PROGRAM), task, url, *map(str, numbers)]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    found: list[int] = json.loads(done.stdout)
    return found


def test_what_is_kept_comes_back(filled_url: str) -> None:
    with Database.open(filled_url) as database, database.session(read_only=True) as session:
        assert source_document(get_document(session, 1)) == sample_analysis().document
        assert get_event(session, 2).why().splitlines()[1] == "Sun 2021-03-07, certain to the day"


def test_corrections_are_made_and_undone_and_the_past_is_there(filled_url: str) -> None:
    def analyse(document: SourceDocument, given: Given) -> Analysis:
        return sample_analysis(document.creation_time.interval if document.creation_time else None)

    with TimelineDatabase.open(filled_url) as database:
        for second, edit in enumerate((redate, tag, undo)):
            with database.session() as session:
                edit(Revision(session, Statement("Ann", f"2026-11-24T10:00:0{second}"), analyse))
            with database.session(read_only=True) as session:
                found = [(event.when, [tag.name for tag in event.tags]) for event in events_of(session)]
            assert found == STATES[second]
        for second, state in enumerate(STATES):
            with database.as_of(f"2026-11-24T10:00:0{second}").session() as session:
                found = [(event.when, [tag.name for tag in event.tags]) for event in events_of(session)]
                assert found == state


def events_of(session: Session) -> Sequence[Event]:
    return session.scalars(select(Event).order_by(Event.id)).all()


def redate(revision: Revision) -> None:
    wednesday = CreationTime(day(TUESDAY, 1), "given with redate")
    edits.redate(revision, get_document(revision.session, 1), wednesday)


def tag(revision: Revision) -> None:
    edits.tag(revision, [get_event(revision.session, 2)], ["trial"])


def undo(revision: Revision) -> None:
    take_back(revision, 1)


STATES: tuple[list[tuple[str, list[str]]], ...] = (
    [("Wed 2021-03-10", []), ("Mon 2021-03-08", []), ("undated", [])],
    [("Wed 2021-03-10", []), ("Mon 2021-03-08", ["trial"]), ("undated", [])],
    [("Tue 2021-03-09", []), ("Sun 2021-03-07", ["trial"]), ("undated", [])],
)


def test_state_of_the_schema(url: str) -> None:
    assert schema.state(url) is SchemaState.EMPTY
    with pytest.raises(SchemaError, match="is empty"):
        Database.open(url)
    schema.create(url)
    assert (schema.state(url), schema.current(url)) == (SchemaState.CURRENT, HEAD)
    assert maintenance.check(url) == ()
    execute(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaError, match="newer eventdb"):
        Database.open(url)


def test_database_of_another_program_is_refused(url: str) -> None:
    execute(url, "CREATE TABLE theirs (id integer)")
    with pytest.raises(SchemaError, match="was not made by eventdb"):
        Database.open(url, create=True)


def test_models_and_migrations_agree(url: str) -> None:
    schema.create(url)
    with schema.migrating(url) as connection:
        command.check(schema.migration_config(connection))


def test_upgrade_keeps_rows_and_can_be_taken_down(
    filled_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = execute(filled_url, "SELECT * FROM event ORDER BY id")
    with monkeypatch.context() as patch:
        pretend_next(tmp_path / "alembic", patch)
        assert schema.state(filled_url) is SchemaState.OLDER
        assert schema.upgrade(filled_url) is None
        assert schema.current(filled_url) == NEXT
        assert maintenance.check(filled_url) == ()
        with schema.migrating(filled_url) as connection:
            command.downgrade(schema.migration_config(connection), HEAD)
    with schema.migrating(filled_url) as connection:
        pass
    assert execute(filled_url, "SELECT * FROM event ORDER BY id") == before
    assert maintenance.check(filled_url) == ()
    with schema.migrating(filled_url) as connection:
        command.downgrade(schema.migration_config(connection), "base")
    assert schema.state(filled_url) is SchemaState.EMPTY


def test_failed_upgrade_changes_nothing(
    filled_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        pretend_next(tmp_path / "alembic", patch, and_then("INSERT INTO nowhere VALUES (1)"))
        with pytest.raises(StoreError, match="nowhere"):
            schema.upgrade(filled_url)
    assert (schema.current(filled_url), maintenance.check(filled_url)) == (HEAD, ())


def test_check_names_what_is_missing(filled_url: str) -> None:
    execute(filled_url, "DROP VIEW timeline")
    execute(filled_url, "DROP INDEX event_fts_words")
    assert maintenance.check(filled_url) == (
        "schema: event_fts_words is missing",
        "schema: timeline is missing",
    )


def test_full_text_uses_its_index(filled_url: str) -> None:
    from eventdb.query.filters import text  # the rest of this module is below the queries

    with Database.open(filled_url) as database, database.session(read_only=True) as session:
        query = select(Event.id).where(text("treaty"))
        sql = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        session.connection().exec_driver_sql("SET LOCAL enable_seqscan = off")
        plan = session.connection().exec_driver_sql(f"EXPLAIN {sql}").scalars()
        assert "Bitmap Index Scan on event_fts_words" in "\n".join(plan)


def test_processes_that_read_and_write_lose_no_update(filled_url: str) -> None:
    execute(filled_url, "UPDATE document SET title = '0'")
    assert processes("count", filled_url, 4, 150) == [0, 0, 0, 0]
    assert execute(filled_url, "SELECT title FROM document") == [("600",)]


def test_what_was_acknowledged_survives_kills_whole(url: str) -> None:
    schema.create(url)
    acknowledged = processes("kill", url, 5)
    with Database.open(url) as database, database.session(read_only=True) as session:
        kept = session.scalars(select(Document.id)).all()
        assert set(acknowledged) <= set(kept)
        for table, each in ((Event, 3), (Mention, 4)):
            assert session.scalar(select(func.count()).select_from(table)) == each * len(kept)


def test_read_only_session_changes_nothing_and_waits_for_nobody(filled_url: str) -> None:
    with Database.open(filled_url) as database:
        with (
            pytest.raises(StoreError, match="is read-only: nothing was changed"),
            database.session(read_only=True) as session,
        ):
            session.execute(update(Document).values(title="Changed"))
        with database.session() as writer:
            writer.execute(update(Document).values(title="Not yet"))
            with database.session(read_only=True) as reader:
                assert get_document(reader, 1).title == "Treaty"


def test_writer_that_waits_too_long_says_so(filled_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT", 1)

    def retitle(session: Session) -> None:
        session.execute(update(Document).values(title="Mine"))

    with Database.open(filled_url) as database, database.session() as first:
        retitle(first)
        with pytest.raises(StoreError, match="is locked by another process"), database.session() as second:
            retitle(second)


def test_what_cannot_be_reached_is_one_line(url: str) -> None:
    for place, reason in (
        (make_url(url).set(database="nowhere"), 'database "nowhere" does not exist'),
        (make_url("postgresql+psycopg://ann:secret@127.0.0.1:1/events"), "refused"),
    ):
        with pytest.raises(StoreError, match=rf"cannot be reached: .*{reason}") as caught:
            Database.open(place)
        assert "secret" not in str(caught.value)
        assert "\n" not in str(caught.value)


def test_backup_is_for_the_servers_own_tool(url: str) -> None:
    with pytest.raises(StoreError, match="pg_dump"):
        backup(url)
