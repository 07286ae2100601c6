"""Holidays by their names, and in a year: "Christmas Day", "Easter of last year", "2014 Thanksgiving"."""

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest
from eventdb.language.compose import recurring
from eventdb.language.grammar import RuleBook

RULES = RuleBook()


@RULES.rule("day", "'the'? holiday", "on Christmas Day", "Easter")
def holiday_alone(key: str) -> Expression:
    return Nearest(recurring(Field.HOLIDAY, key))


@RULES.rule(
    "day",
    "'the'? holiday ','? 'of'|'in'? year|relative-year|thousand-year",
    "Christmas 2014",
    "Easter of last year",
)
def holiday_of_year(key: str, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.HOLIDAY, key))


@RULES.rule("day", "year holiday", "2014 Thanksgiving")
def year_then_holiday(base: Expression, key: str) -> Expression:
    return Intersection(base, recurring(Field.HOLIDAY, key))
