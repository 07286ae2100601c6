"""Failures in one line that says what to do."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from eventdb.errors import StoreError
from eventdb.store.failures import explained, explanation


class Failure(sqlite3.OperationalError):
    """A failure with a code, as the driver raises it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.sqlite_errorname = code


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("SQLITE_BUSY", "events.db is locked by another process: try again when it has finished"),
        ("SQLITE_BUSY_SNAPSHOT", "events.db is locked by another process: try again when it has finished"),
        (
            "SQLITE_READONLY_DIRECTORY",
            "events.db is read-only: make the file and its folder writable, or work on a copy",
        ),
        (
            "SQLITE_FULL",
            "the disk is full, nothing was changed in events.db: free some space and try again",
        ),
        ("SQLITE_NOTADB", "events.db is not a database: choose another file with --db"),
        (
            "SQLITE_IOERR_WRITE",
            "the disk failed while events.db was in use (oh): check the disk, then run eventdb db check",
        ),
        ("SQLITE_MISUSE", "events.db could not be used: oh"),
    ],
)
def test_every_failure_has_its_line(code: str, expected: str) -> None:
    assert explanation(Failure(code, "oh\nand more"), "events.db") == expected
    wrapped = OperationalError("SELECT 1", {}, Failure(code, "oh"))
    assert explanation(wrapped, "events.db") == expected


def test_missing_table_points_to_the_check() -> None:
    error = Failure("SQLITE_ERROR", "no such table: event")
    assert explanation(error, "x.db") == (
        "x.db lacks a part of eventdb's schema (no such table: event): look at it with eventdb db check"
    )


def test_other_exceptions_pass() -> None:
    with pytest.raises(KeyError), explained("events.db"):
        raise KeyError("mine")


def test_cause_is_kept() -> None:
    failure = Failure("SQLITE_FULL", "full")
    with pytest.raises(StoreError) as caught, explained("events.db"):
        raise failure
    assert caught.value.__cause__ is failure
