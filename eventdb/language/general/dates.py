"""Days of the calendar in any order: "3 de mayo de 2014", "2014年5月3日", "lundi 3 mai", "május 3."."""

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest, Repeating
from eventdb.language.compose import day_of_month, merged, recurring
from eventdb.language.grammar import RuleBook
from eventdb.temporal.unit import Unit

RULES = RuleBook()


# ---------------------------------------------------------------- numbers


@RULES.rule("worded", "number-word and? number-word")
def tens_and_ones(tens: int, _: str | None, ones: int) -> int | None:
    return tens + ones if tens % 10 == 0 and tens > 10 and 0 < ones < 10 else None


RULES.lift("worded", "number-word")
RULES.lift("numeral", "number|worded")


@RULES.rule("nth", "number suffix|'.'")
def numbered(value: int, _: str | None = None) -> int:
    return value


RULES.lift("nth", "ordinal")
RULES.lift("day-number", "numeral|nth")


# ---------------------------------------------------------------- what recurs


@RULES.rule("named", "month")
def month(number: int) -> Repeating:
    return recurring(Field.MONTH, number)


@RULES.rule("named", "weekday")
def weekday(number: int) -> Repeating:
    return recurring(Field.WEEKDAY, number)


@RULES.rule("named", "season")
def season(code: str) -> Repeating:
    return recurring(Field.SEASON, code)


@RULES.rule("named", "weekend")
def weekend(code: str) -> Repeating:
    return recurring(Field.WEEKEND, code)


@RULES.rule("named", "holiday")
def holiday(key: str) -> Repeating:
    return recurring(Field.HOLIDAY, key)


RULES.lift("named", "quarter")
RULES.lift("named", "slashed-day")


@RULES.rule("quarter", "nth|numeral quarter-word")
@RULES.rule("quarter", "quarter-word numeral")
def quarter(*values: int | str) -> Repeating | None:
    n = next(value for value in values if isinstance(value, int))
    return recurring(Field.QUARTER, n) if 1 <= n <= 4 else None


# ---------------------------------------------------------------- days


@RULES.rule("monthday", "day-number of? month")
@RULES.rule("monthday", "number '-'|'/'|'.' of? month")
def day_then_month(day: int, *rest: int | str | None) -> Repeating | None:
    month = rest[-1]
    return day_of_month(month, day) if isinstance(month, int) else None


@RULES.rule("monthday", "month of? article? day-number")
@RULES.rule("monthday", "month '-'|'.'|'/' of? article? number")
def month_then_day(month: int, _: str | None, __: str | None, day: int) -> Repeating | None:
    return day_of_month(month, day)


@RULES.rule("monthday", "month of? numeral unit", priority=1)
def month_then_counted_day(month: int, _: str | None, day: int, unit: Unit) -> Repeating | None:
    return day_of_month(month, day) if unit is Unit.DAY else None


@RULES.rule("monthday", "numeral unit of? month")
def counted_day_of_month(day: int, unit: Unit, _: str | None, month: int) -> Repeating | None:
    return day_of_month(month, day) if unit is Unit.DAY else None


RULES.lift("open-day", "monthday|slashed-day")


@RULES.rule("open-day", "weekday ','|'.'? article? monthday|slashed-day")
def weekday_and_date(weekday: int, *rest: Repeating | str | None) -> Repeating | None:
    date = rest[-1]
    return merged(recurring(Field.WEEKDAY, weekday), date) if isinstance(date, Repeating) else None


@RULES.rule("open-day", "monthday|slashed-day ','|'('? weekday ')'?")
def date_and_weekday(date: Repeating, weekday: int) -> Repeating | None:
    return merged(recurring(Field.WEEKDAY, weekday), date)


@RULES.rule("open-day", "weekday ','? article? day-number", priority=-1)
def weekday_and_day(weekday: int, _: str | None, day: int) -> Repeating | None:
    return Repeating(((Field.DAY, day), (Field.WEEKDAY, weekday))) if 1 <= day <= 31 else None


@RULES.rule("open-day", "numeral day-mark", priority=1)
def marked_day(day: int, _: str) -> Repeating | None:
    """ "18日": the day of a month, where a length of days has another word."""
    return recurring(Field.DAY, day) if 1 <= day <= 31 else None


@RULES.rule("open-day", "numeral day-mark of? weekday")
def marked_day_and_weekday(day: int, _: str, __: str | None, weekday: int) -> Repeating | None:
    return weekday_and_day(weekday, None, day)


@RULES.rule("day", "open-day")
def open_day(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("day", "article open-day")
def the_open_day(_: str, what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("day", "article? weekday")
def weekday_alone(_: str | None, number: int) -> Expression:
    return Nearest(recurring(Field.WEEKDAY, number))


@RULES.rule("day", "article? nth", priority=-2)
@RULES.rule("day", "article numeral", priority=-2)
def day_of_the_month(_: str | None, day: int) -> Expression | None:
    return Nearest(recurring(Field.DAY, day)) if 1 <= day <= 31 else None


@RULES.rule("day", "slashed-day|apart-day ',' year")
def figures_and_year(date: Repeating, base: Expression) -> Expression:
    return Intersection(base, date)


@RULES.rule("day", "full-day|apart-date")
@RULES.rule("day", "weekday ','? article? full-day")
@RULES.rule("day", "full-day ','|'('? weekday ')'?")
def full_day(*values: Expression | int | str | None) -> Expression | None:
    return next((value for value in values if isinstance(value, Expression)), None)


@RULES.rule("day", "article? open-day ','|'-'|'/'|'.'? of? article? year|relative-year|short-dated")
def day_of_year(*values: Repeating | Expression | str | None) -> Expression | None:
    date, base = values[1], values[-1]
    return Intersection(base, date) if isinstance(date, Repeating) and isinstance(base, Expression) else None


@RULES.rule("day", "year|relative-year ','|'.'? of? open-day")
def year_then_day(base: Expression, _: str | None, date: Repeating) -> Expression:
    return Intersection(base, date)


@RULES.rule("loose-day", "dotted-day")
@RULES.rule("loose-day", "apart-day")
def figures(what: Repeating) -> Expression:
    return Nearest(what)


RULES.lift("date", "full-date")


@RULES.rule("date", "apart-month")
def month_apart(value: Expression) -> Expression:
    return value
