"""From one clock time to another: "from 9 to 5 pm", "Tuesday between 9:30 and 11", "3-8 in the evening"."""

from eventdb.expression.nodes import Between, Expression, Field, Intersection, Nearest, Repeating
from eventdb.language.compose import within
from eventdb.language.english.clock import hour_of_part
from eventdb.language.english.dayparts import at_hour, part_of
from eventdb.language.grammar import RuleBook

RULES = RuleBook()

_MORNING = 7 * 60
"""Minutes; what begins earlier and goes back is no stretch of a day."""


@RULES.rule("clock-range", "'from'|'between'|'at'? clock|hour to twelve-hour-time", "3-8pm", "from 22 to 3am")
@RULES.rule("clock-range", "'between' clock|hour and twelve-hour-time", "between 5 and 6 pm")
def clock_range_of_half_day(first: Repeating, _: str, last: Repeating) -> tuple[Repeating, Repeating] | None:
    """The first hour lies in the half of the day in which it comes before the last."""
    start, end = _minutes(first), _minutes(last)
    if start < 12 * 60 and (12 * 60 < start + 12 * 60 < end or end < start):
        return _shifted(first, 12), last
    overnight = end < 12 * 60 < start
    return (first, last) if start != end and (start <= 12 * 60 or overnight) else None


@RULES.rule("clock-range", "'from'|'between'|'at'? twelve-hour-time to clock|hour", "from 1pm to 4")
@RULES.rule("clock-range", "'between' twelve-hour-time and clock|hour", "between 1pm and 4")
def clock_range_from_half_day(
    first: Repeating, _: str, last: Repeating
) -> tuple[Repeating, Repeating] | None:
    start, end = _minutes(first), _minutes(last)
    return (first, _shifted(last, 12)) if end < start < end + 12 * 60 <= 24 * 60 else (first, last)


@RULES.rule("clock-range", "'from'|'between'|'at'? time-of-day to time-of-day", "9:30 - 11:00")
@RULES.rule("clock-range", "'between' time-of-day and time-of-day", "tomorrow between 9:15 and 17:00")
def clock_range(first: Repeating, _: str, last: Repeating) -> tuple[Repeating, Repeating] | None:
    """ "11:30-1:30" ends after noon."""
    start, end = _minutes(first), _minutes(last)
    if end < start <= 12 * 60 + 59 and start < end + 12 * 60:
        return first, _shifted(last, 12)
    return None if first == last else (first, last)


@RULES.rule("clock-range", "'from'|'at'? noon to hour", "from noon till 3", "noon to three")
@RULES.rule("clock-range", "'between' noon and hour", "between noon and 3")
def clock_range_from_noon(first: Repeating, _: str, last: Repeating) -> tuple[Repeating, Repeating] | None:
    return clock_range_from_half_day(first, "to", last)


@RULES.rule("clock-range", "'from' hour to hour", "Wednesday from 10 to 4")
@RULES.rule("clock-range", "'between' hour|clock and|to hour|clock", "between 9 and 10:30")
@RULES.rule("hours-range", "'from'|'at'? hour to hour", "Monday 3-8")
def hours_range(first: Repeating, _: str, last: Repeating) -> tuple[Repeating, Repeating] | None:
    """Hours that go back go through noon: "11-3", "9 to 5"; "3-1" is a score."""
    start, end = _minutes(first), _minutes(last)
    rises = start < end or (start >= _MORNING and end > 0)
    return clock_range_from_half_day(first, "to", last) if first != last and rises else None


@RULES.rule(
    "clock-range",
    "hours-range 'in' 'the' part",
    "from 5 to 6 in the afternoon",
    "from 11 to 3 in the afternoon",
)
@RULES.rule("clock-range", "clock-range 'in' 'the' part", "between 5 and 6 in the afternoon")
def hours_range_of_part(times: tuple[Repeating, Repeating], part: str) -> tuple[Repeating, Repeating] | None:
    first, last = (hour_of_part(time, part) for time in times)
    if first is None or last is None:
        return None
    return (first if _minutes(first) < _minutes(last) else times[0]), last


def _minutes(what: Repeating) -> int:
    fields = dict(what.fields)
    return int(fields[Field.HOUR]) * 60 + int(fields.get(Field.MINUTE, 0))


def _shifted(what: Repeating, hours: int) -> Repeating:
    return Repeating(tuple((f, int(v) + hours if f is Field.HOUR else v) for f, v in what.fields))


@RULES.rule(
    "range",
    "time ','? clock-range|hours-range",
    "yesterday afternoon from 3 to 8 pm",
    "Monday morning 6-8",
)
@RULES.rule(
    "range", "clock-range|hours-range ','? time", "10 am to 11 am Monday morning", "8am-3 yesterday afternoon"
)
def clock_times_of_part(*values: Expression | tuple[Repeating, Repeating]) -> Expression | None:
    """The part of day tells which half of the day the hours are of; the first may be earlier than that."""
    time, times = sorted(values, key=lambda value: isinstance(value, tuple))
    assert isinstance(time, Expression)
    assert isinstance(times, tuple)
    part = part_of(time)
    exact = None if part is None else hours_range_of_part(times, part)
    first, last = (None, None) if exact is None else (at_hour(time, exact[0]), at_hour(time, exact[1]))
    return None if first is None or last is None else Between(first, last)


@RULES.rule("range", "clock-range", "from 9 to 5 pm")
def clock_times(times: tuple[Repeating, Repeating]) -> Expression:
    return Between(Nearest(times[0]), Nearest(times[1]))


@RULES.rule("range", "open-day ','? clock-range year", "Wed Oct 26 15:50 - 17:00 2016")
def clock_times_of_day_and_year(
    day: Repeating, times: tuple[Repeating, Repeating], base: Expression
) -> Expression | None:
    return clock_times_of_day(Intersection(base, day), times)


@RULES.rule(
    "range",
    "day|relative-day ','? clock-range|hours-range",
    "Tuesday from 9:30 to 11:00",
    "tomorrow 3-8pm",
    "Monday 3-8",
)
@RULES.rule(
    "range",
    "clock-range|hours-range ','? 'on'|'of'? day|relative-day",
    "9 am to 5 pm on Tuesday",
    "6-8 next Monday",
)
def clock_times_of_day(*values: Expression | tuple[Repeating, Repeating]) -> Expression | None:
    day, times = sorted(values, key=lambda value: isinstance(value, tuple))
    assert isinstance(day, Expression)
    assert isinstance(times, tuple)
    first, last = within(day, times[0]), within(day, times[1])
    return None if first is None or last is None else Between(first, last)
