"""Looks for damage in a database."""

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from eventdb.errors import StoreError
from eventdb.store import schema
from eventdb.store.derived import derived_problems
from eventdb.store.engine import Location, connected, database_file, database_name
from eventdb.store.failures import explained


def check(location: Location) -> tuple[str, ...]:
    """What is wrong with a database, one line for each problem; nothing where all is well.

    Examined are the schema's version, and whether the view and what keeps the full text are there and
    eventdb's own; of a file also SQLite's own structure, references, and the full text against the
    events. A server watches over those itself.

    Raises:
        StoreError: there is no such database.
    """
    file = database_file(location)
    if file is not None and not file.exists():
        schema.verify(location)
    try:
        schema.verify(location)
        with explained(database_name(location)), connected(location) as connection:
            return (*derived_problems(connection), *(_damage(connection) if file else ()))
    except StoreError as error:
        return (str(error),)


def _damage(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"structure: {row[0]}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"references: row {row[1]} of {row[0]} points to a missing {row[2]}"
    try:
        connection.exec_driver_sql("INSERT INTO event_fts (event_fts, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        yield "full text: the index does not agree with the events"
