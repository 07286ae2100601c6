"""`Recipe`: how the events of a file are read from its text."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

FORMATS = ("csv", "json", "jsonl", "ics", "ged")

FIELDS = ("when", "end", "title", "who", "where", "status", "quote", "basis_text", "document")
"""What a column may hold; `when` may be a whole range, or the begin where there is an `end`."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The format, the columns by what they hold, and how doubtful dates are written.

    `day_first` says of 3/4/2015 that it is 3 April; None where no such date is in doubt. `without` are
    the lines that were left out when the file was imported.
    """

    format: str
    columns: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
    without: tuple[int, ...] = ()

    def dump(self) -> str:
        """As text that `load` reads back."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def load(cls, text: str) -> "Recipe":
        """The recipe of a text written by `dump`."""
        values = json.loads(text)
        return cls(values["format"], values["columns"], values["day_first"], tuple(values["without"]))
