"""CSV with a head line, whatever its separator."""

import csv
from collections.abc import Iterator
from itertools import accumulate

from eventdb.errors import DocumentError
from eventdb.imports.row import Row, lines_of
from eventdb.imports.spreadsheet import unguarded
from eventdb.text import Span

_SEPARATORS = ",;\t|"


def rows(text: str) -> Iterator[Row]:
    """The records below the head line; empty lines are none.

    Raises:
        DocumentError: the head line names a column twice, or there is none.
    """
    lines = lines_of(text)
    starts = [0, *accumulate(map(len, lines))]
    reader = csv.reader(iter(lines), delimiter=_separator(text.partition("\n")[0]), strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise DocumentError(f"its head line cannot be read: {error}") from error
    if not any(head):
        raise DocumentError("it has no head line that names its columns")
    if len(set(head)) < len(head):
        raise DocumentError("its head line names a column twice")
    while True:
        begun = reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(begun + 1, Span(starts[begun], len(text)), {}, str(error))
            return
        if any(cell.strip() for cell in cells):
            yield _row(begun + 1, Span(starts[begun], starts[reader.line_num]), head, cells)


def _separator(head: str) -> str:
    """The separator that is most frequent in the head line."""
    return max(_SEPARATORS, key=head.count)


def _row(line: int, place: Span, head: list[str], cells: list[str]) -> Row:
    if len(cells) > len(head) and any(cell.strip() for cell in cells[len(head) :]):
        return Row(line, place, {}, f"it has {len(cells)} cells, and the head line {len(head)}")
    return Row(line, place, dict(zip(head, (unguarded(cell.strip()) for cell in cells), strict=False)))
