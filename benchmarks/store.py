"""How the store does with many events, as ratios and times of one run.

    python benchmarks/store.py [--million | --ten-million | --events N] [--keep FOLDER]

Makes events of dates from -3000 to 2030 with three participants each, 20 to a document, in a database of
the current schema, and prints what the queries cost. Nothing is read from outside; the same number of
events always gives the same database. With --keep the database stays in FOLDER and is used again.
"""

import argparse
import csv
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from statistics import median

from sqlalchemy.orm import Session
from store_ingest import measure_ingest
from store_rows import RARE_WORD, USUAL_WORD, Rows
from store_timing import line, once, taken

from eventdb.formats.exports import FORMATS
from eventdb.query.daterange import window
from eventdb.query.listed import listed
from eventdb.query.selection import Dating, Selection, statement
from eventdb.store import schema
from eventdb.store.database import Database
from eventdb.store.derived import SQLITE_WHO
from eventdb.store.models import Event

EVENTDB = str(Path(sys.executable).with_name("eventdb"))
WINDOWS = (
    "-2000",
    "-0044-03",
    "0800..0900",
    "1066-10-14",
    "1789",
    "1914..1918",
    "1969-07-20",
    "2014",
    "2029..",
)
PAGE = 50


def build(path: Path, count: int) -> float:
    """Writes the rows with sqlite3 alone, indexes and full text afterwards; the seconds that it took."""
    schema.create(path)
    rows = Rows(count)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        began = time.perf_counter()
        connection.execute("BEGIN")
        for kind, entries in (("TRIGGER", triggers), ("INDEX", indexes)):
            for name, _ in entries:
                connection.execute(f"DROP {kind} {name}")
        for table, columns, values in rows.tables():
            marks = ", ".join("?" * len(columns))
            names = ", ".join(f'"{column}"' for column in columns)
            connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)
        for _, sql in (*indexes, *triggers):
            connection.execute(sql)
        connection.execute("INSERT INTO event_fts (event_fts) VALUES ('rebuild')")
        connection.execute("COMMIT")
        seconds = time.perf_counter() - began
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return seconds


def sql_seconds(session: Session, selection: Selection) -> float:
    """What the statement of a page costs in SQLite, its rows fetched."""
    query = statement(selection).compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    return taken(lambda: connection.execute(str(query)).fetchall())


def measure_windows(session: Session) -> None:
    """A page of what is possibly within a window."""
    times = [sql_seconds(session, Selection(on=when, limit=PAGE)) for when in WINDOWS]
    line(
        f"{PAGE} rows possibly within a window, SQL",
        f"{median(times) * 1000:.2f} / {max(times) * 1000:.2f} ms",
        "median < 1, worst < 5 (10 M: < 30)",
    )


def measure_pages(session: Session, number: int) -> None:
    """A late page against the first."""
    first = Selection(limit=PAGE)
    positions = session.connection().exec_driver_sql(
        "SELECT id FROM event WHERE span_class <> 'none' ORDER BY timeline_position, hull_end, id "
        f"LIMIT 1 OFFSET {number * PAGE}"
    )
    late = first.next_page(session.get_one(Event, positions.scalar_one()))
    ratio = sql_seconds(session, late) / sql_seconds(session, first)
    line(f"page {number:,} of the timeline against page 1", f"{ratio:.2f} times", "as fast")


def measure_searches(session: Session) -> None:
    """Full text with a participant and a window, from the session's point of view."""
    for word, bar in ((RARE_WORD, "< 20 ms"), (USUAL_WORD, "< 50 ms")):
        selection = Selection(text=word, who="Person 7", on="1900..2020", limit=PAGE)
        seconds = taken(lambda: list(listed(session, selection)))  # noqa: B023  # it is called at once
        line(f'search "{word}" with participant and window', f"{seconds * 1000:.1f} ms", bar)


def measure_process(path: Path) -> None:
    """`eventdb list` against the bare imports, in turn, so that a busy machine slows both alike."""
    imports = [sys.executable, "-c", "import sqlalchemy.orm, click"]
    ratios = []
    for when in WINDOWS:
        listing = [EVENTDB, "--db", str(path), "list", "--limit", str(PAGE), "--on", when]
        pairs = [(process_seconds(listing), process_seconds(imports)) for _ in range(6)]
        ratios.append(min(pair[0] for pair in pairs) / min(pair[1] for pair in pairs))
    line("list, slowest window, against the bare imports", f"{max(ratios):.2f} times", "≤ 1.5")


def process_seconds(command: list[str]) -> float:
    """The wall-clock time of a command that must succeed."""
    return once(lambda: subprocess.run(command, check=True, capture_output=True))


def raw_export(path: Path, target: Path, kind: str) -> None:
    """What a plain cursor needs to write the same columns, two of the bounds as they are stored."""
    query = f"""
        SELECT event.id, "when", event.title AS event, status, {SQLITE_WHO} AS who,
            place.name AS "where", basis, basis_text, edtf, likely, earliest AS begin_earliest, begin_latest,
            end_earliest, latest AS end_latest, expression, quote, document_id, document.title AS document,
            source, event.start, event."end"
        FROM event JOIN document ON document.id = document_id LEFT JOIN place ON place.id = place_id
        ORDER BY timeline_position, hull_end, event.id"""
    with closing(sqlite3.connect(path)) as connection, target.open("w", encoding="utf-8") as file:
        rows = connection.execute(query)
        names = [column[0] for column in rows.description]
        if kind == "csv":
            csv.writer(file, lineterminator="\n").writerows([names])
            csv.writer(file, lineterminator="\n").writerows(rows)
        else:
            for row in rows:
                file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")


def measure_export(database: Database, path: Path, folder: Path) -> None:
    """All events to a file, by the processor's time, which a busy machine does not stretch."""
    everything = Selection(statuses=(), salient=None, dating=Dating.ALL)
    for kind, bar in (("csv", "≤ 1.3"), ("jsonl", "≤ 1.5")):

        def export() -> None:
            target = folder / f"all.{kind}"  # noqa: B023  # it is called at once
            with database.session(read_only=True) as session, target.open("wb") as out:
                FORMATS[kind].load()(session, everything, out)  # noqa: B023  # likewise

        pairs = []
        for _ in range(3):
            raw = once(lambda: raw_export(path, folder / f"raw.{kind}", kind), time.process_time)  # noqa: B023  # likewise
            pairs.append(once(export, time.process_time) / raw)
        line(f"export of all events, {kind}, against a raw cursor", f"{median(pairs):.2f} times", bar)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    line("most memory that this process needed", f"{most} MB", "flat")


def count_of(arguments: argparse.Namespace) -> int:
    """How many events are wanted."""
    if arguments.ten_million:
        return 10_000_000
    return 1_000_000 if arguments.million else int(arguments.events)


def run(folder: Path, count: int, *, export: bool) -> None:
    """The whole table."""
    assert window(WINDOWS[0])
    path = folder / f"events-{count}.db"
    print(f"{count:,} events")
    if not path.exists():
        raw = build(path, count)
        line("raw sqlite3 rows, indexes and full text at the end", f"{count / raw:,.0f} events/s", "")
        measure_ingest(folder, count)
    line("bytes per event on disk, all told", f"{path.stat().st_size / count:.0f}", "≤ 700")
    with Database.open(path) as database, database.session(read_only=True) as session:
        measure_windows(session)
        measure_pages(session, min(20_000, count // PAGE * 9 // 10))
        measure_searches(session)
    measure_process(path)
    if export:
        with Database.open(path) as database:
            measure_export(database, path, folder)


def main(arguments: Iterable[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--ten-million", action="store_true")
    parser.add_argument("--no-export", action="store_true", help="leave out the exports, which take longest")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    options = parser.parse_args(None if arguments is None else list(arguments))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        run(folder, count_of(options), export=not options.no_export)
    return 0


if __name__ == "__main__":
    sys.exit(main())
