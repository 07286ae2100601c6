"""The part of a time: "early May", "the mid-1990s", "late last year", "later this week"."""

from itertools import pairwise

from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import Part
from eventdb.expression.outcome import as_it_is, placed, unresolved
from eventdb.expression.repeating import PARTS_OF_DAY
from eventdb.temporal.calendar import DAY, HOUR, civil
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_WHICH = {"START": 0, "MID": 1, "END": 2}
_HALVES = {"HALF1": 0, "HALF2": 1}
_SHADES = {
    "MO": ((0, 9), (9, 11), (9, 12)),
    "AF": ((12, 15), (13, 17), (15, 19)),
    "EV": ((16, 20), (18, 22), (20, 24)),
    "NI": ((17, 24), (22, 28), (21, 31)),
}
"""Hours of the early, middle and late part of a part of day; neighbours share what may be called both."""

_BESIDE_NOW = ("REST", "SOFAR")


def part(node: Part, base: Resolution, frame: Frame) -> Resolution:
    """The early, middle or late part of the base; the value stays that of the whole, as TIMEX3 has it.

    Days: before noon, 8 to 16, after noon. Months: days 1-10, 11-20, 21 to the end. Years: January-April,
    May-August, September-December. Decades: years 0-3, 4-6, 7-9. Anything else: thirds in whole years,
    months or days, which share what belongs to both: early in the week is Monday to Wednesday, mid-week
    Wednesday to Friday. Parts of a day: early in the morning is until 9, late from 9 on. "HALF1" and "HALF2"
    are exact. "REST" is what is left of the base on the document's day, "SOFAR" what is over; of a time that
    does not hold that day either is the whole.
    """
    if node.which in _BESIDE_NOW:
        return _beside_now(node.which, base, frame.creation_time)
    interval, which = base.interval, _WHICH.get(node.which, _HALVES.get(node.which))
    if which is None or interval is None or not interval.bounded:
        return unresolved(f"it has no part {node.which}", base.value, base.unit)
    start, end = interval.sides
    if end - start < DAY:
        return _part_of_day(base, interval, which)
    if node.which in _HALVES:
        return placed(_halves(interval)[which], value=base.value, reason="half of it")
    return placed(_parts(interval)[which], value=base.value, reason="a third, roughly")


def _part_of_day(base: Resolution, interval: Interval, which: int) -> Resolution:
    day = Unit.DAY.floor(interval.sides[0])
    hours = tuple((side - day) // HOUR for side in interval.sides)
    code = next((code for code, whole in PARTS_OF_DAY.items() if whole == hours), None)
    if code not in _SHADES:
        return as_it_is(base, "it is not divided further")
    first, last = _SHADES[code][which]
    return placed(
        Interval(day + first * HOUR, day + last * HOUR), value=base.value, reason="as people call it"
    )


def _beside_now(which: str, base: Resolution, now: Interval | None) -> Resolution:
    """What is left of the base, or over; counted from the document's day, within a day from its minute."""
    interval = base.interval
    if interval is None or not interval.bounded or now is None or now.start is None:
        return base
    start, end = interval.sides
    long = end - start > DAY
    first = Unit.DAY.floor(now.start) if long else now.start
    last = Unit.DAY.add(first, 1) if long else now.start
    if which == "REST" and start <= first < end:
        return placed(Interval(first, end), value=base.value, reason="what is left of it")
    if which == "SOFAR" and start < last <= end:
        return placed(Interval(start, last), value=base.value, reason="what is over of it")
    return base


def _parts(interval: Interval) -> list[Interval]:
    start, end = interval.sides
    match interval.unit:
        case Unit.DAY:
            return [Interval(start + a * HOUR, start + b * HOUR) for a, b in ((0, 12), (8, 16), (12, 24))]
        case Unit.MONTH:
            return _divided(start, start + 10 * DAY, start + 20 * DAY, end)
        case Unit.DECADE:
            return _divided(start, Unit.YEAR.add(start, 4), Unit.YEAR.add(start, 7), end)
        case _:
            return _thirds(start, end)


def _halves(interval: Interval) -> list[Interval]:
    """Halves in whole years, months or days; the first of a month is its first fifteen days."""
    start, end = interval.sides
    for unit in (Unit.YEAR, Unit.MONTH):
        count = next((n for n in _EVEN if unit.add(start, n) == end), 0)
        if count:
            return _divided(start, unit.add(start, count // 2), end)
    return _divided(start, start + (end - start) // (2 * DAY) * DAY, end)


_EVEN = (2, 4, 6, 10, 12, 100, 1000)
"""So many years or months are halved in whole ones."""


def _divided(*edges: int) -> list[Interval]:
    return [Interval(first, last) for first, last in pairwise(edges)]


def _thirds(start: int, end: int) -> list[Interval]:
    unit, count = _counted(start, end)
    edges = [(n * count // 3, -(-(n + 1) * count // 3)) for n in range(3)]
    return [Interval(unit.add(start, a), end if b == count else unit.add(start, b)) for a, b in edges]


def _counted(start: int, end: int) -> tuple[Unit, int]:
    """How long it is in the unit that divides it: years or months where they make thirds, else days."""
    first, last = civil(start), civil(end)
    months = (last.year - first.year) * 12 + last.month - first.month
    years = months // 12
    if Unit.YEAR.add(start, years) == end and (years >= 30 or years % 3 == 0):
        return Unit.YEAR, years
    if Unit.MONTH.add(start, months) == end and months % 3 == 0:
        return Unit.MONTH, months
    return Unit.DAY, (end - start) // DAY
