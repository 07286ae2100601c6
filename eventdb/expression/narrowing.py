"""What lies within a base, beside it, or between two: "April 2014", "early May", "from May to July"."""

from dataclasses import replace
from itertools import islice

from eventdb.expression.frame import Resolution
from eventdb.expression.nodes import Intersection, Nth, Part, Repeating
from eventdb.expression.outcome import interval_text, placed, unresolved
from eventdb.expression.repeating import cycle_of, grain_of, occurrence_value, occurrences, open_value
from eventdb.expression.wording import repeating_words
from eventdb.temporal.calendar import DAY, civil
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit


def intersection(node: Intersection, base: Resolution) -> Resolution:
    """A recurring time within the base: April in 2014 → 2014-04, noon on a day → T12:00.

    A base of clock time stands for its day. Where the base holds several, which one stays open and the
    base is the bound. A weekday that contradicts a date yields to the date.
    """
    what, interval = node.what, base.interval
    if interval is None or interval.start is None or interval.end is None:
        return unresolved("the base is open", open_value(what), grain_of(what))
    window = _whole_cell(interval, what)
    found = list(islice(_inside(what, window), 2))
    if len(found) == 1:
        return placed(found[0], unit=grain_of(what), value=occurrence_value(what, found[0]))
    if found:
        reason = f"which {repeating_words(what)} is left open"
        return placed(interval, unit=base.unit, value=base.value, reason=reason)
    covering = next(occurrences(what, Interval(cycle_of(what).add(interval.start, -1), interval.end)), None)
    if interval.unit is Unit.DAY or (covering is not None and covering.covers(interval)):
        reason = "" if covering is not None and covering.covers(interval) else f"it is no {repeating_words(what)}"
        return placed(interval, unit=base.unit, value=base.value, reason=reason)
    problem = f"there is no {repeating_words(what)} in {interval_text(interval)}"
    return unresolved(problem, open_value(what), grain_of(what))


def nth(node: Nth, base: Resolution) -> Resolution:
    """The n-th within the base, the first day counting as 1; from the end where n is negative.

    The third Tuesday of May 2014 → 2014-05-20; the last day of 2014 → 2014-12-31.
    """
    what, interval = node.what, base.interval
    if node.n == 0 or interval is None or interval.start is None or interval.end is None:
        return unresolved(f"there is no such {repeating_words(what)}", open_value(what), grain_of(what))
    backward = node.n < 0
    found = occurrences(what, _whole_cell(interval, what), backward=backward)
    nth_found = next(islice(found, abs(node.n) - 1, None), None)
    if nth_found is None:
        problem = f"{interval_text(interval)} has no {repeating_words(what)} number {node.n}"
        return unresolved(problem, open_value(what), grain_of(what))
    return placed(nth_found, unit=grain_of(what), value=occurrence_value(what, nth_found))


def _inside(what: Repeating, window: Interval) -> list[Interval]:
    """Those that lie in the window; of a winter or a night that runs over its end the begin is enough."""
    return list(islice(occurrences(what, window), 2))


def _whole_cell(interval: Interval, what: Repeating) -> Interval:
    """Clock times and parts of a day are looked for in the whole day of a narrower base."""
    assert interval.start is not None
    assert interval.end is not None
    if cycle_of(what) is not Unit.DAY or interval.end - interval.start >= DAY:
        return interval
    return Interval.of(Unit.DAY, interval.start)


# ---------------------------------------------------------------- parts

_DECADE_YEARS = (0, 4, 7, 10)
_MONTH_DAYS = (0, 10, 20)
_THIRDS = {"START": 0, "MID": 1, "END": 2}


def part(node: Part, base: Resolution) -> Resolution:
    """The early, middle or late part of the base.

    Months: days 1-10, 11-20, 21 to the end. Years: January-April, May-August, September-December.
    Decades: years 0-3, 4-6, 7-9. Days: before noon, around it, after it. Anything else: thirds, in whole
    years or days. Of a part of a day no part is taken.
    """
    interval = base.interval
    which = _THIRDS.get(node.which)
    if which is None or interval is None or interval.start is None or interval.end is None:
        return unresolved(f"the base has no part {node.which}", base.value, base.unit)
    if interval.end - interval.start < DAY:
        return replace(base, steps=(), alternatives=())
    edges = _edges(interval.start, interval.end, interval.unit)
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
            months = (civil(end - 1).year - civil(start).year) * 12 + civil(end - 1).month - civil(start).month + 1
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
    """From the start of the one to the end of the other; to the start of a clock time ("from 5 to 6")."""
    start, end = _first_side(first), _last_side(last)
    if first.interval is None and last.interval is None:
        return unresolved(first.problem or last.problem or "neither end is known", first.value)
    if start is not None and end is not None and start >= end:
        return unresolved("the range ends before it begins", first.value)
    approximate = first.approximate or last.approximate
    unit = min((r.unit for r in (first, last) if r.unit is not None), default=None)
    return placed(Interval(start, end), unit=unit, reason="from the one to the other", approximate=approximate)


def _first_side(resolution: Resolution) -> int | None:
    return None if resolution.interval is None else resolution.interval.start


def _last_side(resolution: Resolution) -> int | None:
    interval = resolution.interval
    if interval is None:
        return None
    return interval.start if interval.unit in {Unit.MINUTE, Unit.SECOND} else interval.end


def before(base: Resolution) -> Resolution:
    """All time until the base begins."""
    interval = base.interval
    if interval is None or interval.start is None:
        return unresolved("nothing tells when it begins", base.value)
    return placed(Interval(None, interval.start), unit=base.unit, value=base.value, reason="up to its start")


def after(base: Resolution) -> Resolution:
    """All time from the end of the base on."""
    interval = base.interval
    if interval is None or interval.end is None:
        return unresolved("nothing tells when it ends", base.value)
    return placed(Interval(interval.end, None), unit=base.unit, value=base.value, reason="from its end on")
