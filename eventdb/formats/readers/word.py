"""Word documents (.docx), by python-docx: paragraphs and tables in the order in which they stand."""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from eventdb.errors import DocumentError
from eventdb.extras import requires
from eventdb.formats.metadata import Metadata
from eventdb.formats.readers.content import Content


def read(data: bytes, name: str) -> tuple[Content]:
    """The text, paragraphs apart by blank lines, the cells of a table's row by tabs.

    When the file was made is no date of the document, and only a remark.

    Raises:
        DocumentError: the file is damaged.
        MissingExtra: python-docx is not installed.
    """
    with requires("docx"):
        from docx import Document
        from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(io.BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise DocumentError(f"{name} cannot be read as a Word document: {error}") from error
    properties = document.core_properties
    text = "\n\n".join(part for part in _parts(document) if part.strip())
    title = properties.title or _title(document)
    made = properties.created
    notes = (f"its file was made on {made:%Y-%m-%d}, which need not be its date",) if made else ()
    return (Content(text, Metadata(title=title or None, where="the file's properties"), notes=notes),)


def _parts(document: Any) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield part.text
        else:
            yield "\n".join("\t".join(cell.text for cell in row.cells) for row in part.rows)


def _title(document: Any) -> str | None:
    """The paragraph that is set as the document's title."""
    titles = (part.text for part in document.paragraphs if part.style and part.style.name == "Title")
    return next(titles, None)
