"""Noticing that another connection, of this process or another, has changed a database."""

from eventdb.store.closing import Closing
from eventdb.store.database import Database
from eventdb.store.failures import explained

_VERSION = {
    "sqlite": "PRAGMA data_version",
    "postgresql": "SELECT pg_snapshot_xmax(pg_current_snapshot())",
}
"""What changes with every transaction that wrote: in PostgreSQL also with those in other databases."""


class Changes(Closing):
    """Watches a database through a connection of its own.

    >>> with Changes(database) as changes:
    ...     before = changes.version()
    """

    def __init__(self, database: Database) -> None:
        self._name = database.name
        with explained(database.name):
            self._connection = database.engine.execution_options(read_only=True).connect()

    def version(self) -> str:
        """A mark that is another one after something was written, and else the same.

        Raises:
            StoreError: the database cannot be read any more.
        """
        with explained(self._name):
            found = self._connection.exec_driver_sql(_VERSION[self._connection.dialect.name]).scalar_one()
            self._connection.rollback()  # what was seen must not stay as it was
            return str(found)

    def close(self) -> None:
        """Gives the connection back."""
        self._connection.close()
