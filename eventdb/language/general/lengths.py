"""Lengths of time and what recurs: "tres semanas", "2時間30分", "chaque lundi"."""

from eventdb.expression.nodes import Duration, Field, Recurrence, Repeating
from eventdb.language.compose import recurring
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


RULES.lift("amount", "numeral|decimal|large-number")


@RULES.rule("single", "amount unit|short-unit")
def counted(count: Count, unit: Unit) -> Period | None:
    """ "2014年" is a year and no length of so many."""
    if unit is Unit.YEAR and isinstance(count, int) and 1000 <= count < 2200:
        return None
    return Period.of(count, unit)


@RULES.rule("single", "half-word unit")
def half_unit(_: str, unit: Unit) -> Period:
    return Period.of(0.5, unit)


@RULES.rule("single", "amount unit and half-word")
def counted_and_a_half(count: Count, unit: Unit, _: str, __: str) -> Period | None:
    return None if count is None else Period.of(count + 0.5, unit)


@RULES.rule("single", "some unit")
def several(_: str, unit: Unit) -> Period:
    return Period.of(None, unit)


RULES.lift("period", "single")


@RULES.rule("period", "single ','? and? period")
def sum_of_periods(first: Period, _: str | None, second: Period) -> Period | None:
    units = [unit for unit, _ in first.amounts + second.amounts]
    if len(set(units)) < len(units) or first.vague or second.vague:
        return None
    return Period(tuple(sorted(first.amounts + second.amounts, reverse=True)))


@RULES.rule("duration", "period")
def length(period: Period) -> Duration:
    return Duration(period)


@RULES.rule("duration", "all unit")
def whole_unit(_: str, unit: Unit) -> Duration:
    return Duration(Period.of(1, unit))


@RULES.rule("set", "every unit")
def every_unit(_: str, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit), "EVERY")


@RULES.rule("set", "every period")
def every_period(_: str, period: Period) -> Recurrence:
    return Recurrence(period, "EVERY")


@RULES.rule("set", "every named")
def every_named(_: str, what: Repeating) -> Recurrence:
    return Recurrence(what, "EVERY")


@RULES.rule("set", "every part")
def every_part(_: str, code: str) -> Recurrence:
    return Recurrence(recurring(Field.PART, code), "EVERY")


@RULES.rule("set", "frequency")
def frequency(unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit), "EVERY")
