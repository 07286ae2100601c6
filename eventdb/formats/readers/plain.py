"""Plain text and Markdown, with front matter."""

from eventdb.formats.encoding import decode
from eventdb.formats.metadata import split_front_matter
from eventdb.formats.readers.content import Content


def read(data: bytes, name: str) -> tuple[Content]:
    """The text without its front matter, with ``\\n`` line ends.

    Raises:
        DocumentError: the file is not text, or its front matter is not readable.
    """
    raw, note = decode(data, name)
    front, text = split_front_matter(raw, name)
    return (Content(text, front, notes=(note,) if note else ()),)
