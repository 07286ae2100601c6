"""Counted in working days: "ten working days from now", "the last three business days"."""

from eventdb.expression.nodes import Between, Expression, Field, Last, Next, Nth, Repeating
from eventdb.language.compose import TODAY
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_WORKDAY = Repeating.of(Field.WORKDAY, "WD")
_A_WEEK = 5
_MOST = 1000


@RULES.rule("workdays", "number|below-hundred 'business'|'working' units", "ten working days from now")
def workdays(count: int, unit: Unit) -> int | None:
    return count if unit is Unit.DAY and 1 < count <= _MOST else None


@RULES.rule("day", "workdays 'from' 'now'", "ten working days from now", priority=2)
@RULES.rule("day", "'in' workdays", "in three business days", priority=2)
def workdays_from_now(count: int) -> Expression:
    return _after(count, TODAY)


@RULES.rule("day", "workdays 'ago'", "five business days ago", priority=2)
def workdays_ago(count: int) -> Expression:
    return _before(count, TODAY)


@RULES.rule("day", "workdays 'after'|'from'|'following' day", "ten working days after 4 May 2015", priority=2)
def workdays_after(count: int, day: Expression) -> Expression:
    return _after(count, day)


@RULES.rule("day", "workdays 'before'|'prior' 'to'? day", "5 working days before 1 June", priority=2)
def workdays_before(count: int, day: Expression) -> Expression:
    return _before(count, day)


@RULES.rule("date", "'the'? 'next'|'coming'|'following' workdays", "the next three working days", priority=2)
def next_workdays(count: int) -> Expression:
    return Between(_after(1, TODAY), _after(count, TODAY))


@RULES.rule("date", "'the'? 'last'|'past'|'previous' workdays", "the last three business days", priority=2)
def last_workdays(count: int) -> Expression:
    return Between(_before(count, TODAY), _before(1, TODAY))


@RULES.rule("date", "'within' workdays", "within three business days", priority=2)
def within_workdays(count: int) -> Expression:
    return Between(TODAY, _after(count, TODAY))


def _after(count: int, base: Expression) -> Expression:
    """The n-th working day after a day; as many weeks as hold so many always reach to it."""
    return Nth(count, _WORKDAY, Next(Period.of(-(-count // _A_WEEK), Unit.WEEK), base))


def _before(count: int, base: Expression) -> Expression:
    return Nth(-count, _WORKDAY, Last(Period.of(-(-count // _A_WEEK), Unit.WEEK), base))
