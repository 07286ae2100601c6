"""PDF: the text of its pages, by pypdfium2.

The lines of a page are put together to paragraphs, so that a sentence is not cut where a line ends;
words that are divided at the end of a line are whole again. Each page's stretch of the text is kept.
A PDF says when its file was made, which may be years after the text was written: that is no date of
the document, only a remark.
"""

import io
import re
from collections.abc import Sequence
from typing import Any

from eventdb.errors import DocumentError
from eventdb.extras import requires
from eventdb.formats.metadata import Metadata
from eventdb.formats.readers.content import Content
from eventdb.text import Span

_HYPHENS = dict.fromkeys(map(ord, "\ufffe\u00ad\x02"))
"""How a hyphen comes out that divides a word at the end of a line: there is nothing in its place."""

_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_ITEM = re.compile(r"[-–•*◦▪]\s|\(?\d{1,2}[.)]\s")
"""How the items of a list begin."""

_FULL = 0.75
"""A line of this part of the longest is full: what follows goes on with its sentence."""


def read(data: bytes, name: str) -> tuple[Content]:
    """The text of all pages.

    Raises:
        DocumentError: the file is damaged, locked by a password, or has no text (a scan).
        MissingExtra: pypdfium2 is not installed.
    """
    with requires("pdf"):
        from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
        pages = [_lines(page) for page in document]
        properties = document.get_metadata_dict()
    except PdfiumError as error:
        raise DocumentError(f"{name} cannot be read as a PDF: {error}") from error
    text, spans = join_pages(pages)
    if not text.strip():
        raise DocumentError(f"{name} holds no text, only pictures: it must go through OCR first")
    title = properties.get("Title", "").strip() or None
    return (Content(text, Metadata(title=title, where="the PDF's properties"), spans, _made(properties)),)


def _lines(page: Any) -> list[str]:
    """The lines of a page without its number."""
    text = page.get_textpage().get_text_range().translate(_HYPHENS)
    lines = [line.strip() for line in text.splitlines()]
    while lines and (not lines[-1] or _PAGE_NUMBER.fullmatch(lines[-1])):
        lines.pop()
    while lines and (not lines[0] or _PAGE_NUMBER.fullmatch(lines[0])):
        lines.pop(0)
    return lines


def join_pages(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[Span, ...]]:
    """The lines of pages as one text of paragraphs, and the stretch of each page.

    A paragraph goes on over the end of a page as over the end of a line.
    """
    longest = max((len(line) for page in pages for line in page), default=0)
    text, starts, line = io.StringIO(), [], ""
    for page in pages:
        starts.append(text.tell())
        for number, following in enumerate(page):
            text.write(_joined(line, following, longest))
            if number == 0:
                starts[-1] = text.tell()
            text.write(following)
            line = following
    ends = [*starts[1:], text.tell()]
    return text.getvalue(), tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


def _joined(line: str, following: str, longest: int) -> str:
    """What stands between two lines: a blank, or the end of a paragraph."""
    if not line or not following:
        return "\n\n" if line else ""
    goes_on = following[0].islower() or (len(line) >= _FULL * longest and not _ITEM.match(following))
    return " " if goes_on else "\n\n"


def _made(properties: dict[str, str]) -> tuple[str, ...]:
    """A remark on when the file was made."""
    made = _MADE.match(properties.get("CreationDate", ""))
    if made is None:
        return ()
    return (f"its file was made on {made[1]}-{made[2]}-{made[3]}, which need not be its date",)
