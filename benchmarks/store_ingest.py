"""What it takes to keep documents, for `benchmarks/store.py`."""

import gc
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sqlalchemy import Connection
from store_rows import EVENTS_PER_DOCUMENT, create_sources
from store_timing import line, once

from eventdb.analysis import Analysis
from eventdb.store import schema
from eventdb.store.bulk import put_off, save_all
from eventdb.store.codec import document_row
from eventdb.store.database import Database
from eventdb.store.names import Names
from eventdb.store.plain import PlainRows
from eventdb.store.repository import save

RUNS = 5
"""How often each way is taken."""

WAYS = (
    ("rows written at once, against sqlite3 writing them", "≤ 1.6"),
    ("the same with the rows made of analyses", ""),
    ("a transaction per document, triggers on", "≤ 3"),
    ("the same with the rows made of analyses", ""),
)
"""The ways, as `Costs` has them after the raw one, and what they may take."""


def copied(origin: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Writes all rows of a database into another that has its schema and nothing else, in one go."""
    objects = target.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
    ).fetchall()
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN")
    for kind, name, _ in objects:
        target.execute(f"DROP {kind} {name}")
    for (table,) in origin.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict"):
        columns = [row[1] for row in origin.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0]
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        rows = origin.execute(f"SELECT {names} FROM {table}").fetchall()
        target.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
    for _, _, sql in objects:
        target.execute(sql)
    target.execute("INSERT INTO event_fts (event_fts) VALUES ('rebuild')")
    target.execute("COMMIT")


class Costs(NamedTuple):
    """The processor's seconds that each way of keeping the same documents takes."""

    raw: float
    written_at_once: float
    kept_at_once: float
    written_singly: float
    kept_singly: float


def measure_ingest(folder: Path, count: int) -> None:
    """What it takes to keep analyses, against sqlite3 writing the same rows: medians of runs in turn.

    All documents at once, or one transaction for each, with the triggers on; and of that, only to write
    the rows, without making them of the analyses.
    """
    sources = create_sources(min(count, 10_000) // EVENTS_PER_DOCUMENT)
    gc.freeze()  # else they are looked through for garbage again and again
    runs = [costs(folder / f"ingest-{run}", sources) for run in range(RUNS)]
    raw, *ours = (median(times) for times in zip(*runs, strict=True))
    for (what, bar), seconds in zip(WAYS, ours, strict=True):
        line(what, f"{seconds / raw:.1f} times", bar)


def costs(folder: Path, sources: list[Analysis]) -> Costs:
    """What each way takes, into databases of its own."""
    folder.mkdir()
    with Database.open(folder / "each.db", create=True) as database:
        each = once(lambda: save_each(database, sources), time.process_time)
    with Database.open(folder / "all.db", create=True) as database, database.session() as session:
        together = once(lambda: save_all(session, ((source, None) for source in sources)), time.process_time)
    with Database.open(folder / "rows.db", create=True) as database, database.session() as session:
        rows = PlainRows()
        names = Names(session, rows.new)
        for source in sources:
            document_row(source, names, None, rows.new)
        written = once(lambda: write_rows(session.connection(), rows), time.process_time)
    with Database.open(folder / "single.db", create=True) as database:
        made = list(rows_of_each(database, sources))
        single = once(lambda: write_each(database, made), time.process_time)
    schema.create(folder / "raw.db")
    with (
        closing(sqlite3.connect(folder / "each.db")) as origin,
        closing(sqlite3.connect(folder / "raw.db", isolation_level=None)) as target,
    ):
        raw = once(lambda: copied(origin, target), time.process_time)
    shutil.rmtree(folder)
    return Costs(raw, written, together, single, each)


def save_each(database: Database, sources: list[Analysis]) -> None:
    """Each document in a transaction of its own."""
    for analysis in sources:
        with database.session() as session:
            save(session, analysis)


def rows_of_each(database: Database, sources: list[Analysis]) -> Iterator[PlainRows]:
    """The rows of each document, which share the entities that an earlier one names."""
    rows = PlainRows()
    with database.session(read_only=True) as session:
        names = Names(session, lambda model, /, **values: rows.new(model, **values))
        for source in sources:
            rows = PlainRows()
            document_row(source, names, None, rows.new)
            yield rows


def write_each(database: Database, made: list[PlainRows]) -> None:
    """The rows of each document in a transaction of its own."""
    for rows in made:
        with database.session() as session:
            rows.insert(session.connection())


def write_rows(connection: Connection, rows: PlainRows) -> None:
    """All rows, indexes and full text at the end."""
    with put_off(connection):
        rows.insert(connection)
