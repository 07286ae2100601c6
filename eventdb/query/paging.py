"""The events of a selection, read page by page: the last as fast as the first, in little memory."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from eventdb.query.search import parse_query
from eventdb.query.selection import Selection, criteria_of, statement
from eventdb.store.lookup import get_event
from eventdb.store.models import Event

PAGE = 500
"""How many events are read at once."""

FEW = 2000
"""Of so many events it is cheaper to take all and sort them than to look for them in date order."""

VERY_FEW = 100
"""With so many there is no need to look for fewer."""


def events(session: Session, selection: Selection, *options: ORMOption) -> Iterator[Event]:
    """The events of a selection in date order, with what a table shows of them and the `options` load.

    Raises:
        QueryError, UnreadablePhrase: as `Selection.validate`.
        NotFound: the query speaks of an event that is not there.
    """
    for number in parse_query(selection.query, selection.today).events:
        get_event(session, number)
    among = few_candidates(session, selection)
    return islice(_pages(session, selection, among, options), selection.limit)


def few_candidates(session: Session, selection: Selection) -> Select[int] | None:
    """The numbers of the few events that satisfy one of the criteria; None where each has many.

    Only SQLite must be told where to begin, for it keeps no statistics.
    """
    if session.get_bind().dialect.name != "sqlite":
        return None
    fewest, chosen = FEW + 1, None
    for ids in (criterion.ids for criterion in criteria_of(selection) if criterion.ids is not None):
        number = session.scalar(select(func.count()).select_from(ids.limit(fewest).subquery())) or 0
        if number < fewest:
            fewest, chosen = number, ids
        if number < VERY_FEW:
            break
    return chosen


def _pages(
    session: Session, selection: Selection, among: Select[int] | None, options: Sequence[ORMOption]
) -> Iterator[Event]:
    size = PAGE if selection.limit is None else min(PAGE, selection.limit)
    page = replace(selection, limit=size)
    while True:
        found = session.scalars(statement(page, among).options(*options)).all()
        yield from found
        if len(found) < max(size, 1):
            return
        page = page.next_page(found[-1])
