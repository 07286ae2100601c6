"""Times of day: "9:30 a.m.", "half past three", "noon", "5 p.m. on 3 May"."""

from eventdb.expression.nodes import Approximate, Expression, Field, Intersection, Nearest, Repeating
from eventdb.language.compose import is_clock, within
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import clock_time

RULES = RuleBook()

_AFTERNOON = {"AF": 12, "EV": 12, "NI": 12, "MO": 0}


def hour_number(what: Repeating) -> int:
    """The hour of a clock time, 0-24."""
    return next(int(value) for field, value in what.fields if field is Field.HOUR)


def _with_hour(what: Repeating, hour: int) -> Repeating:
    return Repeating(tuple((f, hour if f is Field.HOUR else v) for f, v in what.fields))


def in_half_day(what: Repeating, meridiem: str) -> Repeating | None:
    """A time of a twelve-hour clock in the half of the day that "am" or "pm" names: 9:30 pm → 21:30."""
    hour = hour_number(what)
    if hour > 12:
        minutes = dict(what.fields).get(Field.MINUTE)
        return what if meridiem == "pm" and hour < 24 and minutes else None
    return _with_hour(what, hour % 12 + (12 if meridiem == "pm" else 0))


# ---------------------------------------------------------------- hours


@RULES.rule("hour", "number|below-hundred", "five o'clock")
def hour(value: int) -> Repeating | None:
    return clock_time(value) if value <= 24 else None


@RULES.rule("compact-clock", "number", "430pm")
def compact_clock(value: int) -> Repeating | None:
    return clock_time(value // 100, value % 100) if 100 <= value < 1260 else None


RULES.lift("time-of-day", "twelve-hour-time")


@RULES.rule(
    "twelve-hour-time",
    "hour|clock|dotted-clock|compact-clock '-'|'.'? meridiem",
    "9 a.m.",
    "9:30pm",
    "7.30am",
    "430pm",
)
def hour_with_meridiem(what: Repeating, meridiem: str) -> Repeating | None:
    return in_half_day(what, meridiem)


@RULES.rule("time-of-day", "clock", "at 19:30", "9:30", priority=-1)
def clock(what: Repeating) -> Repeating:
    return what


@RULES.rule("time-of-day", "clock 'hours'|'hrs'|'h'", "19:30 hrs")
@RULES.rule("time-of-day", "military 'hours'|'hrs'", "0300 hours", priority=2)
def military(what: Repeating) -> Repeating:
    return what


@RULES.rule("time-of-day", "number 'h'", "Tuesday at 15h", priority=-1)
def hour_in_h(value: int) -> Repeating | None:
    return clock_time(value) if value <= 24 else None


@RULES.rule("time-of-day", "hour oclock", "five o'clock")
def oclock(what: Repeating, _: str) -> Repeating:
    return what


@RULES.rule("time-of-day", "hour oclock? 'sharp'", "five o'clock sharp")
def sharp(what: Repeating, _: str | None) -> Repeating:
    return what


@RULES.rule(
    "time-of-day", "number|below-hundred number|below-hundred meridiem", "ten thirty pm", "five forty-five am"
)
def hour_minute_meridiem(hours: int, minutes: int, meridiem: str) -> Repeating | None:
    time = clock_time(hours, minutes)
    return in_half_day(time, meridiem) if time is not None and minutes >= 10 else None


@RULES.rule("minutes", "'a'? 'quarter'", "a quarter past ten")
def quarter_hour() -> int:
    return 15


@RULES.rule("minutes", "'three' '-'? 'quarters'", "three quarters past ten")
def three_quarters_of_an_hour() -> int:
    return 45


@RULES.rule("minutes", "number|below-hundred 'minutes'|'minute'|'min'|'mins'", "20 minutes to two pm")
def minutes(value: int) -> int | None:
    return value if 0 < value < 60 else None


@RULES.rule("minutes", "number|below-hundred", "ten past five pm")
def bare_minutes(value: int) -> int | None:
    """Said without "minutes" only in fives: "9 to 5" is a stretch of hours."""
    return value if value in (5, 10, 15, 20, 25) else None


@RULES.rule("relative-hour", "minutes 'past'|'after' hour oclock?", "ten past five", "quarter past eight")
def minutes_past(minute: int, what: Repeating, _: str | None = None) -> Repeating | None:
    return clock_time(hour_number(what), minute)


@RULES.rule("relative-hour", "half-past hour", "half past three")
def half_past(_: str, what: Repeating) -> Repeating | None:
    return clock_time(hour_number(what), 30)


@RULES.rule("relative-hour", "minutes 'to'|'before'|'til'|'till' hour", "quarter to four")
def minutes_to(minute: int, what: Repeating) -> Repeating | None:
    return clock_time((hour_number(what) - 1) % 24, 60 - minute)


@RULES.rule("relative-hour", "minutes 'past'|'after' point", "five past midnight")
def minutes_past_point(minute: int, hour: int) -> Repeating | None:
    return clock_time(hour, minute)


@RULES.rule("relative-hour", "minutes 'to'|'before' point", "ten to midnight")
def minutes_to_point(minute: int, hour: int) -> Repeating | None:
    return clock_time((hour - 1) % 24, 60 - minute)


RULES.lift("time-of-day", "relative-hour", priority=-1)


@RULES.rule("relative-hour", "half-past point", "half past midnight")
def half_past_point(_: str, hour: int) -> Repeating | None:
    return clock_time(hour, 30)


@RULES.rule("time-of-day", "relative-hour meridiem", "half past three pm")
def hour_and_minutes_with_meridiem(what: Repeating, meridiem: str) -> Repeating | None:
    return in_half_day(what, meridiem)


@RULES.rule("time-of-day", "point", "at noon", "midnight")
@RULES.rule("time-of-day", "'12' point", "12 noon")
@RULES.rule("time-of-day", "'the' point", "the midnight")
def named_hour(value: int) -> Repeating | None:
    return clock_time(value)


@RULES.rule("noon", "point", "from noon to three")
def noon(value: int) -> Repeating | None:
    return clock_time(value) if value == 12 else None


@RULES.rule("time-of-day", "time-of-day zone", "5 p.m. EST")
@RULES.rule("time-of-day", "time-of-day '(' zone ')'")
def with_zone(what: Repeating, _: str) -> Repeating:
    return what


@RULES.rule("time-of-day", "hour|time-of-day 'in'|'at' 'the'? part", "5 in the morning", "at 10 at night")
@RULES.rule("time-of-day", "clock|relative-hour part", "8:30 morning")
def hour_of_part(what: Repeating, part: str) -> Repeating | None:
    time = hour_number(what)
    if not 1 <= time <= 12:
        return what
    if part == "NI" and (time == 12 or time < 5):
        return _with_hour(what, time % 12)
    if part == "MO" and time == 12:  # a morning ends at noon
        return what
    if part == "EV" and time == 12:  # and an evening at midnight
        return clock_time(24)
    return _with_hour(what, time % 12 + _AFTERNOON.get(part, 12))


# ---------------------------------------------------------------- times on days


@RULES.rule("time", "time-of-day", "at 9:30 a.m.", "noon")
def time_alone(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule(
    "time",
    "day|relative-day ','|'-'? 'at'|'around'|'about'|'by'|'for'|'@'? time-of-day",
    "Tuesday at 9 a.m.",
    "3 May 2014, 9:30",
)
@RULES.rule("time", "day|relative-day ','? 'at'|'around' hour", "tomorrow at five")
def day_and_time(day: Expression, what: Repeating) -> Expression | None:
    return within(day, what) if is_clock(what) else None


@RULES.rule(
    "time", "time-of-day ','? 'on'|'of'? 'the'? day|relative-day", "9 a.m. Tuesday", "10 p.m. on October 3"
)
def time_and_day(what: Repeating, day: Expression) -> Expression | None:
    return within(day, what)


@RULES.rule("time", "'around' hour 'on' 'the'? day|relative-day", "around 6 on Saturday")
def about_hour_of_day(what: Repeating, day: Expression) -> Expression | None:
    time = within(day, what) if hour_number(what) <= 12 else None
    return None if time is None else Approximate(time)


@RULES.rule("time", "point 'on'|'of'? 'the'? day|relative-day", "midnight on Monday", priority=1)
def named_hour_of_day(hour: int, day: Expression) -> Expression | None:
    """The midnight of a day is the one that ends it: "midnight on Monday" is Monday, 24:00."""
    what = clock_time(hour or 24)
    return None if what is None else within(day, what)


@RULES.rule(
    "time", "day|relative-day ','? 'at'|'around'|'about'|'by'? point", "Monday at midnight", priority=1
)
def day_and_named_hour(day: Expression, hour: int) -> Expression | None:
    return named_hour_of_day(hour, day)


@RULES.rule(
    "time",
    "'shortly'|'just' 'before' point 'on'|'of'? 'the'? day|relative-day",
    "shortly before midnight on Monday",
    priority=2,
)
def shortly_before_named_hour(hour: int, day: Expression) -> Expression | None:
    """Before midnight it is still the day that ends then: 23:59, about."""
    what = clock_time((hour or 24) - 1, 59)
    time = None if what is None else within(day, what)
    return None if time is None else Approximate(time)


@RULES.rule("time", "open-day ','? time-of-day year", "Wed Oct 26 15:50:06 2016")
def day_time_and_year(day: Repeating, what: Repeating, base: Expression) -> Expression | None:
    return within(Intersection(base, day), what)


@RULES.rule("time", "hour relative-day", "9 tomorrow", priority=-1)
def hour_of_relative_day(what: Repeating, day: Expression) -> Expression | None:
    return within(day, what) if hour_number(what) > 0 else None
