"""Family trees (GEDCOM 5.5.1), by the package ged4py: births, marriages, deaths and the like.

"BET 1900 AND 1905" is one time between the two, "FROM 1870 TO 1880" from the one to the other,
"ABT" and its kin are approximate. Dates of the Julian calendar become Gregorian ones. What has no date
is no event of a timeline, and is passed over.
"""

import io
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from eventdb.errors import DocumentError
from eventdb.extras import requires
from eventdb.imports.row import Row, lines_of
from eventdb.resources import load_toml
from eventdb.temporal.calendar import DAY, instant, month_length
from eventdb.temporal.edtf import format_extent
from eventdb.temporal.extent import Bounds, Extent
from eventdb.text import Span

_CHARSET = re.compile(r"^1 CHAR .*$", re.MULTILINE)

_JULIAN_DAY_OF_1970 = 2440588


def rows(text: str) -> Iterator[Row]:
    """The dated events of people and couples, in their order.

    Raises:
        DocumentError: the text is no GEDCOM.
        MissingExtra: ged4py is not installed.
    """
    with requires("gedcom"):
        from ged4py.parser import GedcomReader, IntegrityError, ParserError

    data = _CHARSET.sub("1 CHAR UTF-8", text, count=1).encode("utf-8-sig")  # the text is decoded already
    titles = load_toml("gedcom.toml")["titles"]
    lines = _Lines(text, data)
    try:
        with GedcomReader(io.BytesIO(data)) as reader:
            for record in reader.records0():
                for event in record.sub_records if record.tag in ("INDI", "FAM") else ():
                    if event.tag in titles and event.sub_tag_value("DATE") is not None:
                        line = lines.at(event.offset or 0)
                        yield _row(line, lines.of_record(line), titles[event.tag], record, event)
    except (ParserError, IntegrityError, OSError, UnicodeError) as error:  # OSError: it ends too soon
        raise DocumentError(f"it is no GEDCOM file: {error}") from error


class _Lines:
    """The lines of a text, found by the offset in the bytes that were read in its place."""

    def __init__(self, text: str, data: bytes) -> None:
        self._lines = lines_of(text)
        self._starts = [0, *accumulate(map(len, self._lines))]
        self._offsets = [0, *accumulate(len(line) + 1 for line in data.split(b"\n"))]

    def at(self, offset: int) -> int:
        """The number of a line, counted from 1."""
        return bisect_right(self._offsets, offset)

    def of_record(self, line: int) -> Span:
        """From the line of an event to that of the next."""
        end = line
        while end < len(self._lines) and self._lines[end][:1] not in ("0", "1"):
            end += 1
        return Span(self._starts[line - 1], self._starts[end])


def _row(line: int, place: Span, title: str, record: Any, event: Any) -> Row:
    people = list(_people(record))
    date = event.sub_tag_value("DATE")
    extent = _extent(date)
    cells = {
        "title": title.format(
            who=" and ".join(people) or "unknown",
            value=event.value or "unknown",
            type=event.sub_tag_value("TYPE") or "Event",
        ),
        "when": format_extent(extent) if extent else str(getattr(date, "phrase", None) or date),
        "who": "; ".join(people),
        "where": event.sub_tag_value("PLAC") or "",
    }
    return Row(line, place, cells, written=str(date))


def _people(record: Any) -> Iterator[str]:
    """The person, or the two of a couple."""
    persons = [record] if record.tag == "INDI" else [record.sub_tag(tag) for tag in ("HUSB", "WIFE")]
    for person in persons:
        name = getattr(person, "name", None)  # a reference may lead to a record of another kind
        if name is not None and name.format():
            yield name.format()


def _extent(date: Any) -> Extent | None:
    """A date value as an extent; None where it is only a phrase, or of another calendar."""
    kind = date.kind.name
    parts = [_bounds(getattr(date, name)) for name in ("date", "date1", "date2") if hasattr(date, name)]
    if not parts or None in parts:
        return None
    first, last = parts[0], parts[-1]
    assert first is not None
    assert last is not None
    match kind:
        case "RANGE":
            between = Bounds(first.earliest, last.latest)
            return Extent(between, between)
        case "PERIOD" | "FROM" | "TO":
            return Extent(Bounds() if kind == "TO" else first, Bounds() if kind == "FROM" else last)
        case "BEFORE":
            return Extent(Bounds(None, first.earliest), Bounds(None, first.earliest))
        case "AFTER":
            return Extent(Bounds(first.latest, None), Bounds(first.latest, None))
        case _:
            approximate = kind in ("ABOUT", "CALCULATED", "ESTIMATED")
            return Extent(first, first, approximate=approximate, uncertain=kind == "INTERPRETED")


def _bounds(date: Any) -> Bounds | None:
    """The day, month or year of a calendar date."""
    calendar = date.calendar.name
    if calendar not in ("GREGORIAN", "JULIAN") or (date.month and date.month_num is None):
        return None
    start = instant if calendar == "GREGORIAN" else _julian_instant
    year, month = 1 - date.year if date.bc else date.year, date.month_num
    if month is None:
        return Bounds(start(year, 1, 1), start(year + 1, 1, 1))
    if date.day is None:
        return Bounds(start(year, month, 1), start(year + month // 12, month % 12 + 1, 1))
    if date.day > (29 if month == 2 and calendar == "JULIAN" else month_length(year, month)):
        return None
    return Bounds(start(year, month, date.day), start(year, month, date.day) + DAY)


def _julian_instant(year: int, month: int, day: int) -> int:
    """The start of a day of the Julian calendar, by its Julian day number (Richards 2013, 15.11)."""
    before = (14 - month) // 12
    years, months = year + 4800 - before, month + 12 * before - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    return (number - _JULIAN_DAY_OF_1970) * DAY
