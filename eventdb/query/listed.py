"""What a list shows of events, read without making an object of every row: for tables and exports."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, case, cast, func
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from eventdb.query.paging import pages
from eventdb.query.selection import Selection, ordered
from eventdb.store.derived import POSTGRESQL_WHO, SQLITE_WHO
from eventdb.store.models import Document, Event, Place

LARGEST_PAGE = 8000
"""How many rows one statement reads where many are wanted."""

_PORTION = 100
"""How many rows are in memory at once; so few cost the garbage collector nothing."""


class Who(ColumnElement[str]):
    """The names of who takes part in an event, as `Event.who` and the view `timeline` have them."""

    inherit_cache = True
    type = Text()


@compiles(Who, "sqlite")
def _sqlite(element: Who, compiler: SQLCompiler, **options: Any) -> str:
    return SQLITE_WHO


@compiles(Who, "postgresql")
def _postgresql(element: Who, compiler: SQLCompiler, **options: Any) -> str:
    return POSTGRESQL_WHO


_DOCUMENT = func.coalesce(
    func.nullif(Document.title, ""), func.nullif(Document.path, ""), "document " + cast(Document.id, Text)
)
"""What to call a document, as `Document.label` says it."""

COLUMNS = (
    Event.id,
    Event.when,
    Event.title.label("event"),
    Event.status,
    func.coalesce(Who(), "").label("who"),
    func.coalesce(Place.name, "").label("where"),
    Event.basis,
    Event.basis_text,
    Event.edtf,
    Event.likely,
    Event.earliest,
    case((Event.begin_latest == Event.end_latest, Event.latest)).label("begins_by"),
    case((Event.end_earliest == Event.begin_earliest, Event.earliest)).label("ends_from"),
    Event.latest,
    Event.expression,
    Event.quote,
    Event.document_id,
    _DOCUMENT.label("document"),
    Document.source,
    Event.start,
    Event.end,
    func.nullif(Event.begin_latest, Event.end_latest).label("begin_latest"),
    func.nullif(Event.end_earliest, Event.begin_earliest).label("end_earliest"),
    Event.timeline_position,
    Event.hull_end,
)
"""The columns of a row: first those that people see; then the inner bounds where they are not the outer ones,
which is seldom; and by what pages follow one another."""


def listed(session: Session, selection: Selection) -> Iterator[Any]:
    """The events of a selection in date order, the `COLUMNS` of each.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `eventdb.query.paging.events`.
    """

    def read(page: Selection, among: Select[int] | None) -> Iterator[Sequence[Any]]:
        query = ordered(page, among).join(Event.document).outerjoin(Event.place)
        columns = query.with_only_columns(*COLUMNS, maintain_column_froms=True)
        return session.connection().execute(columns).partitions(_PORTION)

    return pages(session, selection, read, LARGEST_PAGE)
