"""How events stand to another event in time: filters after Allen's relations, as sure as the bounds are.

Allen (1983, "Maintaining knowledge about temporal intervals") compares exact begins and ends; events have
bounds. So `before` and `after` hold only where they hold for every begin and end that the bounds
allow, `during` as far as the other's own bounds go, and `overlaps` where it holds for some. An event is in
no relation to itself.
"""

from sqlalchemy import ScalarSelect, and_, select
from sqlalchemy.orm import aliased

from eventdb.query.filters import Condition, dated
from eventdb.store.models import Event


def before(event: int) -> Condition:
    """Events that were surely over when this one began (Allen: before, meets)."""
    begin = _of("begin_earliest", event)
    return and_(Event.end_latest <= begin, Event.timeline_position < begin, Event.id != event)


def after(event: int) -> Condition:
    """Events that surely began when this one was over (Allen: after, met by)."""
    end = _of("end_latest", event)
    return and_(Event.begin_earliest >= end, Event.timeline_position >= end, Event.id != event)


def during(event: int) -> Condition:
    """Events that lie surely between this one's earliest begin and latest end: on its day, in its years.

    Allen: during, starts, finishes, equals.
    """
    begin, end = _of("hull_start", event), _of("hull_end", event)
    within = and_(Event.begin_earliest >= begin, Event.end_latest <= end)
    return and_(within, Event.timeline_position >= begin, Event.id != event)


def overlaps(event: int) -> Condition:
    """Events that may have been going on at some moment of this one (any relation but before and after)."""
    begin, end = _of("hull_start", event), _of("hull_end", event)
    return and_(dated(), Event.hull_start < end, Event.hull_end > begin, Event.id != event)


def _of(name: str, event: int) -> ScalarSelect[int]:
    """One of the bounds of an event."""
    other = aliased(Event)
    return select(getattr(other, name)).where(other.id == event).scalar_subquery()
