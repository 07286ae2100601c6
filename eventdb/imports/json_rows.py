"""JSON: an array of objects, an object with such an array in `events`, or one object a line.

The slides of TimelineJS are understood: dates of year, month and day, and a headline.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from eventdb.errors import DocumentError
from eventdb.imports.row import Row
from eventdb.text import Span

_EVENTS = re.compile(r'"events"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")
_TAG = re.compile(r"<[^>]+>")


def array_rows(text: str) -> Iterator[Row]:
    """The objects of the array.

    Raises:
        DocumentError: the text is not JSON, or holds no array of events.
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise DocumentError(f"it is not JSON: {error.msg} in line {error.lineno}") from None
    except RecursionError:
        raise DocumentError("it is nested too deeply") from None
    at = _first(text)
    line, counted = 1, 0
    while text[at] != "]":
        value, end = json.JSONDecoder().raw_decode(text, at)
        line, counted = line + text.count("\n", counted, at), at
        yield _row(value, line, Span(at, end))
        at = _GAP.match(text, end).end()  # type: ignore[union-attr]  # it matches everywhere


def _first(text: str) -> int:
    """Where the first object stands, or the end of an empty array."""
    begin = re.match(r"\s*\[", text) or _EVENTS.search(text)
    if begin is None:
        raise DocumentError('it is no array of events, and has none in "events"')
    gap = _GAP.match(text, begin.end())
    return gap.end() if gap else begin.end()


def line_rows(text: str) -> Iterator[Row]:
    """The object of each line."""
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        place = Span(at, at + len(line))
        at += len(line) + 1
        if line.strip():
            try:
                yield _row(json.loads(line), number, place)
            except json.JSONDecodeError as error:
                yield Row(number, place, {}, f"it is not JSON: {error.msg} at character {error.pos + 1}")


def _row(value: Any, line: int, place: Span) -> Row:
    if not isinstance(value, dict):
        return Row(line, place, {}, "it is no JSON object")
    try:
        return Row(line, place, {key: _plain(cell) for key, cell in value.items()})
    except (ValueError, TypeError):
        return Row(line, place, {}, "its date is not made of numbers")


def _plain(value: Any) -> str:
    """A value as a cell of a table would hold it."""
    match value:
        case None:
            return ""
        case {"year": _}:
            return _date(value)
        case {"headline": str(headline)}:
            return html.unescape(_TAG.sub("", headline)).strip()
        case list():
            return "; ".join(map(_plain, value))
        case str():
            return value.strip()
        case _:
            return json.dumps(value, ensure_ascii=False)


def _date(fields: dict[str, Any]) -> str:
    """A date of TimelineJS in EDTF; its years before 1 count as historians do."""
    year = int(fields["year"])
    astronomical = year if year > 0 else year + 1
    text = f"{'-' if astronomical < 0 else ''}{abs(astronomical):04}"
    for unit in ("month", "day"):
        if not fields.get(unit):
            return text
        text += f"-{int(fields[unit]):02}"
    if not fields.get("hour"):
        return text
    return f"{text}T{int(fields['hour']):02}:{int(fields.get('minute') or 0):02}"
