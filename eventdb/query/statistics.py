"""How many events there are by year, by participant, by kind of date …"""

from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from eventdb.query.selection import Selection, conditions
from eventdb.store.models import Entity, Event, Participation, Place
from eventdb.temporal.edtf import date_text
from eventdb.temporal.unit import Unit


class By(StrEnum):
    """What to count events by."""

    YEAR = "year"
    MONTH = "month"
    WHO = "who"
    WHERE = "where"
    BASIS = "basis"
    STATUS = "status"


class Count(NamedTuple):
    """How many events there are of something; `label` names it."""

    label: str
    events: int


_NAMED: dict[By, Any] = {
    By.WHO: Entity.name,
    By.WHERE: Place.name,
    By.BASIS: Event.basis,
    By.STATUS: Event.status,
}


def count_by(session: Session, by: By, selection: Selection) -> list[Count]:
    """The events of a selection, counted; years and months in order, all else with the most first.

    An event counts for a year if it surely lies in it, and for everybody who takes part. Those that may
    lie in several years, and those without an end or a begin, are counted at the end of the list.

    Raises:
        QueryError, UnreadablePhrase: as `Selection.validate`.
    """
    if by in (By.YEAR, By.MONTH):
        return _by_unit(session, Unit[by.name], selection)
    query = select(_NAMED[by], func.count(Event.id.distinct())).select_from(Event)
    if by is By.WHO:
        query = query.join(Event.participations).join(Participation.entity)
    elif by is By.WHERE:
        query = query.join(Event.place)
    rows = session.execute(query.where(*conditions(selection)).group_by(_NAMED[by]))
    return sorted((Count(*row) for row in rows), key=lambda count: (-count.events, count.label))


def _by_unit(session: Session, unit: Unit, selection: Selection) -> list[Count]:
    """Equal dates are counted by the database, and their units here: a database knows no year -44."""
    dates = (Event.span_class, Event.begin_earliest, Event.end_latest)
    query = select(*dates, func.count()).where(*conditions(selection)).group_by(*dates)
    counts: dict[tuple[int, int, str], int] = {}
    for span_class, begin, end, number in session.execute(query):
        key = (3, 0, "undated") if span_class == "none" else _unit_of(begin, end, unit)
        counts[key] = counts.get(key, 0) + number
    return [Count(label, number) for (_, _, label), number in sorted(counts.items())]


def _unit_of(begin: int | None, end: int | None, unit: Unit) -> tuple[int, int, str]:
    """Rank, order and name of the unit in which a hull lies, or of why it lies in none."""
    if begin is None or end is None:
        return 2, 0, "open"
    start = unit.floor(begin)
    return (
        (0, start, date_text(start, unit)) if end <= unit.add(start, 1) else (1, 0, f"several {unit.word}s")
    )
