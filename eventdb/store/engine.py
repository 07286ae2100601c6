"""From a path or URL to an engine whose transactions are safe when several processes share a database.

Of two writers that both read before they write, one would silently lose its update. So writers take
turns: each waits before it reads. Readers see one state of the database and wait for nobody. A `begin`
hook sees to both. The sqlite3 driver runs in autocommit for it, because its own way begins late; there
writers say BEGIN IMMEDIATE, and readers BEGIN on the write-ahead log. In PostgreSQL writers share a lock.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from eventdb.errors import StoreError

BUSY_TIMEOUT = 60.0
"""How many seconds to wait for another writer, who may be keeping a long document."""

_UNINTERRUPTED = 5.0
"""For how many of them the driver waits without looking whether the person wants to stop."""

UNICODE_LOWER = "unicode_lower"
"""A function of SQL that is there in SQLite, whose own `lower` knows only the letters of ASCII."""

_CACHE = 8 * 1024
"""How many KiB of an SQLite file's pages are kept, at most: each is checked when it is read again."""

_WRITERS_LOCK = 0x45564442
"""The number of the lock that writers share in PostgreSQL ("EVDB")."""

Location = str | os.PathLike[str] | URL
"""Where a database is: a path ("events.db") or a URL ("postgresql+psycopg://…")."""


def database_url(location: Location) -> URL:
    """The URL of a location. "events.db" → ``sqlite:///events.db``.

    Raises:
        StoreError: not a URL that can be read, or a database in memory, which eventdb does not keep.
    """
    if isinstance(location, os.PathLike):
        location = os.fspath(location)
    if isinstance(location, str) and "://" not in location:
        return URL.create("sqlite", database=location)
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise StoreError(f"{location} is neither a file nor the URL of a database") from error
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise StoreError("eventdb keeps its database in a file: name one, for example events.db")
    return url


def database_file(location: Location) -> Path | None:
    """The file of an SQLite database; None for a database server."""
    url = database_url(location)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def database_name(location: Location) -> str:
    """What to call a database in a message: its path, or its URL without the password."""
    file = database_file(location)
    return str(file) if file else database_url(location).render_as_string(hide_password=True)


def create_database_engine(location: Location, *, migrating: bool = False) -> Engine:
    """An engine for a database; nothing is opened yet.

    With `migrating` an SQLite file is made where there is none and switched to the write-ahead
    log, and foreign keys stay off, because rebuilding a table with them on deletes its children.

    Raises:
        StoreError: the driver for this kind of database is not installed.
    """
    url = database_url(location)
    file = database_file(url)
    if file is not None:
        return _sqlite_engine(file, migrating)
    try:
        engine = create_engine(url)
    except (ImportError, NoSuchModuleError) as error:
        raise StoreError(
            f"the driver for {database_name(url)} is not installed ({error}): "
            "for PostgreSQL, pip install 'eventdb[postgresql]' and say postgresql+psycopg://"
        ) from error
    if url.get_backend_name() == "postgresql":
        event.listen(engine, "begin", _begin_postgresql)
    return engine


@contextmanager
def connected(
    location: Location, *, migrating: bool = False, read_only: bool = False
) -> Iterator[Connection]:
    """One transaction on an engine of its own, after which the file is given back."""
    engine = create_database_engine(location, migrating=migrating)
    try:
        with engine.execution_options(read_only=read_only).begin() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def recorded(connection: Connection) -> Iterator[list[str]]:
    """The statements that change anything, as they are sent through a connection meanwhile."""
    sent: list[str] = []

    def remember(*details: object) -> None:
        statement = str(details[2]).strip()
        if not statement.startswith(("SELECT", "PRAGMA", "SET")):
            sent.append(statement)

    event.listen(connection, "before_cursor_execute", remember)
    try:
        yield sent
    finally:
        event.remove(connection, "before_cursor_execute", remember)


def _sqlite_engine(file: Path, migrating: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        access = "mode=rwc" if migrating else _access(file)
        connection = sqlite3.connect(
            f"file:{quote(str(file))}?{access}",
            uri=True,
            timeout=min(BUSY_TIMEOUT, _UNINTERRUPTED),
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute(f"PRAGMA foreign_keys = {'OFF' if migrating else 'ON'}")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        connection.create_function(UNICODE_LOWER, 1, _lower, deterministic=True)
        if migrating:
            connection.execute("PRAGMA journal_mode = WAL")
        return connection

    engine = create_engine(URL.create("sqlite", database=str(file)), creator=connect)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _access(file: Path) -> str:
    """How to open an existing file: one that may not be written, without making files beside it.

    While another process writes, its log stands beside the file and must be read too; where there
    is none the file cannot be changing, and may be read as it is.
    """
    if os.access(file, os.W_OK) and os.access(file.absolute().parent, os.W_OK):
        return "mode=rw"
    log = Path(f"{file}-wal")
    return "mode=ro" if log.is_file() and log.stat().st_size else "mode=ro&immutable=1"


def _begin_sqlite(connection: Connection) -> None:
    """Who only reads trusts no view; the triggers of writers need the full text, which counts as unsafe."""
    reads = _only_reads(connection)
    if connection.info.get("reads") is not reads:
        connection.exec_driver_sql(f"PRAGMA query_only = {int(reads)}")
        connection.exec_driver_sql(f"PRAGMA trusted_schema = {int(not reads)}")
        connection.info["reads"] = reads
    if reads:
        connection.exec_driver_sql("BEGIN")
    else:
        _begin_writing(connection.connection.driver_connection)


def _begin_writing(connection: Any) -> None:
    """Waits in pieces, after each of which the person can stop it."""
    until = time.monotonic() + BUSY_TIMEOUT
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
        else:
            return


def _lower(text: str | None) -> str | None:
    return text.lower() if isinstance(text, str) else None


def _begin_postgresql(connection: Connection) -> None:
    if _only_reads(connection):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_TIMEOUT:.0f}s'")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")


def _only_reads(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("read_only"))
