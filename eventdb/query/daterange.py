"""Dates and ranges as a person types them: "2014", "2008..2010", "..2009"."""

from eventdb.errors import QueryError
from eventdb.temporal.interval import Interval

When = str | Interval
"""A date or range as text, or an interval: half-open seconds, None is an unbounded side."""

_LIMIT = 2**63 - 1


def window(when: When, reference: Interval | None = None) -> Interval:
    """The interval that a date or range covers; a partial date covers its whole period.

    "2014-03" → all of March 2014; "2008..2010" → from the first moment of 2008 to the last of
    2010; "..2009" → all time until the end of 2009. A date is anything that
    `eventdb.phrase.interval_of` understands; without a `reference` a relative one cannot be placed.

    Raises:
        UnreadablePhrase: not a date, or one that does not exist.
        QueryError: the range ends before it begins.
    """
    if isinstance(when, Interval):
        return _storable(when)
    first, dots, last = (part.strip() for part in when.partition(".."))
    if not dots:
        return _storable(_interval(first, reference))
    start = _interval(first, reference).start if first else None
    end = _interval(last, reference).end if last else None
    if start is not None and end is not None and start >= end:
        raise QueryError(f'the range "{when}" ends before it begins')
    return _storable(Interval(start, end))


def _interval(text: str, reference: Interval | None) -> Interval:
    from eventdb.phrase import interval_of  # a filter that names no date needs no parser

    return interval_of(text, reference)


def _storable(interval: Interval) -> Interval:
    """The same within what the database's 64 bits hold, beyond which nothing is kept."""
    start, end = interval.start, interval.end
    return Interval(
        None if start is None else max(-_LIMIT, min(start, _LIMIT - 1)),
        None if end is None else max(1 - _LIMIT, min(end, _LIMIT)),
    )
