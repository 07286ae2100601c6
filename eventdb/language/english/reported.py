"""The times that figures are reported of: "the quarter ended 30 September", "the latest period"."""

from eventdb.expression.nodes import After, Between, Expression, Field, Last, Nearest, Shift
from eventdb.language.compose import following, recurring, the
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("date", "'the'? latest-period", "the latest period")
def latest_period(_: str) -> Expression:
    return the(Unit.QUARTER)


@RULES.rule("date", "'the' 'full' 'fiscal'? 'year'", "the full year", priority=1)
def full_year() -> Expression:
    """The year whose figures are reported, as against its quarters."""
    return the(Unit.YEAR)


@RULES.rule("ended", "'ended'|'ending'|'through'", "the quarter ended 30 September")
def ended() -> str:
    return "ended"


@RULES.rule("up-to", "'to'", "the year to June")
def up_to() -> str:
    return "to"


@RULES.rule("last-of-period", "day|month-of-year", "the year ended 30 September")
def last_of_period(last: Expression) -> Expression:
    return last


@RULES.rule("last-of-period", "month", "the year to June")
def last_month(number: int) -> Expression:
    return Nearest(recurring(Field.MONTH, number))


@RULES.rule("period-ended", "'the' 'fiscal'? unit up-to last-of-period", "the year to June", priority=1)
@RULES.rule(
    "period-ended", "'the' 'fiscal'? unit ended last-of-period", "the quarter ended 30 September", priority=1
)
def unit_ended(unit: Unit, _: str, last: Expression) -> Expression | None:
    """A quarter is called by its place in the year; the year ended 31 March is a length, and no year."""
    if unit < Unit.MONTH:
        return None
    if unit is not Unit.QUARTER:
        return Last(Period.of(1, unit), After(last))
    return Between(Shift(following(Unit.DAY, last), Period.of(-1, unit), exact=True), last)


@RULES.rule("period-ended", "'the' period up-to last-of-period", "the three months to March", priority=1)
@RULES.rule(
    "period-ended", "'the'? period ended last-of-period", "the nine months ended 30 September", priority=1
)
def period_ended(period: Period, _: str, last: Expression) -> Expression:
    return Last(period, After(last))
