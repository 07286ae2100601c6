"""`Selection`: the options of `eventdb list` as one value, and the statement that they mean."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, select, tuple_, union_all
from sqlalchemy.orm import contains_eager, selectinload

from eventdb.errors import QueryError
from eventdb.query import criteria, filters
from eventdb.query.criteria import Criterion
from eventdb.query.daterange import When, window
from eventdb.query.search import Query, parse_query
from eventdb.query.spans import stretches
from eventdb.store.models import Event, Participation
from eventdb.store.models.span import FOREVER
from eventdb.temporal.interval import Interval


class Mode(StrEnum):
    """How sure it must be that an event lies in the range."""

    POSSIBLY = "possibly"
    DEFINITELY = "definitely"


class Dating(StrEnum):
    """Which events to take: those of whose date anything is known, the others, or all."""

    DATED = "dated"
    UNDATED = "undated"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended, so that the next can follow: the event's place in date order, and its number."""

    position: int
    hull_end: int
    id: int

    @classmethod
    def of(cls, event: Any) -> "Cursor":
        """The place in the order of the timeline of an event, or of a row that has these columns."""
        return cls(event.timeline_position, event.hull_end, event.id)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events to list. All conditions must hold; one that is None is not asked.

    Dates are texts or intervals, as in `eventdb.query.filters`; `since` and `until` are inclusive,
    `on` is a date or range. `query` is in the language of `eventdb.query.search`; relative dates in it
    are counted from `today`. `statuses` defaults to what happened or is planned, and `salient` to what
    a person would put on a timeline; None asks for neither, and a query that names a status goes before.
    Of several tellings of one event the representative stands alone, unless `tellings` asks for all.
    """

    query: Query = ()
    today: Interval | None = None

    since: When | None = None
    until: When | None = None
    on: When | None = None
    mode: Mode = Mode.POSSIBLY
    text: str | None = None
    who: str | None = None
    where: str | None = None
    source: str | None = None
    basis: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ("asserted", "planned")
    salient: bool | None = True
    tellings: bool = False
    dating: Dating = Dating.DATED
    limit: int | None = None
    after: Cursor | None = None

    def window(self) -> Interval | None:
        """The range asked for, or None for all time.

        Raises:
            QueryError: "--since 2016 is after --until 2015", or `on` lies outside both.
            UnreadablePhrase: a date is not understood, or does not exist.
        """
        start = window(self.since).start if self.since is not None else None
        end = window(self.until).end if self.until is not None else None
        if start is not None and end is not None and start >= end:
            raise QueryError(f"--since {self.since} is after --until {self.until}")
        limits = Interval(start, end)
        if self.on is None:
            return limits if limits != Interval(None, None) else None
        common = limits.intersection(window(self.on))
        if common is None:
            raise QueryError(f"--on {self.on} lies outside --since and --until")
        return common

    def validate(self) -> None:
        """Does nothing if the options can be answered.

        Raises:
            QueryError: they contradict one another, or name a basis or status that there is none of.
            UnreadablePhrase: a date is not understood, or does not exist.
        """
        conditions(self)

    def everything(self) -> "Selection":
        """The same of all that is known: also what is undated, denied, supposed, said, or told elsewhere."""
        return replace(self, statuses=(), salient=None, tellings=True, dating=Dating.ALL)

    def next_page(self, last: Any) -> "Selection":
        """The same selection, from behind an event on."""
        return replace(self, after=Cursor.of(last))


def conditions(selection: Selection) -> tuple[filters.Condition, ...]:
    """What an event must satisfy, without `limit` and `after`; for a statement that takes all of them.

    Raises:
        QueryError, UnreadablePhrase: as `Selection.validate`.
    """
    found = criteria_of(selection)
    return (
        *_dating(selection),
        *(criterion.condition if criterion.whole is None else criterion.whole for criterion in found),
    )


def _checks(selection: Selection) -> tuple[filters.Condition, ...]:
    """What one event after the other must satisfy beside its date; words last, which cost the most."""
    found = sorted(criteria_of(selection), key=lambda criterion: criterion.whole is not None)
    return tuple(criterion.condition for criterion in found)


def criteria_of(selection: Selection) -> tuple[Criterion, ...]:
    """What an event must satisfy beside its date.

    Raises:
        QueryError: there is no such status or basis, or no word in the text.
    """
    if selection.limit is not None and selection.limit < 0:
        raise QueryError(f"--limit {selection.limit} is negative")
    search = parse_query(selection.query, selection.today)
    found = [*search.criteria]
    if selection.statuses and "status" not in search.fields:
        found.append(Criterion(filters.status(*selection.statuses)))
    if selection.salient is not None:
        found.append(Criterion(filters.salient(selection.salient)))
    if not selection.tellings:
        found.append(Criterion(filters.representative()))
    if selection.basis:
        found.append(Criterion(filters.basis(*selection.basis)))
    for criterion, value in (
        (criteria.text, selection.text),
        (criteria.where, selection.where),
        (criteria.source, selection.source),
        (criteria.who, selection.who),
    ):
        if value is not None:
            found.append(criterion(value))
    return tuple(found)


def statement(selection: Selection, among: Select[int] | None = None) -> Select[Event]:
    """The events of a selection in date order (see `ordered`), with what a table shows of them loaded.

    Raises:
        QueryError, UnreadablePhrase: as `Selection.validate`.
    """
    return (
        ordered(selection, among)
        .join(Event.document)
        .options(
            contains_eager(Event.document),
            selectinload(Event.place),
            selectinload(Event.participations).selectinload(Participation.entity),
        )
    )


_PLACE = (Event.id, Event.timeline_position, Event.hull_end)


def ordered(selection: Selection, among: Select[int] | None = None) -> Select[Event]:
    """The events of a selection, in date order.

    Order: first possible moment (the last one, where only that is known), then last possible moment,
    then number; undated ones last. The database goes through them in that order; or, with `among`,
    takes all those whose numbers are given first, and sorts them.

    Raises:
        QueryError, UnreadablePhrase: as `Selection.validate`.
    """
    window = selection.window()
    if among is not None:
        return _sorted(selection, among)
    if window is not None and selection.mode is Mode.POSSIBLY:
        return _merged(selection, window)
    return _in_order(selection)


def _in_order(selection: Selection) -> Select[Event]:
    """By the index of the timeline."""
    order = _order(Event)
    query = (
        select(Event).where(*_positions(selection), *_dating(selection), *_checks(selection)).order_by(*order)
    )
    return query.where(*_behind(selection.after)).limit(selection.limit)


def _sorted(selection: Selection, among: Select[int]) -> Select[Event]:
    """By their numbers; adding nothing to the position keeps SQLite from the index of the timeline."""
    position, *rest = _order(Event)
    checks = (*_dating(selection), *_checks(selection), *_behind(selection.after))
    few = select(*_PLACE).where(Event.id.in_(among), *checks)
    return _page(few.order_by(position + 0, *rest), selection)


def _merged(selection: Selection, window: Interval) -> Select[Event]:
    """What may have been going on in a window: a stretch of an index for each class, merged."""
    _dating(selection)
    after = selection.after
    checks = _checks(selection)
    branches = []
    for stretch in stretches(window):
        rest = stretch.from_position(after.position) if after else stretch
        behind = _behind(after) if rest is not stretch or stretch.first is None else ()
        branches.append(select(*_PLACE).where(rest.condition, *behind, *checks))
    merged = union_all(*branches)
    return _page(merged.order_by(*_order(merged.selected_columns)), selection)


def _page(
    places: Select[int, int, int] | CompoundSelect[int, int, int], selection: Selection
) -> Select[Event]:
    """The events whose places in date order these are; nothing else is read of those behind the limit."""
    page = places.limit(selection.limit).subquery("page")
    return select(Event).join(page, page.c.id == Event.id).order_by(*_order(page.c))


def _positions(selection: Selection) -> tuple[filters.Condition, ...]:
    """What follows for the place in date order from what is asked: where in the index to look."""
    if selection.dating is Dating.UNDATED:
        return (Event.timeline_position == FOREVER,)
    window = selection.window()
    if window is None:
        return (Event.timeline_position < FOREVER,) if selection.dating is Dating.DATED else ()
    start, end = window.start, window.end
    first = () if start is None else (Event.timeline_position >= start,)
    return (*first, Event.timeline_position < (FOREVER if end is None else end))


def _dating(selection: Selection) -> list[filters.Condition]:
    interval = selection.window()
    if selection.dating is Dating.UNDATED:
        if interval is not None:
            raise QueryError("--undated shows events without a date: leave out --since, --until and --on")
        return [filters.undated()]
    if interval is not None:
        within = filters.definitely if selection.mode is Mode.DEFINITELY else filters.possibly
        return [within(interval)]
    return [filters.dated()] if selection.dating is Dating.DATED else []


def _order(columns: Any) -> tuple[ColumnElement[Any], ...]:
    """The date order, in the columns of the events or of a statement."""
    chosen = (columns.timeline_position, columns.hull_end, columns.id)
    return tuple(getattr(column, "expression", column) for column in chosen)


def _behind(last: Cursor | None) -> tuple[filters.Condition, ...]:
    return (tuple_(*_order(Event)) > (last.position, last.hull_end, last.id),) if last else ()
