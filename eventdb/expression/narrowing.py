"""What lies within a base, beside it, or between two: "April 2014", "early May", "from May to July"."""

from dataclasses import replace
from itertools import islice

from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import After, Approximate, Before, EventTime, Intersection, Nth, Part, Repeating
from eventdb.expression.occurrence_value import grain_of, occurrence_value, open_value
from eventdb.expression.outcome import placed, unresolved
from eventdb.expression.repeating import cycle_of, occurrences
from eventdb.expression.wording import repeating_words, words
from eventdb.temporal.calendar import DAY, civil
from eventdb.temporal.display import display_interval
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit


def intersection(node: Intersection, base: Resolution, _: Frame) -> Resolution:
    """A recurring time within the base: April in 2014 → 2014-04, noon on a day → T12:00.

    A base of clock time stands for its day. Where the base holds several, which one stays open and the
    base is the bound. A weekday that contradicts a date yields to the date.
    """
    what, interval = node.what, base.interval
    if interval is None or not interval.bounded:
        return unresolved("it has no bounds within which to look", open_value(what), grain_of(what))
    found = list(islice(occurrences(what, _whole_day(interval, what)), 2))
    if len(found) == 1:
        return _occurrence(what, found[0])
    name = repeating_words(what)
    if found:
        return _as_it_is(base, f"which {name} is left open")
    around = occurrences(what, Interval(cycle_of(what).add(interval.sides[0], -1), interval.end))
    if any(one.covers(interval) for one in around):
        return _as_it_is(base, f"it is within {name}")
    if interval.unit is Unit.DAY:
        return _as_it_is(base, f"though the text says {name}, which it is not")
    problem = f"there is no {name} in {display_interval(interval)}"
    return unresolved(problem, open_value(what), grain_of(what))


def nth(node: Nth, base: Resolution, _: Frame) -> Resolution:
    """The n-th within the base, the first one counting as 1; from the end where n is negative.

    The third Tuesday of May 2014 → 2014-05-20; the last day of 2014 → 2014-12-31.
    """
    what, interval = node.what, base.interval
    if node.n == 0 or interval is None or not interval.bounded:
        return unresolved(f"there is no such {repeating_words(what)}", open_value(what), grain_of(what))
    within = occurrences(what, _whole_day(interval, what), backward=node.n < 0)
    found = next(islice(within, min(abs(node.n) - 1, _MOST), None), None)
    if found is None:
        problem = f"no {repeating_words(what)} number {node.n} is found in {display_interval(interval)}"
        return unresolved(problem, open_value(what), grain_of(what))
    return _occurrence(what, found)


_MOST = 10**6
"""No window of a search holds so many."""


def _occurrence(what: Repeating, found: Interval) -> Resolution:
    return placed(found, unit=grain_of(what), value=occurrence_value(what, found))


def _as_it_is(base: Resolution, reason: str) -> Resolution:
    """The base itself, for a reason that is worth telling."""
    return placed(_as_interval(base), unit=base.unit, value=base.value, reason=reason)


def _as_interval(base: Resolution) -> Interval:
    return base.interval or Interval(None, None)


def _whole_day(interval: Interval, what: Repeating) -> Interval:
    """Clock times and parts of a day are looked for in the whole day of a narrower base."""
    start, end = interval.sides
    narrow = cycle_of(what) is Unit.DAY and end - start < DAY
    return Interval.of(Unit.DAY, start) if narrow else interval


# ---------------------------------------------------------------- parts

_DECADE_YEARS = (0, 4, 7, 10)
_MONTH_DAYS = (0, 10, 20)
_THIRDS = {"START": 0, "MID": 1, "END": 2}


def part(node: Part, base: Resolution, _: Frame) -> Resolution:
    """The early, middle or late part of the base.

    Months: days 1-10, 11-20, 21 to the end. Years: January-April, May-August, September-December.
    Decades: years 0-3, 4-6, 7-9. Days: before noon, around it, after it. Anything else: thirds, in whole
    years or days. Of a part of a day no part is taken.
    """
    interval, which = base.interval, _THIRDS.get(node.which)
    if which is None or interval is None or not interval.bounded:
        return unresolved(f"it has no part {node.which}", base.value, base.unit)
    start, end = interval.sides
    if end - start < DAY:
        return _as_it_is(base, "a part of a day is not divided further")
    edges = _edges(start, end, interval.unit)
    return placed(Interval(edges[which], edges[which + 1]), value=base.value, reason="a third, roughly")


def _edges(start: int, end: int, unit: Unit | None) -> tuple[int, int, int, int]:
    """Where the three parts begin, and where the last one ends."""
    match unit:
        case Unit.DAY:
            return start, start + DAY // 3, start + 2 * DAY // 3, end
        case Unit.MONTH:
            return start, start + 10 * DAY, start + 20 * DAY, end
        case Unit.DECADE:
            return start, Unit.YEAR.add(start, 4), Unit.YEAR.add(start, 7), end
        case Unit.YEAR | Unit.HALF | Unit.QUARTER:
            months = (
                (civil(end - 1).year - civil(start).year) * 12 + civil(end - 1).month - civil(start).month + 1
            )
            return start, Unit.MONTH.add(start, months // 3), Unit.MONTH.add(start, 2 * months // 3), end
        case _:
            return _equal_thirds(start, end)


def _equal_thirds(start: int, end: int) -> tuple[int, int, int, int]:
    years = civil(end).year - civil(start).year
    if years >= 30:
        return start, Unit.YEAR.add(start, years // 3), Unit.YEAR.add(start, 2 * years // 3), end
    days = (end - start) // DAY
    return start, start + max(days // 3, 1) * DAY, start + max(2 * days // 3, 1) * DAY, end


# ---------------------------------------------------------------- ranges


def between(first: Resolution, last: Resolution) -> Resolution:
    """From the start of the one to the end of the other; to the start of a clock time ("from 5 to 6").

    Where only one end is known, the range is open on the other side.
    """
    known = [end for end in (first, last) if end.interval is not None]
    if not known:
        return unresolved(first.problem or last.problem or "neither end is a time", first.value)
    start = None if first.interval is None else first.interval.start
    end = None if last.interval is None else _end_of_range(last.interval)
    if start is not None and end is not None and start >= end:
        return unresolved("the range ends before it begins", first.value)
    unit = min((resolution.unit for resolution in known if resolution.unit is not None), default=None)
    approximate = any(resolution.approximate for resolution in known)
    return placed(
        Interval(start, end), unit=unit, approximate=approximate, reason="from the one to the other"
    )


def _end_of_range(interval: Interval) -> int | None:
    return interval.start if interval.unit in {Unit.MINUTE, Unit.SECOND} else interval.end


def before(node: Before, base: Resolution, frame: Frame) -> Resolution:
    """All time until the base begins; of an event until the latest moment at which it may begin."""
    extent = frame.anchors.get(node.base.ref) if isinstance(node.base, EventTime) else None
    edge = extent.begin.latest if extent is not None else _as_interval(base).start
    if edge is None:
        return unresolved(f"nothing tells when {words(node.base)} began", base.value, base.unit)
    return placed(Interval(None, edge), unit=base.unit, value=base.value, reason="until it begins")


def after(node: After, base: Resolution, frame: Frame) -> Resolution:
    """All time from the end of the base on; of an event from the earliest moment at which it may end."""
    extent = frame.anchors.get(node.base.ref) if isinstance(node.base, EventTime) else None
    edge = extent.end.earliest if extent is not None else _as_interval(base).end
    if edge is None:
        return unresolved(f"nothing tells when {words(node.base)} ended", base.value, base.unit)
    return placed(Interval(edge, None), unit=base.unit, value=base.value, reason="from its end on")


def approximate(_: Approximate, base: Resolution, __: Frame) -> Resolution:
    """The base, marked as approximate: "about" moves no bound."""
    return replace(_as_it_is(base, "about"), approximate=True)
