"""What is near an event, and what lies between two."""

import re

from eventdb.errors import QueryError
from eventdb.store.models import Event
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

_LENGTH = re.compile(r"(?P<count>\d{1,5})\s*(?P<unit>[a-z]+?)s?", re.IGNORECASE)
_UNITS = {"h": Unit.HOUR, "d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}
_WORDS = _UNITS | {unit.word: unit for unit in Unit}


def read_length(text: str) -> Period:
    """A length of time as a person types it: "7d", "2 weeks", "1 month".

    Raises:
        QueryError: "7 moons" is no length of time.
    """
    match = _LENGTH.fullmatch(text.strip())
    unit = _WORDS.get(match["unit"].lower()) if match else None
    if match is None or unit is None:
        raise QueryError(f'"{text}" is no length of time: write it as 7d, "2 weeks", 1m or 3y')
    return Period.of(int(match["count"]), unit)


def around(event: Event, within: Period) -> Interval:
    """From so long before the first moment that is known of an event to so long after the last.

    An event of 2015-05-12 within two days: from 10 May to 14 May, half-open seconds.

    Raises:
        QueryError: the event has no date.
    """
    bounds = (event.begin_earliest, event.begin_latest, event.end_earliest, event.end_latest)
    known = [bound for bound in bounds if bound is not None]
    if not known:
        raise QueryError(f"event {event.id} has no date: nothing is known to be near it")
    ((unit, count),) = within.amounts
    assert isinstance(count, int)  # as `read_length` gives it
    return Interval(unit.add(min(known), -count), unit.add(max(known), count))


def between(first: Event, second: Event) -> str:
    """The query for what surely happened after one event and before another.

    Raises:
        QueryError: the first is not surely over when the second begins.
    """
    end, begin = first.end_latest, second.begin_earliest
    if end is None or begin is None or end > begin:
        raise QueryError(
            f"event {first.id} ({first.when}) is not surely over when event {second.id} ({second.when}) "
            "begins"
        )
    return f"after:{first.id} before:{second.id}"
