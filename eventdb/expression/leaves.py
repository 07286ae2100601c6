"""What the leaves of an expression denote: years, centuries, named periods, the document's time."""

from collections.abc import Callable
from typing import Any

from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import (
    Century,
    DocumentTime,
    Duration,
    EventTime,
    Expression,
    NamedPeriod,
    Recurrence,
    ReferenceTime,
    Repeating,
    Unknown,
    Vague,
    Year,
)
from eventdb.expression.occurrence_value import grain_of, open_value
from eventdb.expression.outcome import NO_DOCUMENT_TIME, placed, unresolved
from eventdb.expression.periods import named_periods, period_interval
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.timex3 import period_value, unknown_value, year_value
from eventdb.temporal.unit import Unit

_LAST_YEAR = 10**10
"""Beyond lies no calendar."""

_DIGITS = {0: Unit.YEAR, 1: Unit.DECADE, 2: Unit.CENTURY, 3: Unit.MILLENNIUM}


def document_time(_: DocumentTime | ReferenceTime, frame: Frame) -> Resolution:
    """The day (or minute) on which the document was written."""
    if frame.creation_time is None:
        return unresolved(NO_DOCUMENT_TIME, unknown_value(Unit.DAY), Unit.DAY)
    return placed(frame.creation_time, phrase="the document's date")


def reference_time(node: ReferenceTime, frame: Frame) -> Resolution:
    """What the text is talking about; the document's time where nothing else is known."""
    return document_time(node, frame) if frame.reference is None else placed(frame.reference)


def event_time(node: EventTime, frame: Frame) -> Resolution:
    """All the time in which the event may have been going on."""
    extent = frame.anchors.get(node.ref)
    if extent is None or not extent.bounded or extent.empty:
        return unresolved(f"nothing tells when {node.ref} happened")
    return placed(extent.hull, approximate=extent.approximate, reason="the time of the event")


def year(node: Year, _: Frame) -> Resolution:
    """A year, or with digits missing a decade, century or millennium.

    ``Year(2014)`` → 2014; ``Year(199, 1)`` → 1990-1999. Negative digits with some missing count as they
    are spoken: ``Year(-44, 1)``, the 440s BCE, are 449-440 BCE.
    """
    unit = _DIGITS.get(node.missing)
    if unit is None or abs(node.digits) > _LAST_YEAR:
        return unresolved(f"{node.digits}{'X' * min(node.missing, 9)} is no year that a calendar has")
    count = 10**node.missing
    first = node.digits * count
    if node.digits < 0 and node.missing:
        first = 2 - count + first
        value = f"BC{abs(node.digits):0{4 - node.missing}}"
    else:
        value = year_value(first)[: None if node.missing == 0 else -node.missing]
    return placed(Interval(instant(first), instant(first + count)), unit=unit, value=value)


def century(node: Century, _: Frame) -> Resolution:
    """An ordinal century as ISO 8601 and EDTF count it: the 19th → 1800-1899, 18XX; -5 → 500-401 BCE.

    There was no year 0: the first century begins in year 1, and is a year shorter.
    """
    if node.number == 0 or abs(node.number) > _LAST_YEAR:
        return unresolved(f"there is no century {node.number}")
    first = node.number * 100 - 100 if node.number > 0 else node.number * 100 + 1
    digits = f"{abs(node.number) - 1:02}"
    value = digits if node.number > 0 else f"BC{digits}"
    interval = Interval(instant(first or 1), instant(first + 100))
    return placed(interval, unit=Unit.CENTURY, value=value)


def named_period(node: NamedPeriod, _: Frame) -> Resolution:
    """A period of history, from data/periods.toml."""
    interval = period_interval(node.key)
    if interval is None:
        return unresolved(f"no period is known as {node.key}")
    period = named_periods()[node.key]
    reason = "as historians roughly put it" if period.get("about") else "its usual dates"
    return placed(interval, reason=reason, approximate=period.get("about", False))


def vague(node: Vague, frame: Frame) -> Resolution:
    """ "now" is the document's time; "recently" any time up to it; "in the future" any time from it on."""
    if frame.creation_time is None:
        return unresolved(NO_DOCUMENT_TIME, node.ref)
    start, end = frame.creation_time.start, frame.creation_time.end
    intervals = {"PRESENT_REF": (start, end), "PAST_REF": (None, end), "FUTURE_REF": (start, None)}
    if node.ref not in intervals:
        return unresolved(f"{node.ref} is no time", node.ref)
    return placed(Interval(*intervals[node.ref]), value=node.ref, reason="seen from the document's date")


def duration(node: Duration, _: Frame) -> Resolution:
    """A length of time, which lies nowhere: no interval, and no problem either."""
    return Resolution(None, period_value(node.period), node.period.unit, duration=node.period)


def recurrence(node: Recurrence, _: Frame) -> Resolution:
    """A set of times: its TIMEX3 value says which ("XXXX-WXX-1", "P1D"); it has no one interval."""
    period = _period_of(node.what)
    if period is not None:
        return Resolution(None, period_value(period), period.unit)
    assert isinstance(node.what, Repeating)
    return Resolution(None, open_value(node.what), grain_of(node.what))


def _period_of(what: Repeating | Period) -> Period | None:
    """ "every week" is a period of one week."""
    if isinstance(what, Period):
        return what
    units = [value for _, value in what.fields if isinstance(value, Unit)]
    return Period.of(1, units[0]) if len(what.fields) == len(units) == 1 else None


def unknown(node: Unknown, _: Frame) -> Resolution:
    """A phrase that is kept with its text, and says nothing."""
    return unresolved(f"not understood: {node.text}")


LEAVES: dict[type[Expression], Callable[[Any, Frame], Resolution]] = {
    DocumentTime: document_time,
    ReferenceTime: reference_time,
    EventTime: event_time,
    Year: year,
    Century: century,
    NamedPeriod: named_period,
    Vague: vague,
    Duration: duration,
    Recurrence: recurrence,
    Unknown: unknown,
}
"""What each kind of leaf denotes in a frame."""
