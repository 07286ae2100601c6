"""From one time to another: "vom 3. bis zum 5. Mai", "1914-18", "von 9 bis 17 Uhr", "zwischen 1957 und 1961".

A range is one constituent with two ends; the tagger makes two expressions of it, as TIMEX3 has it, and
tells both of the range. `to` and `and` are the categories of what stands between them, `opening` of what
stands before the first.
"""

from eventdb.expression.nodes import Between, Expression, Field, Intersection, Nearest, Repeating, Year
from eventdb.language.compose import day_of_month, recurring, within
from eventdb.language.german.clock import hour_of_part
from eventdb.language.grammar import RuleBook

RULES = RuleBook()


@RULES.rule("to", "'bis'|'-'", "3. bis 5. Mai")
@RULES.rule("to", "'bis' 'zum'|'zur'|'zu'|'in'|'einschließlich'", "vom 3. bis zum 5. Mai")
def to() -> str:
    return "to"


@RULES.rule("and", "'und'", "zwischen 1957 und 1961")
def and_() -> str:
    return "and"


RULES.lift("end", "day|date|time|year|relative-day")


@RULES.rule("range", "opening? end to end", "1939 bis 1945", "von Montag bis Freitag", priority=-1)
@RULES.rule("range", "opening end and end", "zwischen 1957 und 1961", "zwischen Mai und Juli", priority=-1)
def between(_: str | None, first: Expression, _to: str, last: Expression) -> Expression | None:
    if first == last or (isinstance(first, Year) and isinstance(last, Year) and first.digits > last.digits):
        return None
    return None if isinstance(first, Between) else Between(first, last)


@RULES.rule("range", "opening? year4 to number", "1914-18", "von 1915 bis 16")
def short_years(_: str | None, first: int, _to: str, last: int) -> Expression | None:
    if not first % 100 < last < 100:
        return None
    return Between(Year(first), Year(first // 100 * 100 + last))


@RULES.rule("range", "opening? number to|and era-year", "490-479 v. Chr.", "von 264 bis 241 v. Chr.")
def years_of_era(_: str | None, first: int, _to: str, last: Year) -> Expression | None:
    start = Year(1 - first) if last.digits <= 0 else Year(first)
    return Between(start, last) if start.digits < last.digits else None


# ---------------------------------------------------------------- days of a month


@RULES.rule(
    "days", "opening? article? nth|number to article? nth|number", "vom 3. bis zum 5. Mai", "13 bis 15 Juli"
)
@RULES.rule("days", "opening article? nth|number and article? nth|number", "zwischen dem 3. und dem 5. Mai")
def days(
    _opening: str | None, _: str | None, first: int, _to: str, _the: str | None, last: int
) -> tuple[int, int] | None:
    return (first, last) if 1 <= first < last <= 31 else None


@RULES.rule("and-days", "nth and nth", "24. und 25. April")
def consecutive_days(first: int, _: str, last: int) -> tuple[int, int] | None:
    return (first, last) if 1 <= first == last - 1 <= 30 else None


@RULES.rule("range", "days|and-days month", "vom 3. bis zum 5. Mai", "24. und 25. April")
def days_of_month(days: tuple[int, int], month: int) -> Expression | None:
    first, last = (day_of_month(month, day) for day in days)
    return None if first is None or last is None else Between(Nearest(first), Nearest(last))


@RULES.rule(
    "range", "days|and-days month year|relative-year", "22. bis 25. April 1951", "24. und 25. April 1999"
)
def days_of_month_and_year(days: tuple[int, int], month: int, base: Expression) -> Expression | None:
    first, last = (day_of_month(month, day) for day in days)
    return (
        None
        if first is None or last is None
        else Between(Intersection(base, first), Intersection(base, last))
    )


@RULES.rule("range", "month days", "November 19-20")
def month_and_days(month: int, days: tuple[int, int]) -> Expression | None:
    return days_of_month(days, month)


@RULES.rule("range", "relative-unit days", "nächsten Monat vom 4. bis zum 23.")
def days_of_relative_month(base: Expression, days: tuple[int, int]) -> Expression:
    first, last = (Intersection(base, recurring(Field.DAY, day)) for day in days)
    return Between(first, last)


# ---------------------------------------------------------------- a year that both ends share


@RULES.rule(
    "range",
    "opening? monthday|dotted to|and article? monthday|dotted ','? year",
    "14. August bis 24. August 1914",
)
def days_of_one_year(
    _: str | None, first: Repeating, _to: str, _the: str | None, last: Repeating, base: Expression
) -> Expression:
    return Between(Intersection(base, first), Intersection(base, last))


@RULES.rule(
    "range",
    "opening? dotted|monthday to|and article? full-day",
    "14.10. - 15.10.2018",
    "vom 14.10. bis zum 15.10.2018",
)
def days_to_full_day(
    _: str | None, first: Repeating, _to: str, _the: str | None, last: Expression
) -> Expression | None:
    return Between(Intersection(last.base, first), last) if isinstance(last, Intersection) else None


@RULES.rule("range", "opening? month to|and month ','? year|relative-year", "Juli bis August 1950")
def months_of_one_year(_: str | None, first: int, _to: str, last: int, base: Expression) -> Expression | None:
    if first >= last:
        return None
    ends = [Intersection(base, recurring(Field.MONTH, month)) for month in (first, last)]
    return Between(*ends)


# ---------------------------------------------------------------- clock times


@RULES.rule(
    "clock-range",
    "opening? hour|clock|time-of-day to|and 'um'? time-of-day|clock",
    "von 9 bis 17 Uhr",
    "9:30 - 11:00",
    "zwischen 16 und 17 Uhr",
)
def clock_range(
    _: str | None, first: Repeating, _to: str, last: Repeating
) -> tuple[Repeating, Repeating] | None:
    return None if first == last else (first, last)


@RULES.rule("hours-range", "opening hour to|and hour", "Montag von fünf bis sieben")
def hours_range(_: str, first: Repeating, _to: str, last: Repeating) -> tuple[Repeating, Repeating] | None:
    return None if first == last else (first, last)


@RULES.rule("clock-range", "hours-range part|parts", "von 5 bis 6 nachmittags", priority=2)
def hours_of_part(times: tuple[Repeating, Repeating], part: str) -> tuple[Repeating, Repeating] | None:
    first, last = (hour_of_part(time, part) for time in times)
    return None if first is None or last is None else (first, last)


@RULES.rule("range", "clock-range", "von 9 bis 17 Uhr")
def clock_times(times: tuple[Repeating, Repeating]) -> Expression:
    return Between(Nearest(times[0]), Nearest(times[1]))


@RULES.rule(
    "range",
    "day|relative-day ','? clock-range|hours-range",
    "Dienstag von 9:30 bis 11:00 Uhr",
    "heute von 5 bis 6",
)
def clock_times_of_day(day: Expression, times: tuple[Repeating, Repeating]) -> Expression | None:
    first, last = within(day, times[0]), within(day, times[1])
    return None if first is None or last is None else Between(first, last)
