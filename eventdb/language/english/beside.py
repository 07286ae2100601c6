"""Beside a day or a year: "the day after Christmas", "the year before 2015", "the Friday before Easter"."""

from eventdb.expression.nodes import Expression, Field, Last
from eventdb.language.compose import first_after, following, last, recurring
from eventdb.language.grammar import RuleBook
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("day-unit", "'day'", "day after Christmas")
def day_unit() -> Unit:
    return Unit.DAY


@RULES.rule("day", "'the' unit 'after' day|year", "the day after Christmas", "the year after 1918")
@RULES.rule("day", "'the' unit 'following' day")
@RULES.rule("day", "day-unit 'after' day", "day after Christmas")
def unit_after(unit: Unit, base: Expression) -> Expression:
    return following(unit, base)


@RULES.rule("day", "'the' unit 'before' day|year", "the day before Christmas", "the year before 2015")
@RULES.rule("day", "day-unit 'before' day", "day before Christmas")
@RULES.rule("day", "'the'? 'eve' 'of' day", "the eve of Easter")
def unit_before(*values: Unit | Expression) -> Expression:
    base = values[-1]
    assert isinstance(base, Expression)
    unit = values[0] if isinstance(values[0], Unit) else Unit.DAY
    return last(unit, base)


@RULES.rule("day", "'the' weekday 'after' day", "the Monday after Easter")
@RULES.rule("day", "'the' weekday 'following' day")
def weekday_after(number: int, base: Expression) -> Expression:
    return first_after(recurring(Field.WEEKDAY, number), base)


@RULES.rule("date", "'the'? weekend 'after'|'following' day", "the weekend after Easter")
def weekend_after(code: str, base: Expression) -> Expression:
    return first_after(recurring(Field.WEEKEND, code), base)


@RULES.rule("date", "'the'? weekend 'before' day", "the weekend before Easter")
def weekend_before(code: str, base: Expression) -> Expression:
    return Last(recurring(Field.WEEKEND, code), base)


@RULES.rule("day", "'the' weekday 'before' day", "the Friday before Easter")
def weekday_before(number: int, base: Expression) -> Expression:
    return Last(recurring(Field.WEEKDAY, number), base)
