"""All fields of the events as CSV, JSON and JSON Lines, which `eventdb import` reads back."""

from collections.abc import Iterable
from typing import BinaryIO

from sqlalchemy.orm import Session

from eventdb.formats.listed_records import records
from eventdb.formats.writers import WRITERS
from eventdb.query.selection import Selection


def export_csv(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """RFC 4180, one row for each event, the names of the fields first; nothing is left out."""
    return _export("csv", session, selection, out)


def export_json(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """One array, with an object for each event; nothing is left out."""
    return _export("json", session, selection, out)


def export_jsonl(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """One object a line; nothing is left out."""
    return _export("jsonl", session, selection, out)


def _export(name: str, session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    write_lines(WRITERS[name](records(session, selection), 0), out)
    return ()


def write_lines(lines: Iterable[str], out: BinaryIO) -> None:
    """Each line as UTF-8, with its end; what UTF-8 cannot hold is written out as an escape."""
    for line in lines:
        out.write(f"{line}\n".encode(errors="backslashreplace"))
