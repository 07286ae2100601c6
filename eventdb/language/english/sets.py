"""Recurring times (TIMEX3 SET): "every Tuesday", "annually", "twice a week", "weekends"."""

from eventdb.expression.nodes import Field, Recurrence, Repeating
from eventdb.language.compose import merged, recurring
from eventdb.language.english.clock import hour_of_part
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("every", "'every'", "every day")
def every() -> str:
    return "EVERY"


@RULES.rule("every", "'each'", "each year")
def each() -> str:
    return "EACH"


@RULES.rule("set", "every unit", "every day", "each quarter")
def every_unit(quant: str, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit), quant)


@RULES.rule("set", "every count unit|units", "every two weeks", "every 10 minutes")
def every_few_units(quant: str, count: Count, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(count, unit), quant)


@RULES.rule("set", "every 'few'|'several' units", "every few days")
def every_so_many(quant: str, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(None, unit), quant)


@RULES.rule("set", "every 'other'|'second' unit", "every other day")
def every_other(quant: str, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(2, unit), quant)


@RULES.rule("set", "every nth unit", "every third day")
def every_nth(quant: str, n: int, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(n, unit), quant)


@RULES.rule("set", "every named", "every Monday", "each July", "every summer")
def every_named(quant: str, what: Repeating) -> Recurrence:
    return Recurrence(what, quant)


@RULES.rule("set", "every 'other'|'second' named", "every other Tuesday")
def every_other_named(quant: str, what: Repeating) -> Recurrence:
    return Recurrence(what, f"{quant} OTHER")


@RULES.rule("set", "every part", "every morning", "each night")
def every_part(quant: str, code: str) -> Recurrence:
    return Recurrence(recurring(Field.PART, code), quant)


@RULES.rule("set", "everyday", "everyday")
def everyday(_: str) -> Recurrence:
    return Recurrence(Period.of(1, Unit.DAY), "EVERY")


@RULES.rule(
    "set", "'once'|'twice'|'thrice' 'a'|'an'|'per'|'each'|'every' unit", "twice a week", "once a year"
)
def once_a(unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit))


@RULES.rule("set", "count 'times' 'a'|'an'|'per'|'each'|'every' unit", "three times a day")
def times_a(count: Count, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit), None, None if count is None else f"{count}X")


@RULES.rule("set", "'per' unit", "per day", priority=1)
def per_unit(unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit))


@RULES.rule("set", "frequency", "daily", "annually", "weekly")
def frequency(unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit), "EVERY")


@RULES.rule("set", "'on'? weekdays", "Mondays", "on Tuesdays")
def weekdays(number: int) -> Recurrence:
    return Recurrence(recurring(Field.WEEKDAY, number))


@RULES.rule("set", "'the'|'on'? weekends", "weekends")
def weekends(code: str) -> Recurrence:
    return Recurrence(recurring(Field.WEEKEND, code))


@RULES.rule("set", "parts", "in the mornings", "nights", priority=-1)
@RULES.rule("set", "'the' parts", "in the mornings")
def parts(code: str) -> Recurrence:
    return Recurrence(recurring(Field.PART, code))


@RULES.rule("set", "weekday parts", "Monday mornings")
def weekday_parts(number: int, code: str) -> Recurrence | None:
    together = merged(recurring(Field.WEEKDAY, number), recurring(Field.PART, code))
    return None if together is None else Recurrence(together)


@RULES.rule("set", "every weekday part", "every Monday morning")
def every_weekday_part(quant: str, number: int, code: str) -> Recurrence | None:
    together = merged(recurring(Field.WEEKDAY, number), recurring(Field.PART, code))
    return None if together is None else Recurrence(together, quant)


@RULES.rule("set", "set 'at'? time-of-day", "every Monday at 4pm", "every day at noon")
@RULES.rule("set", "set 'at' hour", "every Friday at 6")
def set_at_time(what: Recurrence, time: Repeating) -> Recurrence | None:
    if isinstance(what.what, Period):
        return Recurrence(time, what.quant) if what.what == Period.of(1, Unit.DAY) else None
    together = merged(what.what, time)
    return None if together is None else Recurrence(together, what.quant)


@RULES.rule("set", "every part 'at' time-of-day|hour", "every morning at 6", "each evening at 7")
def every_part_at_time(quant: str, code: str, time: Repeating) -> Recurrence | None:
    """The part of day tells which half of the day the hour is of."""
    exact = hour_of_part(time, code)
    return None if exact is None else Recurrence(exact, quant)


@RULES.rule("set", "time-of-day 'on'? set", "3pm every day")
def time_of_set(time: Repeating, what: Recurrence) -> Recurrence | None:
    return set_at_time(what, time)
