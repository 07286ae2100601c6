"""Lengths of time: "three weeks", "an hour and a half", "more than a year", "a 30-day stay", "years"."""

from eventdb.expression.nodes import Duration
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("period", "count unit|units", "three days", "2 weeks", "1.5 hours")
def counted(count: Count, unit: Unit) -> Period | None:
    return Period.of(count, unit)


@RULES.rule("period", "count short-unit", "5h")
def counted_short(count: Count, unit: Unit) -> Period:
    return Period.of(count, unit)


@RULES.rule(
    "period",
    "count 'more'|'additional'|'further'|'full'|'whole' unit|units",
    "two more weeks",
)
@RULES.rule("period", "count 'consecutive'|'straight'|'successive' unit|units", "three consecutive years")
@RULES.rule(
    "period", "count 'business'|'working'|'trading'|'calendar'|'school' unit|units", "eight trading days"
)
def counted_and_described(count: Count, unit: Unit) -> Period:
    return Period.of(count, unit)


@RULES.rule("period", "count lived unit|units", "ten brutal months")
@RULES.rule("period", "some lived units", "several tense hours")
def counted_and_lived(count: Count | str, _: str, unit: Unit) -> Period:
    return Period.of(None if isinstance(count, str) else count, unit)


@RULES.rule("period", "'a'|'an' unit", "a year", "an hour")
@RULES.rule(
    "period",
    "'a'|'an' 'full'|'whole'|'further'|'additional'|'single'|'solid'|'entire'|'good' unit",
    "a full year",
    "an additional month",
)
def one_unit(unit: Unit) -> Period:
    return Period.of(1, unit)


@RULES.rule("period", "some unit|units", "several days", "a few years")
@RULES.rule("period", "some 'more'|'additional'|'whole' units", "a few more hours")
@RULES.rule("period", "some '-' unit", "several-day")
def some_units(_: str, unit: Unit) -> Period:
    return Period.of(None, unit)


@RULES.rule("period", "couple 'more' units")
@RULES.rule("period", "'a' couple 'more' units", "a couple more days")
def couple_more(count: int, unit: Unit) -> Period:
    return Period.of(count, unit)


@RULES.rule("period", "'half' 'a'|'an' unit", "half an hour", "half a year")
@RULES.rule("period", "'a'? 'half' '-'? unit", "half-hour", "a half year")
def half_unit(unit: Unit) -> Period:
    return Period.of(0.5, unit)


@RULES.rule("period", "'a'|'an'|'one' unit 'and' 'a'? 'half'", "an hour and a half", "a year and a half")
@RULES.rule("period", "'a'|'an'|'one' unit '-' 'and' '-' 'a' '-' 'half'", "a month-and-a-half")
def unit_and_a_half(unit: Unit) -> Period:
    return Period.of(1.5, unit)


@RULES.rule("share", "'quarter' 'of'? 'an'|'a' unit", "a quarter of a century")
def quarter_unit(unit: Unit) -> Period | None:
    return Period.of(0.25, unit) if unit in (Unit.HOUR, Unit.YEAR, Unit.CENTURY) else None


@RULES.rule("period", "'a' share", "a quarter of an hour")
def one_share(share: Period) -> Period:
    return share


@RULES.rule("period", "'three' 'quarters' 'of' 'an'|'a' unit", "three quarters of an hour")
def three_quarters(unit: Unit) -> Period | None:
    return Period.of(0.75, unit) if unit in (Unit.HOUR, Unit.YEAR, Unit.CENTURY) else None


@RULES.rule(
    "period", "period ','|'and'? period", "a year and three months", "2 hours, 30 minutes", "1 year 2 months"
)
def sum_of_periods(first: Period, second: Period) -> Period | None:
    if first.unit <= max(unit for unit, _ in second.amounts) or first.vague or second.vague:
        return None
    return Period(first.amounts + second.amounts)


@RULES.rule("period", "period period", "1 month 2 years 21 days", priority=-1)
def sum_in_any_order(first: Period, second: Period) -> Period | None:
    units = [unit for unit, _ in first.amounts + second.amounts]
    in_order = sum_of_periods(first, second) is not None
    if in_order or len(set(units)) < len(units) or first.vague or second.vague:
        return None
    return Period(tuple(sorted(first.amounts + second.amounts, reverse=True)))


@RULES.rule("period", "period ',' 'and' period", "1 hour, 5 minutes, and 30 seconds")
def sum_after_comma(first: Period, second: Period) -> Period | None:
    return sum_of_periods(first, second)


@RULES.rule("period", "'a'? fortnight", "a fortnight")
def a_fortnight(_: str) -> Period:
    return Period.of(2, Unit.WEEK)


@RULES.rule("period", "count fortnights", "three fortnights")
def several_fortnights(count: float, _: str) -> Period:
    return Period.of(count * 2, Unit.WEEK)


@RULES.rule("period", "count 'nights'|'night'", "three nights")
def nights(count: Count) -> Period:
    return Period.of(count, Unit.DAY)


# ---------------------------------------------------------------- durations


@RULES.rule("duration", "period", "three days")
@RULES.rule("duration", "'the' period", "the nine months")
@RULES.rule("duration", "'the' 'remaining'|'other'|'full' period", "the remaining nine months")
def length(period: Period) -> Duration:
    return Duration(period)


@RULES.rule("duration", "'the' 'first'|'final'|'initial' period", "the first nine months")
def first_length(period: Period) -> Duration:
    return Duration(period)


@RULES.rule("joined-period", "count '-' unit|units", "30-day")
def joined(count: Count, unit: Unit) -> Period | None:
    return Period.of(count, unit)


RULES.lift("period", "joined-period")


@RULES.rule("duration", "'a'|'the'|'this'|'that'? joined-period 'period'", "a three-year period")
@RULES.rule("duration", "'a'|'the'|'this'|'that' 'period' 'of' period", "a period of two years")
def period_of_length(period: Period) -> Duration:
    return Duration(period)


@RULES.rule("duration", "'the'|'these' units", "the years", priority=-1)
@RULES.rule("duration", "units", "for years", "weeks", priority=-1)
@RULES.rule("duration", "units '-' 'long'", "months-long")
def bare_units(unit: Unit) -> Duration:
    return Duration(Period.of(None, unit))


@RULES.rule("duration", "'tens'|'dozens'|'hundreds'|'thousands'|'scores' 'of' units", "hundreds of years")
def dozens_of_units(unit: Unit) -> Duration:
    return Duration(Period.of(None, unit))


@RULES.rule("duration", "units 'and' units", "days and weeks")
def units_and_units(first: Unit, second: Unit) -> Duration | None:
    return Duration(Period.of(None, second)) if first != second else None


@RULES.rule("duration", "units 'or' units", "weeks or months")
def units_or_units(first: Unit, _: Unit) -> Duration:
    return Duration(Period.of(None, first))


@RULES.rule("duration", "'all' '-'? unit", "all day", "all-month")
@RULES.rule("duration", "unit '-' 'long'", "day-long")
@RULES.rule(
    "duration", "'the'? 'whole'|'full'|'entire' '-'? unit", "the whole year", "full year", "the entire day"
)
def whole_unit(unit: Unit) -> Duration | None:
    return Duration(Period.of(1, unit))


@RULES.rule("duration", "period '-' 'long'", "three-week-long")
def period_long(period: Period) -> Duration:
    return Duration(period)


@RULES.rule(
    "duration",
    "more-than 'a'|'the'|'some'? period",
    "more than a year",
    "at least 30 days",
    "almost two years",
)
def compared(mod: str, period: Period) -> Duration:
    return Duration(period, mod)


@RULES.rule("duration", "over period", "over an hour", "over two years")
def compared_by_over(mod: str, period: Period) -> Duration | None:
    """ "Over several years" is all along them."""
    return None if period.vague else Duration(period, mod)


@RULES.rule("duration", "about period", "about 20 years", "around two weeks")
def roughly(mod: str, period: Period) -> Duration | None:
    return Duration(period, mod)


@RULES.rule("duration", "period 'or' 'so'", "a week or so", "two years or so")
def or_so(period: Period) -> Duration:
    return Duration(period, "APPROX")


@RULES.rule("duration", "period 'or' 'more'|'longer'", "three years or more")
def or_more(period: Period) -> Duration:
    return Duration(period, "EQUAL_OR_MORE")


@RULES.rule("duration", "period 'or' 'less'", "two days or less")
def or_less(period: Period) -> Duration:
    return Duration(period, "EQUAL_OR_LESS")


@RULES.rule("duration", "'a' unit 'or' 'two'", "a year or two", "a day or two")
def one_or_two(unit: Unit) -> Duration:
    return Duration(Period.of(1, unit), "APPROX")


@RULES.rule("duration", "duration 'of' 'age'", "26 years of age")
def of_age(duration: Duration) -> Duration:
    return duration
