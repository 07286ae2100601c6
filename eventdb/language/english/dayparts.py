"""Parts of day, by themselves, on a day, and with the hour in them: "Tuesday evening", "8 this morning"."""

from dataclasses import replace

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest, Part, Repeating
from eventdb.language.compose import TODAY, merged, recurring, within
from eventdb.language.english.clock import hour_of_part
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import clock_time

RULES = RuleBook()


@RULES.rule("time", "'the'|'that' part", "in the morning", priority=-1)
@RULES.rule("time", "part", "at night", priority=-2)
@RULES.rule("time", "'one'|'an'|'a' part", "one evening", priority=-2)
def part_alone(code: str) -> Expression:
    return Nearest(recurring(Field.PART, code))


@RULES.rule(
    "time",
    "day|relative-day ','? 'in'|'at'|'during'? 'the'? part",
    "Tuesday evening",
    "tomorrow in the morning",
)
def day_and_part(day: Expression, code: str) -> Expression | None:
    return within(day, recurring(Field.PART, code))


@RULES.rule(
    "time",
    "'the'? part 'of'|'on' 'the'? day|relative-day",
    "the morning of 29 April 1975",
    "evening of May 3",
)
@RULES.rule("time", "part ','? day|relative-day", "afternoon yesterday")
def part_of_day(code: str, day: Expression) -> Expression | None:
    return within(day, recurring(Field.PART, code))


# ---------------------------------------------------------------- early and late in a part, and in a day


@RULES.rule("shaded-part", "early '-'? 'in'? 'the'? part", "early morning", "mid-afternoon")
def shaded_part(which: str, code: str) -> tuple[str, str]:
    return which, code


@RULES.rule("shaded-part", "small-hours", "the early hours of Tuesday")
@RULES.rule("shaded-part", "small-hours 'of' 'the' part", "Monday in the small hours of the morning")
def small_hours(code: str, _: str | None = None) -> tuple[str, str]:
    return "START", code


@RULES.rule("time", "'the'? shaded-part", "the early morning", "early in the evening", priority=-1)
def early_part(shaded: tuple[str, str]) -> Expression:
    which, code = shaded
    return Part(which, Nearest(recurring(Field.PART, code)))


@RULES.rule(
    "time",
    "day|relative-day ','? 'in'|'during'? 'the'? shaded-part",
    "Tuesday early morning",
    "yesterday late afternoon",
)
def day_and_early_part(day: Expression, shaded: tuple[str, str]) -> Expression | None:
    which, code = shaded
    time = within(day, recurring(Field.PART, code))
    return None if time is None else Part(which, time)


@RULES.rule(
    "time",
    "'the'? shaded-part ','? 'of'|'on'? 'the'? day|relative-day",
    "the early morning of May 3",
)
def early_part_of_a_day(shaded: tuple[str, str], day: Expression) -> Expression | None:
    return day_and_early_part(day, shaded)


@RULES.rule("time", "'the'? small-hours 'of' day|relative-day part", "the early hours of Thursday morning")
def small_hours_of_a_part(start: str, day: Expression, code: str) -> Expression | None:
    return day_and_early_part(day, ("START", start)) if code in (start, "NI") else None


@RULES.rule(
    "date", "early 'in'? 'the' 'day' ','? 'on'? day|relative-day", "early in the day on Tuesday", priority=1
)
def early_in_the_day(which: str, day: Expression) -> Expression:
    return Part(which, day)


@RULES.rule("date", "day|relative-day ','? early 'in'? 'the' 'day'", "Friday, late in the day", priority=1)
def day_and_early_in_it(day: Expression, which: str) -> Expression:
    return Part(which, day)


# ---------------------------------------------------------------- the hour in a part


@RULES.rule("time", "time ','? 'at'|'around'|'@' time-of-day|hour", "tomorrow evening at eight")
def part_and_time(time: Expression, what: Repeating) -> Expression | None:
    return in_part(time, what)


@RULES.rule("time", "time-of-day|hour tonight", "8 tonight", "7pm tonight")
@RULES.rule("time", "about-hour tonight", "at 7ish tonight")
@RULES.rule("time", "tonight ','? 'at'|'@'? time-of-day|hour", "tonight at 8", "tonight 8pm")
def hour_of_tonight(*values: Repeating | str) -> Expression | None:
    what = next(value for value in values if isinstance(value, Repeating))
    exact = hour_of_part(what, "NI")
    return None if exact is None else Intersection(TODAY, exact)


@RULES.rule("time", "point tonight", "midnight tonight", priority=1)
@RULES.rule("time", "tonight 'at' point", "tonight at midnight", priority=1)
def point_of_tonight(*values: int | str) -> Expression | None:
    """The midnight of tonight ends the day."""
    hour = next(value for value in values if isinstance(value, int))
    what = clock_time(hour or 24)
    return None if what is None else Intersection(TODAY, what)


@RULES.rule("time", "time-of-day|hour ','? 'this' part", "8 this evening", "11, this morning")
@RULES.rule("time", "'this' part ','? 'at'|'@' time-of-day|hour", "this morning at 10")
def hour_of_this_part(*values: Repeating | str) -> Expression | None:
    what, part = sorted(values, key=lambda value: isinstance(value, str))
    assert isinstance(what, Repeating)
    exact = hour_of_part(what, str(part))
    return None if exact is None else Intersection(TODAY, exact)


@RULES.rule("time", "time-of-day|hour day|relative-day '-'? part", "9 tomorrow evening")
def time_and_part(what: Repeating, day: Expression, code: str) -> Expression | None:
    exact = hour_of_part(what, code)
    return None if exact is None else within(day, exact)


def in_part(time: Expression, what: Repeating) -> Expression | None:
    """ "tomorrow evening at eight", "early on Sunday morning at 8": the part of day tells which eight."""
    part = part_of(time)
    exact = None if part is None else hour_of_part(what, part)
    return None if exact is None else at_hour(time, exact)


def part_of(time: Expression) -> str | None:
    """The part of day that a time ends in."""
    if isinstance(time, Part):
        return part_of(time.base)
    what = time.what if isinstance(time, Nearest | Intersection) else None
    return str(what.fields[-1][1]) if what is not None and what.fields[-1][0] is Field.PART else None


def at_hour(time: Expression, what: Repeating) -> Expression | None:
    """A clock time in the place of the part of day that a time ends in."""
    if isinstance(time, Part):
        return at_hour(time.base, what)
    if not isinstance(time, Nearest | Intersection):
        return None
    fields = merged(Repeating(time.what.fields[:-1]), what)
    return None if fields is None else replace(time, what=fields)
