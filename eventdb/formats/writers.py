"""Events as csv, json and jsonl: one construction for all fields of `EventRecord`."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any

from eventdb.formats.record import EventRecord
from eventdb.formats.table import write_table
from eventdb.formats.visible import escape_json, visible

_FIELDS = tuple(field.name for field in fields(EventRecord))

Writer = Callable[[Iterable[EventRecord], int], Iterator[str]]
"""Records and the width of the terminal → lines without their line ends."""


def as_dict(record: EventRecord) -> dict[str, Any]:
    """The record's fields in order."""
    return {name: getattr(record, name) for name in _FIELDS}


def write_csv(records: Iterable[EventRecord], _width: int) -> Iterator[str]:
    """RFC 4180 with a head line."""
    yield ",".join(_FIELDS)
    for record in records:
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(
            visible(value) if isinstance(value, str) else value for value in as_dict(record).values()
        )
        yield line.getvalue().removesuffix("\n")


def write_jsonl(records: Iterable[EventRecord], _width: int) -> Iterator[str]:
    """One JSON object a line."""
    for record in records:
        yield escape_json(json.dumps(as_dict(record), ensure_ascii=False))


def write_json(records: Iterable[EventRecord], _width: int) -> Iterator[str]:
    """One JSON array, one object a line."""
    lines = list(write_jsonl(records, _width))
    yield "["
    yield from (f"  {line}{',' if i < len(lines) else ''}" for i, line in enumerate(lines, start=1))
    yield "]"


WRITERS: dict[str, Writer] = {
    "table": write_table,
    "csv": write_csv,
    "json": write_json,
    "jsonl": write_jsonl,
}
