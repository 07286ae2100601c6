"""JSON Lines in, JSON Lines out: one document a line, one analysis a line, in the same order.

A line in: ``{"doc_id": "a1", "dct": "2015-05-12", "text": "They met on Tuesday.", "title": …}``.
`dct` is the document's date, a day or a time, or null where it is not known; `title`, `lang` and
`locale` may be left out. For a line out see `eventdb.formats.analysis_json`.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from eventdb.errors import DocumentError
from eventdb.formats.analysis_json import analysis_json
from eventdb.formats.creation import creation_time
from eventdb.formats.visible import escape_json
from eventdb.parallel import Failure, Outcome
from eventdb.text import Document

_TEXTS = ("title", "lang", "locale")


@dataclass(frozen=True, slots=True)
class Row:
    """A document and the id that its analysis will carry (its line's number where it has none)."""

    doc_id: Any
    document: Document


def analyze_lines(
    lines: Iterable[str],
    analyze: Callable[[Iterable[Document]], Iterator[Outcome]],
    problem: Callable[[str], None],
) -> Iterator[str]:
    """The analysis of every line that can be read; `problem` hears of every other.

    A line that is wrong, or a document that the analysis fails on, does not stop the rest. `analyze`
    is `eventdb.parallel.analyze_each` or the like: it may read ahead.
    """
    started: deque[tuple[int, Row]] = deque()

    def documents() -> Iterator[Document]:
        for number, line in enumerate(lines, start=1):
            try:
                row = read_row(line, number) if line.strip() else None
            except DocumentError as error:
                problem(f"line {number}: {error}")
                continue
            if row is not None:
                started.append((number, row))
                yield row.document

    for outcome in analyze(documents()):
        number, row = started.popleft()
        if isinstance(outcome, Failure):
            problem(f"line {number}: {outcome.message}")
        else:
            yield escape_json(json.dumps(analysis_json(row.doc_id, outcome), ensure_ascii=False))


def read_row(line: str, number: int) -> Row:
    """The document that a line holds.

    Raises:
        DocumentError: the line is not a JSON object, or one of its fields cannot be used.
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise DocumentError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    if not isinstance(row, dict):
        raise DocumentError("not a JSON object")
    if not isinstance(row.get("text"), str):
        raise DocumentError('its "text" is missing or not a string')
    for name in _TEXTS:
        if not isinstance(row.get(name), str | None):
            raise DocumentError(f'its "{name}" is not a string')
    return Row(row.get("doc_id", str(number)), _document(row))


def _document(row: dict[str, Any]) -> Document:
    dct = row.get("dct")
    if not isinstance(dct, str | None):
        raise DocumentError('its "dct" is not a date in quotes')
    return Document(
        text=row["text"],
        creation_time=creation_time(dct, "stated in its dct") if dct else None,
        title=row.get("title"),
        language=row.get("lang"),
        locale=row.get("locale"),
    )
