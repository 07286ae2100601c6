"""Puts a backup in the place of a database, and keeps what was there."""

from pathlib import Path

from eventdb.errors import StoreError
from eventdb.store import schema
from eventdb.store.backup import backup, copy_database, free_name
from eventdb.store.engine import Location, connected, database_file, database_name
from eventdb.store.failures import explained
from eventdb.store.schema import SchemaState

_SIDES = ("", "-wal", "-shm")


def restore(source: Path, location: Location) -> Path | None:
    """Makes a database what a backup of it is; returns where it is kept as it was before, if it was there.

    The backup is looked through first, and may be of an older schema. The database may be in use: who
    writes is waited for, and what is committed while it is being replaced is in neither of the two. One
    that cannot be read is put aside as it is, ``events.damaged-1.db``.

    Raises:
        StoreError: no SQLite file; the backup is missing, damaged, or the database itself; there is no room.
        SchemaError: the backup is empty, of a newer schema, or not eventdb's.
    """
    target = database_file(location)
    if target is None:
        raise StoreError(f"{database_name(location)} is not a file: restore it with its own tool")
    _look_through(source)
    if target.exists() and source.samefile(target):
        raise StoreError(f"{source} is the database itself: name a backup of it")
    kept = _keep(target) if target.exists() else None
    with explained(str(target)):
        copy_database(source, target)
    return kept


def _look_through(source: Path) -> None:
    if not source.is_file():
        raise StoreError(f"there is no backup {source}")
    if schema.state(source) is not SchemaState.OLDER:
        schema.verify(source)
    with explained(str(source)), connected(source, read_only=True) as connection:
        problem = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if problem != "ok":
        raise StoreError(f"{source} is damaged itself ({problem}): choose another backup")


def _keep(target: Path) -> Path:
    """A copy of the database; where it cannot be read, the file itself under another name."""
    try:
        return backup(target)
    except StoreError:
        aside = free_name(target, "damaged")
        for side in _SIDES:
            file = Path(f"{target}{side}")
            if file.exists():
                file.rename(f"{aside}{side}")
        return aside
