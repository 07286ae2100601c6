"""All fields of the events as Apache Parquet, for dataframes and column stores."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from sqlalchemy.orm import Session

from eventdb.extras import requires
from eventdb.formats.listed_records import records
from eventdb.formats.record import EventRecord
from eventdb.formats.writers import as_dict
from eventdb.query.selection import Selection

_GROUP = 10_000
"""Rows that are held in memory and written together."""

_NUMBERS = ("id", "document_id", "start", "end")


def export(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """One row for each event, with the fields of `EventRecord` as columns; nothing is left out.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    with requires("parquet"):
        from pyarrow import Table, parquet

    with parquet.ParquetWriter(out, _schema()) as writer:
        for group in _groups(records(session, selection)):
            writer.write_table(Table.from_pylist(group, _schema()))
    return ()


def _schema() -> Any:
    import pyarrow

    return pyarrow.schema(
        (name, pyarrow.int64() if name in _NUMBERS else pyarrow.string()) for name in EventRecord._fields
    )


def _groups(found: Iterator[EventRecord]) -> Iterator[list[dict[str, Any]]]:
    while group := [as_dict(record) for record in islice(found, _GROUP)]:
        yield group
