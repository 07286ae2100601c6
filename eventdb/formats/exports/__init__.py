"""What `eventdb export` writes: a function for each format, loaded when it is used.

It writes the events of a selection to a binary file, and says in words, for the person, what the
format cannot hold and was left out or made coarser.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

from sqlalchemy.orm import Session

from eventdb.query.selection import Selection

Export = Callable[[Session, Selection, BinaryIO], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """The function that writes a format ("module:name"), the ending of its files, whether it is binary."""

    function: str
    suffix: str
    binary: bool = False

    def load(self) -> Export:
        """The function."""
        module, _, name = self.function.partition(":")
        export: Export = getattr(import_module(f"eventdb.formats.exports.{module}"), name)
        return export


FORMATS = {
    "csv": Format("lines:export_csv", ".csv"),
    "json": Format("lines:export_json", ".json"),
    "jsonl": Format("lines:export_jsonl", ".jsonl"),
    "html": Format("page:export", ".html"),
    "md": Format("chronology:export", ".md"),
    "ics": Format("calendar_file:export", ".ics"),
    "timelinejs": Format("timelinejs:export", ".timeline.json"),
    "timeml": Format("timeml:export", ".tml"),
    "edtf-csv": Format("edtf_csv:export", ".edtf.csv"),
    "parquet": Format("parquet:export", ".parquet", binary=True),
}
"""By the name that ``-f`` gives."""


def format_of(path: str) -> str | None:
    """The format that a file's ending stands for, the longest that fits.

    >>> format_of("crimea.ics"), format_of("crimea.edtf.csv"), format_of("crimea")
    ('ics', 'edtf-csv', None)
    """
    fitting = (name for name, format in FORMATS.items() if path.lower().endswith(format.suffix))
    return max(fitting, key=lambda name: len(FORMATS[name].suffix), default=None)
