"""A long trial of the store: kills while it is written to, and many writers at once.

    python benchmarks/soak.py [--kills N] [--writers N] [--times N]

Kills a process that keeps documents, N times at random moments, and looks whether every document that it
had acknowledged is there, whole, and the database sound; then lets processes read and write at once, and
counts the updates. Exit status 1 where anything was lost. The tests do the same with smaller numbers.
"""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from eventdb.store import schema
from eventdb.store.maintenance import check

PROGRAM = Path(__file__).resolve().parent.parent / "tests" / "store" / "many_processes.py"
EVENTS_PER_DOCUMENT = 3


def run(task: str, database: Path, *numbers: int) -> list[int]:
    """What the program of many processes prints."""
    command = [sys.executable, str(PROGRAM), task, str(database), *map(str, numbers)]
    answer: list[int] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return answer


def lost_by_kills(database: Path, kills: int) -> int:
    """How many acknowledged documents are not there or not whole."""
    acknowledged = run("kill", database, kills)
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT document_id, count(*) FROM event GROUP BY document_id")
        whole = {number for number, events in rows if events == EVENTS_PER_DOCUMENT}
    print(f"{kills} kills: {len(acknowledged):,} documents acknowledged, {len(whole):,} kept whole")
    return len(set(acknowledged) - whole)


def lost_updates(database: Path, writers: int, times: int) -> int:
    """How many updates are missing, or writers that failed."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE document SET title = '0' WHERE id = 1")
    began = time.perf_counter()
    failed = sum(status != 0 for status in run("count", database, writers, times))
    seconds = time.perf_counter() - began
    with closing(sqlite3.connect(database)) as connection:
        (title,) = connection.execute("SELECT title FROM document WHERE id = 1").fetchone()
    print(f"{writers} processes, {times} updates each: {title} counted in {seconds:.1f} s, {failed} failed")
    return writers * times - int(title) + failed


def main() -> int:
    """Print what was lost; exit status 1 if anything was."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--times", type=int, default=150)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "events.db"
        schema.create(database)
        lost = lost_by_kills(database, arguments.kills)
        lost += lost_updates(database, arguments.writers, arguments.times)
        problems = check(database)
    for problem in problems:
        print(problem)
    print(f"lost: {lost}; problems of the database: {len(problems)}")
    return int(lost > 0 or bool(problems))


if __name__ == "__main__":
    sys.exit(main())
