"""Hours: "15 Uhr", "8.30 Uhr", "halb vier", "Viertel nach drei", "8 Uhr abends", "morgens um sieben"."""

from eventdb.expression.nodes import Field, Repeating
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import clock_time
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_DAY = Repeating.unit(Unit.DAY)
_LATER = {"AF": 12, "EV": 12, "NI": 12, "MO": 0, "MI": 12}


def _hour(what: Repeating) -> int:
    return next(int(value) for field, value in what.fields if field is Field.HOUR)


def _with_hour(what: Repeating, hour: int) -> Repeating:
    return Repeating(tuple((f, hour if f is Field.HOUR else v) for f, v in what.fields))


# ---------------------------------------------------------------- hours


@RULES.rule("hour", "number|cardinal", "fünf Uhr")
def hour(value: int) -> Repeating | None:
    return clock_time(value) if value <= 24 else None


@RULES.rule("time-of-day", "hour oclock", "15 Uhr", "sieben Uhr")
def oclock(what: Repeating, _: str) -> Repeating:
    return what


@RULES.rule("time-of-day", "a oclock", "ein Uhr")
def one_oclock(value: int, _: str) -> Repeating | None:
    return clock_time(value)


@RULES.rule("time-of-day", "clock|dotted-clock oclock", "19:30 Uhr", "8.30 Uhr")
def clock_oclock(what: Repeating, _: str) -> Repeating:
    return what


@RULES.rule("time-of-day", "clock", "um 19:30", priority=-1)
@RULES.rule("time-of-day", "'um' dotted-clock", "um 10.10")
def clock(what: Repeating) -> Repeating:
    return what


@RULES.rule("time-of-day", "hour oclock number|cardinal", "acht Uhr vierzig", "3 Uhr 15")
def hour_and_minutes(what: Repeating, _: str, minutes: int) -> Repeating | None:
    return clock_time(_hour(what), minutes) if minutes < 60 else None


@RULES.rule("time-of-day", "'um'|'gegen' number short-unit", "um 16h")
def hour_with_letter(value: int, unit: Unit) -> Repeating | None:
    return clock_time(value) if unit is Unit.HOUR and value <= 24 else None


@RULES.rule("minutes", "quarter-hour", "Viertel nach drei")
def quarter_hour(value: int) -> int | None:
    return value if value == 15 else None


@RULES.rule("minutes", "number|cardinal 'minuten'|'minute'|'min'", "20 Minuten nach zwei")
def minutes(value: int) -> int | None:
    return value if 0 < value < 60 else None


@RULES.rule("minutes", "number|cardinal", "zehn nach fünf")
def bare_minutes(value: int) -> int | None:
    """Said without "Minuten" only in fives."""
    return value if value in (5, 10, 20, 25) else None


@RULES.rule("relative-hour", "minutes 'nach' hour", "Viertel nach drei", "zehn nach fünf")
def minutes_past(minute: int, what: Repeating) -> Repeating | None:
    return clock_time(_hour(what), minute)


@RULES.rule("relative-hour", "minutes 'vor' hour", "Viertel vor vier")
def minutes_to(minute: int, what: Repeating) -> Repeating | None:
    return clock_time((_hour(what) - 1) % 24, 60 - minute)


@RULES.rule("half-to", "half-hour hour", "halb vier")
def half_to(_: str, what: Repeating) -> Repeating | None:
    return clock_time((_hour(what) - 1) % 24, 30)


RULES.lift("relative-hour", "half-to")


@RULES.rule("relative-hour", "minutes 'nach' half-to", "fünf nach halb vier")
def minutes_past_half(minute: int, what: Repeating) -> Repeating | None:
    return clock_time(_hour(what), 30 + minute) if minute < 30 else None


@RULES.rule("relative-hour", "minutes 'vor' half-to", "fünf vor halb vier")
def minutes_to_half(minute: int, what: Repeating) -> Repeating | None:
    return clock_time(_hour(what), 30 - minute) if minute < 30 else None


@RULES.rule("relative-hour", "quarter-hour hour", "viertel acht", "dreiviertel acht")
def quarters_of_hour(minutes: int, what: Repeating) -> Repeating | None:
    """Eastern and southern German: so much of the eighth hour has gone by."""
    return clock_time((_hour(what) - 1) % 24, minutes)


@RULES.rule("time-of-day", "relative-hour oclock?", "halb vier", "halb vier Uhr", priority=-1)
def hour_in_words(what: Repeating, _: str | None) -> Repeating:
    return what


@RULES.rule("time-of-day", "point", "um Mitternacht")
def named_hour(value: int) -> Repeating | None:
    return clock_time(value)


@RULES.rule("time-of-day", "time-of-day zone", "15 Uhr MEZ")
def with_zone(what: Repeating, _: str) -> Repeating:
    return what


@RULES.rule("time-of-day", "hour|time-of-day|relative-hour parts", "8 Uhr abends", "um 7 morgens")
@RULES.rule(
    "time-of-day",
    "hour|time-of-day|relative-hour 'am'|'in'|'zu' 'der'? part",
    "3 Uhr am Nachmittag",
    "4 in der Früh",
)
@RULES.rule("time-of-day", "clock|time-of-day part|early-hours", "3:18 früh")
def hour_of_part(what: Repeating, part: str) -> Repeating | None:
    time = _hour(what)
    if not 1 <= time <= 12:
        return what
    if (part == "NI" and (time == 12 or time < 6)) or (part == "EV" and time == 12):
        return _with_hour(what, time % 12)
    return _with_hour(what, time % 12 + _LATER.get(part, 12)) if (part, time) != ("MI", 11) else what


@RULES.rule("time-of-day", "parts 'um'|'gegen' hour|time-of-day|relative-hour", "morgens um 7 Uhr")
@RULES.rule("time-of-day", "part 'um'|'gegen' hour|time-of-day|relative-hour", "Nachmittag um 5")
def part_then_hour(part: str, what: Repeating) -> Repeating | None:
    return hour_of_part(what, part)
