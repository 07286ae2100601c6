"""Times of day: "15 Uhr", "8.30 Uhr", "halb vier", "Viertel nach drei", "Montagmorgen", "heute um acht"."""

from dataclasses import replace

from eventdb.expression.nodes import Expression, Field, Intersection, Last, Nearest, Repeating
from eventdb.language.english.compose import TODAY, is_clock, merged, recurring, within
from eventdb.language.german.relative import deictic
from eventdb.language.german.sets import weekday_and_part
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
@RULES.rule("time-of-day", "clock|time-of-day part", "3:18 früh")
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


# ---------------------------------------------------------------- parts of day


@RULES.rule("time", "article|a part|parts", "der Abend", "eines Abends", priority=-1)
@RULES.rule("time", "'am'|'zu' part", "am Morgen", "zu Mittag", priority=-1)
def part_alone(*values: str | int) -> Expression:
    return Nearest(recurring(Field.PART, str(values[-1])))


@RULES.rule("time", "this part", "diesen Morgen", priority=1)
def this_part(_: str, code: str) -> Expression:
    return Intersection(TODAY, recurring(Field.PART, code))


@RULES.rule("time", "article? last part", "letzte Nacht", priority=1)
def last_part(_: str | None, _last: str, code: str) -> Expression:
    return Intersection(Last(_DAY), recurring(Field.PART, code))


@RULES.rule("time", "article? deictic-adjective part", "am gestrigen Abend")
def part_of_deictic(_: str | None, offset: int, code: str) -> Expression | None:
    day = deictic(offset)
    return None if day is None else Intersection(day, recurring(Field.PART, code))


@RULES.rule("time", "article? weekday-part", "am Montagmorgen", "Freitagabend")
def weekday_part(_: str | None, key: str) -> Expression:
    return Nearest(weekday_and_part(key))


@RULES.rule("time", "last|this|next|coming weekday-part", "letzten Montagabend")
def relative_weekday_part(_: str, key: str) -> Expression:
    return Last(weekday_and_part(key))


@RULES.rule("time", "time-of-day", "um 9:30 Uhr", "Mitternacht")
def time_alone(what: Repeating) -> Expression:
    return Nearest(what)


# ---------------------------------------------------------------- times on days


@RULES.rule(
    "time",
    "day|relative-day ','? 'um'|'gegen'|'ab'? time-of-day",
    "Dienstag um 9 Uhr",
    "3. Mai 2014, 9:30 Uhr",
    "heute 17 Uhr",
)
@RULES.rule("time", "day|relative-day about time-of-day", "morgen so um 15 Uhr")
def day_and_time(day: Expression, *rest: Repeating | str) -> Expression | None:
    what = rest[-1]
    return within(day, what) if isinstance(what, Repeating) and is_clock(what) else None


@RULES.rule(
    "time", "time-of-day ','? 'am'|'vom'|'an'? day|relative-day", "9 Uhr am Dienstag", "19:30 am 3. Oktober"
)
def time_and_day(what: Repeating, day: Expression) -> Expression | None:
    return within(day, what)


@RULES.rule(
    "time",
    "day|relative-day ','? 'am'|'zu'|'in'? 'der'? part|parts",
    "heute Morgen",
    "Freitag Nachmittag",
    "gestern Nacht",
    "morgen früh",
)
def day_and_part(day: Expression, code: str) -> Expression | None:
    return within(day, recurring(Field.PART, code))


@RULES.rule(
    "time", "article? part article|on day|relative-day", "der Morgen des 29. April", "Abend vom 3. Mai"
)
@RULES.rule("time", "parts on day|relative-day", "morgens am 15. Februar")
def part_of_day(*values: str | Expression | None) -> Expression | None:
    code = values[-3]
    day = values[-1]
    return within(day, recurring(Field.PART, str(code))) if isinstance(day, Expression) else None


@RULES.rule("time", "article? part relative-day", "der Abend des folgenden Tages")
def part_of_relative_day(_: str | None, code: str, day: Expression) -> Expression | None:
    return within(day, recurring(Field.PART, code))


@RULES.rule("time", "time ','? 'um'|'gegen'? time-of-day", "Montagabend, 20 Uhr")
@RULES.rule("time", "time 'um'|'gegen' hour", "Freitagabend um 8")
def part_and_time(time: Expression, what: Repeating) -> Expression | None:
    outer = getattr(time, "what", None)
    if not isinstance(outer, Repeating) or outer.fields[-1][0] is not Field.PART:
        return None
    exact = hour_of_part(what, str(outer.fields[-1][1]))
    fields = None if exact is None else merged(Repeating(outer.fields[:-1]), exact)
    if fields is None or not isinstance(time, Nearest | Intersection):
        return None
    return replace(time, what=fields)
