"""What lies within a base, or close to it: "April 2014", "noon the next day", "the third Tuesday of May"."""

from collections.abc import Iterator
from itertools import islice

from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import Closest, Field, Intersection, Repeating
from eventdb.expression.occurrence_value import grain_of, occurrence_value, open_value
from eventdb.expression.outcome import as_it_is, placed, unresolved
from eventdb.expression.repeating import cycle_of, occurrences
from eventdb.expression.wording import repeating_words
from eventdb.temporal.calendar import DAY
from eventdb.temporal.display import display_interval
from eventdb.temporal.extent import Extent
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


def nth(n: int, what: Repeating, base: Resolution, extent: Extent | None) -> Resolution:
    """The n-th within the base, the first one counting as 1; from the end where n is negative.

    The third Tuesday of May 2014 → 2014-05-20; the last day of 2014 → 2014-12-31. Of an event the days,
    weeks and years are counted from its begin: the fifth day of a siege since the 9th → the 13th.
    """
    interval = base.interval
    unit = dict(what.fields).get(Field.UNIT)
    if extent is not None and isinstance(unit, Unit) and 0 < abs(n) < _MOST:
        return _nth_of_event(n, unit, extent)
    if n == 0 or interval is None or not interval.bounded:
        return unresolved(f"there is no such {repeating_words(what)}", open_value(what), grain_of(what))
    within = _within(interval, what, backward=n < 0)
    found = next(islice(within, min(abs(n) - 1, _MOST), None), None)
    if found is None:
        problem = f"no {repeating_words(what)} number {n} is found in {display_interval(interval)}"
        return unresolved(problem, open_value(what), grain_of(what))
    return _occurrence(what, found)


def closest(node: Closest, base: Resolution, _: Frame) -> Resolution:
    """The n-th by its distance from the base; of two that lie equally far the earlier.

    The Sunday closest to Friday 8 May 2015 → 2015-05-10, the second closest → 2015-05-03.
    """
    what, interval = node.what, base.interval
    if interval is None or not interval.bounded or not 0 < node.n < _MOST:
        return unresolved(f"there is no such {repeating_words(what)}", open_value(what), grain_of(what))
    start, end = interval.sides
    before = occurrences(what, Interval(None, end), backward=True)
    after = occurrences(what, Interval(end, None))
    near = [*islice(before, node.n), *islice(after, node.n)]
    near.sort(key=lambda one: (max(one.sides[0] - end, start - one.sides[1], -1), one.sides))
    if len(near) < node.n:
        problem = f"the calendar has no such {repeating_words(what)}"
        return unresolved(problem, open_value(what), grain_of(what))
    return _occurrence(what, near[node.n - 1])


_MOST = 10**6
"""No window of a search holds so many."""


def _nth_of_event(n: int, unit: Unit, extent: Extent) -> Resolution:
    """The n-th day, week or year of an event, from its begin or back from its end.

    An edge that is known to the day gives whole units from that day on; one that is known only to the unit,
    or less well, is moved as it is: the seventh year of a rule that began in 333 BCE is 327 BCE.
    """
    bounds = extent.begin if n > 0 else extent.end
    if bounds.earliest is None or bounds.latest is None:
        return unresolved(f"nothing tells from when the {unit.word}s are counted")
    grain = min(unit, Unit.DAY)
    start, end = grain.floor(bounds.earliest), grain.add(grain.floor(bounds.latest - 1), 1)
    whole = 1 if n > 0 else -1
    if unit.add(start, 1) <= end:
        found = Interval(unit.add(start, n - whole), unit.add(end, n - whole))
    elif n > 0:
        found = Interval(unit.add(start, n - 1), unit.add(grain.add(end, -1), n))
    else:
        found = Interval(unit.add(grain.add(start, 1), n), unit.add(end, n + 1))
    return placed(found, unit=unit, reason=f"the {unit.word}s counted from the event’s own")


def _occurrence(what: Repeating, found: Interval) -> Resolution:
    return placed(found, unit=grain_of(what), value=occurrence_value(what, found))


def _within(interval: Interval, what: Repeating, *, backward: bool = False) -> Iterator[Interval]:
    """Those that belong to the interval.

    A week belongs where its Thursday lies, as in ISO 8601: the last week of 2018 ends on 30 December.
    24:00 belongs to the day that it ends. A clock time is looked for in a part of a day, then in the
    whole of it: "last night at two" is on the next day, "that minute's day at nine" may be earlier.
    """
    start, end = interval.sides
    if what == Repeating.unit(Unit.WEEK):
        interval = Interval(start - 3 * DAY, end - 3 * DAY)
    if (Field.HOUR, 24) in what.fields:
        interval = Interval(start + 1, end + 1)
    found = occurrences(what, interval, backward=backward)
    if end - start >= DAY or cycle_of(what) is not Unit.DAY:
        return found
    first = next(found, None)
    return iter([first]) if first else occurrences(what, Interval.of(Unit.DAY, start), backward=backward)
