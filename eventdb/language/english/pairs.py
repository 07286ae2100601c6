"""Two times that share what follows them: "24 and 25 April 1999", and members of lists (`coordination`)."""

from eventdb.expression.nodes import Between, Expression, Field, Intersection, Nearest, Repeating
from eventdb.language.compose import recurring
from eventdb.language.english.ranges import days_between
from eventdb.language.grammar import RuleBook

RULES = RuleBook()


@RULES.rule("and-days", "number|nth and number|nth", "24 and 25 April")
def consecutive_days(first: int, _: str, last: int) -> tuple[int, int] | None:
    return (first, last) if 1 <= first == last - 1 <= 30 else None


@RULES.rule("time", "'the'? part 'of'|'on' range", "the night of 24-25 April 1999", "the night of 3/4 July")
def night_between_days(code: str, days: Expression) -> Expression | None:
    """The night of two days begins on the first."""
    first, last = (_day_number(getattr(days, end, None)) for end in ("first", "last"))
    if code != "NI" or not isinstance(days, Between) or not first or last not in (first + 1, 1):
        return None
    return Intersection(days.first, recurring(Field.PART, code))


def _day_number(day: object) -> int:
    what = getattr(day, "what", None)
    number = dict(what.fields).get(Field.DAY, 0) if isinstance(what, Repeating) else 0
    return number if isinstance(number, int) else 0


@RULES.rule("elliptic-day", "'the'? number|nth", "18th", priority=-3)
def elliptic_day(day: int) -> Expression | None:
    return Nearest(recurring(Field.DAY, day)) if 1 <= day <= 31 else None


@RULES.rule("elliptic-day", "number|nth ',' year", "18th, 2014")
def elliptic_day_of_year(day: int, base: Expression) -> Expression | None:
    return Intersection(base, recurring(Field.DAY, day)) if 1 <= day <= 31 else None


@RULES.rule("elliptic-days", "number|nth to number|nth", "9th-10th", priority=-3)
def elliptic_days(first: int, _: str, last: int) -> Expression | None:
    start, end = elliptic_day(first), elliptic_day(last)
    return Between(start, end) if first < last and start and end else None


@RULES.rule("range", "and-days 'of'? month", "24 and 25 April")
@RULES.rule("range", "slashed-days month", "3/4 July")
def two_days_of_month(days: tuple[int, int], month: int) -> Expression | None:
    return days_between(None, month, days)


@RULES.rule("range", "month and-days", "April 24 and 25")
def month_and_two_days(month: int, days: tuple[int, int]) -> Expression | None:
    return days_between(None, month, days)


@RULES.rule("range", "month and-days ','? year", "April 24 and 25, 1999")
def month_and_two_days_of_year(month: int, days: tuple[int, int], base: Expression) -> Expression | None:
    return days_between(base, month, days)


@RULES.rule("range", "and-days 'of'? month ','? 'of'? year", "24 and 25 April 1999")
@RULES.rule("range", "slashed-days month ','? year", "3/4 July 1916")
def two_days_of_month_and_year(days: tuple[int, int], month: int, base: Expression) -> Expression | None:
    return days_between(base, month, days)


@RULES.rule("slash", "'/'", "May/June 2014")
def slash() -> str:
    return "slash"


@RULES.rule("range", "month slash month ','? year", "May/June 2014")
@RULES.rule("range", "month and month ','? 'of'? year", "August and September 1914", "April and June of 1955")
def two_months_of_year(first: int, _: str, last: int, base: Expression) -> Expression | None:
    return _two_of_year(Field.MONTH, first, last, base) if first < last else None


@RULES.rule("range", "season slash season ','? year", "spring/summer 2014")
@RULES.rule("range", "'the'? season and season ','? 'of'? year", "the spring and summer of 1941")
def two_seasons_of_year(first: str, _: str, last: str, base: Expression) -> Expression | None:
    return _two_of_year(Field.SEASON, first, last, base) if first != last else None


def _two_of_year(field: Field, first: int | str, last: int | str, base: Expression) -> Expression:
    return Between(Intersection(base, recurring(field, first)), Intersection(base, recurring(field, last)))
