"""Away from a time by an amount, or all along it: "two days ago", "the last three weeks", "a year later"."""

from eventdb.expression.nodes import (
    After,
    Approximate,
    Before,
    DocumentTime,
    Expression,
    Field,
    Last,
    Nearest,
    Next,
    ReferenceTime,
    Repeating,
    Shift,
    This,
)
from eventdb.language.compose import REFERENCE, TODAY, following, is_clock, last, this, within
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_DAY = Repeating.unit(Unit.DAY)


# ---------------------------------------------------------------- stretches


@RULES.rule("stretch", "'the'? 'last'|'past' period|share", "the last three days", "past two years")
def last_stretch(period: Period) -> Expression:
    return Last(period)


@RULES.rule("stretch", "'the'? 'previous'|'preceding' period|share", "the previous three days")
def previous_stretch(period: Period) -> Expression:
    return Last(period, ReferenceTime())


@RULES.rule("stretch", "'the'? 'next'|'coming'|'upcoming' period|share", "the next two weeks", "next 3 days")
def next_stretch(period: Period) -> Expression:
    return Next(period)


@RULES.rule("stretch", "'the'? 'following'|'ensuing'|'subsequent' period|share", "the following two days")
def following_stretch(period: Period) -> Expression:
    return Next(period, ReferenceTime())


@RULES.rule("stretch", "'the'? number|below-hundred 'next'|'coming'|'upcoming' units", "the two coming days")
def counted_next(count: Count, unit: Unit) -> Expression:
    return Next(Period.of(count, unit))


@RULES.rule("stretch", "'the'? number|below-hundred 'last'|'past'|'previous' units", "the 5 past years")
def counted_last(count: Count, unit: Unit) -> Expression:
    return Last(Period.of(count, unit))


@RULES.rule("stretch", "'the'? 'next'|'coming' period 'or' 'so'", "the next two years or so")
def next_stretch_or_so(period: Period) -> Expression:
    return Next(period)


@RULES.rule("date", "'the' 'next'|'coming' unit 'or' 'so'", "the next year or so")
def next_unit_or_so(unit: Unit) -> Expression:
    return Approximate(following(unit))


@RULES.rule("stretch", "'the'? 'last'|'past' period 'or' 'so'", "the past two weeks or so")
def last_stretch_or_so(period: Period) -> Expression:
    return Last(period)


@RULES.rule("date", "'the' 'latest' 'fiscal'? unit", "the latest quarter")
def latest_unit(unit: Unit) -> Expression:
    return last(unit)


@RULES.rule("date", "'the' 'current'? 'fiscal' unit", "the fiscal year", "the current fiscal year")
def fiscal_unit(unit: Unit) -> Expression:
    return this(unit)


@RULES.rule("date", "'this'|'that' 'same'? 'period'", "during this period")
@RULES.rule("date", "'the' 'same' 'period'", "in the same period")
def that_period() -> Expression:
    return REFERENCE


@RULES.rule("stretch", "'these'|'this' period", "these three days")
def this_stretch(period: Period) -> Expression:
    return This(period)


@RULES.rule(
    "stretch", "'the'? 'last'|'past'|'recent'|'previous'|'preceding' units", "recent weeks", "the past months"
)
def recent_units(unit: Unit) -> Expression:
    return Last(Period.of(None, unit))


@RULES.rule(
    "stretch", "'the'? 'next'|'coming'|'following'|'upcoming' units", "the coming months", "following years"
)
@RULES.rule("stretch", "'the'? units 'ahead'", "the weeks ahead")
@RULES.rule("stretch", "'the'? units 'to' 'come'", "the years to come")
def coming_units(unit: Unit) -> Expression:
    return Next(Period.of(None, unit))


# ---------------------------------------------------------------- shifts


@RULES.rule("ago", "period 'in' 'the' 'past'", "two years in the past")
@RULES.rule("ago", "period 'ago'|'back'", "two days ago", "a year ago", "several months ago")
def ago(period: Period) -> Expression:
    return Shift(DocumentTime(), -period)


@RULES.rule("ago", "units 'ago'", "years ago")
def units_ago(unit: Unit) -> Expression:
    return Shift(DocumentTime(), -Period.of(None, unit))


@RULES.rule("ago", "more-than|over 'a'? period 'ago'", "more than two years ago", "almost two years ago")
@RULES.rule("ago", "period 'or' 'so' 'ago'", "a week or so ago")
def about_ago(*values: str | Period) -> Expression:
    period = values[-1]
    assert isinstance(period, Period)
    return Shift(DocumentTime(), -period)


@RULES.rule("shifted", "period 'earlier'|'previously'|'prior'", "a year earlier", "two days previously")
def earlier(period: Period) -> Expression:
    return Shift(REFERENCE, -period)


@RULES.rule("shifted", "more-than|over 'a'? period 'earlier'|'previously'", "over a year earlier")
def about_earlier(_: str, period: Period) -> Expression:
    return Shift(REFERENCE, -period)


@RULES.rule(
    "shifted",
    "period 'later'|'afterwards'|'afterward'|'thereafter'",
    "six days later",
    "three months later",
)
def later_on(period: Period) -> Expression:
    return Shift(REFERENCE, period)


@RULES.rule("shifted", "more-than|over 'a'? period 'later'|'afterwards'", "almost two years later")
def about_later(_: str, period: Period) -> Expression:
    return Shift(REFERENCE, period)


@RULES.rule("shifted", "units 'later'|'afterwards'", "years later")
def units_later(unit: Unit) -> Expression:
    return Shift(REFERENCE, Period.of(None, unit))


@RULES.rule("shifted", "units 'earlier'", "decades earlier")
def units_earlier(unit: Unit) -> Expression:
    return Shift(REFERENCE, -Period.of(None, unit))


@RULES.rule(
    "shifted", "'the' unit 'before'|'previous'|'prior'", "the day before", "the week before", priority=-1
)
def the_unit_before(unit: Unit) -> Expression:
    return last(unit, REFERENCE)


@RULES.rule("shifted", "period 'before'", "two days before", priority=-1)
def period_earlier(period: Period) -> Expression:
    return Shift(REFERENCE, -period)


@RULES.rule("shifted", "period 'after'", "two days after", priority=-1)
def period_later(period: Period) -> Expression:
    return Shift(REFERENCE, period)


@RULES.rule("shifted", "'the' unit 'after'", "the day after", priority=-1)
def the_unit_after(unit: Unit) -> Expression:
    return following(unit, REFERENCE)


@RULES.rule("from-now", "period 'from' 'now'", "two days from now", "a year from now")
@RULES.rule("from-now", "period 'hence'", "ten years hence")
@RULES.rule("from-now", "period 'in' 'the' 'future'", "two years in the future")
def from_now(period: Period) -> Expression:
    return Shift(DocumentTime(), period)


@RULES.rule("from-now", "period ''s'|'''? 'time'", "in two weeks' time", "in a year's time")
def period_of_time(period: Period) -> Expression:
    return Shift(DocumentTime(), period)


@RULES.rule("to-come", "period", "in two hours", priority=1)
def in_period(period: Period) -> Expression:
    return Shift(DocumentTime(), period)


RULES.lift("date", "ago|shifted|from-now")


@RULES.rule(
    "day",
    "period 'before'|'prior'|'ahead' 'to'|'of'? day|relative-day|date",
    "two weeks before Christmas",
    "three days prior to 1 May",
)
def period_before(period: Period, base: Expression) -> Expression:
    return Shift(base, -period, exact=_is_said_by_name(base))


def _is_said_by_name(base: Expression) -> bool:
    """ "Three weeks from tomorrow" is counted to the day: one who names the day looks at a calendar."""
    weekday = isinstance(base, Nearest) and base.what.fields[0][0] is Field.WEEKDAY
    return weekday or base in (TODAY, Last(_DAY), Next(_DAY))


@RULES.rule(
    "day",
    "period 'after'|'from'|'following'|'past' day|relative-day|date",
    "two days after Christmas",
    "three weeks from tomorrow",
)
def period_after(period: Period, base: Expression) -> Expression:
    return Shift(base, period, exact=_is_said_by_name(base))


@RULES.rule(
    "day",
    "more-than|over|about period 'before'|'prior' 'to'? day|relative-day|date",
    "more than two weeks before Christmas",
)
def about_period_before(mod: str, period: Period, base: Expression) -> Expression:
    """More than two weeks before is all time before that."""
    then = period_before(period, base)
    return Before(then) if mod in _MORE else then


@RULES.rule("time", "period 'before' time", "three hours before midnight", priority=-2)
def period_before_hour(period: Period, time: Expression) -> Expression | None:
    return period_after_hour(-period, time)


@RULES.rule("time", "period 'after' time", "two hours after 5 pm on Friday", priority=-2)
def period_after_hour(period: Period, time: Expression) -> Expression | None:
    """Of a clock time; a part of a day is too long to count hours from."""
    what = getattr(time, "what", None)
    counted = period.unit < Unit.DAY and isinstance(what, Repeating) and is_clock(what)
    return Shift(time, period, exact=True) if counted else None


_MORE = ("MORE_THAN", "EQUAL_OR_MORE")


@RULES.rule(
    "day",
    "more-than|over|about period 'after'|'from'|'following' day|relative-day|date",
    "almost a year after Christmas 2014",
)
def about_period_after(mod: str, period: Period, base: Expression) -> Expression:
    then = period_after(period, base)
    return After(then) if mod in _MORE else then


@RULES.rule("day", "relative-day ','? weekday", "tomorrow, Friday")
@RULES.rule("day", "weekday ','? relative-day")
def day_and_weekday(*values: Expression | int) -> Expression | None:
    day = next((value for value in values if isinstance(value, Expression)), None)
    return None if day is None else day


@RULES.rule("day", "relative-day ',' open-day", "tomorrow, May 3")
@RULES.rule("day", "relative-named ','? open-day", "this coming Sunday, March 8", "next Friday 3 May")
@RULES.rule("day", "relative-named ','? slashed-day|dotted-day", "next Friday 5/15", "this Friday 5.15")
def day_and_date(_: Expression, what: Repeating) -> Expression | None:
    return within(this(Unit.YEAR), what)


@RULES.rule("date", "period 'to' 'the' 'day' 'after'|'since' day", "five years to the day after 3 May 2010")
def to_the_day(period: Period, base: Expression) -> Expression:
    return Shift(base, period, exact=True)
