"""Calendar dates in any order: "3 de mayo de 2014", "2014年5月3日", "lundi 3 mai", "május 3."."""

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest, Part, Repeating, Year
from eventdb.language.compose import day_of_month, merged, recurring
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import full_year
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
def day_then_month(day: int, _: str | None, month: int) -> Repeating | None:
    return day_of_month(month, day)


@RULES.rule("monthday", "month of? article? day-number")
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
    return Repeating(((Field.DAY, day), (Field.WEEKDAY, weekday))) if 12 < day <= 31 else None


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


@RULES.rule("day", "full-day|apart-date")
@RULES.rule("day", "weekday ','? article? full-day")
@RULES.rule("day", "full-day ','|'('? weekday ')'?")
def full_day(*values: Expression | int | str | None) -> Expression | None:
    return next((value for value in values if isinstance(value, Expression)), None)


@RULES.rule("day", "article? open-day ','? of? article? year|relative-year")
def day_of_year(*values: Repeating | Expression | str | None) -> Expression | None:
    date, base = values[1], values[-1]
    return Intersection(base, date) if isinstance(date, Repeating) and isinstance(base, Expression) else None


@RULES.rule("day", "year|relative-year ','? of? open-day")
def year_then_day(base: Expression, _: str | None, date: Repeating) -> Expression:
    return Intersection(base, date)


@RULES.rule("day", "dotted-day")
@RULES.rule("day", "apart-day")
def figures(what: Repeating) -> Expression:
    return Nearest(what)


RULES.lift("date", "full-date")
RULES.lift("date", "apart-month")


# ---------------------------------------------------------------- months and years


@RULES.rule("year", "year4")
def year_number(value: int) -> Expression:
    return Year(value)


@RULES.rule("year", "year4 unit", priority=1)
@RULES.rule("year", "unit of? year4")
def year_with_its_word(*values: int | Unit | str | None) -> Expression | None:
    named = any(value is Unit.YEAR for value in values)
    number = next(v for v in values if isinstance(v, int) and not isinstance(v, Unit))
    return Year(number) if named else None


@RULES.rule("short-dated", "short-year")
def short_year(value: int) -> Expression:
    return Year(full_year(value, 2))


@RULES.rule("date", "year")
def year(value: Expression) -> Expression:
    return value


@RULES.rule("month-of-year", "month ','|'-'|'/'|'.'? of? article? year|relative-year|short-dated")
def month_of_year(number: int, *rest: Expression | str | None) -> Expression | None:
    base = rest[-1]
    return Intersection(base, recurring(Field.MONTH, number)) if isinstance(base, Expression) else None


@RULES.rule("month-of-year", "year|relative-year ','? of? month")
def year_then_month(base: Expression, _: str | None, number: int) -> Expression:
    return Intersection(base, recurring(Field.MONTH, number))


RULES.lift("date", "month-of-year")


@RULES.rule("date", "article? month")
def month_alone(_: str | None, number: int) -> Expression:
    return Nearest(recurring(Field.MONTH, number))


@RULES.rule("date", "article? season")
def season_alone(_: str | None, code: str) -> Expression:
    return Nearest(recurring(Field.SEASON, code))


@RULES.rule("date", "article? weekend")
def weekend_alone(_: str | None, code: str) -> Expression:
    return Nearest(recurring(Field.WEEKEND, code))


@RULES.rule("day", "article? holiday")
def holiday_alone(_: str | None, key: str) -> Expression:
    return Nearest(recurring(Field.HOLIDAY, key))


@RULES.rule("named-in-year", "article? season of? article? year|relative-year")
def season_of_year(_: str | None, code: str, __: str | None, ___: str | None, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.SEASON, code))


@RULES.rule("named-in-year", "article? holiday of? article? year|relative-year")
def holiday_of_year(_: str | None, key: str, __: str | None, ___: str | None, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.HOLIDAY, key))


@RULES.rule("named-in-year", "article? quarter of? article? year|relative-year")
def quarter_of_year(
    _: str | None, what: Repeating, __: str | None, ___: str | None, base: Expression
) -> Expression:
    return Intersection(base, what)


@RULES.rule("named-in-year", "year|relative-year of? holiday")
def year_then_holiday(base: Expression, _: str | None, key: str) -> Expression:
    return Intersection(base, recurring(Field.HOLIDAY, key))


RULES.lift("day", "named-in-year")


@RULES.rule("date", "article? quarter")
def quarter_alone(_: str | None, what: Repeating) -> Expression:
    return Nearest(what)


# ---------------------------------------------------------------- parts


RULES.lift("stretchable", "year|month-of-year|relative-unit|relative-year|the-unit|month-as-such")


@RULES.rule("month-as-such", "month")
def month_as_such(number: int) -> Expression:
    return Nearest(recurring(Field.MONTH, number))


@RULES.rule("date", "article? part-of of? article? stretchable")
@RULES.rule("date", "article? stretchable of? article? part-after")
def part_of(*values: Expression | str | None) -> Expression | None:
    base = next(value for value in values if isinstance(value, Expression))
    which = next(value for value in values if value in ("START", "MID", "END"))
    return Part(str(which), base)
