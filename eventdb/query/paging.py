"""The events of a selection, read page by page: the last as fast as the first, in little memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from eventdb.query.search import parse_query
from eventdb.query.selection import Selection, criteria_of, statement
from eventdb.store.lookup import get_event
from eventdb.store.models import Event

_Row = TypeVar("_Row")

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

    def read(page: Selection, among: Select[int] | None) -> Iterator[Sequence[Event]]:
        return session.scalars(statement(page, among).options(*options)).partitions()

    return pages(session, selection, read)


def pages(
    session: Session,
    selection: Selection,
    read: Callable[[Selection, Select[int] | None], Iterable[Sequence[_Row]]],
    largest: int = PAGE,
) -> Iterator[_Row]:
    """What `read` gives for the pages of a selection, one after the other: events, or rows like them, in
    portions of which none is empty.

    Pages grow up to the `largest`: the first is there at once, and many cost little each.

    Raises:
        QueryError, UnreadablePhrase, NotFound: as `events`.
    """
    for number in parse_query(selection.query, selection.today).events:
        get_event(session, number)
    among = few_candidates(session, selection)
    found = _follow(replace(selection, limit=None), lambda page: read(page, among), selection.limit, largest)
    return islice(found, selection.limit)


def _follow(
    page: Selection, read: Callable[[Selection], Iterable[Sequence[_Row]]], wanted: int | None, largest: int
) -> Iterator[_Row]:
    size = PAGE
    while True:
        number = 0
        for rows in read(replace(page, limit=size if wanted is None else min(size, wanted))):
            yield from rows
            number, last = number + len(rows), rows[-1]
        if number < size:
            return
        page, size = page.next_page(last), min(size * 2, largest)


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
