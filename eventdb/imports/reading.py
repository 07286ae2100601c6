"""From the text of a file to the events that it tells of: `Told`, or why a row cannot be used."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from eventdb.errors import UnreadablePhrase
from eventdb.events.mention import Status
from eventdb.imports import calendar_rows, csv_rows, gedcom, json_rows
from eventdb.imports.recipe import Recipe
from eventdb.imports.row import Row
from eventdb.phrase import extent_of
from eventdb.resources import load_toml
from eventdb.temporal.extent import Extent
from eventdb.text import Span

_ROWS: dict[str, Callable[[str], Iterator[Row]]] = {
    "csv": csv_rows.rows,
    "json": json_rows.array_rows,
    "jsonl": json_rows.line_rows,
    "ics": calendar_rows.rows,
    "ged": gedcom.rows,
}
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_ZONE = re.compile(r"(?<=\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$")


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a file: its line and place, what happened, when as it was written and as it is meant.

    `quote` and `document` are what tells of it, where the file says so.
    """

    line: int
    place: Span
    title: str
    when: str
    extent: Extent
    who: tuple[str, ...] = ()
    where: str | None = None
    status: Status = Status.ASSERTED
    quote: str | None = None
    basis_text: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be used, and why."""

    line: int
    place: Span
    reason: str


def rows_of(text: str, format: str) -> list[Row]:
    """The rows of a file, not yet understood.

    Raises:
        DocumentError: the text is not of that format.
        MissingExtra: the format needs a package that is not installed.
    """
    return list(_ROWS[format](text))


def guessed(recipe: Recipe, rows: Iterable[Row]) -> Recipe:
    """The recipe with the columns that nobody named, by what they are called, and how days are written."""
    found = list(rows)
    present = {name.lower(): name for row in reversed(found) for name in row.cells}
    columns = dict(recipe.columns)
    for field, names in load_toml("import.toml")["columns"].items():
        known = next((present[name] for name in names if name in present), None)
        whole = field == "end" and columns.get("when", "").lower() == "edtf"
        if field not in columns and known is not None and known not in columns.values() and not whole:
            columns[field] = known
    complete = replace(recipe, columns=columns)
    if recipe.day_first is not None:
        return complete
    return replace(complete, day_first=_day_first(complete, found))


def _day_first(recipe: Recipe, rows: Iterable[Row]) -> bool | None:
    """Whether days stand before months, if any date of the file shows it: 25/12/2015."""
    shown = set()
    for row in rows:
        for field in ("when", "end"):
            date = _NUMERIC.fullmatch(row.cells.get(recipe.columns.get(field, ""), ""))
            if date and (int(date[1]) > 12) != (int(date[3]) > 12):
                shown.add(int(date[1]) > 12)
    return shown.pop() if len(shown) == 1 else None


def understood(rows: Iterable[Row], recipe: Recipe) -> Iterator[Told | Rejected]:
    """The event of each row, but for the lines that the recipe leaves out."""
    for row in rows:
        if row.line not in recipe.without:
            try:
                yield _told(row, recipe)
            except (UnreadablePhrase, _Unusable) as error:
                yield Rejected(row.line, row.place, str(error))


class _Unusable(Exception):
    """A cell cannot be used."""


def _told(row: Row, recipe: Recipe) -> Told:
    if row.problem is not None:
        raise _Unusable(row.problem)
    cells = {field: row.cells.get(column, "").strip() for field, column in recipe.columns.items()}
    title, when = " ".join(cells.get("title", "").split()), cells.get("when", "")
    if not title:
        raise _Unusable("it does not say what happened")
    if not when:
        raise _Unusable("it has no date")
    return Told(
        line=row.line,
        place=row.place,
        title=title,
        when=row.written or " to ".join(part for part in (when, cells.get("end")) if part),
        extent=_extent(when, cells.get("end", ""), recipe),
        who=_names(cells.get("who", "")),
        where=cells.get("where") or None,
        status=_status(cells.get("status", "")),
        quote=cells.get("quote") or None,
        basis_text=cells.get("basis_text") or None,
        document=cells.get("document") or None,
    )


def _extent(when: str, end: str, recipe: Recipe) -> Extent:
    begin = extent_of(_plain(when, recipe))
    if not end or end == when:
        return begin
    extent = replace(begin, end=extent_of(_plain(end, recipe)).end)
    if extent.empty:
        raise _Unusable(f'"{when}" comes after "{end}"')
    return extent


def _plain(date: str, recipe: Recipe) -> str:
    """A date without its zone, since time is civil, and 25/12/2015 in the order of ISO 8601."""
    numeric = _NUMERIC.fullmatch(date)
    if numeric is None:
        return _ZONE.sub(lambda found: found[1] or "", date)
    first, last, year = int(numeric[1]), int(numeric[3]), numeric[4]
    if recipe.day_first is None and numeric[2] != "." and first != last and max(first, last) <= 12:
        raise _Unusable(f'"{date}" may be either of two days: say --day-first or --month-first')
    day_first = recipe.day_first if recipe.day_first is not None else numeric[2] == "." or first > 12
    day, month = (first, last) if day_first else (last, first)
    return f"{year}-{month:02}-{day:02}"


def _names(text: str) -> tuple[str, ...]:
    """Names with semicolons between them, else with commas."""
    names = (name.strip() for name in text.split(";" if ";" in text else ","))
    return tuple(dict.fromkeys(name for name in names if name))


def _status(text: str) -> Status:
    if not text:
        return Status.ASSERTED
    try:
        return Status(text.lower())
    except ValueError:
        raise _Unusable(f'there is no status "{text}": choose from {", ".join(Status)}') from None
