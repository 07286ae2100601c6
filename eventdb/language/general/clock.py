"""Times of day: "a las 8 de la noche", "8h30", "午後3時半", "half vier", "mañana por la tarde"."""

from dataclasses import replace

from eventdb.expression.nodes import Expression, Field, Intersection, Last, Nearest, Next, Repeating
from eventdb.language.compose import TODAY, recurring, within
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import clock_time
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_LATER_HALF = {"AF": 12, "EV": 12, "NI": 12, "MI": 12}


def _hour(what: Repeating) -> int:
    return next(int(value) for field, value in what.fields if field is Field.HOUR)


def _minute(what: Repeating) -> int:
    return next((int(value) for field, value in what.fields if field is Field.MINUTE), 0)


def _moved(what: Repeating, minutes: int) -> Repeating | None:
    total = (_hour(what) * 60 + _minute(what) + minutes) % (24 * 60)
    return clock_time(*divmod(total, 60))


@RULES.rule("hour", "numeral")
def hour(value: int) -> Repeating | None:
    return clock_time(value) if value <= 24 else None


@RULES.rule("hour-of-clock", "hour oclock")
@RULES.rule("hour-of-clock", "oclock hour")
def oclock(*values: Repeating | str) -> Repeating:
    return _clock(values)


def _clock(values: tuple[object, ...]) -> Repeating:
    return next(value for value in values if isinstance(value, Repeating))


RULES.lift("exact-time", "clock")
RULES.lift("exact-time", "hour-of-clock")


@RULES.rule("exact-time", "clock|dotted-clock oclock")
@RULES.rule("exact-time", "oclock clock|dotted-clock")
def clock_with_its_word(*values: Repeating | str) -> Repeating:
    return _clock(values)


@RULES.rule("exact-time", "hour-of-clock and? numeral unit")
@RULES.rule("exact-time", "hour-of-clock and? number")
def hour_and_minutes(
    what: Repeating, _: str | None, minutes: int, unit: Unit = Unit.MINUTE
) -> Repeating | None:
    return clock_time(_hour(what), minutes) if unit is Unit.MINUTE and minutes < 60 else None


@RULES.rule("spoken", "hour|hour-of-clock and? half-word|quarter-hour")
def hour_and_half(what: Repeating, _: str | None, part: str) -> Repeating | None:
    return _moved(what, 15 if part == "QUARTER" else 30)


@RULES.rule("spoken", "hour|hour-of-clock less article? quarter-hour|numeral")
def hour_less_quarter(what: Repeating, _: str, __: str | None, part: str | int) -> Repeating | None:
    return _moved(what, -(part if isinstance(part, int) else 15))


@RULES.rule("spoken", "hour and numeral", priority=-1)
def hour_and_numeral(what: Repeating, _: str, minutes: int) -> Repeating | None:
    return _moved(what, minutes) if minutes in (5, 10, 20, 25, 40, 45, 50, 55) else None


@RULES.rule("spoken", "half-before|quarter-past-before|quarter-to-before hour|hour-of-clock")
def fraction_and_hour(minutes: int, what: Repeating) -> Repeating | None:
    """ "साढ़े 8" is half past eight, "सवा" a quarter past, "पौने" a quarter to."""
    return _moved(what, minutes)


@RULES.rule("spoken", "half-to hour|hour-of-clock")
def half_to(_: str, what: Repeating) -> Repeating | None:
    """ "half vier" is half an hour before four."""
    return _moved(what, -30)


@RULES.rule("spoken", "quarter-hour|numeral past hour|hour-of-clock")
def minutes_past(part: str | int, _: str, what: Repeating) -> Repeating | None:
    return _moved(what, part if isinstance(part, int) else 15)


@RULES.rule("spoken", "quarter-hour|numeral to-hour hour|hour-of-clock")
def minutes_to(part: str | int, _: str, what: Repeating) -> Repeating | None:
    return _moved(what, -(part if isinstance(part, int) else 15))


RULES.lift("exact-time", "spoken")


@RULES.rule("exact-time", "article? point")
def named_hour(_: str | None, value: int) -> Repeating | None:
    return clock_time(value)


RULES.lift("clock-like", "exact-time|hour")
RULES.lift("clock-like", "dotted-clock")


@RULES.rule("time-of-day", "at? article? clock-like meridiem")
@RULES.rule("time-of-day", "meridiem at? article? clock-like")
def with_meridiem(*values: Repeating | str | None) -> Repeating | None:
    what = _clock(values)
    meridiem = next(value for value in values if value in ("am", "pm"))
    time = _hour(what)
    if time > 12:
        return what
    return _moved(what, (time % 12 + (12 if meridiem == "pm" else 0) - time) * 60)


@RULES.rule("time-of-day", "at? article? clock-like of? article? part")
@RULES.rule("time-of-day", "article? part ','? at? article? clock-like", priority=-1)
@RULES.rule("time-of-day", "part of at? clock-like")
def hour_of_part(*values: Repeating | str | None) -> Repeating | None:
    what = _clock(values)
    part = next(value for value in values if value in _PARTS)
    return in_part(what, str(part))


_PARTS = ("MO", "MI", "AF", "EV", "NI", "DT")


def in_part(what: Repeating, part: str) -> Repeating | None:
    """The hour of a twelve-hour clock in a part of the day: 8 in the evening → 20:00, 2 at night → 2:00."""
    time = _hour(what)
    if not 1 <= time <= 12:
        return what
    if part == "NI" and (time == 12 or time < 5):
        return _moved(what, (time % 12 - time) * 60)
    if part == "MI" and time > 9:
        return what
    if part == "MO" and time == 12:
        return what
    return _moved(what, (time % 12 + _LATER_HALF.get(part, 0) - time) * 60)


RULES.lift("time-of-day", "exact-time", priority=-1)


@RULES.rule("time-of-day", "at article? clock-like")
def at_time(*values: Repeating | str | None) -> Repeating:
    return _clock(values)


@RULES.rule("time-of-day", "time-of-day zone")
def with_zone(what: Repeating, _: str) -> Repeating:
    return what


@RULES.rule("time", "time-of-day")
def time_alone(what: Repeating) -> Expression:
    return Nearest(what)


# ---------------------------------------------------------------- on days


@RULES.rule("time", "day ','|'-'? of? time-of-day")
def day_and_time(day: Expression, _: str | None, what: Repeating) -> Expression | None:
    return within(day, what)


@RULES.rule("time", "day ','? of at? article? clock-like")
@RULES.rule("time", "day ','? dotted-clock")
def day_and_loose_time(day: Expression, *rest: Repeating | str | None) -> Expression | None:
    return within(day, _clock(rest))


@RULES.rule("time", "weekday-part")
def weekday_part(value: tuple[int, str]) -> Expression:
    weekday, part = value
    return Intersection(Nearest(recurring(Field.WEEKDAY, weekday)), recurring(Field.PART, part))


@RULES.rule("time", "time-of-day|dotted-clock ','? of? article? day")
def time_and_day(what: Repeating, _: str | None, __: str | None, day: Expression) -> Expression | None:
    return within(day, what)


@RULES.rule("time", "day ','? of? article? part")
def day_and_part(day: Expression, _: str | None, __: str | None, code: str) -> Expression | None:
    return within(day, recurring(Field.PART, code))


@RULES.rule("time", "article? part ','? of? article? day")
def part_of_day(*values: Expression | str | None) -> Expression | None:
    code = next(value for value in values if value in _PARTS)
    day = values[-1]
    return within(day, recurring(Field.PART, str(code))) if isinstance(day, Expression) else None


@RULES.rule("time", "this part")
@RULES.rule("time", "today-part")
def this_part(*values: str) -> Expression | None:
    return within(TODAY, recurring(Field.PART, values[-1]))


@RULES.rule("time", "last part")
@RULES.rule("time", "part last")
@RULES.rule("time", "yesterday-part")
def last_part(*values: str) -> Expression | None:
    code = next(value for value in values if value in _PARTS)
    return within(Last(Repeating.unit(Unit.DAY)), recurring(Field.PART, code))


@RULES.rule("time", "next part")
@RULES.rule("time", "part next")
@RULES.rule("time", "tomorrow-part")
def next_part(*values: str) -> Expression | None:
    code = next(value for value in values if value in _PARTS)
    return within(Next(Repeating.unit(Unit.DAY)), recurring(Field.PART, code))


@RULES.rule("time", "exact-time today-part")
@RULES.rule("time", "today-part ','? at? article? clock-like")
def hour_of_today_part(*values: Repeating | str | None) -> Expression | None:
    code = next(value for value in values if value in _PARTS)
    exact = in_part(_clock(values), str(code))
    return None if exact is None else within(TODAY, exact)


@RULES.rule("time", "time ','? time-of-day")
@RULES.rule("time", "time ','? at? article? clock-like")
def part_and_time(time: Expression, *rest: Repeating | str | None) -> Expression | None:
    """The part of day tells which eight it is."""
    if not isinstance(time, Intersection | Nearest) or time.what.fields[-1][0] is not Field.PART:
        return None
    *day, (_, part) = time.what.fields
    exact = in_part(_clock(rest), str(part))
    if exact is None:
        return None
    if day:
        return within(replace(time, what=Repeating(tuple(day))), exact)
    return Nearest(exact) if isinstance(time, Nearest) else within(time.base, exact)


@RULES.rule("time", "article? part", priority=-1)
def part_alone(_: str | None, code: str) -> Expression:
    return Nearest(recurring(Field.PART, code))
