"""Away from a time by an amount, or all along it: "vor zwei Tagen", "die letzten drei Wochen"."""

from eventdb.expression.nodes import DocumentTime, Expression, Field, Last, Next, Shift
from eventdb.language.compose import REFERENCE, first_after, following, last, recurring
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


# ---------------------------------------------------------------- stretches


@RULES.rule("stretch", "article? last period", "die letzten drei Tage", "vergangenen zwei Jahren")
@RULES.rule("stretch", "article? last 'ca'? period")
def last_stretch(_: str | None, _last: str, period: Period) -> Expression:
    return Last(period)


@RULES.rule("stretch", "article? next|coming period", "die nächsten zwei Wochen", "kommenden 3 Tagen")
def next_stretch(_: str | None, _next: str, period: Period) -> Expression:
    return Next(period)


@RULES.rule("stretch", "article? last units", "den letzten Jahren", "vergangene Monate", priority=1)
def recent_units(_: str | None, _last: str, unit: Unit) -> Expression:
    return Last(Period.of(None, unit))


@RULES.rule("stretch", "article? next|coming|following units", "die kommenden Monate", priority=1)
def coming_units(_: str | None, _next: str, unit: Unit) -> Expression:
    return Next(Period.of(None, unit))


# ---------------------------------------------------------------- shifts


RULES.lift("amount", "period")


@RULES.rule("amount", "about|more-than period", "vor etwa zwei Jahren", "in fast drei Wochen")
def rough_amount(_: str, period: Period) -> Period:
    return period


@RULES.rule("date", "'vor' amount", "vor zwei Tagen", "vor über einem Jahr", priority=1)
def ago(period: Period) -> Expression:
    return Shift(DocumentTime(), -period)


@RULES.rule("date", "'vor' units", "vor Jahren")
def units_ago(unit: Unit) -> Expression:
    return Shift(DocumentTime(), -Period.of(None, unit))


@RULES.rule("date", "'in' amount", "in zwei Wochen", "in etwa einer Stunde", priority=1)
def in_amount(period: Period) -> Expression:
    return Shift(DocumentTime(), period)


@RULES.rule("day", "relative-day 'in' period", "heute in zwei Wochen", "morgen in einem Jahr")
def day_from_day(base: Expression, period: Period) -> Expression:
    return Shift(base, period, exact=True)


@RULES.rule("day", "relative-day 'vor' period", "heute vor drei Jahren")
def day_before_day(base: Expression, period: Period) -> Expression:
    return Shift(base, -period, exact=True)


@RULES.rule(
    "date", "amount 'später'|'darauf'|'danach'", "sechs Tage später", "fast zwei Jahre danach", priority=1
)
def later_on(period: Period) -> Expression:
    return Shift(REFERENCE, period)


@RULES.rule(
    "date", "amount 'zuvor'|'davor'|'vorher'|'früher'", "zwei Tage zuvor", "ein Jahr früher", priority=1
)
def earlier(period: Period) -> Expression:
    return Shift(REFERENCE, -period)


@RULES.rule("date", "units 'später'|'danach'", "Jahre später")
def units_later(unit: Unit) -> Expression:
    return Shift(REFERENCE, Period.of(None, unit))


@RULES.rule("day", "amount 'vor' day|date", "zwei Wochen vor Weihnachten", "drei Tage vor dem 1. Mai")
def amount_before(period: Period, base: Expression) -> Expression:
    return Shift(base, -period)


@RULES.rule("day", "amount 'nach' day|date", "zwei Tage nach Ostern")
@RULES.rule("day", "amount 'ab' day", "zwei Wochen ab heute")
def amount_after(period: Period, base: Expression) -> Expression:
    return Shift(base, period)


@RULES.rule("day", "article? unit 'vor' day", "am Tag vor Weihnachten", "die Woche vor Ostern")
def unit_before(_: str | None, unit: Unit, base: Expression) -> Expression:
    return last(unit, base)


@RULES.rule("day", "article? unit 'nach' day", "am Tag nach Weihnachten")
def unit_after(_: str | None, unit: Unit, base: Expression) -> Expression:
    return following(unit, base)


@RULES.rule("day", "article? weekday 'vor' day", "der Freitag vor Ostern")
def weekday_before(_: str | None, number: int, base: Expression) -> Expression:
    return Last(recurring(Field.WEEKDAY, number), base)


@RULES.rule("day", "article? weekday 'nach' day", "der Montag nach Ostern")
def weekday_after(_: str | None, number: int, base: Expression) -> Expression:
    return first_after(recurring(Field.WEEKDAY, number), base)
