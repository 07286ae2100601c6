"""Ranges given by where they begin and how long they last, and the first or last so many units of a time."""

from eventdb.expression.nodes import (
    Between,
    Expression,
    Field,
    Intersection,
    Nearest,
    Next,
    Nth,
    Repeating,
    Shift,
)
from eventdb.language.compose import REFERENCE, last, recurring, within
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("range", "'from'? time 'for' period", "from 4 pm for thirty minutes", "Tuesday at 9 for 2 hours")
def time_for_period(time: Expression, period: Period) -> Expression:
    return Between(time, Shift(time, period, exact=True))


@RULES.rule("range", "'from' hour 'for' period", "from 9 for 2.5 hours")
def hour_for_period(what: Repeating, period: Period) -> Expression | None:
    return time_for_period(Nearest(what), period) if period.unit < Unit.DAY else None


@RULES.rule("range", "day 'from' time-of-day|hour 'for' period", "14 February from 9:30 am for 7 hours")
def time_of_day_for_period(day: Expression, what: Repeating, period: Period) -> Expression | None:
    time = within(day, what)
    return None if time is None else time_for_period(time, period)


@RULES.rule("range", "'from' day|relative-day 'for' period", "from Monday for three days")
@RULES.rule(
    "range",
    "'for' period ','? 'from'|'starting'|'beginning' 'on'? day|relative-day",
    "for a week from 20 December",
)
def day_for_period(*values: Expression | Period) -> Expression | None:
    """From the start of the day on: three days from Monday are over on Wednesday."""
    day, period = sorted(values, key=lambda value: isinstance(value, Period))
    assert isinstance(day, Expression)
    assert isinstance(period, Period)
    return Next(period, last(Unit.DAY, day)) if period.unit >= Unit.DAY else None


RULES.lift("amount", "period")


@RULES.rule("amount", "units", "the opening weeks of 1943")
def vague_amount(unit: Unit) -> Period:
    return Period.of(None, unit)


@RULES.rule(
    "stretch",
    "'the'? rank amount 'of'|'in' whole",
    "the first two weeks of 2021",
    "the last three days of 1944",
    "the first ten months of 1915",
    "the closing weeks of last year",
)
def first_of_whole(n: int, period: Period, base: Expression) -> Expression | None:
    return Nth(n, period, base) if abs(n) == 1 else None


@RULES.rule(
    "counted",
    "'the'? rank amount",
    "the first three days of the siege",
    "the last weeks of the war",
    priority=-2,
)
def first_of_event(n: int, period: Period) -> Expression | None:
    return Nth(n, period, REFERENCE) if abs(n) == 1 else None


@RULES.rule("range", "'from'? days relative-unit", "6 to 19 next month")
def days_of_relative_month(days: tuple[int, int], base: Expression) -> Expression | None:
    if getattr(base, "what", None) != Repeating.unit(Unit.MONTH):
        return None
    first, last = (Intersection(base, recurring(Field.DAY, day)) for day in days)
    return Between(first, last)


@RULES.rule(
    "range", "relative-unit 'between' weekday and|to weekday", "next week between Tuesday and Thursday"
)
@RULES.rule("range", "relative-unit ','? 'from'? weekday to weekday", "next week Monday to Wednesday")
def weekdays_of_week(base: Expression, first: int, _: str, last: int) -> Expression | None:
    if getattr(base, "what", None) != Repeating.unit(Unit.WEEK) or first >= last:
        return None
    start, end = (Intersection(base, recurring(Field.WEEKDAY, day)) for day in (first, last))
    return Between(start, end)
