"""What lies within a base: "April 2014", "noon the next day", "the third Tuesday of May"."""

from collections.abc import Iterator
from itertools import islice

from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import Intersection, Nth, Repeating
from eventdb.expression.occurrence_value import grain_of, occurrence_value, open_value
from eventdb.expression.outcome import as_it_is, placed, unresolved
from eventdb.expression.repeating import cycle_of, occurrences
from eventdb.expression.wording import repeating_words
from eventdb.temporal.calendar import DAY
from eventdb.temporal.display import display_interval
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit


def intersection(node: Intersection, base: Resolution, _: Frame) -> Resolution:
    """A recurring time within the base: April in 2014 → 2014-04, noon on a day → T12:00.

    Where the base holds several, which one stays open and the base is the bound. A weekday that
    contradicts a date yields to the date.
    """
    what, interval = node.what, base.interval
    if interval is None or not interval.bounded:
        return unresolved("it has no bounds within which to look", open_value(what), grain_of(what))
    found = list(islice(_within(interval, what), 2))
    if len(found) == 1:
        return _occurrence(what, found[0])
    name = repeating_words(what)
    if found:
        return as_it_is(base, f"which {name} is left open")
    around = occurrences(what, Interval(cycle_of(what).add(interval.sides[0], -1), interval.end))
    if any(one.covers(interval) for one in around):
        return as_it_is(base, f"it is within {name}")
    if interval.unit is Unit.DAY:
        return as_it_is(base, f"though the text says {name}, which it is not")
    problem = f"there is no {name} in {display_interval(interval)}"
    return unresolved(problem, open_value(what), grain_of(what))


def nth(node: Nth, base: Resolution, _: Frame) -> Resolution:
    """The n-th within the base, the first one counting as 1; from the end where n is negative.

    The third Tuesday of May 2014 → 2014-05-20; the last day of 2014 → 2014-12-31.
    """
    what, interval = node.what, base.interval
    if node.n == 0 or interval is None or not interval.bounded:
        return unresolved(f"there is no such {repeating_words(what)}", open_value(what), grain_of(what))
    within = _within(interval, what, backward=node.n < 0)
    found = next(islice(within, min(abs(node.n) - 1, _MOST), None), None)
    if found is None:
        problem = f"no {repeating_words(what)} number {node.n} is found in {display_interval(interval)}"
        return unresolved(problem, open_value(what), grain_of(what))
    return _occurrence(what, found)


_MOST = 10**6
"""No window of a search holds so many."""


def _occurrence(what: Repeating, found: Interval) -> Resolution:
    return placed(found, unit=grain_of(what), value=occurrence_value(what, found))


def _within(interval: Interval, what: Repeating, *, backward: bool = False) -> Iterator[Interval]:
    """Those that belong to the interval.

    A week belongs where its Thursday lies, as in ISO 8601: the last week of 2018 ends on 30 December.
    A clock time is looked for in a part of a day, then in the whole of it: "last night at two" is on
    the next day, "that minute's day at nine" may be earlier.
    """
    start, end = interval.sides
    if what == Repeating.unit(Unit.WEEK):
        interval = Interval(start - 3 * DAY, end - 3 * DAY)
    found = occurrences(what, interval, backward=backward)
    if end - start >= DAY or cycle_of(what) is not Unit.DAY:
        return found
    first = next(found, None)
    return iter([first]) if first else occurrences(what, Interval.of(Unit.DAY, start), backward=backward)
