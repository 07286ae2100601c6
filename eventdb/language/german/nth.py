"""The n-th of a longer time: "dritter Dienstag im Mai 2014", "die erste Woche im Mai"."""

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest, Next, Nth, Repeating
from eventdb.language.compose import recurring, this
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


RULES.lift("whole", "year|long-ago|month-of-year|relative-year|relative-unit")


@RULES.rule("whole", "article month-of-year", "am dritten Dienstag des Mai 2014")
def month_of_year_as_whole(_: str, value: Expression) -> Expression:
    return value


@RULES.rule("whole", "article? month", "erste Woche im Mai")
def month_as_whole(_: str | None, number: int) -> Expression:
    return Nearest(recurring(Field.MONTH, number))


@RULES.rule("whole", "article unit", "der erste Montag des Monats")
def unit_as_whole(_: str, unit: Unit) -> Expression | None:
    return this(unit) if unit >= Unit.WEEK else None


RULES.lift("rank", "nth")


@RULES.rule("rank", "last", "letzter Freitag im April")
def last_rank(_: str) -> int:
    return -1


@RULES.rule(
    "day", "article? rank weekday on? whole", "dritter Dienstag im Mai 2014", "der letzte Freitag des Monats"
)
def nth_weekday(_: str | None, n: int, weekday: int, _on: str | None, base: Expression) -> Expression:
    return Nth(n, recurring(Field.WEEKDAY, weekday), base)


@RULES.rule("day", "article? nth weekday 'nach' day", "der dritte Dienstag nach Weihnachten")
def nth_weekday_after(_: str | None, n: int, weekday: int, base: Expression) -> Expression:
    weeks = Next(Period.of(n, Unit.WEEK), base)
    return Nth(n, recurring(Field.WEEKDAY, weekday), weeks)


@RULES.rule("date", "article? rank unit on? whole", "die erste Woche im Mai", "der letzte Tag des Monats")
def nth_unit(_: str | None, n: int, unit: Unit, _on: str | None, base: Expression) -> Expression | None:
    return Nth(n, Repeating.unit(unit), base) if unit < Unit.YEAR and unit is not Unit.QUARTER else None


@RULES.rule("date", "article? rank weekend on? whole", "das letzte Wochenende im Juli")
def nth_weekend(_: str | None, n: int, code: str, _on: str | None, base: Expression) -> Expression:
    return Nth(n, recurring(Field.WEEKEND, code), base)


@RULES.rule("day", "article? nth on|article relative-unit", "am 20. des nächsten Monats")
@RULES.rule("day", "article? nth relative-unit", "am 20. nächsten Monats")
def day_of_relative_month(*values: str | int | Expression | None) -> Expression | None:
    day, base = values[1], values[-1]
    if getattr(base, "what", None) != Repeating.unit(Unit.MONTH) or not isinstance(base, Expression):
        return None
    return Intersection(base, recurring(Field.DAY, day)) if isinstance(day, int) and day <= 31 else None
