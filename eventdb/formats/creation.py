"""A stated document date, as the `CreationTime` that an analysis needs."""

from datetime import date, datetime

from eventdb.errors import DocumentError, UnreadablePhrase
from eventdb.phrase import interval_of
from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime


def creation_time(
    value: str | date | datetime, basis: str, *, reference: Interval | None = None
) -> CreationTime:
    """The day, or the minute, of a date as written; a zone is left aside, since time here is civil.

    ``date(2015, 5, 12)`` and ``"12 May 2015"`` are that day; ``"2015-05-12T09:30:00"`` that minute.
    `reference` is what a relative date such as "yesterday" is counted from.

    Raises:
        DocumentError: the date cannot be read, does not exist, or is longer than a day.
    """
    if isinstance(value, datetime):
        return CreationTime(_minute(value), basis)
    if isinstance(value, date):
        return CreationTime(Interval.of(Unit.DAY, instant(value.year, value.month, value.day)), basis)
    try:
        return CreationTime(_read(value, reference), basis)
    except UnreadablePhrase as error:
        raise DocumentError(f"the date {basis} cannot be used: {error}") from error


def _minute(value: datetime) -> Interval:
    seconds = instant(value.year, value.month, value.day, value.hour, value.minute)
    return Interval.of(Unit.MINUTE, seconds)


def _read(value: str, reference: Interval | None) -> Interval:
    try:
        return _minute(datetime.fromisoformat(value)) if "T" in value else _short(value, reference)
    except ValueError:
        return _short(value, reference)


def _short(value: str, reference: Interval | None) -> Interval:
    interval = interval_of(value, reference)
    if interval.start is None or interval.end is None or interval.end - interval.start > DAY:
        raise UnreadablePhrase(
            f'"{value}" is longer than a day; a document\'s date is a day, such as 2015-05-12'
        )
    return interval if interval.end - interval.start >= 60 else Interval.of(Unit.MINUTE, interval.start)
