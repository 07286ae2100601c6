"""Times reckoned from others: "March in a year", "four Tuesdays from now", "now + 2 hours"."""

from eventdb.expression.nodes import (
    Closest,
    DocumentTime,
    Expression,
    Field,
    Intersection,
    Last,
    Next,
    Repeating,
    Shift,
    This,
)
from eventdb.language.compose import TODAY, first_after, recurring, within
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("date", "month 'in' period", "March in a year")
def month_in_time(number: int, period: Period) -> Expression:
    return _of_year(recurring(Field.MONTH, number), Shift(DocumentTime(), period))


@RULES.rule("day", "'the'? holiday 'in' period", "Christmas in two years")
def holiday_in_time(key: str, period: Period) -> Expression:
    return _of_year(recurring(Field.HOLIDAY, key), Shift(DocumentTime(), period))


@RULES.rule("day", "'the'? holiday ago|from-now", "Christmas two years ago", "Easter nine months from now")
def holiday_then(key: str, then: Expression) -> Expression:
    return _of_year(recurring(Field.HOLIDAY, key), then)


def _of_year(what: Repeating, then: Expression) -> Expression:
    return Intersection(This(Repeating.unit(Unit.YEAR), then), what)


RULES.lift("target", "day|date|year")


@RULES.rule("date", "'the'? 'closest'|'nearest' named 'to' target", "the nearest Sunday to 8 May")
@RULES.rule("date", "'the' named 'closest'|'nearest' 'to' target", "the Sunday closest to 8 May")
def closest(what: Repeating, base: Expression) -> Expression:
    return Closest(1, what, base)


@RULES.rule(
    "date", "'the'? nth '-'? 'closest'|'nearest' named 'to' target", "the second nearest Monday to Easter"
)
def nth_closest(n: int, what: Repeating, base: Expression) -> Expression:
    return Closest(n, what, base)


@RULES.rule("day", "number|below-hundred weekdays 'from' 'now'", "four Tuesdays from now")
def weekdays_from_now(count: int, weekday: int) -> Expression:
    return _weeks_on(first_after(recurring(Field.WEEKDAY, weekday), TODAY), count - 1)


@RULES.rule("day", "number|below-hundred weekdays 'ago'", "two Fridays ago")
def weekdays_ago(count: int, weekday: int) -> Expression:
    return _weeks_on(Last(recurring(Field.WEEKDAY, weekday)), 1 - count)


@RULES.rule("day", "'a' 'week' 'last' weekday", "a week last Tuesday")
def week_before_last(weekday: int) -> Expression:
    """British: a week before last Tuesday."""
    return _weeks_on(Last(recurring(Field.WEEKDAY, weekday)), -1)


def _weeks_on(day: Expression, weeks: int) -> Expression:
    return Shift(day, Period.of(weeks, Unit.WEEK), exact=True) if weeks else day


@RULES.rule("date", "'the'? unit 'after' 'next'", "the week after next")
def unit_after_next(unit: Unit) -> Expression:
    what = Repeating.unit(unit)
    return Next(what, Next(what))


@RULES.rule("date", "'the'? unit 'before' 'last'", "the week before last")
def unit_before_last(unit: Unit) -> Expression:
    what = Repeating.unit(unit)
    return Last(what, Last(what))


@RULES.rule("date", "named 'after' 'next'", "March after next")
def named_after_next(what: Repeating) -> Expression:
    return Next(what, Next(what))


@RULES.rule("date", "named 'before' 'last'", "the summer before last")
@RULES.rule("date", "'the' named 'before' 'last'", "the summer before last")
def named_before_last(what: Repeating) -> Expression:
    return Last(what, Last(what))


@RULES.rule("day", "weekday 'in' period", "Monday in two weeks")
def weekday_in_time(number: int, period: Period) -> Expression | None:
    weeks = period.unit is Unit.WEEK
    return Intersection(Shift(DocumentTime(), period), recurring(Field.WEEKDAY, number)) if weeks else None


@RULES.rule("day", "'in' period ','? 'on' weekday", "in two weeks on Monday")
def in_time_on_weekday(period: Period, number: int) -> Expression | None:
    return weekday_in_time(number, period)


@RULES.rule("time", "ago|from-now ','? 'in'|'at' 'the'? part", "two days ago in the evening")
def ago_in_part(day: Expression, code: str) -> Expression | None:
    return within(day, recurring(Field.PART, code))


@RULES.rule("time", "ago|from-now ','? 'at'? time-of-day", "two days ago at 2 pm")
def ago_at(day: Expression, what: Repeating) -> Expression | None:
    return within(day, what)


# ---------------------------------------------------------------- sums


@RULES.rule("date", "'now' '+' period", "now + 2 hours", priority=1)
@RULES.rule("date", "'+' period", "+15 min")
def plus(period: Period) -> Expression:
    return Shift(DocumentTime(), period)


@RULES.rule("date", "'now' '-' period", "now - 2 hours", priority=1)
@RULES.rule("date", "'-' period", "-3 days")
def minus(period: Period) -> Expression:
    return Shift(DocumentTime(), -period)


@RULES.rule("date", "day|date '+' period", "next Tuesday + 10 days")
def day_plus(day: Expression, period: Period) -> Expression:
    return Shift(day, period, exact=True)


@RULES.rule("date", "day '-' period", "2023-12-29 -10 days")
def day_minus(day: Expression, period: Period) -> Expression:
    return Shift(day, -period, exact=True)
