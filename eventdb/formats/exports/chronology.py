"""Events as a chronology in Markdown: a heading for each year, and each event with its source."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.formats.exports.lines import write_lines
from eventdb.formats.listed_records import records
from eventdb.formats.record import EventRecord
from eventdb.formats.visible import one_line
from eventdb.query.selection import Selection
from eventdb.store.models import Page
from eventdb.temporal.calendar import civil
from eventdb.temporal.edtf import parse_edtf

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")


def export(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """A list for each year in which events begin, those without a date last, then the citations."""
    write_lines(_lines(records(session, selection), _Pages(session)), out)
    return ()


class _Pages:
    """On which page of its document an event stands; the pages of the last document are at hand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._of: dict[int, Sequence[Page]] = {}

    def holding(self, record: EventRecord) -> int | None:
        document = record.document_id
        if document not in self._of:
            query = select(Page).where(Page.document_id == document).order_by(Page.number)
            self._of = {document: self._session.scalars(query).all()}
        pages = (page.number for page in self._of[document] if page.start <= record.start < page.end)
        return next(pages, None)


def _lines(found: Iterator[EventRecord], pages: _Pages) -> Iterator[str]:
    yield "# Chronology"
    cited = []
    for year, events in groupby(found, _year):
        yield from ("", f"## {year}", "")
        for record in events:
            cited.append(record)
            yield _entry(record)
    if cited:
        yield from ("", "## Sources", "")
    yield from (_citation(record, pages.holding(record)) for record in cited)


def _year(record: EventRecord) -> str:
    """The year under which an event stands in date order: of its first possible moment that is known."""
    extent = parse_edtf(record.edtf)
    begin, end = extent.begin, extent.end
    late = [bound - 1 for bound in (begin.latest, end.latest) if bound is not None]
    known = [bound for bound in (begin.earliest, *late[:1], end.earliest, *late) if bound is not None]
    if not known:
        return "Without a date"
    year = civil(known[0]).year
    return str(year) if year > 0 else f"{1 - year} BCE"


def _entry(record: EventRecord) -> str:
    status = "" if record.status == "asserted" else f" ({record.status})"
    return f"- **{markdown(record.when)}** {markdown(record.event)}{status}.[^{record.id}]"


def _citation(record: EventRecord, page: int | None) -> str:
    quote = f"“{markdown(record.quote)}” " if record.quote else ""
    parts = (
        markdown(record.document),
        page and f"page {page}",
        record.source and _link(record.source),
    )
    return f"[^{record.id}]: {quote}{', '.join(part for part in parts if part)}"


def _link(source: str) -> str:
    address = one_line(source)
    plain = address.startswith(("http://", "https://")) and not re.search(r"[\s<>]", address)
    return f"<{address}>" if plain else markdown(address)


def markdown(text: str) -> str:
    """Text on one line in which nothing is taken for markup.

    >>> markdown("5 * 3 <b>")
    '5 \\\\* 3 \\\\<b\\\\>'
    """
    return _SPECIAL.sub(r"\\\1", one_line(text))
