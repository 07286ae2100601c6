"""JSON Lines of documents: ``{"text": "They met on Tuesday.", "date": "2015-05-12", "title": …}``.

The keys are those of a sidecar: title, date, source, language, locale; `dct`, `lang` and `url` are
understood as well. `doc_id` or `id` names the document among the others.
"""

import json
from collections.abc import Iterator

from eventdb.errors import DocumentError
from eventdb.formats.encoding import decode
from eventdb.formats.metadata import Metadata
from eventdb.formats.readers.content import Content

_SAME = {"dct": "date", "lang": "language", "url": "source"}


def read(data: bytes, name: str) -> Iterator[Content]:
    """The document of each line; `part` is its id or the number of its line."""
    text, _ = decode(data, name)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _document(line, number)
            except DocumentError as error:
                yield Content(part=f"#{number}", problem=f"{name}, line {number}: {error}")


def _document(line: str, number: int) -> Content:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise DocumentError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    if not isinstance(row, dict):
        raise DocumentError("not a JSON object")
    if not isinstance(row.get("text"), str):
        raise DocumentError('its "text" is missing or not a string')
    id = row.get("doc_id", row.get("id", number))
    values = {_SAME.get(key) or key: value for key, value in row.items() if value is not None}
    return Content(row["text"], Metadata.of(values, "its JSON"), part=f"#{id}")
