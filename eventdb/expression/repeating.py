"""Finding the occurrences of what recurs: "April", "Tuesday", "3 May at noon", "week".

Every field recurs once in a cell of the calendar: a month in a year, a weekday in a week, an hour in a
day. A repeating time is looked for cell by cell, from its coarsest field to its finest, so that
"Friday the 13th" takes the 13th of every month and keeps those that are Fridays.
"""

from collections.abc import Callable, Iterator, Sequence

from eventdb.expression.nodes import Field, Repeating
from eventdb.expression.observances import observances
from eventdb.temporal.calendar import DAY, HOUR, MINUTE, WEEK, civil, instant, is_date, weekday
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_STEPS_AROUND = 1000
"""How many cells an open search looks into: what has not come by then (30 February) never comes."""

_STEPS_WITHIN = 8000
"""How many cells of a bounded window are looked into: the days of eleven years."""

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


def _workday(start: int, code: str) -> list[Interval]:
    return [Interval(start, start + DAY)] if code == "WD" and weekday(start) <= 5 else []


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
    Field.WORKDAY: (Unit.DAY, _workday),
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


def named_day(interval: Interval) -> Interval:
    """Of a night the day on which it begins, to which it belongs; anything else as it is."""
    if interval.start is None:
        return interval
    day = Interval.of(Unit.DAY, interval.start)
    return day if interval in _part_of_day(day.sides[0], "NI") else interval


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
    if (window.end if backward else window.start) is None:
        raise ValueError("a search for occurrences starts from a bound")
    steps = iter(range(_STEPS_WITHIN if window.bounded else _STEPS_AROUND))
    search = _Search(steps, backward)
    cycle = cycle_of(what)
    for cell in search.cells(cycle, _one_more(window, cycle)):
        yield from (found for found in search.narrowed(cell, what.fields) if _begins_in(found, window))


def _one_more(window: Interval, cycle: Unit) -> Interval:
    """With one cell more at either end: the first ISO week may begin before its year."""
    start = None if window.start is None else cycle.add(cycle.floor(window.start), -1)
    return Interval(start, None if window.end is None else cycle.add(window.end, 1))


def _begins_in(interval: Interval, window: Interval) -> bool:
    start, _ = interval.sides
    return (window.start is None or start >= window.start) and (window.end is None or start < window.end)


class _Search:
    """One search: its direction, and the steps that are left to it."""

    def __init__(self, steps: Iterator[int], backward: bool) -> None:
        self.steps = steps
        self.backward = backward

    def cells(self, unit: Unit, window: Interval) -> Iterator[Interval]:
        """The cells that touch the window, as far as the steps go."""
        start, end = window.start, window.end
        edge = end - 1 if self.backward and end is not None else start
        assert edge is not None  # the side from which it starts is bounded
        cell = Interval.of(unit, edge)
        for _ in self.steps:
            if not cell.overlaps(window):
                return
            yield cell
            begin, after = cell.sides
            cell = (
                Interval(unit.add(begin, -1), begin) if self.backward else Interval(after, unit.add(after, 1))
            )

    def narrowed(self, cell: Interval, fields: Sequence[tuple[Field, Value]]) -> Iterator[Interval]:
        """Where the fields lie in a cell, each within the one before."""
        if not fields:
            yield cell
            return
        (field, value), *finer = fields
        for found in self._narrow(cell, field, value):
            if field is Field.HOUR and not finer:  # a clock time is a minute: 15:00, not 15:00-15:59
                yield Interval.of(Unit.MINUTE, found.sides[0])
            else:
                yield from self.narrowed(found, finer)

    def _narrow(self, interval: Interval, field: Field, value: Value) -> Iterator[Interval]:
        """Where one field lies inside an interval: in the cells that it covers, or that cover it."""
        for cell in self.cells(_cell(field, value), interval):
            whole = interval.covers(cell)
            found = _in_cell(field, value, cell)
            for one in reversed(found) if self.backward else found:
                if whole or _begins_in(one, interval):
                    yield one
