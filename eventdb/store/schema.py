"""Which version of the schema a database has, and how it gets to this one.

Opening a database only compares a number; Alembic is imported where the schema changes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from eventdb.errors import SchemaError, StoreError
from eventdb.resources import migrations_path
from eventdb.store.backup import backup as back_up
from eventdb.store.derived import create_derived, drop_derived
from eventdb.store.engine import Location, connected, database_file, database_name, recorded
from eventdb.store.failures import explained

if TYPE_CHECKING:
    from alembic.config import Config

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""All versions of the schema, oldest first, as in `alembic/versions`."""

HEAD = REVISIONS[-1]

APPLICATION_ID = 0x45564442
"""Marks an SQLite file as eventdb's ("EVDB"): PRAGMA application_id."""


class OutdatedSchema(SchemaError):
    """A database is of an older version: `upgrade` brings it to this one."""


class SchemaState(Enum):
    """How a database stands to this version of eventdb."""

    MISSING = "missing"  # there is no file
    EMPTY = "empty"  # nothing in it yet
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"  # made by another program


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of the schema: its number, and what changed."""

    number: str
    summary: str


def state(location: Location) -> SchemaState:
    """How the schema of a database stands to this version of eventdb.

    Raises:
        StoreError: the database cannot be read.
    """
    return _inspected(location)[0]


def current(location: Location) -> str | None:
    """The version of a database's schema, "0001"; None where it has none."""
    return _inspected(location)[1]


def verify(location: Location) -> None:
    """Does nothing if the database can be used as it is.

    Raises:
        OutdatedSchema: it must be upgraded first.
        SchemaError: it is empty, newer than this eventdb, or not eventdb's.
        StoreError: it is missing, or cannot be read.
    """
    found, version = _inspected(location)
    name = database_name(location)
    match found:
        case SchemaState.MISSING:
            raise StoreError(f"there is no database {name}: make it with eventdb db init or eventdb add FILE")
        case SchemaState.EMPTY:
            raise SchemaError(f"{name} is empty: prepare it with eventdb db init")
        case SchemaState.OLDER:
            raise OutdatedSchema(
                f"{name} has schema {version}, this eventdb needs {HEAD}: run eventdb db upgrade "
                "(it makes a backup first)"
            )
        case SchemaState.NEWER:
            raise SchemaError(
                f"{name} was made by a newer eventdb (schema {version}, this one knows {HEAD}): "
                "update with pip install --upgrade eventdb"
            )
        case SchemaState.FOREIGN:
            raise SchemaError(f"{name} was not made by eventdb: choose another file with --db")


def create(location: Location) -> None:
    """Builds the schema in a database that is missing or empty.

    Raises:
        StoreError: there is something in it already, or it cannot be written.
    """
    if state(location) not in (SchemaState.MISSING, SchemaState.EMPTY):
        verify(location)
        raise StoreError(f"{database_name(location)} is there already, with schema {HEAD}")
    _run_migrations(location)


def upgrade(location: Location, *, backup: bool = True) -> Path | None:
    """Brings a database to the version of this eventdb; all of it or, where it fails, nothing.

    A backup is made first where something is pending, and its path returned; None where there was
    nothing to do, no backup was wanted, or the database is no file.

    Raises:
        SchemaError: it is missing, empty, newer, or not eventdb's.
        StoreError: it cannot be read or written.
    """
    if state(location) is not SchemaState.OLDER:
        verify(location)
        return None
    copy = back_up(location) if backup and database_file(location) else None
    _run_migrations(location)
    return copy


def pending_sql(location: Location) -> tuple[str, ...]:
    """The statements that `upgrade` would send, in order; none where there is nothing to do.

    They are found by upgrading a copy of the database, so that what is shown is known to work.

    Raises:
        SchemaError: it is missing, empty, newer, or not eventdb's.
        StoreError: it is no file, or cannot be read; or the upgrade would fail.
    """
    if state(location) is not SchemaState.OLDER:
        verify(location)
        return ()
    with TemporaryDirectory(prefix="eventdb-") as folder:
        copy = back_up(location, Path(folder) / "copy.db")
        return _run_migrations(copy)


def history() -> tuple[Revision, ...]:
    """All versions of the schema, oldest first."""
    from alembic.script import ScriptDirectory  # costs as much as all of `list`

    script = ScriptDirectory.from_config(migration_config())
    revisions = reversed(list(script.walk_revisions()))
    return tuple(Revision(revision.revision, revision.doc) for revision in revisions)


def migration_config(connection: Connection | None = None) -> "Config":
    """Alembic's configuration without an ini file, for the migrations that eventdb ships with."""
    from alembic.config import Config  # costs as much as all of `list`

    config = Config()
    config.set_main_option("script_location", str(migrations_path()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@contextmanager
def migrating(location: Location) -> Iterator[Connection]:
    """A connection in one transaction in which the schema may change.

    Foreign keys are off in it and checked at its end; the view and the triggers are put aside and
    made anew, and the last numbers given are kept, for rebuilding a table would lose them.

    Raises:
        SchemaError: another program made the database, or the change would leave rows that point
            nowhere; nothing was changed.
    """
    name = database_name(location)
    if state(location) is SchemaState.FOREIGN:
        verify(location)
    with explained(name), connected(location, migrating=True) as connection:
        numbers = _numbers_given(connection)
        drop_derived(connection)
        yield connection
        _keep_numbers(connection, numbers)
        if _version(connection) == HEAD:
            create_derived(connection)
        _check_foreign_keys(connection, name)


def _numbers_given(connection: Connection) -> dict[str, int]:
    """The last number that each table gave to a row, so that none is given twice."""
    if connection.dialect.name != "sqlite" or not inspect(connection).has_table("sqlite_sequence"):
        return {}
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
    return {row.name: row.seq for row in rows}


def _keep_numbers(connection: Connection, numbers: dict[str, int]) -> None:
    for name, number in numbers.items():
        update = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
        connection.exec_driver_sql(update, (number, name))


def _run_migrations(location: Location) -> tuple[str, ...]:
    """Brings a database to the newest version; returns what was sent to do so."""
    from alembic import command  # costs as much as all of `list`

    with migrating(location) as connection, recorded(connection) as sent:
        command.upgrade(migration_config(connection), "head")
    return tuple(sent)


def _check_foreign_keys(connection: Connection, name: str) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise SchemaError(
            f"{name} was not changed: a row of {broken[0]} would point to a missing {broken[2]}"
        )


def _inspected(location: Location) -> tuple[SchemaState, str | None]:
    file = database_file(location)
    if file is not None and file.is_dir():
        raise StoreError(f"{file} is a folder: name a file for the database")
    if file is not None and not file.exists():
        return SchemaState.MISSING, None
    with explained(database_name(location)), connected(location, read_only=True) as connection:
        version = _version(connection)
        return _judged(connection, version), version


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _judged(connection: Connection, version: str | None) -> SchemaState:
    if version is None:
        others = set(inspect(connection).get_table_names()) - {"alembic_version"}
        return SchemaState.FOREIGN if others else SchemaState.EMPTY
    if not _marked(connection):
        return SchemaState.FOREIGN
    if version == HEAD:
        return SchemaState.CURRENT
    return SchemaState.OLDER if version in REVISIONS else SchemaState.NEWER


def _marked(connection: Connection) -> bool:
    """Whether eventdb made this database."""
    if connection.dialect.name == "sqlite":
        return bool(connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID)
    return inspect(connection).has_table("event")
