"""A file of events with dates → a document whose recipe reads them, and what would become of its rows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.errors import DocumentError
from eventdb.formats.encoding import decode
from eventdb.imports.reading import Rejected, Told, guessed, rows_of, understood
from eventdb.imports.recipe import FORMATS, Recipe
from eventdb.store.models import Event
from eventdb.temporal.edtf import format_extent
from eventdb.text import Document

_ENDINGS = {".csv": "csv", ".tsv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
            ".ics": "ics", ".ged": "ged"}  # fmt: skip
_PORTION = 1000
"""How many titles are looked up at once."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A row that tells what another, or an event of the database, tells already."""

    told: Told
    of: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do."""

    document: Document
    recipe: Recipe
    told: tuple[Told, ...]
    rejected: tuple[Rejected, ...]
    repeated: tuple[Repeated, ...]

    def ready(self) -> Document:
        """The document to analyse and keep: only what is new is read from it."""
        without = (*(one.line for one in self.rejected), *(one.told.line for one in self.repeated))
        recipe = replace(self.recipe, without=tuple(sorted(without)))
        return replace(self.document, recipe=recipe.dump())


def plan(session: Session | None, path: str, recipe: Recipe, source: str | None = None) -> Plan:
    """Reads a file, and compares it with what the database holds, if there is one.

    Raises:
        DocumentError: the file cannot be read, is not of its format, or no column tells when or what.
        MissingExtra: the format needs a package that is not installed.
    """
    text = _text(path, recipe.format)
    try:
        rows = rows_of(text, recipe.format)
        complete = _checked(guessed(recipe, rows), {name for row in rows for name in row.cells})
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error
    found = list(understood(rows, complete))
    told = [one for one in found if isinstance(one, Told)]
    repeated = tuple(_repeated(session, told))
    again = {one.told.line for one in repeated}
    return Plan(
        document=Document(text, title=Path(path).name, source=source),
        recipe=complete,
        told=tuple(one for one in told if one.line not in again),
        rejected=tuple(one for one in found if isinstance(one, Rejected)),
        repeated=repeated,
    )


def format_of(path: str) -> str:
    """The format of a file by its name.

    Raises:
        DocumentError: its ending says nothing.
    """
    ending = Path(path).suffix.lower()
    if ending not in _ENDINGS:
        raise DocumentError(f"{path}: which format? give -f with one of {', '.join(FORMATS)}")
    return _ENDINGS[ending]


def _text(path: str, format: str) -> str:
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"there is no file {path}") from None
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}") from error
    if format == "ged" and b"CHAR ANSEL" in data[:2000]:
        import ansel  # comes with ged4py; the encoding of old family trees

        ansel.register()
        return data.decode("gedcom").replace("\r\n", "\n")
    return decode(data, path)[0]


def _checked(recipe: Recipe, names: set[str]) -> Recipe:
    for field, column in recipe.columns.items():
        if names and column not in names:
            raise DocumentError(f'it has no column "{column}" for --{field}: it has {_list(names)}')
    for field in ("when", "title"):
        if names and field not in recipe.columns:
            raise DocumentError(f"which column tells {field}? name it with --{field}; it has {_list(names)}")
    return recipe


def _list(names: set[str]) -> str:
    return ", ".join(sorted(names))


def _repeated(session: Session | None, told: list[Told]) -> Iterator[Repeated]:
    """What the database or the file has already; what two documents of a file tell alike are two tellings."""
    known = dict(_known(session, told)) if session is not None else {}
    first: dict[tuple[object, ...], int] = {}
    for one in told:
        event = known.get((one.title, format_extent(one.extent)))
        key = (one.title, one.extent, one.who, one.where, one.quote, one.document)
        if event is not None:
            yield Repeated(one, f"event {event}")
        elif key in first:
            yield Repeated(one, f"line {first[key]}")
        first.setdefault(key, one.line)


def _known(session: Session, told: list[Told]) -> Iterator[tuple[tuple[str, str], int]]:
    """The events of the database with the same titles, by title and date."""
    titles = list(dict.fromkeys(one.title for one in told))
    for start in range(0, len(titles), _PORTION):
        query = select(Event.title, Event.edtf, Event.id).where(
            Event.title.in_(titles[start : start + _PORTION])
        )
        yield from (((title, edtf), id) for title, edtf, id in session.execute(query))
