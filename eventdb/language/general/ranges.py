"""From one time to another: "del 3 al 5 de mayo", "de 9 à 17 heures", "9時から5時まで"."""

from eventdb.expression.nodes import Between, Expression, Field, Intersection, Last, Nearest, Repeating, Year
from eventdb.language.compose import day_of_month, recurring, within
from eventdb.language.general.clock import in_part
from eventdb.language.grammar import RuleBook
from eventdb.temporal.unit import Unit

RULES = RuleBook()

Times = tuple[Repeating, Repeating]
Days = tuple[int, int]


@RULES.rule("to", "to-word|'-'")
def to(_: str = "") -> str:
    return "to"


RULES.lift("end", "day|date|time")


@RULES.rule("range", "from? article? end to article? end to-after?", priority=-1)
@RULES.rule("range", "between article? end and|to article? end between-after?", priority=-1)
@RULES.rule("range", "end from-after article? end to-after?", priority=-1)
@RULES.rule("range", "end and|to end between-after", priority=-1)
def between(*values: Expression | str | None) -> Expression | None:
    first, last = (value for value in values if isinstance(value, Expression))
    if first == last or Between in (type(first), type(last)):
        return None
    if isinstance(first, Year) and isinstance(last, Year) and first.digits > last.digits:
        return None
    return Between(_of_that_year(first, last), last)


def _of_that_year(first: Expression, last: Expression) -> Expression:
    match first, last:
        case Nearest(what), Intersection(Year(), _) if what.coarsest is Field.MONTH:
            return Last(what, last)
        case _:
            return first


# ---------------------------------------------------------------- days of a month


@RULES.rule("days", "from? article? day-number of? to article? day-number")
@RULES.rule("days", "between article? day-number and article? day-number")
@RULES.rule("days", "day-number from-after day-number to-after?")
def days(*values: int | str | None) -> Days | None:
    first, last = (value for value in values if isinstance(value, int))
    return (first, last) if 1 <= first < last <= 31 else None


@RULES.rule("range", "days of? month ','? of? article? year|relative-year", priority=1)
@RULES.rule("range", "days of? month", priority=1)
def days_of_month(*values: Days | int | Expression | str | None) -> Expression | None:
    found = next(value for value in values if isinstance(value, tuple))
    month = next(value for value in values if isinstance(value, int))
    base = next((value for value in values if isinstance(value, Expression)), None)
    return _days(base, month, found)


@RULES.rule("range", "from? month days ','? of? year")
@RULES.rule("range", "from? month days to-after?")
def month_and_days(*values: Days | int | Expression | str | None) -> Expression | None:
    return days_of_month(*values)


@RULES.rule("range", "days of? article? relative-unit")
def days_of_relative_month(found: Days, _: str | None, __: str | None, base: Expression) -> Expression | None:
    if getattr(base, "what", None) != Repeating.unit(Unit.MONTH):
        return None
    first, last = (Intersection(base, recurring(Field.DAY, day)) for day in found)
    return Between(first, last)


def _days(base: Expression | None, month: int, found: Days) -> Expression | None:
    first, last = (day_of_month(month, day) for day in found)
    if first is None or last is None:
        return None
    if base is None:
        return Between(Nearest(first), Nearest(last))
    return Between(Intersection(base, first), Intersection(base, last))


# ---------------------------------------------------------------- clock times


RULES.lift("clock-end", "time-of-day|clock-like")


@RULES.rule("clock-range", "from? at? article? clock-end to at? article? clock-end to-after?")
@RULES.rule("clock-range", "between at? article? clock-end and|to at? article? clock-end between-after?")
@RULES.rule("clock-range", "clock-end from-after at? article? clock-end to-after?")
@RULES.rule("clock-range", "clock-end and|to clock-end between-after")
def clock_range(*values: Repeating | str | None) -> Times | None:
    """The first hour lies in the half of the day in which it comes before the last: "2 - 3:30 pm"."""
    first, last = (value for value in values if isinstance(value, Repeating))
    start, end = _minutes(first), _minutes(last)
    if start == end:
        return None
    if start < 12 * 60 < start + 12 * 60 < end and "to" in values:
        return (first, last) if end % 60 == 0 and end <= 17 * 60 and start >= 6 * 60 else (_on(first), last)
    return (first, _on(last)) if end < start < end + 12 * 60 and end < 12 * 60 else (first, last)


def _minutes(what: Repeating) -> int:
    fields = dict(what.fields)
    return int(fields[Field.HOUR]) * 60 + int(fields.get(Field.MINUTE, 0))


def _on(what: Repeating) -> Repeating:
    return Repeating(tuple((f, int(v) + 12 if f is Field.HOUR else v) for f, v in what.fields))


@RULES.rule("clock-range", "clock-range of? article? part")
@RULES.rule("clock-range", "part clock-range")
def clock_range_of_part(*values: Times | str | None) -> Times | None:
    times = next(value for value in values if isinstance(value, tuple))
    part = next(value for value in values if isinstance(value, str) and value.isupper())
    first, last = in_part(times[0], part), in_part(times[1], part)
    return None if first is None or last is None else (first, last)


@RULES.rule("range", "clock-range")
def clock_times(times: Times) -> Expression:
    return Between(Nearest(times[0]), Nearest(times[1]))


@RULES.rule("range", "article? day ','? of? clock-range", priority=2)
@RULES.rule("range", "clock-range ','? of? article? day", priority=2)
def clock_times_of_day(*values: Expression | Times | str | None) -> Expression | None:
    day = next(value for value in values if isinstance(value, Expression))
    times = next(value for value in values if isinstance(value, tuple))
    first, last = within(day, times[0]), within(day, times[1])
    return None if first is None or last is None else Between(first, last)
