"""From one time to another: "May 3-5", "1914-18", "between 1957 and 1961".

A range is one constituent with two ends; the tagger makes two expressions of it, as TIMEX3 has it, and
tells both of the range. Its `split` is the category of the word or mark between them.
"""

from eventdb.expression.nodes import (
    Between,
    Expression,
    Field,
    Intersection,
    Last,
    Nearest,
    Repeating,
    Vague,
    Year,
)
from eventdb.language.compose import day_of_month, recurring
from eventdb.language.grammar import RuleBook

RULES = RuleBook()


@RULES.rule("to", "'to'|'-'|'until'|'till'|'through'|'thru'|'untill'", "May 3 to May 5")
@RULES.rule("to", "'up' 'to'|'until'")
@RULES.rule("to", "',' 'to'|'until'|'through'")
def to() -> str:
    return "to"


@RULES.rule("and", "'and'", "between 1957 and 1961")
def and_() -> str:
    return "and"


RULES.lift("end", "day|date|time|year|relative-day")


@RULES.rule(
    "range",
    "end to end",
    "1939 to 1945",
    "Monday to Friday",
    "3 May - 5 June",
    "today till tomorrow",
    priority=-1,
)
@RULES.rule("range", "'from'|'between' end to end", "from 1939 to 1945", "from October to March", priority=-1)
@RULES.rule("range", "'between' end and end", "between 1957 and 1961", "between May and July", priority=-1)
def between(first: Expression, _: str, last: Expression) -> Expression | None:
    if first == last or (isinstance(first, Year) and isinstance(last, Year) and first.digits > last.digits):
        return None
    return None if isinstance(first, Between) else Between(_of_that_year(first, last), last)


@RULES.rule("range", "day|time '/' day|time", "2014-05-03/2014-05-07")
def iso_interval(first: Expression, last: Expression) -> Expression | None:
    """Both ends in full, as ISO 8601 writes an interval; else a stroke stands between what may be chosen."""
    return Between(first, last) if first != last and _in_full(first) and _in_full(last) else None


def _in_full(time: Expression) -> bool:
    """Whether it states its year."""
    return isinstance(time, Intersection) and (isinstance(time.base, Year) or _in_full(time.base))


@RULES.rule("range", "'from' end to-date", "from 2010 to date")
def until_now(first: Expression, _: str) -> Expression | None:
    return None if isinstance(first, Nearest) else Between(first, Vague("PRESENT_REF"))


@RULES.rule("to-date", "'to' 'date'", "from 2010 to date")
def to_date() -> str:
    return "date"


def _of_that_year(first: Expression, last: Expression) -> Expression:
    """The first end of "from 5/3 to 5/7/2020", "November to 5 February 2017": the latest before the last."""
    match first, last:
        case Nearest(what), Intersection(Year(), _) if what.coarsest in (Field.MONTH, Field.QUARTER):
            return Last(what, last)
        case _:
            return first


@RULES.rule("range", "'from'|'between'? year4 to number|short-year", "1914-18", "from 1915 to 16", "1957-'58")
@RULES.rule("range", "'the' 'years' year4 to number|short-year", "the years 1914-18")
@RULES.rule("range", "'between' year4 and number|short-year", "between 1957 and 61")
def short_years(first: int, _: str, last: int) -> Expression | None:
    if not first % 100 < last < 100:
        return None
    return Between(Year(first), Year(first // 100 * 100 + last))


@RULES.rule("range", "'from'|'between'? number to era-year", "490-479 BC", "from 264 to 241 BC")
@RULES.rule("range", "'between' number and era-year", "between 264 and 241 BC")
def years_of_era(first: int, _: str, last: Year) -> Expression | None:
    start = Year(1 - first) if last.digits <= 0 else Year(first)
    return Between(start, last) if start.digits < last.digits else None


# ---------------------------------------------------------------- days of a month


@RULES.rule("days", "'the'? number|nth to 'the'? number|nth", "3-5 May")
@RULES.rule(
    "days", "'from'|'between' 'the'? number|nth to 'the'? number|nth", "from the 13th to the 19th of October"
)
@RULES.rule("days", "'between' 'the'? number|nth and 'the'? number|nth", "between the 3rd and 5th of May")
def days(first: int, _: str, last: int) -> tuple[int, int] | None:
    return (first, last) if 1 <= first < last <= 31 else None


def days_between(base: Expression | None, month: int, days: tuple[int, int]) -> Expression | None:
    first, last = (day_of_month(month, day) for day in days)
    if first is None or last is None:
        return None
    if base is None:
        return Between(Nearest(first), Nearest(last))
    return Between(Intersection(base, first), Intersection(base, last))


@RULES.rule("range", "days 'of'? month", "3-5 May", "10 to 12 October")
def days_of_month(days: tuple[int, int], month: int) -> Expression | None:
    return days_between(None, month, days)


@RULES.rule(
    "range", "days 'of'? month ','? 'of'? year", "22-25 April 1951", "the 13th to the 19th of October 1950"
)
def days_of_month_and_year(days: tuple[int, int], month: int, base: Expression) -> Expression | None:
    return days_between(base, month, days)


@RULES.rule("range", "month days", "May 3-5", "March 5 to 9")
def month_and_days(month: int, days: tuple[int, int]) -> Expression | None:
    return days_between(None, month, days)


@RULES.rule("range", "month days ','? year", "March 5-9, 1918")
def month_and_days_of_year(month: int, days: tuple[int, int], base: Expression) -> Expression | None:
    return days_between(base, month, days)


@RULES.rule("range", "'from'|'between' month number|nth to|and number|nth", "from March 5 to 9")
def from_month_and_days(month: int, first: int, _: str, last: int) -> Expression | None:
    return days_between(None, month, (first, last)) if first < last else None


@RULES.rule(
    "range", "'from'|'between' month number|nth to|and number|nth ','? year", "from March 5 to 9, 1918"
)
def from_month_and_days_of_year(
    month: int, first: int, _: str, last: int, base: Expression
) -> Expression | None:
    return days_between(base, month, (first, last)) if first < last else None


# ---------------------------------------------------------------- a year that both ends share


@RULES.rule(
    "range",
    "'from'|'between'? monthday to monthday ','? 'of'? year",
    "14 August to 24 August 1914",
    "May 3 - June 5, 2014",
)
@RULES.rule(
    "range", "'between' monthday and monthday ','? 'of'? year", "between 14 August and 3 September 1914"
)
def days_of_one_year(first: Repeating, _: str, last: Repeating, base: Expression) -> Expression:
    return Between(Intersection(base, first), Intersection(base, last))


@RULES.rule(
    "range",
    "'from'|'between'? month to month ','? 'of'|'in'? year|relative-year",
    "July to August 1950",
    "from January to April 2015",
)
@RULES.rule(
    "range", "'between' month and month ','? 'of'? year|relative-year", "between March and April 1918"
)
def months_of_one_year(first: int, _: str, last: int, base: Expression) -> Expression | None:
    if first >= last:
        return None
    return Between(
        Intersection(base, recurring(Field.MONTH, first)), Intersection(base, recurring(Field.MONTH, last))
    )


@RULES.rule("range", "'between'|'from'? quarter to quarter 'of'? year", "Q1 to Q3 2014")
def quarters_of_one_year(first: Repeating, _: str, last: Repeating, base: Expression) -> Expression:
    return Between(Intersection(base, first), Intersection(base, last))
