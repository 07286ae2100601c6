"""`Content`: what a reader found in a file."""

from dataclasses import dataclass, field

from eventdb.formats.metadata import Metadata
from eventdb.text import Span


@dataclass(frozen=True, slots=True)
class Content:
    """The text of one document, and what the file says about it.

    `pages` are the stretches of the text that stand on page 1, 2 …, where the file has pages. `notes`
    are remarks for the person. `part` tells which one of several documents in the file it is: "#3".
    `problem` says why a part could not be read; there is no text then.
    """

    text: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    pages: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    part: str = ""
    problem: str | None = None
