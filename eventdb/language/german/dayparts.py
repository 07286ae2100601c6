"""Parts of days, and times on days: "am Morgen", "Montagabend", "heute um acht", "die Nacht zum 5. Mai"."""

from dataclasses import replace

from eventdb.expression.nodes import Expression, Field, Intersection, Last, Nearest, Next, Repeating, This
from eventdb.language.compose import REFERENCE, TODAY, is_clock, merged, recurring, within
from eventdb.language.german.clock import hour_of_part
from eventdb.language.german.dates import weekday_and_part
from eventdb.language.german.relative import deictic
from eventdb.language.grammar import RuleBook
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_DAY = Repeating.unit(Unit.DAY)


def _part_of(day: Expression, code: str) -> Expression:
    return Intersection(day, recurring(Field.PART, code))


@RULES.rule("time", "article? part", "am Abend", "der Morgen", "zu Mittag", priority=-1)
@RULES.rule("time", "a part|parts", "eines Abends", "an einem Morgen", priority=-1)
def part_alone(_: str | int | None, code: str) -> Expression:
    return Nearest(recurring(Field.PART, code))


@RULES.rule("time", "this part", "diesen Morgen", priority=1)
def this_part(_: str, code: str) -> Expression:
    return _part_of(TODAY, code)


@RULES.rule("time", "article? last part", "letzte Nacht", priority=1)
def last_part(_: str | None, _last: str, code: str) -> Expression:
    return _part_of(Last(_DAY), code)


@RULES.rule("time", "article? next|following part", "am nächsten Morgen", "am folgenden Abend")
def next_part(_: str | None, _next: str, code: str) -> Expression:
    return _part_of(Next(_DAY, REFERENCE), code)


@RULES.rule("time", "article? part 'danach'|'darauf'", "am Morgen danach", "der Abend darauf")
def part_thereafter(_: str | None, code: str) -> Expression:
    return _part_of(Next(_DAY, REFERENCE), code)


@RULES.rule("time", "article? part 'davor'|'zuvor'", "am Abend zuvor")
def part_therebefore(_: str | None, code: str) -> Expression:
    return _part_of(Last(_DAY, REFERENCE), code)


@RULES.rule("time", "article? that part", "am selben Abend", "in jener Nacht")
def that_part(_: str | None, _that: str, code: str) -> Expression:
    return _part_of(This(_DAY, REFERENCE), code)


@RULES.rule("time", "article? deictic-adjective part", "am gestrigen Abend")
def part_of_deictic(_: str | None, offset: int, code: str) -> Expression | None:
    day = deictic(offset)
    return None if day is None else _part_of(day, code)


@RULES.rule("time", "article? weekday-part", "am Montagmorgen", "Freitagabend")
def weekday_part(_: str | None, key: str) -> Expression:
    return Nearest(weekday_and_part(key))


@RULES.rule("time", "time-of-day", "um 9:30 Uhr", "Mitternacht")
def time_alone(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("time", "'um' hour", "um 16", priority=-1)
def bare_hour(what: Repeating) -> Expression:
    return Nearest(what)


# ---------------------------------------------------------------- nights between two days


@RULES.rule("time", "article? part 'auf'|'zu'|'zum' day", "die Nacht zum 5. Mai", "in der Nacht auf Dienstag")
def night_before(_: str | None, code: str, day: Expression) -> Expression | None:
    """A night belongs to the day on which it begins, which is the one before."""
    return _part_of(Last(_DAY, day), code) if code == "NI" else None


@RULES.rule(
    "time",
    "article? part 'von'|'vom' nth|weekday|monthday 'auf'|'zum' day",
    "die Nacht vom 3. auf den 4. Juni",
    "in der Nacht von Montag auf Dienstag",
)
def night_between(_: str | None, code: str, _first: object, day: Expression) -> Expression | None:
    return night_before(None, code, day)


# ---------------------------------------------------------------- times on days


@RULES.rule(
    "time",
    "day|relative-day ','? 'um'|'gegen'|'ab'? time-of-day",
    "Dienstag um 9 Uhr",
    "3. Mai 2014, 9:30 Uhr",
    "heute 17 Uhr",
)
def day_and_time(day: Expression, what: Repeating) -> Expression | None:
    return within(day, what) if is_clock(what) else None


@RULES.rule("time", "day|relative-day 'um' hour", "heute um acht", priority=-1)
def day_and_bare_hour(day: Expression, what: Repeating) -> Expression | None:
    return within(day, what)


@RULES.rule("time", "day|relative-day about time-of-day", "morgen ungefähr um 15 Uhr")
def day_and_about_time(day: Expression, _: str, what: Repeating) -> Expression | None:
    return within(day, what)


@RULES.rule(
    "time", "time-of-day ','? 'am'|'vom'|'an'? day|relative-day", "9 Uhr am Dienstag", "19:30 am 3. Oktober"
)
def time_and_day(what: Repeating, day: Expression) -> Expression | None:
    return within(day, what)


@RULES.rule(
    "time",
    "day|relative-day ','? 'am'|'zu'|'in'? 'der'? part|parts|early-hours",
    "heute Morgen",
    "Freitag Nachmittag",
    "gestern Nacht",
    "morgen früh",
)
def day_and_part(day: Expression, code: str) -> Expression | None:
    return within(day, recurring(Field.PART, code))


@RULES.rule("time", "article? part 'am'|'vom'|'von'? day", "der Morgen des 29. April", "Abend vom 3. Mai")
@RULES.rule("time", "article? part relative-day", "der Abend des folgenden Tages")
def part_of_day(_: str | None, code: str, day: Expression) -> Expression | None:
    return within(day, recurring(Field.PART, code))


@RULES.rule("time", "parts 'am'|'vom'|'von' day", "morgens am 15. Februar")
def parts_of_day(code: str, day: Expression) -> Expression | None:
    return within(day, recurring(Field.PART, code))


@RULES.rule("time", "time ','? 'um'|'gegen'? time-of-day", "Montagabend, 20 Uhr")
@RULES.rule("time", "time 'um'|'gegen' hour", "Freitagabend um 8")
def part_and_time(time: Expression, what: Repeating) -> Expression | None:
    """ "Freitagabend um 8": the part of day tells which eight."""
    outer = getattr(time, "what", None)
    if not isinstance(outer, Repeating) or outer.fields[-1][0] is not Field.PART:
        return None
    exact = hour_of_part(what, str(outer.fields[-1][1]))
    fields = None if exact is None else merged(Repeating(outer.fields[:-1]), exact)
    if fields is None or not isinstance(time, Nearest | Intersection):
        return None
    return replace(time, what=fields)
