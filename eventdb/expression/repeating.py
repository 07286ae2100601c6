"""Finding the occurrences of what recurs: "April", "Tuesday", "3 May at noon", "week".

Every field recurs once in a cell of the calendar: a month in a year, a weekday in a week, an hour in a
day. A repeating time is looked for cell by cell, from its coarsest field to its finest, so that
"Friday the 13th" takes the 13th of every month and keeps those that are Fridays.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from eventdb.expression.nodes import Field, Repeating
from eventdb.expression.observances import observances
from eventdb.temporal.calendar import DAY, HOUR, MINUTE, WEEK, civil, instant, is_date
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_CELLS = 1200
"""How many cells are looked through: what has not come by then (30 February) never comes."""

PARTS_OF_DAY = {"MO": (0, 12), "MI": (11, 13), "AF": (12, 19), "EV": (16, 24), "NI": (17, 31), "DT": (6, 18)}
"""Hours, half-open; the night ends at seven on the next day and belongs to the day on which it begins."""

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Value = int | str | Unit


# ---------------------------------------------------------------- where a field lies in its cell


def _months(count: int) -> Callable[[int, int], list[Interval]]:
    """The n-th stretch of `count` months in the year."""

    def find(start: int, n: int) -> list[Interval]:
        begin = Unit.MONTH.add(start, (n - 1) * count)
        return [Interval(begin, Unit.MONTH.add(begin, count))]

    return find


def _iso_week(start: int, n: int) -> list[Interval]:
    """Week 1 holds 4 January; a week 53 that belongs to the next year is none."""
    year = civil(start).year
    begin = Unit.WEEK.floor(instant(year, 1, 4)) + (n - 1) * WEEK
    return [Interval(begin, begin + WEEK)] if civil(begin + 3 * DAY).year == year else []


def _day_of_month(start: int, n: int) -> list[Interval]:
    year, month = civil(start)[:2]
    return [Interval.of(Unit.DAY, instant(year, month, n))] if is_date(year, month, n) else []


def _nth(length: int, first: int = 0) -> Callable[[int, int], list[Interval]]:
    """The n-th stretch of a fixed length, counted from `first`."""
    return lambda start, n: [Interval(start + (n - first) * length, start + (n - first + 1) * length)]


def _season(start: int, code: str) -> list[Interval]:
    """Three whole months; winter begins in December of the year and runs into the next."""
    months = [_SEASON_MONTHS[code]] if code in _SEASON_MONTHS else []
    begins = [Unit.MONTH.add(start, month - 1) for month in months]
    return [Interval(begin, Unit.MONTH.add(begin, 3)) for begin in begins]


def _weekend(start: int, code: str) -> list[Interval]:
    return [Interval(start + 5 * DAY, start + WEEK)] if code == "WE" else []


def _part_of_day(start: int, code: str) -> list[Interval]:
    hours = [PARTS_OF_DAY[code]] if code in PARTS_OF_DAY else []
    return [Interval(start + first * HOUR, start + last * HOUR) for first, last in hours]


def _holiday(start: int, key: str) -> list[Interval]:
    return observances(key, civil(start).year)


_NUMBERED: dict[Field, tuple[Unit, range, Callable[[int, int], list[Interval]]]] = {
    Field.HALF: (Unit.YEAR, range(1, 3), _months(6)),
    Field.QUARTER: (Unit.YEAR, range(1, 5), _months(3)),
    Field.MONTH: (Unit.YEAR, range(1, 13), _months(1)),
    Field.WEEK: (Unit.YEAR, range(1, 54), _iso_week),
    Field.DAY: (Unit.MONTH, range(1, 32), _day_of_month),
    Field.WEEKDAY: (Unit.WEEK, range(1, 8), _nth(DAY, 1)),
    Field.HOUR: (Unit.DAY, range(25), _nth(HOUR)),
    Field.MINUTE: (Unit.HOUR, range(60), _nth(MINUTE)),
    Field.SECOND: (Unit.MINUTE, range(60), _nth(1)),
}
"""The cell in which a field comes once, its values, and its finder."""

_NAMED: dict[Field, tuple[Unit, Callable[[int, str], list[Interval]]]] = {
    Field.SEASON: (Unit.YEAR, _season),
    Field.WEEKEND: (Unit.WEEK, _weekend),
    Field.HOLIDAY: (Unit.YEAR, _holiday),
    Field.PART: (Unit.DAY, _part_of_day),
}


def _cell(field: Field, value: Value) -> Unit:
    if field is Field.UNIT:
        return value if isinstance(value, Unit) else Unit.YEAR
    return _NUMBERED[field][0] if field in _NUMBERED else _NAMED[field][0]


def _in_cell(field: Field, value: Value, cell: Interval) -> list[Interval]:
    start, _ = cell.sides
    if field is Field.UNIT:
        return [cell] if isinstance(value, Unit) else []
    if field in _NUMBERED:
        _, values, find = _NUMBERED[field]
        return find(start, value) if isinstance(value, int) and value in values else []
    return _NAMED[field][1](start, value) if isinstance(value, str) else []


# ---------------------------------------------------------------- occurrences


def cycle_of(what: Repeating) -> Unit:
    """The unit in which it comes once: a year for "3 May", a week for "Tuesday", a day for nothing."""
    return max((_cell(field, value) for field, value in what.fields), default=Unit.DAY)


def occurrences(what: Repeating, window: Interval, *, backward: bool = False) -> Iterator[Interval]:
    """Its occurrences that begin in the window, in order of time, or from the latest back.

    "April" from 12 May 2015 on: April 2016, April 2017 … The search ends where it looks in vain.

    Raises:
        ValueError: the window is unbounded on the side from which the search starts.
    """
    for cell in _cells(cycle_of(what), window, backward=backward):
        found = sorted(_narrowed(cell, what), key=lambda interval: interval.sides, reverse=backward)
        yield from (interval for interval in found if _begins_in(interval, window))


def _cells(cycle: Unit, window: Interval, *, backward: bool) -> Iterator[Interval]:
    """The cells of the window and one more at either end: an ISO week may begin outside its year."""
    edge = window.end if backward else window.start
    stop = window.start if backward else window.end
    if edge is None:
        raise ValueError("a search for occurrences starts from a bound")
    step = -1 if backward else 1
    first = cycle.add(cycle.floor(edge), -step)
    for n in range(_CELLS):
        cell = Interval.of(cycle, cycle.add(first, n * step))
        start, end = cell.sides
        if stop is not None and (cycle.add(end, 1) < stop if backward else cycle.add(start, -1) > stop):
            return
        yield cell


def _begins_in(interval: Interval, window: Interval) -> bool:
    start, _ = interval.sides
    return (window.start is None or start >= window.start) and (window.end is None or start < window.end)


def _narrowed(cell: Interval, what: Repeating) -> list[Interval]:
    found = [cell]
    for field, value in what.fields:
        found = list(chain.from_iterable(_narrow(interval, field, value) for interval in found))
    if what.fields and what.fields[-1][0] is Field.HOUR:  # a clock time is a minute: 15:00, not 15:00-15:59
        found = [Interval.of(Unit.MINUTE, interval.sides[0]) for interval in found]
    return found


def _narrow(interval: Interval, field: Field, value: Value) -> Iterator[Interval]:
    """Where the field lies inside an interval: in the cells that it covers, or that cover it."""
    unit = _cell(field, value)
    start, end = interval.sides
    cell = Interval.of(unit, start)
    while cell.sides[0] < end:
        whole = interval.covers(cell)
        yield from (found for found in _in_cell(field, value, cell) if whole or _begins_in(found, interval))
        cell = Interval.of(unit, cell.sides[1])
