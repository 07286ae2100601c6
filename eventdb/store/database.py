"""`Database`: an open database, from which sessions come."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from eventdb.store import schema
from eventdb.store.closing import Closing
from eventdb.store.engine import Location, create_database_engine, database_name
from eventdb.store.failures import explained


class Database(Closing):
    """An open database of the current schema; make one with `Database.open`.

    >>> with Database.open("events.db") as database, database.session() as session:
    ...     session.get(Event, 7)
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name

    @classmethod
    def open(cls, location: Location = "events.db", *, create: bool = False) -> Self:
        """Opens a database by path or URL; with `create` it is built where it is missing or empty.

        Raises:
            OutdatedSchema: its schema is older; `schema.upgrade` brings it to this version.
            SchemaError: its schema is newer, or it was not made by eventdb.
            StoreError: it is missing, locked, damaged, or cannot be read.
        """
        if create and schema.state(location) in (schema.SchemaState.MISSING, schema.SchemaState.EMPTY):
            schema.create(location)
        schema.verify(location)
        return cls(create_database_engine(location), database_name(location))

    @contextmanager
    def session(self, *, read_only: bool = False) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back when an exception leaves it.

        A `read_only` one waits for no writer, works on a file that may not be written, and refuses
        to change anything.

        Raises:
            StoreError: the database is locked, read-only, full or damaged; nothing was changed.
        """
        engine = self.engine.execution_options(read_only=True) if read_only else self.engine
        with explained(self.name), Session(engine, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Gives the file back."""
        self.engine.dispose()
