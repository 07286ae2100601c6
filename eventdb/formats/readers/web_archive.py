"""Archives of web pages (WARC, ISO 28500), by warcio: each page in them is a document.

When a page was fetched is not when it was written: its date is looked for in the page alone.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from eventdb.errors import DocumentError
from eventdb.extras import requires
from eventdb.formats.readers.content import Content
from eventdb.formats.readers.web_page import page_content


def read(data: bytes, name: str) -> Iterator[Content]:
    """The HTML pages that were fetched with success; `part` is the address of each.

    Raises:
        MissingExtra: warcio or trafilatura is not installed.
    """
    with requires("warc"):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            if _is_page(record):
                yield _page(record, name)
    except ArchiveLoadFailed as error:
        yield Content(problem=f"{name} is damaged: {error}")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return "html" in (headers.get_header("Content-Type") or "")


def _page(record: Any, name: str) -> Content:
    address = record.rec_headers.get_header("WARC-Target-URI")
    try:
        content = page_content(record.content_stream().read(), f"{name}, {address}")
    except DocumentError as error:
        return Content(part=f"#{address}", problem=str(error))
    metadata = replace(content.metadata, source=address)
    return replace(content, metadata=metadata, part=f"#{address}")
