"""Seen from the document, or from what the text is talking about: "last April", "the following day"."""

from eventdb.expression.nodes import (
    DocumentTime,
    Expression,
    Field,
    Intersection,
    Last,
    Nearest,
    Next,
    Repeating,
    Shift,
    This,
)
from eventdb.language.compose import (
    REFERENCE,
    TODAY,
    first_after,
    following,
    last,
    later,
    recurring,
    the,
    this,
)
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_DAY = Repeating.unit(Unit.DAY)


# ---------------------------------------------------------------- days by their own word


@RULES.rule("relative-day", "deictic", "today", "yesterday", "tomorrow")
def deictic(offset: int) -> Expression:
    return TODAY if offset == 0 else Last(_DAY) if offset < 0 else Next(_DAY)


@RULES.rule("relative-day", "'the'? 'day' 'before' 'yesterday'", "the day before yesterday")
def day_before_yesterday() -> Expression:
    return later(DocumentTime(), -2, Unit.DAY)


@RULES.rule("relative-day", "'the'? 'day' 'after' 'tomorrow'", "the day after tomorrow")
@RULES.rule("relative-day", "'overmorrow'", "overmorrow")
def day_after_tomorrow() -> Expression:
    return later(DocumentTime(), 2, Unit.DAY)


RULES.lift("day", "relative-day")


@RULES.rule("time", "tonight", "tonight")
def tonight(code: str) -> Expression:
    return Intersection(TODAY, recurring(Field.PART, code))


@RULES.rule("time", "last-night", "last night")
def last_night(code: str) -> Expression:
    return Intersection(Last(_DAY), recurring(Field.PART, code))


@RULES.rule("relative-part", "'this' part", "this morning")
def this_part(code: str) -> Expression:
    return Intersection(TODAY, recurring(Field.PART, code))


RULES.lift("time", "relative-part")


@RULES.rule("time", "'last' part", "last evening")
def last_part(code: str) -> Expression:
    return last_night(code)


@RULES.rule("time", "'next' part", "next morning")
def next_bare_part(code: str) -> Expression:
    return Intersection(Next(_DAY), recurring(Field.PART, code))


@RULES.rule("time", "'the' 'next'|'following' part", "the next morning", "the following night")
def next_part(code: str) -> Expression:
    return Intersection(following(Unit.DAY, REFERENCE), recurring(Field.PART, code))


@RULES.rule("time", "'the' 'previous'|'preceding' part", "the previous evening")
def previous_part(code: str) -> Expression:
    return Intersection(last(Unit.DAY, REFERENCE), recurring(Field.PART, code))


@RULES.rule("time", "'that' 'same'? part", "that evening")
@RULES.rule("time", "'the' 'same' part", "the same evening")
def that_part(code: str) -> Expression:
    return Intersection(this(Unit.DAY, REFERENCE), recurring(Field.PART, code))


@RULES.rule("time", "'the' 'whole'|'entire' part", "the whole morning")
def whole_part(code: str) -> Expression:
    return Nearest(recurring(Field.PART, code))


@RULES.rule("time", "overnight", "overnight")
def overnight(code: str) -> Expression:
    return Intersection(this(Unit.DAY, REFERENCE), recurring(Field.PART, code))


# ---------------------------------------------------------------- last, next, this


@RULES.rule("stretch", "'the' 'past' unit", "the past decade", priority=1)
def past_decade(unit: Unit) -> Expression | None:
    """Ten years up to now, where "the last decade" and "the past year" are those of the calendar."""
    return Last(Period.of(1, unit)) if unit > Unit.YEAR else None


@RULES.rule("relative-unit", "'last'|'past' unit", "last week", "past month")
@RULES.rule("relative-unit", "'this' 'past'|'last' unit", "this past week")
@RULES.rule("relative-unit", "'the' 'past'|'last' unit", "the past year", "the last decade")
def last_unit(unit: Unit) -> Expression:
    return last(unit)


@RULES.rule("relative-unit", "'next'|'coming'|'upcoming' unit", "next week", "coming year")
@RULES.rule("relative-unit", "'this'|'the' 'coming'|'upcoming'|'next' unit", "the coming year")
def next_unit(unit: Unit) -> Expression:
    return following(unit)


@RULES.rule(
    "relative-unit",
    "'the' 'next'|'following'|'ensuing'|'subsequent' unit",
    "the following week",
    "the next day",
    priority=1,
)
@RULES.rule("relative-unit", "'the' unit 'following'", "the day following")
def following_unit(unit: Unit) -> Expression:
    return following(unit, REFERENCE)


@RULES.rule(
    "relative-unit", "'the'? 'previous'|'preceding'|'prior' unit", "the previous month", "previous week"
)
def previous_unit(unit: Unit) -> Expression:
    return last(unit, REFERENCE)


@RULES.rule(
    "relative-unit", "'this'|'current' 'calendar'? unit", "this year", "this week", "this calendar year"
)
@RULES.rule("relative-unit", "'the'|'this' 'current'|'present' unit", "the current quarter")
@RULES.rule("relative-unit", "'this' 'very'|'same' unit")
def this_unit(unit: Unit) -> Expression:
    return this(unit)


@RULES.rule("relative-unit", "'that'|'the' 'same'|'very' unit", "the same day", "that same year")
@RULES.rule("relative-unit", "'that'|'same' unit", "that year", "same day")
def that_unit(unit: Unit) -> Expression | None:
    return this(unit, REFERENCE)


@RULES.rule("relative-unit", "told-date", "that date", "the same date")
def told_date(_: str) -> Expression:
    return this(Unit.DAY, REFERENCE)


@RULES.rule("relative-unit", "'this' 'day'", "this day", priority=1)
def this_day() -> Expression:
    """The day that is spoken of, where "today" is the document's own."""
    return the(Unit.DAY)


@RULES.rule("date", "'the' unit", "the year", "the quarter", priority=-2)
def the_unit(unit: Unit) -> Expression | None:
    return the(unit) if unit > Unit.DAY else None


@RULES.rule("relative-year", "relative-unit", "June of that year")
def relative_year(value: Expression) -> Expression | None:
    return value if getattr(value, "what", None) == Repeating.unit(Unit.YEAR) else None


@RULES.rule("relative-day", "relative-unit", "the evening of the following day", priority=-1)
def relative_day(value: Expression) -> Expression | None:
    return value if getattr(value, "what", None) == _DAY else None


RULES.lift("date", "relative-unit")


@RULES.rule("relative-named", "'last'|'past'|'previous' named", "last April", "last Friday")
@RULES.rule("relative-named", "'this'|'the' 'past'|'last' named", "this past spring", "the last Friday")
def last_named(what: Repeating) -> Expression:
    return Last(what)


@RULES.rule("relative-named", "'the' 'previous'|'preceding' named", "the previous Friday")
def previous_named(what: Repeating) -> Expression:
    return Last(what, REFERENCE)


@RULES.rule("relative-named", "'next' named", "next Monday", "next May")
def next_named(what: Repeating) -> Expression:
    return Next(what)


@RULES.rule("relative-named", "'coming'|'upcoming' named", "coming Sunday")
@RULES.rule("relative-named", "'this'|'the' 'coming'|'upcoming' named", "this coming Sunday")
def coming_named(what: Repeating) -> Expression:
    return first_after(what, DocumentTime())


@RULES.rule("relative-named", "'the' 'following'|'next' named", "the following Monday")
@RULES.rule("relative-named", "'following' named", "following Monday")
def following_named(what: Repeating) -> Expression:
    return first_after(what, REFERENCE)


@RULES.rule("relative-named", "'this'|'current' named", "this Friday", "this summer")
def this_named(what: Repeating) -> Expression:
    return This(what)


@RULES.rule("relative-named", "'that' named", "that summer")
@RULES.rule("relative-named", "'that'|'the' 'same' named", "that same Tuesday")
def that_named(what: Repeating) -> Expression | None:
    return This(what, REFERENCE)


RULES.lift("date", "relative-named")


@RULES.rule("day", "relative-named", "last Friday at noon", priority=-1)
def relative_named_day(value: Expression) -> Expression | None:
    what = getattr(value, "what", None)
    if not isinstance(what, Repeating):
        return None
    return value if what.fields[-1][0] in (Field.WEEKDAY, Field.WORKDAY, Field.DAY, Field.HOLIDAY) else None


@RULES.rule("day", "weekday ','? 'of'? relative-unit", "Friday of last week", "Tuesday, next week")
def weekday_of_week(number: int, base: Expression) -> Expression | None:
    if getattr(base, "what", None) != Repeating.unit(Unit.WEEK):
        return None
    return Intersection(base, recurring(Field.WEEKDAY, number))


@RULES.rule("day", "relative-unit ','? 'on'? weekday", "next week on Tuesday", "last week Monday")
def week_then_weekday(base: Expression, number: int) -> Expression | None:
    return weekday_of_week(number, base)


@RULES.rule("day", "'a' 'week' 'from'|'on' day", "a week from Tuesday")
def week_from_day(day: Expression) -> Expression:
    return Shift(day, Period.of(1, Unit.WEEK), exact=True)
