"""Parts and shades of a time: "early 1998", "mid-November", "the end of the year", "about 1120"."""

from eventdb.expression.nodes import (
    After,
    Approximate,
    Before,
    DocumentTime,
    Expression,
    Field,
    Intersection,
    Nearest,
    Part,
    Repeating,
)
from eventdb.language.compose import REFERENCE, later, the, this
from eventdb.language.grammar import RuleBook
from eventdb.temporal.unit import Unit

RULES = RuleBook()


RULES.lift("stretchable", "date|day|long-ago|year")


@RULES.rule(
    "date", "early '-'? 'in'? stretchable", "early 1998", "late in 1941", "mid-1996", "late last week"
)
@RULES.rule("date", "'the' early '-'? stretchable", "the early 1970s", "the mid-1990s")
def early(which: str, base: Expression) -> Expression | None:
    return None if isinstance(base, Part) else Part(which, base)


@RULES.rule("date", "'the'? early unit", "mid-week")
@RULES.rule("date", "early '-' unit", "mid-week", "mid-year")
def early_unit(which: str, unit: Unit) -> Expression | None:
    return (
        Part(which, the(unit))
        if unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY)
        else None
    )


@RULES.rule(
    "date",
    "'the'? part-of stretchable",
    "the end of 1994",
    "beginning of May",
    "the start of last week",
    edge=True,
)
@RULES.rule("date", "'the'? 'very' part-of stretchable", "the very end of 1994", edge=True)
def end_of(which: str, base: Expression) -> Expression | None:
    return None if isinstance(base, Part) else Part(which, base)


@RULES.rule("date", "part-of unit", "end of month", "start of year", edge=True)
def end_of_unit(which: str, unit: Unit) -> Expression | None:
    return Part(which, this(unit)) if unit in (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR) else None


@RULES.rule("date", "unit ''s'? '-'? 'end'", "year-end", "year's end", "month end", edge=True)
def unit_end(unit: Unit) -> Expression | None:
    return Part("END", the(unit)) if unit in (Unit.MONTH, Unit.QUARTER, Unit.YEAR) else None


@RULES.rule("date", "'year' '-'? 'end' year", "year-end 1998")
def end_of_that_year(base: Expression) -> Expression:
    return Part("END", base)


@RULES.rule("date", "'the'? shorthand", "EOM")
def end_of_current(unit: Unit) -> Expression | None:
    return Part("END", this(unit)) if unit > Unit.DAY else None


_LAST_MINUTE = Repeating(((Field.HOUR, 23), (Field.MINUTE, 59)))


@RULES.rule("time", "'the'? shorthand", "by EOD")
def end_of_today(unit: Unit) -> Expression | None:
    """The end of a day that a text names is where it ends, no half of it."""
    return Intersection(this(unit), _LAST_MINUTE) if unit is Unit.DAY else None


@RULES.rule("time", "day|relative-day shorthand", "tomorrow EOD")
def end_of_shorthand_day(day: Expression, unit: Unit) -> Expression | None:
    return end_of_day(day) if unit is Unit.DAY else None


@RULES.rule("time", "'the'? 'end' 'of' 'day' ','? 'on'? day|relative-day", "by end of day Friday", priority=1)
@RULES.rule("time", "'the'? 'end' 'of' 'the'? day|relative-day", "the end of today", priority=1)
def end_of_day(day: Expression) -> Expression | None:
    """Of a day of the calendar: the end of a festival, which may last longer, is a part of it.

    "The second", of which the month is not told, is most often the second of something else.
    """
    what = getattr(day, "what", None)
    doubtful = isinstance(what, Repeating) and (
        what.fields[-1][0] is Field.HOLIDAY or what.coarsest is Field.DAY
    )
    return None if doubtful else Intersection(day, _LAST_MINUTE)


@RULES.rule(
    "date",
    "'earlier' relative-unit|relative-named|relative-day",
    "earlier this year",
    "earlier yesterday",
    mod="START",
)
@RULES.rule("date", "'earlier' 'in'|'on' stretchable", "earlier in May", mod="START")
def earlier_in(base: Expression) -> Expression:
    """How much earlier is not said: anywhere in what is over of the base."""
    return Part("SOFAR", base)


@RULES.rule(
    "date",
    "'later' relative-unit|relative-named|relative-day",
    "later this week",
    "later that month",
    mod="END",
)
@RULES.rule("date", "'later' 'in'|'on' stretchable", "later in May", mod="END")
def later_in(base: Expression) -> Expression:
    return Part("REST", base)


@RULES.rule("date", "'later'|'late' 'in' 'the' unit", "later in the day", mod="END")
def late_in_unit(unit: Unit) -> Expression:
    return the(unit)


@RULES.rule("date", "'the'? 'rest'|'remainder' 'of' relative-unit|relative-named", "the rest of this week")
@RULES.rule("date", "'the'? 'rest'|'remainder' 'of' year", "the rest of 1944")
def rest_of(base: Expression) -> Expression:
    return Part("REST", base)


@RULES.rule("date", "'the'? 'rest'|'remainder' 'of' 'the'|'my'|'our' unit", "the rest of the day")
def rest_of_unit(unit: Unit) -> Expression:
    return Part("REST", the(unit))


@RULES.rule("date", "'the'? unit '-'? 'to' '-'? 'date'", "year to date", "the month-to-date")
def unit_to_date(unit: Unit) -> Expression | None:
    return Part("SOFAR", this(unit)) if unit in (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR) else None


@RULES.rule("date", "about day|date|year", "around Nov. 1", "about 1120", "circa 1500")
def about(_: str, base: Expression) -> Expression | None:
    return None if isinstance(base, Approximate) else Approximate(base)


@RULES.rule("time", "about time", "around 7:15 p.m.", "about noon")
@RULES.rule("time", "'shortly'|'just' 'after'|'before' time")
def about_time(*values: Expression | str) -> Expression | None:
    base = values[-1]
    return Approximate(base) if isinstance(base, Expression) and not isinstance(base, Approximate) else None


@RULES.rule("time", "early time", "late tonight")
def early_time(which: str, base: Expression) -> Expression | None:
    return None if isinstance(base, Part | Nearest) else Part(which, base)


@RULES.rule("part", "part 'hours'", "the early morning hours of May 3")
def hours_of_part(code: str) -> str:
    return code


@RULES.rule("date", "'post' '-'? year|long-ago", "post-1959")
def after_year(base: Expression) -> Expression:
    return After(base)


@RULES.rule("date", "'pre' '-'? year|long-ago", "pre-1914")
def before_year(base: Expression) -> Expression:
    return Before(base)


@RULES.rule(
    "date", "'the'? 'year' '-'? 'earlier'|'ago' unit", "the year-earlier quarter", "the year-ago month"
)
def year_earlier_unit(unit: Unit) -> Expression:
    year = later(REFERENCE, -1, Unit.YEAR)
    return year if unit is Unit.YEAR else this(unit, year)


@RULES.rule("date", "'the'? 'year' '-' 'earlier'|'ago' 'period'", "the year-earlier period")
@RULES.rule("date", "'year' '-' 'earlier'|'ago'", "year-ago")
def year_earlier() -> Expression:
    return later(DocumentTime(), -1, Unit.YEAR)


@RULES.rule("date", "'the'? 'year' '-'? 'earlier'|'ago' quarter", "the year-ago third quarter")
def year_earlier_quarter(what: Repeating) -> Expression:
    return Intersection(later(REFERENCE, -1, Unit.YEAR), what)


@RULES.rule("time", "'earlier' relative-part", "earlier this evening", mod="START")
@RULES.rule("time", "'later' relative-part", "later this afternoon", mod="END")
def earlier_part(base: Expression) -> Expression:
    return base
