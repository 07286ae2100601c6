"""Moving a time by an amount, as exactly as the amount's unit: "two days after X".

| from            | days       | weeks                      | months, quarters, halves | years and more |
|-----------------|------------|----------------------------|--------------------------|----------------|
| a day           | that day   | that day, 3 days each way  | the month it falls in    | the year       |
| something wider | moved      | moved                      | moved                    | moved          |

A base that is narrower than the unit is rounded out to it, a wider one moves as it is. Hours from a
clock time are good to half an hour either way, minutes to the minute; hours from a day lead to that day
or its neighbour. "Exactly" and "to the day" move the base as it is, whatever the unit.
"""

from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import DocumentTime, EventTime, ReferenceTime, Shift
from eventdb.expression.outcome import placed, unresolved
from eventdb.expression.repeating import named_day
from eventdb.expression.wording import words
from eventdb.temporal.calendar import DAY, MINUTE
from eventdb.temporal.extent import UNBOUNDED
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.timex3 import date_value, unknown_value
from eventdb.temporal.unit import Unit

_FINER = {
    Unit.MILLENNIUM: (Unit.YEAR, 1000),
    Unit.CENTURY: (Unit.YEAR, 100),
    Unit.DECADE: (Unit.YEAR, 10),
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.HALF: (Unit.MONTH, 6),
    Unit.QUARTER: (Unit.MONTH, 3),
    Unit.MONTH: (Unit.DAY, 30),
    Unit.WEEK: (Unit.DAY, 7),
    Unit.DAY: (Unit.HOUR, 24),
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.MINUTE: (Unit.SECOND, 60),
}

_AT_MOST = {
    Unit.SECOND: (1, Unit.MINUTE),
    Unit.MINUTE: (1, Unit.HOUR),
    Unit.HOUR: (1, Unit.DAY),
    Unit.DAY: (1, Unit.MONTH),
    Unit.WEEK: (4, Unit.MONTH),
    Unit.MONTH: (2, Unit.YEAR),
    Unit.QUARTER: (4, Unit.YEAR),
    Unit.HALF: (8, Unit.YEAR),
    Unit.YEAR: (30, Unit.YEAR),
    Unit.DECADE: (1, Unit.CENTURY),
    Unit.CENTURY: (1, Unit.MILLENNIUM),
    Unit.MILLENNIUM: (10, Unit.MILLENNIUM),
}
"""How far "several" of a unit may reach: wide on purpose, for a bound that is too tight is a lie."""

_FARTHEST = 10**9
"""The largest count that is computed."""


def shift(node: Shift, base: Resolution, frame: Frame) -> Resolution:
    """The base moved by the node's period.

    Tuesday 2015-05-12, two weeks on → [2015-05-23..2015-05-29], value 2015-W22. From an event, what lies
    after it is counted from its end, what lies before from its begin.
    """
    period, origin = node.period, _origin(node, base, frame)
    if origin is None:
        return unresolved(
            f"nothing tells when {words(node.base)} was", unknown_value(min(period.unit, Unit.YEAR))
        )
    if out_of_reach(period):
        return unresolved(f"{period} is farther than dates reach", open_shift_value(period))
    if period.vague:
        return _vaguely(origin, period)
    amounts = whole_amounts(period)
    unit = min(unit for unit, _ in amounts)
    if node.exact:
        whole = _rounded_out(named_day(origin), Unit.DAY) if unit >= Unit.DAY else origin
        return placed(_moved(whole, amounts), reason=f"to the {min(whole.grain, Unit.DAY).word}")
    now = isinstance(node.base, ReferenceTime) and frame.reference is None and unit < Unit.DAY
    if now or isinstance(node.base, DocumentTime):
        said = min(unit for unit, _ in period.amounts)
        return _from_now(origin, amounts, unit, said)
    return _by_clock(origin, amounts, unit) if unit < Unit.DAY else _by_calendar(origin, amounts, unit)


def _from_now(interval: Interval, amounts: list[tuple[Unit, int]], unit: Unit, said: Unit) -> Resolution:
    """From the document's own date: two weeks ago is a calendar week, two hours ago that minute.

    A day and a half ago is counted in hours, and is no more exact than the day that it leads to.
    """
    if unit < Unit.DAY <= said and interval.grain < Unit.DAY:
        return placed(_rounded_out(_moved(interval, amounts), Unit.DAY), reason="to the day")
    if unit is Unit.WEEK:
        return placed(_rounded_out(_moved(interval, amounts), unit), reason="counted in calendar weeks")
    if unit is Unit.HOUR and interval.grain < Unit.HOUR:
        return placed(_moved(interval, amounts), unit=Unit.MINUTE, reason="to the minute")
    return _by_clock(interval, amounts, unit) if unit < Unit.DAY else _by_calendar(interval, amounts, unit)


def _origin(node: Shift, base: Resolution, frame: Frame) -> Interval | None:
    """Where counting starts, or None where that end of the event is not known at all."""
    extent = frame.anchors.get(node.base.ref) if isinstance(node.base, EventTime) else None
    if extent is None:
        return base.interval
    bounds = extent.begin if node.period.past else extent.end
    return None if bounds == UNBOUNDED else bounds.interval


def out_of_reach(period: Period) -> bool:
    """Whether it leads to where no history lies, a thousand million units away."""
    return any(abs(count or 0) > _FARTHEST for _, count in period.amounts)


def whole_amounts(period: Period) -> list[tuple[Unit, int]]:
    """The amounts in whole units: half a year is six months, a day and a half 36 hours.

    >>> whole_amounts(Period.of(0.5, Unit.YEAR))
    [(<Unit.MONTH: 5>, 6)]
    """
    amounts: list[tuple[Unit, int]] = []
    for unit, count in period.amounts:
        number = 0 if count is None else count
        while number != int(number) and unit in _FINER:
            unit, ratio = _FINER[unit]  # noqa: PLW2901 (descends to the unit in which the count is whole)
            number = round(number * ratio, 6)
        amounts.append((unit, round(number)))
    return amounts


def add(seconds: int, amounts: list[tuple[Unit, int]]) -> int:
    """An instant moved by amounts, the coarsest first."""
    for unit, count in amounts:
        seconds = unit.add(seconds, count)
    return seconds


def _moved(interval: Interval, amounts: list[tuple[Unit, int]]) -> Interval:
    """Both sides moved. Whole months stay so; else the last day moves, and the end follows it."""
    start = None if interval.start is None else add(interval.start, amounts)
    if interval.end is None:
        return Interval(start, None)
    if all(side is None or Unit.MONTH.floor(side) == side for side in (interval.start, interval.end)):
        return Interval(start, add(interval.end, amounts))
    grain = DAY if interval.end % DAY == 0 else 1
    return Interval(start, add(interval.end - grain, amounts) + grain)


def _by_calendar(interval: Interval, amounts: list[tuple[Unit, int]], unit: Unit) -> Resolution:
    """By days or more: rounded out to the unit where the base is narrower."""
    moved = _moved(_rounded_out(named_day(interval), Unit.DAY), amounts)
    grain = min(unit, Unit.YEAR)
    if grain is Unit.YEAR and interval.unit is Unit.QUARTER:
        return placed(moved, reason="the same quarter of that year")
    if unit is Unit.WEEK:
        shifted = _week_around(moved)
    elif grain > Unit.DAY and _shorter(moved, grain):
        shifted = _rounded_out(moved, grain)
    else:
        shifted = moved
    return placed(shifted, unit=grain, value=_middle_value(moved, grain), reason=_exactness(grain, shifted))


def _week_around(moved: Interval) -> Interval:
    """Three days either way of a day; what is wider is widened only to a week."""
    if moved.start is None or moved.end is None:
        return moved
    days = (moved.end - moved.start) // DAY
    margin = max(0, 3 - (days - 1) // 2) * DAY
    return Interval(moved.start - margin, moved.end + margin)


def _shorter(interval: Interval, unit: Unit) -> bool:
    if interval.start is None or interval.end is None:
        return True
    return interval.end < unit.add(interval.start, 1)


def _rounded_out(interval: Interval, unit: Unit) -> Interval:
    """The whole units that the interval touches."""
    start = None if interval.start is None else unit.floor(interval.start)
    end = None if interval.end is None else unit.add(unit.floor(interval.end - 1), 1)
    return Interval(start, end)


def _middle_value(moved: Interval, grain: Unit) -> str:
    first = moved.start if moved.start is not None else moved.end
    last = moved.end if moved.end is not None else moved.start
    return "" if first is None or last is None else date_value((first + last) // 2, grain)


def _exactness(grain: Unit, shifted: Interval) -> str:
    if grain is Unit.DAY:
        return "to the day"
    if grain is Unit.WEEK:
        return "counted in weeks, so three days either way" if not _shorter(shifted, Unit.WEEK) else ""
    return f"counted in {grain.word}s, so the {grain.word}"


def _by_clock(interval: Interval, amounts: list[tuple[Unit, int]], unit: Unit) -> Resolution:
    if all(side is None or side % DAY == 0 for side in (interval.start, interval.end)):
        return _clock_from_day(interval, amounts)
    moved = _moved(interval, amounts)
    if unit is not Unit.HOUR:
        return placed(moved, unit=unit, value=_middle_value(moved, unit), reason=f"to the {unit.word}")
    half = 30 * MINUTE
    start = None if moved.start is None else moved.start - half
    end = None if moved.end is None else moved.end + half
    value = _middle_value(moved, Unit.MINUTE)
    return placed(Interval(start, end), unit=Unit.HOUR, value=value, reason="half an hour either way")


def _clock_from_day(interval: Interval, amounts: list[tuple[Unit, int]]) -> Resolution:
    """Hours from a day: 3 hours after it is that day or the next, 48 hours after it the second day."""
    moved = _moved(interval, amounts)
    value = _middle_value(moved, Unit.DAY)
    reason = "counted from a day, not from a clock time"
    return placed(_rounded_out(moved, Unit.DAY), unit=Unit.DAY, value=value, reason=reason)


def _vaguely(interval: Interval, period: Period) -> Resolution:
    """Several days after: from a day after the base's earliest moment to as far as "several" may reach."""
    unit = period.unit
    count, reach = _AT_MOST[unit]
    if unit >= Unit.HOUR:
        interval = _rounded_out(interval, Unit.DAY if unit > Unit.HOUR else Unit.HOUR)
    least = 1 if unit > Unit.HOUR else 0
    if period.past:
        start = None if interval.start is None else reach.add(interval.start, -count)
        end = None if interval.end is None else unit.add(interval.end, -least)
    else:
        start = None if interval.start is None else unit.add(interval.start, least)
        end = None if interval.end is None else reach.add(interval.end, count)
    reason = f"how many is open; at most {Period.of(count, reach)} are allowed for"
    return placed(Interval(start, end), unit=unit, value=open_shift_value(period), reason=reason)


def open_shift_value(period: Period) -> str:
    """The TIMEX3 value of a time whose distance is not told, or not known: "several years ago"."""
    if period.vague:
        return "PAST_REF" if period.past else "FUTURE_REF"
    return unknown_value(min(period.unit, Unit.YEAR))


def reach_of(period: Period) -> list[tuple[Unit, int]]:
    """The amounts by which a stretch may reach; of an open count the most that is allowed for."""
    if not period.vague:
        return whole_amounts(period)
    count, reach = _AT_MOST[period.unit]
    return [(reach, count)]
