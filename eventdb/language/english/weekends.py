"""Weekends that a holiday makes longer: "Labor Day weekend", "Easter weekend 2016"."""

from eventdb.expression.nodes import Between, Expression, Field, Last, Repeating, Shift
from eventdb.expression.observances import holidays
from eventdb.language.compose import first_after, recurring, this, within
from eventdb.language.english.holidays import holiday_alone, holiday_of_year
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_WEEKEND: Repeating = recurring(Field.WEEKEND, "WE")


@RULES.rule("date", "'the'? holiday weekend", "Labor Day weekend", "the Thanksgiving weekend")
def holiday_weekend(key: str, _: str) -> Expression | None:
    return _lengthened(key, holiday_alone(key))


@RULES.rule("date", "'the'? 'weekend' 'of' holiday", "the weekend of Thanksgiving", priority=1)
def weekend_of_holiday(key: str) -> Expression | None:
    return _lengthened(key, holiday_alone(key))


@RULES.rule("date", "'the'? holiday weekend ','? 'of'|'in'? year|relative-year", "Easter weekend 2016")
def holiday_weekend_of_year(key: str, _: str, base: Expression) -> Expression | None:
    return _lengthened(key, holiday_of_year(key, base))


@RULES.rule(
    "date",
    "'the'? 'weekend' 'of' holiday ','? 'of'|'in'? year|relative-year",
    "the weekend of Labor Day 2016",
    priority=1,
)
def weekend_of_holiday_of_year(key: str, base: Expression) -> Expression | None:
    return _lengthened(key, holiday_of_year(key, base))


@RULES.rule("date", "relative-named weekend", "last Labor Day weekend")
def relative_holiday_weekend(day: Expression, _: str) -> Expression | None:
    what = getattr(day, "what", None)
    if not isinstance(what, Repeating) or what.coarsest is not Field.HOLIDAY:
        return None
    return _lengthened(str(what.fields[0][1]), day)


def _lengthened(key: str, day: Expression) -> Expression | None:
    """From Saturday to a Monday, from a Thursday to Sunday, and from Good Friday to Easter Monday.

    Of a holiday that falls on any weekday the weekend is that of its week.
    """
    rule = holidays()[key]
    weekday = rule.get("weekday") if "nth" in rule else None
    if rule.get("easter") == 0:
        good_friday, monday = (Shift(day, Period.of(count, Unit.DAY)) for count in (-2, 1))
        return Between(good_friday, monday)
    if weekday is None:
        return within(this(Unit.WEEK, day), _WEEKEND)
    return Between(Last(_WEEKEND, day), day) if weekday <= 2 else Between(day, first_after(_WEEKEND, day))
