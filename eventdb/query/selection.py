"""`Selection`: the options of `eventdb list` as one value, and the statement that they mean."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.orm import contains_eager, selectinload

from eventdb.errors import QueryError
from eventdb.query import filters
from eventdb.query.daterange import When, window
from eventdb.store.models import Event, Participation
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
    def of(cls, event: Event) -> "Cursor":
        """The place of an event in the order of the timeline."""
        return cls(event.timeline_position, event.hull_end, event.id)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events to list. All conditions must hold; one that is None is not asked.

    Dates are texts or intervals, as in `eventdb.query.filters`; `since` and `until` are inclusive,
    `on` is a date or range. `statuses` defaults to what happened or is planned, and `salient` to what
    a person would put on a timeline; None asks for neither.
    """

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

    def next_page(self, last: Event) -> "Selection":
        """The same selection, from behind an event on."""
        return replace(self, after=Cursor.of(last))


def conditions(selection: Selection) -> tuple[filters.Condition, ...]:
    """What an event must satisfy, without `limit` and `after`.

    Raises:
        QueryError, UnreadablePhrase: as `Selection.validate`.
    """
    if selection.limit is not None and selection.limit < 0:
        raise QueryError(f"--limit {selection.limit} is negative")
    found = [*_dating(selection)]
    if selection.statuses:
        found.append(filters.status(*selection.statuses))
    if selection.salient is not None:
        found.append(filters.salient(selection.salient))
    if selection.basis:
        found.append(filters.basis(*selection.basis))
    for condition, value in (
        (filters.text, selection.text),
        (filters.who, selection.who),
        (filters.where, selection.where),
        (filters.source, selection.source),
    ):
        if value is not None:
            found.append(condition(value))
    return tuple(found)


def statement(selection: Selection) -> Select[Event]:
    """The events of a selection, in date order, with what a table shows of them loaded.

    Order: first possible moment (the last one, where only that is known), then last possible moment,
    then number; undated ones last.

    Raises:
        QueryError, UnreadablePhrase: as `Selection.validate`.
    """
    query = (
        select(Event)
        .join(Event.document)
        .options(
            contains_eager(Event.document),
            selectinload(Event.place),
            selectinload(Event.participations).selectinload(Participation.entity),
        )
        .where(*conditions(selection))
        .order_by(*_order())
    )
    if selection.after is not None:
        query = query.where(_behind(selection.after))
    return query.limit(selection.limit) if selection.limit is not None else query


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


def _order() -> tuple[ColumnElement[Any], ...]:
    columns = (Event.timeline_position, Event.hull_end, Event.id)
    return tuple(column.expression for column in columns)


def _behind(last: Cursor) -> filters.Condition:
    return tuple_(*_order()) > (last.position, last.hull_end, last.id)
