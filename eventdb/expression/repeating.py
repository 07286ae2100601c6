"""Finding the occurrences of what recurs: "April", "Tuesday", "3 May at noon", "week".

Every field recurs once in a cell of the calendar: a month in a year, a weekday in a week, an hour in a
day. A repeating time is looked for cell by cell, from its coarsest field to its finest, so that
"Friday the 13th" takes the 13th of every month and keeps those that are Fridays.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from eventdb.expression.nodes import Field, Repeating
from eventdb.expression.observances import observances
from eventdb.temporal.calendar import DAY, HOUR, MINUTE, WEEK, civil, instant, is_date, weekday
from eventdb.temporal.interval import Interval
from eventdb.temporal.timex3 import date_value, unknown_value
from eventdb.temporal.unit import Unit

_CELLS = 1200
"""How many cells are looked through: what has not come by then (30 February) never comes."""

PARTS_OF_DAY = {"MO": (0, 12), "MI": (11, 13), "AF": (12, 19), "EV": (16, 24), "NI": (17, 31), "DT": (6, 18)}
"""Hours, half-open; the night ends at seven on the next day and belongs to the day on which it begins."""

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Value = int | str | Unit


def _year(start: int) -> int:
    return civil(start).year


def _calendar_months(first: int, count: int) -> Callable[[int, int], Iterable[Interval]]:
    """Finder of the n-th stretch of `count` months in a year."""

    def find(start: int, n: int) -> Iterable[Interval]:
        begin = Unit.MONTH.add(start, first + (n - 1) * count)
        return [Interval(begin, Unit.MONTH.add(begin, count))]

    return find


def _season(start: int, code: str) -> Iterable[Interval]:
    if code not in _SEASON_MONTHS:
        return []
    begin = instant(_year(start), _SEASON_MONTHS[code])
    return [Interval(begin, Unit.MONTH.add(begin, 3))]


def _iso_week(start: int, n: int) -> Iterable[Interval]:
    """Week 1 holds 4 January; a week 53 that would belong to the next year is none."""
    first = Unit.WEEK.floor(instant(_year(start), 1, 4))
    week = Interval.of(Unit.WEEK, first + (n - 1) * WEEK)
    return [week] if n < 53 or _year(first + (n - 1) * WEEK + 3 * DAY) == _year(start) else []


def _day_of_month(start: int, n: int) -> Iterable[Interval]:
    year, month = civil(start)[:2]
    return [Interval.of(Unit.DAY, instant(year, month, n))] if is_date(year, month, n) else []


def _weekday(start: int, n: int) -> Iterable[Interval]:
    return [Interval.of(Unit.DAY, start + (n - 1) * DAY)]


def _weekend(start: int, code: str) -> Iterable[Interval]:
    return [Interval(start + 5 * DAY, start + WEEK)] if code == "WE" else []


def _part_of_day(start: int, code: str) -> Iterable[Interval]:
    if code not in PARTS_OF_DAY:
        return []
    first, last = PARTS_OF_DAY[code]
    return [Interval(start + first * HOUR, start + last * HOUR)]


def _stretch(length: int) -> Callable[[int, int], Iterable[Interval]]:
    return lambda start, n: [Interval(start + n * length, start + (n + 1) * length)]


_NUMBERED: dict[Field, tuple[Unit, range, Callable[[int, int], Iterable[Interval]]]] = {
    Field.HALF: (Unit.YEAR, range(1, 3), _calendar_months(0, 6)),
    Field.QUARTER: (Unit.YEAR, range(1, 5), _calendar_months(0, 3)),
    Field.MONTH: (Unit.YEAR, range(1, 13), _calendar_months(0, 1)),
    Field.WEEK: (Unit.YEAR, range(1, 54), _iso_week),
    Field.DAY: (Unit.MONTH, range(1, 32), _day_of_month),
    Field.WEEKDAY: (Unit.WEEK, range(1, 8), _weekday),
    Field.HOUR: (Unit.DAY, range(25), _stretch(HOUR)),
    Field.MINUTE: (Unit.HOUR, range(60), _stretch(MINUTE)),
    Field.SECOND: (Unit.MINUTE, range(60), _stretch(1)),
}
"""The cell in which a field comes once, its values, and where it lies in the cell that begins there."""

_NAMED: dict[Field, tuple[Unit, Callable[[int, str], Iterable[Interval]]]] = {
    Field.SEASON: (Unit.YEAR, _season),
    Field.WEEKEND: (Unit.WEEK, _weekend),
    Field.HOLIDAY: (Unit.YEAR, lambda start, key: observances(key, _year(start))),
    Field.PART: (Unit.DAY, _part_of_day),
}


def _cell(field: Field, value: Value) -> Unit:
    if field is Field.UNIT:
        return value if isinstance(value, Unit) else Unit.YEAR
    return _NUMBERED[field][0] if field in _NUMBERED else _NAMED[field][0]


def _in_cell(field: Field, value: Value, cell: Interval) -> Iterable[Interval]:
    assert cell.start is not None
    if field is Field.UNIT:
        return [cell] if isinstance(value, Unit) else []
    if field in _NUMBERED:
        _, values, find = _NUMBERED[field]
        return find(cell.start, value) if isinstance(value, int) and value in values else []
    return _NAMED[field][1](cell.start, value) if isinstance(value, str) else []


def cycle_of(what: Repeating) -> Unit:
    """The unit in which it comes once: a year for "3 May", a week for "Tuesday".

    What says nothing comes every day.
    """
    return max((_cell(field, value) for field, value in what.fields), default=Unit.DAY)


def occurrences(what: Repeating, window: Interval, *, backward: bool = False) -> Iterator[Interval]:
    """Its occurrences that begin in the window, in order of time, or from the latest back.

    The window must be bounded on the side from which the search starts.

    >>> april = Repeating.of(Field.MONTH, 4)
    >>> next(occurrences(april, Interval(instant(2015, 5), None))) == Interval.of(Unit.MONTH, instant(2016, 4))
    True
    """
    for cell in _cells(cycle_of(what), window, backward=backward):
        found = sorted(_narrowed([cell], what), key=lambda interval: interval.start or 0, reverse=backward)
        yield from (interval for interval in found if _begins_in(interval, window))


def _cells(cycle: Unit, window: Interval, *, backward: bool) -> Iterator[Interval]:
    """The cells around the window, one more at either end: an occurrence may begin outside its cell."""
    edge = window.end if backward else window.start
    if edge is None:
        raise ValueError("a search for occurrences starts from a bound")
    first = cycle.add(cycle.floor(edge), 1 if backward else -1)
    stop = window.start if backward else window.end
    for n in range(_CELLS):
        cell = Interval.of(cycle, cycle.add(first, -n if backward else n))
        assert cell.start is not None
        assert cell.end is not None
        if stop is not None and (cycle.add(cell.end, 1) < stop if backward else cycle.add(cell.start, -1) > stop):
            return
        yield cell


def _begins_in(interval: Interval, window: Interval) -> bool:
    assert interval.start is not None
    after = window.start is None or interval.start >= window.start
    return after and (window.end is None or interval.start < window.end)


def _narrowed(found: list[Interval], what: Repeating) -> list[Interval]:
    for field, value in what.fields:
        found = list(chain.from_iterable(_narrow(interval, field, value) for interval in found))
    if what.fields and what.fields[-1][0] is Field.HOUR:  # a clock time is a minute: 15:00, not 15:00-15:59
        found = [Interval.of(Unit.MINUTE, interval.start or 0) for interval in found]
    return found


def _narrow(interval: Interval, field: Field, value: Value) -> Iterator[Interval]:
    """Where the field lies inside an interval: in the cells that it covers, or that cover it."""
    unit = _cell(field, value)
    assert interval.start is not None
    assert interval.end is not None
    cell = Interval.of(unit, interval.start)
    while cell.start is not None and cell.start < interval.end:
        whole = interval.covers(cell)
        yield from (f for f in _in_cell(field, value, cell) if whole or _begins_in(f, interval))
        cell = Interval.of(unit, unit.add(cell.start, 1))


# ---------------------------------------------------------------- what an occurrence is called

_GRAINS = {
    Field.HALF: Unit.HALF,
    Field.QUARTER: Unit.QUARTER,
    Field.SEASON: Unit.QUARTER,
    Field.MONTH: Unit.MONTH,
    Field.WEEK: Unit.WEEK,
    Field.PART: Unit.HOUR,
    Field.HOUR: Unit.MINUTE,
    Field.MINUTE: Unit.MINUTE,
    Field.SECOND: Unit.SECOND,
}


def grain_of(what: Repeating) -> Unit:
    """How exact an occurrence is: the unit of its finest field."""
    if not what.fields:
        return Unit.DAY
    field, value = what.fields[-1]
    return value if isinstance(value, Unit) else _GRAINS.get(field, Unit.DAY)


def occurrence_value(what: Repeating, found: Interval) -> str:
    """The TIMEX3 value of an occurrence: 2015-05, 2015-SU, 2015-W20-WE, 2015-05-12TMO, 2015-05-12T15:00."""
    start = found.start or 0
    field, value = what.fields[-1] if what.fields else (Field.DAY, 0)
    match field:
        case Field.SEASON:
            return f"{date_value(start, Unit.YEAR)}-{value}"
        case Field.WEEKEND:
            return f"{date_value(start, Unit.WEEK)}-WE"
        case Field.PART:
            return f"{date_value(start, Unit.DAY)}T{value}"
        case Field.HOUR if value == 24:
            return f"{date_value(start - 1, Unit.DAY)}T24:00"
        case _:
            return date_value(start, grain_of(what))


_OPEN_FIELDS = {
    Field.HALF: "XXXX-H{}",
    Field.QUARTER: "XXXX-Q{}",
    Field.SEASON: "XXXX-{}",
    Field.WEEK: "XXXX-W{:02}",
    Field.WEEKDAY: "XXXX-WXX-{}",
    Field.WEEKEND: "XXXX-WXX-{}",
}


def open_value(what: Repeating) -> str:
    """The TIMEX3 value where nothing places it: XXXX-04, XXXX-WXX-2, XXXX-05-03, XXXX-XX-XXT15:00."""
    fields = dict(what.fields)
    if Field.UNIT in fields:
        return unknown_value(_cell(Field.UNIT, fields[Field.UNIT]))
    month, day = fields.get(Field.MONTH, "XX"), fields.get(Field.DAY, "XX")
    named = [f for f in fields if f in _OPEN_FIELDS and not (f is Field.WEEKDAY and Field.DAY in fields)]
    if named:
        date = _OPEN_FIELDS[named[-1]].format(fields[named[-1]])
    elif Field.DAY in fields or Field.MONTH not in fields:
        date = f"XXXX-{_two(month)}-{_two(day)}"
    else:
        date = f"XXXX-{_two(month)}"
    return date + _open_clock(fields)


def _open_clock(fields: dict[Field, Value]) -> str:
    if Field.HOUR in fields:
        return f"T{_two(fields[Field.HOUR])}:{_two(fields.get(Field.MINUTE, 0))}"
    return f"T{fields[Field.PART]}" if Field.PART in fields else ""


def _two(value: Value) -> str:
    return f"{value:02}" if isinstance(value, int) else value
