"""Counted from something that happened: "the fifth day of the siege", "the eve of the vote", "ten days out".

From what, the words that follow tell ("of the siege", "after the vote"), else what was told last. They are no
part of the expression, and its base stays the `ReferenceTime`.
"""

from eventdb.expression.nodes import (
    Duration,
    Expression,
    Field,
    Intersection,
    Last,
    Nearest,
    Next,
    Nth,
    ReferenceTime,
    Repeating,
    Shift,
    This,
)
from eventdb.language.compose import REFERENCE, first_after, following, last, later, recurring
from eventdb.language.english.dayparts import in_part
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_COUNTED = (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)


# ---------------------------------------------------------------- the n-th of what lasts


@RULES.rule("rank", "'opening'|'initial'", "the opening day of the trial")
def opening_rank() -> int:
    return 1


@RULES.rule("rank", "'closing'", "the closing week of the campaign")
def closing_rank() -> int:
    return -1


@RULES.rule("counted", "'the'? rank unit", "the fifth day of the siege", "the last week of the war")
def nth_of_event(n: int, unit: Unit) -> Expression | None:
    return Nth(n, Repeating.unit(unit), REFERENCE) if unit in _COUNTED else None


@RULES.rule("counted", "unit below-hundred", "day three of the trial", "week six of the strike")
def numbered_of_event(unit: Unit, n: int) -> Expression | None:
    return nth_of_event(n, unit)


@RULES.rule("counted", "'the'? rank part", "the third night of the riots")
def nth_part_of_event(n: int, code: str) -> Expression | None:
    return Intersection(Nth(n, Repeating.unit(Unit.DAY), REFERENCE), recurring(Field.PART, code))


@RULES.rule(
    "counted", "'the' part 'of' 'the'? rank 'day'", "the evening of the third day of the siege", priority=1
)
def part_of_nth_day(code: str, n: int) -> Expression | None:
    return nth_part_of_event(n, code)


@RULES.rule("counted", "'the'? rank weekday", "the second Sunday after the vote", priority=-1)
def nth_weekday_of_event(n: int, weekday: int) -> Expression:
    return Nth(n, recurring(Field.WEEKDAY, weekday), REFERENCE)


@RULES.rule("counted", "'the' named", "the Monday after the vote", priority=-2)
def named_of_event(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("counted", "'the' unit", "the day after the vote", priority=-3)
def unit_of_event(unit: Unit) -> Expression:
    return Nearest(Repeating.unit(unit))


@RULES.rule("counted", "period 'to' 'the' 'day'|'hour'|'minute'", "a fortnight to the day after the vote")
def length_to_the_day(period: Period) -> Duration:
    """An exact distance, as its last words say."""
    return Duration(period)


@RULES.rule("counted", "'the' eve", "the eve of the vote")
def eve_of_event(_: str) -> Expression:
    return later(REFERENCE, -1, Unit.DAY)


# ---------------------------------------------------------------- beside what was told last


@RULES.rule("time", "'the' part 'after'", "the morning after", priority=-1)
def part_after(code: str) -> Expression:
    return Intersection(following(Unit.DAY, REFERENCE), recurring(Field.PART, code))


@RULES.rule("time", "'the' part 'before'", "the night before", priority=-1)
def part_before(code: str) -> Expression:
    return Intersection(last(Unit.DAY, REFERENCE), recurring(Field.PART, code))


@RULES.rule("date", "'the' named 'after'", "the spring after", priority=-1)
def named_after(what: Repeating) -> Expression:
    return first_after(what, REFERENCE)


@RULES.rule("date", "'the' named 'before'", "the summer before", priority=-1)
def named_before(what: Repeating) -> Expression:
    return Last(what, REFERENCE)


@RULES.rule("date", "'the' unit 'after' 'that'", "the quarter after that")
def unit_after_that(unit: Unit) -> Expression:
    return following(unit, REFERENCE)


@RULES.rule("date", "'the' unit 'before' 'that'", "the week before that")
def unit_before_that(unit: Unit) -> Expression:
    return last(unit, REFERENCE)


@RULES.rule("date", "period 'after' 'that'|'this'", "two days after that")
@RULES.rule("date", "period 'on'|'out'", "a decade on", "ten days out")
def period_after_that(period: Period) -> Expression:
    return Shift(REFERENCE, period)


@RULES.rule("date", "period 'before' 'that'|'this'", "two days before that")
@RULES.rule("date", "period 'beforehand'", "an hour beforehand")
def period_before_that(period: Period) -> Expression:
    return Shift(REFERENCE, -period)


@RULES.rule("time", "time-of-day ','? time", "06:40 the following morning", "five o'clock that evening")
def time_and_told_part(what: Repeating, time: Expression) -> Expression | None:
    """The clock time of a part of the day that is counted from what was told."""
    match time:
        case Intersection(Next(_, ReferenceTime()) | Last(_, ReferenceTime()) | This(_, ReferenceTime()), _):
            return in_part(time, what)
        case _:
            return None
