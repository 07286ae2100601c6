"""The one place where a database's failures become lines for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from eventdb.errors import StoreError

_LOCKED = "{name} is locked by another process: try again when it has finished"
_FULL = "the disk is full, nothing was changed in {name}: free some space and try again"
_READONLY = "{name} is read-only: make the file and its folder writable, or work on a copy"

_MEANINGS = {
    "SQLITE_BUSY": _LOCKED,
    "SQLITE_LOCKED": _LOCKED,
    "SQLITE_READONLY": _READONLY,
    "SQLITE_FULL": _FULL,
    "SQLITE_CORRUPT": "{name} is damaged ({reason}): restore a backup, or save what can be read with "
    "sqlite3's .recover",
    "SQLITE_NOTADB": "{name} is not a database: choose another file with --db",
    "SQLITE_CANTOPEN": "{name} cannot be opened: check that its folder exists and may be read and written",
    "SQLITE_IOERR": "the disk failed while {name} was in use ({reason}): check the disk, "
    "then run eventdb db check",
    "55P03": _LOCKED,
    "53100": _FULL,
    "25006": "{name} is read-only: nothing was changed",
    "42501": "{name} may not be used so ({reason}): ask its owner for the right",
}
"""By SQLite's name or PostgreSQL's code (its manual, appendix A) of an error, or how that begins."""

_LACKING = ("42P01", "42703", "42704")
"""PostgreSQL's codes for a table, a column, or something else that is not there."""


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turns any failure of the database called `name` into a `StoreError` of one line.

    Raises:
        StoreError: locked, read-only, full, damaged, not a database, or anything else.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise StoreError(explanation(error, name)) from error
    except UnicodeEncodeError as error:
        half = ascii(error.object[error.start : error.end])
        raise StoreError(f"a text holds half a character ({half}), which {name} cannot keep") from error


def explanation(error: DBAPIError | sqlite3.Error, name: str) -> str:
    """What went wrong and what to do about it.

    "database is locked" on events.db → "events.db is locked by another process: try again …"
    """
    cause: BaseException = error
    if isinstance(error, DBAPIError) and error.orig is not None:
        cause = error.orig
    code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or ""
    reason = str(cause).partition("\n")[0]
    for prefix, meaning in _MEANINGS.items():
        if code.startswith(prefix):
            return meaning.format(name=name, reason=reason)
    if reason.startswith("connection "):
        return f"{name} cannot be reached: {reason}"
    if reason.startswith(("no such table", "no such column")) or code in _LACKING:
        return f"{name} lacks a part of eventdb's schema ({reason}): look at it with eventdb db check"
    return f"{name} could not be used: {reason}"
