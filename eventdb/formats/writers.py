"""Events as csv, json and jsonl: one construction for all fields of `EventRecord`."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from operator import itemgetter
from typing import Any

from eventdb.formats.record import EventRecord
from eventdb.formats.table import write_table
from eventdb.formats.visible import escape_json, visible
from eventdb.imports.spreadsheet import SIGNS, guarded

TEXTS = ("event", "who", "where", "basis_text", "quote", "document", "source")
"""The fields whose text comes from documents, or from people."""

Writer = Callable[[Iterable[EventRecord], int], Iterator[str]]
"""Records and the width of the terminal → lines, one or many at a time, without the last line end."""

_MANY = 50
"""How many records are made to text at once; so few stay in the processor's cache."""

_TEXTS = tuple(EventRecord._fields.index(name) for name in TEXTS)
_texts = itemgetter(*_TEXTS)
_json = json.JSONEncoder(ensure_ascii=False).encode


def as_dict(record: EventRecord) -> dict[str, Any]:
    """The record's fields in order."""
    return record._asdict()


def write_csv(records: Iterable[EventRecord], _width: int) -> Iterator[str]:
    """RFC 4180 with a head line; no text in it is a formula (see `eventdb.imports.spreadsheet`)."""
    yield ",".join(EventRecord._fields)
    for some in _portions(records):
        lines = io.StringIO()
        csv.writer(lines, lineterminator="\n").writerows(map(_safe, some))
        yield visible(lines.getvalue().removesuffix("\n"))


def write_jsonl(records: Iterable[EventRecord], _width: int) -> Iterator[str]:
    """One JSON object a line."""
    for some in _portions(records):
        yield escape_json("\n".join([_json(record._asdict()) for record in some]))


def write_json(records: Iterable[EventRecord], _width: int) -> Iterator[str]:
    """One JSON array, one object a line."""
    yield "["
    before = None
    for lines in write_jsonl(records, _width):
        if before is not None:
            yield f"{before},"
        before = "  " + lines.replace("\n", ",\n  ")
    if before is not None:
        yield before
    yield "]"


def _portions(records: Iterable[EventRecord]) -> Iterator[list[EventRecord]]:
    found = iter(records)
    while some := list(islice(found, _MANY)):
        yield some


def _safe(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A record with its texts guarded, where one needs it."""
    for text in _texts(values):
        if text and text[0] in SIGNS:
            return tuple(guarded(v) if v and i in _TEXTS else v for i, v in enumerate(values))
    return values


WRITERS: dict[str, Writer] = {
    "table": write_table,
    "csv": write_csv,
    "json": write_json,
    "jsonl": write_jsonl,
}
