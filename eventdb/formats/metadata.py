"""What is said about a document beside its text: title, date, source, language.

It stands in a sidecar, ``report.toml`` beside ``report.txt``, or in front matter, a block at the
head of the file: TOML between lines of ``+++``, or ``key: value`` lines between lines of ``---``
(the plain part of YAML that such blocks are written in).
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from eventdb.errors import DocumentError
from eventdb.formats.encoding import decode

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?\n|)\1[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(\w[\w -]*?)[ \t]*:(?:[ \t]+(.*?))?[ \t]*")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, date and so on, where something states them. `where` names the place: "kerry.toml".

    `updated` is when the text was last changed, where that is told apart: phrases in it are not
    counted from there.
    """

    title: str | None = None
    date: str | date | datetime | None = None
    source: str | None = None
    language: str | None = None
    locale: str | None = None
    updated: str | None = None
    where: str = ""

    @property
    def date_basis(self) -> str:
        """How the date is known, as it is recorded."""
        return f"stated in {self.where}"

    @classmethod
    def of(cls, values: dict[str, Any], where: str) -> "Metadata":
        """The known keys of a mapping; others are somebody else's and are left alone.

        Raises:
            DocumentError: a value has the wrong type.
        """
        known: dict[str, Any] = {}
        for key in ("title", "source", "language", "locale"):
            if key in values:
                known[key] = _expect(values[key], str, f"{where}: {key} must be a text in quotes")
        if "date" in values:
            complaint = f'{where}: date must be a date such as 2015-05-12, or a text such as "12 May 2015"'
            known["date"] = _expect(values["date"], (str, date), complaint)
        return cls(**known, where=where)


def _expect(value: Any, kind: Any, complaint: str) -> Any:
    if not isinstance(value, kind):
        raise DocumentError(complaint)
    return value


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a document would lie: ``report.txt`` → ``report.toml``."""
    return path.with_suffix(".toml")


def read_sidecar(path: Path) -> Metadata:
    """The metadata in the sidecar of a document; empty where there is none.

    Raises:
        DocumentError: the sidecar is not TOML, or a value has the wrong type.
    """
    sidecar = sidecar_of(path)
    if not sidecar.is_file():
        return Metadata()
    text, _ = decode(sidecar.read_bytes(), str(sidecar))
    return Metadata.of(_toml(text, str(sidecar)), sidecar.name)


def split_front_matter(text: str, name: str) -> tuple[Metadata, str]:
    """The metadata at the head of a text, and the text after it.

    A text that merely begins with a rule of dashes has no front matter and comes back whole.

    >>> split_front_matter("---\\ntitle: Talks\\n---\\nThey met.", "a.txt")[1]
    'They met.'

    Raises:
        DocumentError: the block is not readable.
    """
    block = _FRONT_MATTER.match(text)
    if block is None:
        return Metadata(), text
    where = "its front matter"
    if block[1] == "+++":
        values = _toml(block[2], f"{name}, front matter")
    else:
        pairs = _pairs(block[2])
        if pairs is None:
            return Metadata(), text
        values = pairs
    return Metadata.of(values, where), text[block.end() :].lstrip("\n")


def _toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DocumentError(f"{name} is not valid TOML: {error}") from error


def _pairs(block: str) -> dict[str, str] | None:
    """The ``key: value`` lines of a block, or None where it is prose between two rules."""
    values = {}
    for line in block.splitlines():
        pair = _PAIR.fullmatch(line)
        if pair and pair[2]:
            values[pair[1].lower()] = _unquoted(pair[2])
        elif not pair and line.strip() and not line.startswith((" ", "\t", "-", "#")):
            return None
    return values


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value
