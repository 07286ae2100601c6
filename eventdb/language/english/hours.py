"""Hours as they are spoken or jotted down: "three twenty", "at seven", "9a", "11ish"."""

from eventdb.expression.nodes import Approximate, Expression, Nearest, Repeating
from eventdb.language.compose import within
from eventdb.language.english.clock import hour_number, in_half_day
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import clock_time

RULES = RuleBook()


@RULES.rule("spoken-clock", "one|teen ten|tens|teen", "at three twenty", "at ten forty-five")
@RULES.rule("spoken-clock", "one|teen ten|tens 'minutes'", "tomorrow at five twenty-one minutes")
def spoken_clock(hours: int, minutes: int) -> Repeating | None:
    return clock_time(hours, minutes) if hours <= 12 else None


@RULES.rule("time", "spoken-clock", "at three twenty")
def spoken_time(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("time", "day|relative-day ','? 'at'? spoken-clock", "May 18 nine thirty")
def day_and_spoken_time(day: Expression, what: Repeating) -> Expression | None:
    return within(day, what)


@RULES.rule("twelve-hour-time", "hour|clock short-meridiem", "at 9a", "at 8:45p")
def jotted_hour(what: Repeating, meridiem: str) -> Repeating | None:
    return in_half_day(what, meridiem) if hour_number(what) > 0 else None


@RULES.rule("about-hour", "hour|compact-clock suffix", "11ish", "430ish")
def hour_or_so(what: Repeating, _: str) -> Repeating | None:
    return what if 1 <= hour_number(what) <= 12 else None


@RULES.rule("time", "about-hour", "11ish")
def about_hour(what: Repeating) -> Expression:
    return Approximate(Nearest(what))


@RULES.rule("time", "day|relative-day ','? 'at'? about-hour", "tomorrow at 430ish")
def day_and_about_hour(day: Expression, what: Repeating) -> Expression | None:
    time = within(day, what)
    return None if time is None else Approximate(time)


@RULES.rule("lone-hour", "number|one|teen", "at seven", priority=-3)
def lone_hour(value: int) -> Expression | None:
    what = clock_time(value) if 1 <= value <= 12 else None
    return None if what is None else Nearest(what)


@RULES.rule("lone-hour", "military", "at 0730", priority=-3)
def figures_of_the_clock(what: Repeating) -> Expression:
    """After "at" four figures are no year."""
    return Nearest(what)
