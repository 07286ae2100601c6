"""Months, years and what has a name in them: "mayo de 2014", "2014年", "les années 70", "Pasen 2018"."""

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest, Part, Repeating, Year
from eventdb.language.compose import recurring
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import full_year
from eventdb.temporal.unit import Unit

RULES = RuleBook()


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


@RULES.rule("year", "number year-mark", priority=2)
def marked_year(value: int, _: str) -> Expression | None:
    """ "789年": what is counted in years at that height is a year."""
    return Year(value) if 100 < value < 3000 else None


@RULES.rule("decades", "decades-word number", priority=2)
@RULES.rule("decades", "number decades-mark")
def decade_in_figures(*values: int | str) -> Expression | None:
    number = next(value for value in values if isinstance(value, int))
    if number % 10 or not (10 <= number <= 90 or 1000 <= number < 2100):
        return None
    return Year((number if number > 100 else 1900 + number) // 10, 1)


RULES.lift("date", "decades")


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


@RULES.rule("date", "article? month", priority=1)
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


@RULES.rule("date", "article? part-of of? article? stretchable", priority=-1)
@RULES.rule("date", "article? stretchable of? article? part-after")
def part_of(*values: Expression | str | None) -> Expression | None:
    base = next(value for value in values if isinstance(value, Expression))
    which = next(value for value in values if value in ("START", "MID", "END"))
    return Part(str(which), base)
