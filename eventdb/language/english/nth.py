"""The n-th of a longer time: "the third Tuesday of May 2014", "the first week of May"."""

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest, Nth, Repeating, Shift
from eventdb.language.compose import first_after, recurring, the, this
from eventdb.language.english.years import half_of
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


# ---------------------------------------------------------------- the n-th of a month or year


RULES.lift("whole", "year|long-ago|month-of-year|relative-year|relative-unit")


@RULES.rule("whole", "month", "the first week of May")
def month_as_whole(number: int) -> Expression:
    return Nearest(recurring(Field.MONTH, number))


@RULES.rule("whole", "'the' unit", "the first Monday of the month")
def unit_as_whole(unit: Unit) -> Expression | None:
    return this(unit) if unit >= Unit.WEEK else None


RULES.lift("rank", "nth")


@RULES.rule("rank", "'last'|'final'", "last Friday of April")
def last_rank() -> int:
    return -1


@RULES.rule("rank", "nth '-'? 'last'|'to-last'", "the second last week of October 2018")
@RULES.rule("rank", "nth '-'? 'to' '-'? 'last'", "the third to last day of May")
def rank_from_the_end(n: int) -> int:
    return -n


@RULES.rule("day", "'the'? nth weekday 'after' day", "the third Thursday after Easter 2016")
def nth_weekday_after(n: int, weekday: int, base: Expression) -> Expression:
    first = first_after(recurring(Field.WEEKDAY, weekday), base)
    return Shift(first, Period.of(n - 1, Unit.WEEK), exact=True) if n > 1 else first


@RULES.rule(
    "day", "'the'? rank weekday 'of'|'in' whole", "the third Tuesday of May 2014", "last Friday in April"
)
def nth_weekday(n: int, weekday: int, base: Expression) -> Expression:
    return Nth(n, recurring(Field.WEEKDAY, weekday), base)


@RULES.rule("day", "'the'? rank workday 'of'|'in' whole", "the last business day of October 2015")
def nth_workday(n: int, code: str, base: Expression) -> Expression:
    return Nth(n, recurring(Field.WORKDAY, code), base)


@RULES.rule("day", "nth weekday", "third Tuesday", priority=-1)
def nth_weekday_of_this_month(n: int, weekday: int) -> Expression | None:
    return Nth(n, recurring(Field.WEEKDAY, weekday), this(Unit.MONTH)) if n <= 5 else None


@RULES.rule(
    "date", "'the'? rank unit 'of'|'in' whole", "the first week of May", "the last day of October 2015"
)
@RULES.rule("date", "'the'? rank 'full' unit 'of'|'in' whole", "the first full week of May")
def nth_unit(n: int, unit: Unit, base: Expression) -> Expression | None:
    return Nth(n, Repeating.unit(unit), base) if unit < Unit.YEAR and unit is not Unit.QUARTER else None


@RULES.rule("date", "'week' number 'of'|'in' month-of-year", "week 3 of June 2014", priority=1)
def numbered_week_of_month(n: int, base: Expression) -> Expression | None:
    return Nth(n, Repeating.unit(Unit.WEEK), base) if 1 <= n <= 5 else None


@RULES.rule("date", "'week' number 'of'|'in' month", "week 3 of June", priority=1)
def numbered_week_of_open_month(n: int, month: int) -> Expression | None:
    return numbered_week_of_month(n, month_as_whole(month))


@RULES.rule(
    "day",
    "day|date 'on' weekday",
    "the first week of October on Friday",
    "three weeks after Christmas on Friday",
)
def weekday_in_that_week(base: Expression, weekday: int) -> Expression | None:
    weekly = isinstance(base, Shift) and base.period.unit is Unit.WEEK and not base.exact
    week = isinstance(base, Nth) and base.what == Repeating.unit(Unit.WEEK)
    return Intersection(base, recurring(Field.WEEKDAY, weekday)) if week or weekly else None


@RULES.rule("date", "'the'? rank weekend 'of'|'in' whole", "the last weekend of July")
def nth_weekend(n: int, code: str, base: Expression) -> Expression:
    return Nth(n, recurring(Field.WEEKEND, code), base)


@RULES.rule("date", "'the'? quarter|half 'of'|'in'|','? relative-year", "the third quarter of last year")
def quarter_of_relative_year(what: Repeating, base: Expression) -> Expression:
    return Intersection(base, what)


@RULES.rule("the-month", "'the' 'month'", "the first of the month")
def the_month() -> Expression:
    return the(Unit.MONTH)


@RULES.rule("date", "'the'? half 'of' relative-unit", "first half of next month", priority=-1)
def half_of_relative_unit(what: Repeating, base: Expression) -> Expression | None:
    return None if getattr(base, "what", None) == Repeating.unit(Unit.YEAR) else half_of(what, base)


@RULES.rule("date", "relative-year quarter", "this year's third quarter", "last year 's first quarter")
@RULES.rule("date", "relative-year ''s' quarter|half", "this year's third quarter")
def quarter_owned_by_year(base: Expression, what: Repeating) -> Expression:
    return Intersection(base, what)


@RULES.rule("day", "'the'? nth 'of' the-month", "the first of the month")
@RULES.rule("day", "'the'? nth 'day'? 'of' relative-unit", "the 20th of next month", "the 3rd of that month")
def day_of_relative_month(day: int, base: Expression) -> Expression | None:
    if getattr(base, "what", None) != Repeating.unit(Unit.MONTH) or day > 31:
        return None
    return Intersection(base, recurring(Field.DAY, day))
