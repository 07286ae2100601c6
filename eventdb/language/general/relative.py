"""Seen from the document: "la próxima semana", "lundi dernier", "3日前", "over twee weken"."""

from eventdb.expression.nodes import (
    DocumentTime,
    Expression,
    Field,
    Intersection,
    Last,
    Next,
    Nth,
    Repeating,
    Shift,
    This,
    Vague,
)
from eventdb.language.compose import TODAY, following, last, recurring, this, within
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_DAY = Repeating.unit(Unit.DAY)


@RULES.rule("relative-unit", "relative")
def relative(value: tuple[int, Unit]) -> Expression | None:
    """What has a word of its own: "ayer", "先々週", "la semaine prochaine"."""
    count, unit = value
    if unit is Unit.DAY:
        return None
    base: Expression = this(unit) if count == 0 else DocumentTime()
    for _ in range(abs(count)):
        base = last(unit, base) if count < 0 else following(unit, base)
    return base


@RULES.rule("relative-day", "relative")
def relative_day(value: tuple[int, Unit]) -> Expression | None:
    count, unit = value
    if unit is not Unit.DAY:
        return None
    near = {0: TODAY, -1: Last(_DAY), 1: Next(_DAY)}
    return near.get(count, Shift(DocumentTime(), Period.of(count, Unit.DAY)))


@RULES.rule("relative-unit", "article? next unit")
@RULES.rule("relative-unit", "article? unit next|next-after")
def next_unit(*values: str | Unit | None) -> Expression:
    return following(_unit(values))


@RULES.rule("relative-unit", "article? last unit")
@RULES.rule("relative-unit", "article? unit last|last-after")
def last_unit(*values: str | Unit | None) -> Expression:
    return last(_unit(values))


@RULES.rule("relative-unit", "article? this unit")
@RULES.rule("relative-unit", "unit this-after")
def this_unit(*values: str | Unit | None) -> Expression:
    return this(_unit(values))


def _unit(values: tuple[str | Unit | None, ...]) -> Unit:
    return next(value for value in values if isinstance(value, Unit))


@RULES.rule("relative-year", "relative-unit")
def relative_year(value: Expression) -> Expression | None:
    return value if getattr(value, "what", None) == Repeating.unit(Unit.YEAR) else None


RULES.lift("date", "relative-unit")
RULES.lift("day", "relative-day")


@RULES.rule("the-unit", "article? unit")
def the_unit(_: str | None, unit: Unit) -> Expression:
    return this(unit)


# ---------------------------------------------------------------- what has a name


@RULES.rule("relative-named", "article? next named")
@RULES.rule("relative-named", "article? named next|next-after")
def next_named(*values: Repeating | str | None) -> Expression:
    return Next(_named(values))


@RULES.rule("relative-named", "article? last named")
@RULES.rule("relative-named", "article? named last|last-after")
def last_named(*values: Repeating | str | None) -> Expression:
    return Last(_named(values))


@RULES.rule("relative-named", "article? this named")
def this_named(*values: Repeating | str | None) -> Expression:
    return This(_named(values))


def _named(values: tuple[Repeating | str | None, ...]) -> Repeating:
    return next(value for value in values if isinstance(value, Repeating))


RULES.lift("date", "relative-named")


@RULES.rule("day", "relative-named", priority=-1)
def relative_named_day(value: Expression) -> Expression | None:
    what = getattr(value, "what", None)
    days = (Field.WEEKDAY, Field.DAY, Field.HOLIDAY)
    is_day = isinstance(what, Repeating) and what.fields[-1][0] in days
    return value if is_day or isinstance(value, Nth) else None


@RULES.rule("day", "article? weekday ','? of? article? relative-unit")
@RULES.rule("day", "relative-unit ','? of? article? weekday")
def weekday_of_week(*values: Expression | int | str | None) -> Expression | None:
    base = next(value for value in values if isinstance(value, Expression))
    number = next(value for value in values if isinstance(value, int))
    if getattr(base, "what", None) != Repeating.unit(Unit.WEEK):
        return None
    return Intersection(base, recurring(Field.WEEKDAY, number))


@RULES.rule("day", "relative weekday-number")
def numbered_weekday(value: tuple[int, Unit], number: int) -> Expression | None:
    """ "下周三": a week and the number of its day."""
    base = relative(value)
    return Intersection(base, recurring(Field.WEEKDAY, number)) if base and value[1] is Unit.WEEK else None


@RULES.rule("day", "article? nth weekday", priority=-1)
def nth_weekday_of_this_month(_: str | None, n: int, weekday: int) -> Expression | None:
    return Nth(n, recurring(Field.WEEKDAY, weekday), this(Unit.MONTH)) if 1 <= n <= 5 else None


@RULES.rule("day", "relative-day ','? of? weekday")
@RULES.rule("day", "relative-day ','? article? open-day")
def day_and_its_name(day: Expression, _: str | None, __: object) -> Expression:
    return day


@RULES.rule("day", "article? nth|number-word weekday of? article? whole")
@RULES.rule("day", "whole of? nth|number-word weekday")
@RULES.rule("day", "article? nth|number-word unit of article? whole")
def nth_of(*values: int | Expression | Unit | str | None) -> Expression | None:
    base = next(value for value in values if isinstance(value, Expression))
    numbers = [value for value in values if isinstance(value, int)]
    n, named = numbers
    what = Repeating.unit(named) if isinstance(named, Unit) else recurring(Field.WEEKDAY, named)
    return Nth(n, what, base) if n != 0 and (not isinstance(named, Unit) or named < Unit.YEAR) else None


@RULES.rule("day", "article? last weekday|unit of article? month-of-year|month-as-such|year")
@RULES.rule("day", "month-of-year|month-as-such|year of? last weekday|unit")
def last_of(*values: int | Expression | Unit | str | None) -> Expression | None:
    base = next(value for value in values if isinstance(value, Expression))
    named = next(value for value in values if isinstance(value, int))
    what = Repeating.unit(named) if isinstance(named, Unit) else recurring(Field.WEEKDAY, named)
    return Nth(-1, what, base) if not isinstance(named, Unit) or named < Unit.YEAR else None


RULES.lift("whole", "month-of-year|relative-unit|year|month-as-such|the-unit")


@RULES.rule("day", "article? numeral of? article? relative-unit", priority=-1)
@RULES.rule("day", "relative-unit of? article? day-number", priority=-1)
def day_of_relative_month(*values: int | Expression | str | None) -> Expression | None:
    base = next(value for value in values if isinstance(value, Expression))
    day = next(value for value in values if isinstance(value, int))
    if getattr(base, "what", None) != Repeating.unit(Unit.MONTH) or not 1 <= day <= 31:
        return None
    return Intersection(base, recurring(Field.DAY, day))


# ---------------------------------------------------------------- counted


@RULES.rule("ago", "ago-before period")
@RULES.rule("ago", "period ago-after")
def ago(*values: Period | str) -> Expression:
    return Shift(DocumentTime(), -_period(values))


@RULES.rule("ahead", "ahead-before period")
@RULES.rule("ahead", "period ahead-after")
def ahead(*values: Period | str) -> Expression:
    return Shift(DocumentTime(), _period(values))


def _period(values: tuple[Period | str, ...]) -> Period:
    return next(value for value in values if isinstance(value, Period))


RULES.lift("date", "ago|ahead")


@RULES.rule("time", "ago|ahead at? article? time-of-day")
def counted_and_time(*values: Expression | Repeating | str | None) -> Expression | None:
    day, what = values[0], values[-1]
    return within(day, what) if isinstance(day, Expression) and isinstance(what, Repeating) else None


@RULES.rule("day", "period after-word article? day|relative-day")
def period_after(period: Period, _: str, __: str | None, base: Expression) -> Expression:
    return Shift(base, period, exact=_is_said_today(base))


@RULES.rule("day", "period before-word article? day|relative-day")
def period_before(period: Period, _: str, __: str | None, base: Expression) -> Expression:
    return Shift(base, -period, exact=_is_said_today(base))


def _is_said_today(base: Expression) -> bool:
    return base in (TODAY, Last(_DAY), Next(_DAY))


@RULES.rule("stretch", "article? last period")
@RULES.rule("stretch", "article? numeral last unit")
@RULES.rule("stretch", "article? period last")
def last_stretch(*values: Period | int | Unit | str | None) -> Expression | None:
    return Last(_length(values))


@RULES.rule("stretch", "article? next period")
@RULES.rule("stretch", "article? numeral next unit")
@RULES.rule("stretch", "article? period next")
def next_stretch(*values: Period | int | Unit | str | None) -> Expression | None:
    return Next(_length(values))


def _length(values: tuple[Period | int | Unit | str | None, ...]) -> Period:
    for value in values:
        if isinstance(value, Period):
            return value
    count, unit = (value for value in values if isinstance(value, int))
    assert isinstance(unit, Unit)
    return Period.of(int(count), unit)


@RULES.rule("date", "vague")
def vague(ref: str) -> Expression:
    return Vague(ref)
