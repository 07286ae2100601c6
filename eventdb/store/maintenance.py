"""Looks for damage in a database."""

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from eventdb.errors import StoreError
from eventdb.store import schema
from eventdb.store.derived import OBJECTS
from eventdb.store.engine import Location, connected, database_file, database_name
from eventdb.store.failures import explained


def check(location: Location) -> tuple[str, ...]:
    """What is wrong with a database, one line for each problem; nothing where all is well.

    Examined are the schema's version, SQLite's own structure, references, the full text against
    the events, and whether the view and the triggers are there.

    Raises:
        StoreError: the database is missing, or is no file: a server checks its own.
    """
    file = database_file(location)
    if file is None:
        raise StoreError(f"{database_name(location)} is not a file: check it with its own tools")
    if not file.exists():
        schema.verify(location)
    try:
        schema.verify(location)
        with explained(database_name(location)), connected(location) as connection:
            return tuple(_problems(connection))
    except StoreError as error:
        return (str(error),)


def _problems(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"structure: {row[0]}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"references: row {row[1]} of {row[0]} points to a missing {row[2]}"
    present = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    for name in sorted(OBJECTS - present):
        yield f"schema: {name} is missing"
    try:
        connection.exec_driver_sql("INSERT INTO event_fts (event_fts, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        yield "full text: the index does not agree with the events"
