"""Calendar dates: "3 May 2014", "May 3", "April 2014", "summer 1943", "the third Tuesday of May"."""

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest, Repeating, Year
from eventdb.language.compose import day_of_month, merged, recurring, this, within
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import calendar_day, full_year
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


# ---------------------------------------------------------------- what recurs under a name


@RULES.rule("named", "month", "last April")
def month(number: int) -> Repeating:
    return recurring(Field.MONTH, number)


@RULES.rule("named", "weekday", "next Monday")
def weekday(number: int) -> Repeating:
    return recurring(Field.WEEKDAY, number)


@RULES.rule("named", "season", "this summer")
def season(code: str) -> Repeating:
    return recurring(Field.SEASON, code)


@RULES.rule("named", "weekend", "last weekend")
def weekend(code: str) -> Repeating:
    return recurring(Field.WEEKEND, code)


@RULES.rule("named", "workday", "the next working day")
def workday(code: str) -> Repeating:
    return recurring(Field.WORKDAY, code)


RULES.lift("named", "quarter|half")


@RULES.rule("named", "holiday", "last Christmas")
def holiday(key: str) -> Repeating:
    return recurring(Field.HOLIDAY, key)


RULES.lift("named", "slashed-day")
RULES.lift("named", "monthday")


# ---------------------------------------------------------------- days


@RULES.rule(
    "monthday", "month 'the'? number|nth", "May 3", "October 13th", "April the ninth", "May twenty-first"
)
@RULES.rule("monthday", "month ','|'-'|'/' number|nth", "Oct-13")
@RULES.rule("monthday", "month ten|tens", "May twenty-one")
def month_then_day(month: int, day: int) -> Repeating | None:
    return day_of_month(month, day)


@RULES.rule("monthday", "number '-'|'.'|'/'|'of'? month", "3 May", "13-Oct", "12 of November")
@RULES.rule("monthday", "'the'? nth 'day'? 'of'? month", "the 3rd of May", "13th October", "third of August")
def day_then_month(day: int, month: int) -> Repeating | None:
    return day_of_month(month, day)


RULES.lift("open-day", "monthday")


@RULES.rule("open-day", "weekday ','? 'the'? monthday", "Friday, October 13", "Monday the 3rd of May")
@RULES.rule("open-day", "weekday ','? slashed-day", "Friday 10/13")
def weekday_and_date(weekday: int, date: Repeating) -> Repeating | None:
    return merged(recurring(Field.WEEKDAY, weekday), date)


@RULES.rule("open-day", "monthday ','? 'a'? weekday", "October 13, a Friday")
@RULES.rule("open-day", "monthday|slashed-day '(' weekday ')'", "October 13 (Friday)")
def date_and_weekday(date: Repeating, weekday: int) -> Repeating | None:
    return merged(recurring(Field.WEEKDAY, weekday), date)


@RULES.rule("open-day", "weekday number", "Sunday 31", priority=-1)
def weekday_and_number(weekday: int, day: int) -> Repeating | None:
    return weekday_and_day(weekday, day) if day > 12 else None


@RULES.rule("open-day", "weekday 'the' nth", "Friday the 13th")
@RULES.rule("open-day", "weekday nth")
def weekday_and_day(weekday: int, day: int) -> Repeating | None:
    return Repeating(((Field.DAY, day), (Field.WEEKDAY, weekday))) if day <= 31 else None


@RULES.rule("day", "open-day|slashed-day", "May 3", "Friday, October 13")
def open_day(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("day", "'the' number month", "on the 29 August")
def the_open_day(day: int, month: int) -> Expression | None:
    what = day_of_month(month, day)
    return None if what is None else Nearest(what)


@RULES.rule("day", "weekday", "on Tuesday")
@RULES.rule("day", "'a' weekday", "on a Tuesday")
def weekday_alone(number: int) -> Expression:
    return Nearest(recurring(Field.WEEKDAY, number))


@RULES.rule("day", "'the' ordinal|nth|number", "on the 15th", "on the 27", priority=-2)
def day_of_the_month(day: int) -> Expression | None:
    return Nearest(recurring(Field.DAY, day)) if 1 <= day <= 31 else None


@RULES.rule("day", "full-day", "2015-05-12", "12/5/2015")
@RULES.rule("day", "weekday ','? full-day", "Tuesday 2015-05-12")
def full_day(*values: Expression) -> Expression:
    return values[-1]


@RULES.rule(
    "day", "full-day|day-of-year '(' weekday ')'", "2015-05-12 (Tuesday)", "October 13, 1989 (Friday)"
)
def full_day_and_weekday(day: Expression, _: int) -> Expression:
    return day


RULES.lift("date", "full-date")


@RULES.rule("day-of-year", "monthday ','|'-'? 'of'? year", "May 3, 2014", "3 May 2014", "3rd of May, 44 BC")
@RULES.rule("day-of-year", "monthday 'of' two-digit-year", "15 April of 87")
@RULES.rule("day-of-year", "monthday ','? thousand-year", "10 September two thousand and four")
@RULES.rule("day-of-year", "slashed-day ',' year", "08/12, 2015")
@RULES.rule("day-of-year", "weekday ','? 'the'? monthday ','? year", "Friday, October 13, 1989")
def day_of_year(*values: Repeating | Expression | int) -> Expression | None:
    date, base = values[-2:]
    return Intersection(base, date) if isinstance(date, Repeating) and isinstance(base, Expression) else None


RULES.lift("day", "day-of-year")


@RULES.rule("day", "year ','? '-'? monthday", "2014 May 3", "2014, 3 May")
def year_then_day(base: Expression, date: Repeating) -> Expression:
    return Intersection(base, date)


@RULES.rule("day", "monthday ','? 'of'? relative-year", "May 3 of last year", "24 January of the same year")
def day_of_relative_year(date: Repeating, base: Expression) -> Expression:
    return Intersection(base, date)


@RULES.rule("day", "textual-date", "22/Jan/2019", "2019/22/Jan")
def textual_date(parts: tuple[int, str, int]) -> Expression | None:
    first, name, last = parts
    if name[:3] not in _MONTHS:
        return None
    month = _MONTHS.index(name[:3]) + 1
    if first > 31:
        return calendar_day(first, month, last)
    return calendar_day(full_year(last, 4 if last > 99 else 2), month, first)


# ---------------------------------------------------------------- months, seasons, weeks


@RULES.rule("date", "month", "in May", priority=-1)
def month_alone(number: int) -> Expression:
    return Nearest(recurring(Field.MONTH, number))


@RULES.rule("month-of-year", "month thousand-year", "March two thousand and seven")
@RULES.rule("month-of-year", "month two-digit-year", "August 99")
@RULES.rule("month-of-year", "month ','|'-'|'/'? year", "April 2014", "April, 2014", "Apr-2014")
@RULES.rule(
    "month-of-year",
    "'the'? 'month'? 'of'? month ','? 'of'|'in' year|two-digit-year",
    "the month of April in 2014",
    "April of 1987",
)
def month_of_year(number: int, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.MONTH, number))


@RULES.rule("month-of-year", "month relative-year", "June last year", "January this year")
@RULES.rule("month-of-year", "month ','? 'of' relative-year", "June of that year")
def month_of_relative_year(number: int, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.MONTH, number))


@RULES.rule("month-of-year", "year month", "2015 May")
def year_then_month(base: Expression, number: int) -> Expression:
    return Intersection(base, recurring(Field.MONTH, number))


RULES.lift("date", "month-of-year")
RULES.lift("date", "'the' 'entire'|'whole'? 'month' 'of' month-of-year")


@RULES.rule(
    "date", "'the' 'entire'|'whole'? 'month' 'of' month", "the month of April", "the entire month of May"
)
def the_month_of(number: int) -> Expression:
    return Nearest(recurring(Field.MONTH, number))


@RULES.rule("date", "'the'? season", "the summer", "in winter", priority=-1)
def season_alone(code: str) -> Expression:
    return Nearest(recurring(Field.SEASON, code))


@RULES.rule("date", "'the'? weekend", "the weekend")
def weekend_alone(code: str) -> Expression:
    return Nearest(recurring(Field.WEEKEND, code))


@RULES.rule("date", "joined-quarter", "third-quarter", priority=1)
def joined_quarter(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("date", "'the'? quarter", "the third quarter")
@RULES.rule("date", "'the'? half", "in the first half", priority=-1)
def quarter_alone(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("date", "'the'? season ','? 'of'? year", "the summer of 1943", "winter 1943")
@RULES.rule("date", "'the'? season 'of'? relative-year", "the summer of that year")
def season_of_year(code: str, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.SEASON, code))


@RULES.rule("date", "'the'? season 'of' two-digit-year", "the summer of 69")
def season_of_short_year(code: str, base: Expression) -> Expression:
    return season_of_year(code, base)


@RULES.rule("date", "'the'? season 'of'? year4 '-'|'/' number|short-year", "the winter of 2000-01")
def winter_of_two_years(code: str, first: int, last: int) -> Expression | None:
    """A winter lies in two years, and begins in the first; no other season does."""
    follows = last in (first + 1, (first + 1) % 100)
    return season_of_year(code, Year(first)) if code == "WI" and follows else None


@RULES.rule("date", "year season", "2014 summer")
def year_then_season(base: Expression, code: str) -> Expression:
    return Intersection(base, recurring(Field.SEASON, code))


@RULES.rule("date", "'the'? 'week' 'of' day", "the week of March 6")
@RULES.rule(
    "date", "'the'? 'week' 'starting'|'beginning'|'commencing' 'on'? day", "the week starting on March 6"
)
@RULES.rule("date", "'the'? 'week' 'ending'|'ended' 'on'? day", "the week ended March 6")
def week_of(day: Expression) -> Expression:
    return this(Unit.WEEK, day)


@RULES.rule("date", "'the'? 'weekend' 'of' day", "the weekend of March 6")
def weekend_of(day: Expression) -> Expression | None:
    return within(this(Unit.WEEK, day), recurring(Field.WEEKEND, "WE"))


@RULES.rule("date", "'week' number 'of'|'in' year|relative-year", "week 27 of 2014")
@RULES.rule("date", "'week' number ','? year", "week 27, 2014")
def week_of_year(number: int, base: Expression) -> Expression | None:
    return Intersection(base, recurring(Field.WEEK, number)) if 1 <= number <= 53 else None


@RULES.rule("date", "'week' number", "week 27")
def week_alone(number: int) -> Expression | None:
    """Weeks are numbered within the year that one is in."""
    return Intersection(this(Unit.YEAR), recurring(Field.WEEK, number)) if 1 <= number <= 53 else None


@RULES.rule("date", "year-span", "2014/15")
def slashed_years(value: Expression) -> Expression:
    return value
