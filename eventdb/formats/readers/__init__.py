"""What `eventdb add` reads: a function for each kind of file, loaded when such a file is met.

A function takes the bytes of a file and its name, and gives the documents in it; of one that
cannot be read, the error, so that the others go on. A new kind is a module and a line here.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

from eventdb.formats.readers.content import Content

Read = Callable[[bytes, str], Iterable[Content]]

_HEAD = 2048
"""How many bytes are looked at to tell what a file is."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the function that reads it ("module:name"), its endings, and what it begins with.

    A `sure` beginning tells the kind whatever the file is called; any other only where its name does not.
    """

    function: str
    suffixes: tuple[str, ...]
    begins: re.Pattern[bytes] | None = None
    sure: bool = False

    def load(self) -> Read:
        """The function."""
        module, _, name = self.function.partition(":")
        read: Read = getattr(import_module(f"eventdb.formats.readers.{module}"), name)
        return read

    def fits(self, data: bytes) -> bool:
        """Whether a file begins as one of this kind does."""
        return self.begins is not None and self.begins.match(data[:_HEAD]) is not None


PLAIN = Kind("plain:read", (".txt", ".md", ".markdown", ".text"))

WEB_ARCHIVE = Kind("web_archive:read", (".warc", ".warc.gz"), re.compile(rb"WARC/\d"), sure=True)

KINDS = (
    PLAIN,
    Kind("web_page:read", (".html", ".htm", ".xhtml"), re.compile(rb"\s*<(?:!doctype\s+)?html\b", re.I)),
    Kind("pdf:read", (".pdf",), re.compile(rb"%PDF-"), sure=True),
    Kind("word:read", (".docx",), re.compile(rb"PK\x03\x04(?s:.*)word/"), sure=True),
    Kind("mail:read_mailbox", (".mbox", ".mbx"), re.compile(rb"From \S+.*\d{4}\r?\n[\w-]+: ")),
    Kind("mail:read_message", (".eml",), re.compile(rb"(?:[\w-]+: .*\r?\n(?:[ \t].*\r?\n)*){3,}")),
    Kind("json_lines:read", (".jsonl", ".ndjson"), re.compile(rb'\s*\{\s*"\w+"\s*:')),
    WEB_ARCHIVE,
)
"""All kinds; what is none of them is read as plain text."""

SUFFIXES = tuple(suffix for kind in KINDS if kind is not WEB_ARCHIVE for suffix in kind.suffixes)
"""The endings of the files that are taken from a folder. A file that is named may be called anything."""


def kind_of(name: str, data: bytes) -> Kind:
    """What a file is, by its beginning and its name.

    >>> kind_of("scan.txt", b"%PDF-1.7").function, kind_of("notes", b"They met.").function
    ('pdf:read', 'plain:read')
    """
    return next(_candidates(name.lower(), data), PLAIN)


def _candidates(name: str, data: bytes) -> Iterator[Kind]:
    yield from (kind for kind in KINDS if kind.sure and kind.fits(data))
    yield from (kind for kind in KINDS if name.endswith(kind.suffixes))
    yield from (kind for kind in KINDS if kind.fits(data))
