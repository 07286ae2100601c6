"""A copy of a database that is whole even while others write to it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from eventdb.errors import StoreError
from eventdb.store.engine import Location, database_file, database_name
from eventdb.store.failures import explained


def backup(location: Location, target: Path | None = None) -> Path:
    """Copies a database with SQLite's backup API and returns the path of the copy.

    Without a `target` the copy stands beside the file: ``events.db`` → ``events.backup-1.db``. It has
    its name only when it is whole; one that was broken off is called ``….partial``.

    Raises:
        StoreError: no SQLite file, the target is there already, or the copy cannot be written;
            then nothing is left of it.
    """
    name = database_name(location)
    source = database_file(location)
    if source is None:
        raise StoreError(f"{name} is not a file: back it up with its own tool, for example pg_dump")
    if not source.is_file():
        raise StoreError(f"there is no database {name} to back up")
    target = target or free_name(source, "backup")
    if target.exists():
        raise StoreError(f"{target} is there already: name another file for the backup")
    partial = target.with_name(f"{target.name}.partial")
    try:
        with explained(str(target)):
            copy_database(source, partial)
    except StoreError:
        partial.unlink(missing_ok=True)
        raise
    return partial.rename(target)


def copy_database(source: Path, target: Path) -> None:
    """Copies all pages, into a database that is there too; waits for who writes to either.

    Raises:
        sqlite3.Error: one of the files cannot be read or written.
    """
    with (
        closing(sqlite3.connect(f"file:{quote(str(source))}?mode=rw", uri=True)) as origin,
        closing(sqlite3.connect(target)) as copy,
    ):
        origin.backup(copy)


def free_name(file: Path, kind: str) -> Path:
    """A name beside a file that nothing has yet: events.backup-1.db, events.damaged-1.db."""
    number = 1
    while (path := file.with_name(f"{file.stem}.{kind}-{number}{file.suffix}")).exists():
        number += 1
    return path
