"""Rows that are no events, in the forms in which all commands give their data."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import click

from eventdb.cli.terminal import columns, write_lines
from eventdb.formats.visible import escape_json, one_line, shorten, visible, width
from eventdb.imports.spreadsheet import guarded

_Command = TypeVar("_Command", bound=Callable[..., Any])
_GAP = "  "
_LEAST_WIDTH = 80
FORMATS = ("table", "csv", "json", "jsonl")


def row_options(command: _Command) -> _Command:
    """``--format`` and ``--output``."""
    for option in (
        click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output."),
        click.option("-f", "--format", type=click.Choice(FORMATS), default="table", show_default=True),
    ):
        command = option(command)
    return command


def print_rows(rows: Iterable[NamedTuple], format: str, output: str | None) -> int:
    """The rows in one of `FORMATS`, their fields as columns; returns how many there were."""
    found = list(rows)
    write_lines(_WRITERS[format](found), output)
    return len(found)


def _table(rows: Sequence[NamedTuple]) -> Iterator[str]:
    """Numbers to the right; the last column takes what room is left, and is cut there."""
    if not rows:
        return
    names = rows[0]._fields
    cells = [[one_line("" if value is None else str(value)) for value in row] for row in rows]
    right = [all(isinstance(row[i], int | None) for row in rows) for i in range(len(names))]
    widths = [max(width(name), *(width(row[i]) for row in cells)) for i, name in enumerate(names)]
    total = max(columns(), _LEAST_WIDTH)
    while sum(widths) + len(_GAP) * (len(widths) - 1) > total:
        widths[max(range(len(widths)), key=widths.__getitem__)] -= 1
    for row in ([name.replace("_", " ") for name in names], *cells):
        yield _GAP.join(map(_cell, row, widths, right)).rstrip()


def _cell(text: str, columns_wide: int, right: bool) -> str:
    short = shorten(text, columns_wide)
    padding = " " * (columns_wide - width(short))
    return padding + short if right else short + padding


def _csv(rows: Sequence[NamedTuple]) -> Iterator[str]:
    for number, row in enumerate(rows):
        line = io.StringIO()
        writer = csv.writer(line, lineterminator="\n")
        if number == 0:
            writer.writerow(row._fields)
        writer.writerow(guarded(visible(value)) if isinstance(value, str) else value for value in row)
        yield line.getvalue().removesuffix("\n")


def _jsonl(rows: Sequence[NamedTuple]) -> Iterator[str]:
    for row in rows:
        yield escape_json(json.dumps(row._asdict(), ensure_ascii=False))


def _json(rows: Sequence[NamedTuple]) -> Iterator[str]:
    yield "["
    for number, line in enumerate(_jsonl(rows), 1):
        yield f"  {line}{',' if number < len(rows) else ''}"
    yield "]"


_WRITERS: dict[str, Callable[[Sequence[NamedTuple]], Iterator[str]]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "jsonl": _jsonl,
}
