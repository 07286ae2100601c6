"""Recurring times (TIMEX3 SET): "jeden Montag", "täglich", "zweimal pro Woche", "montags"."""

from eventdb.expression.nodes import Field, Recurrence, Repeating
from eventdb.language.compose import merged, recurring
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("set", "every unit", "jeden Tag", "jedes Jahr")
def every_unit(_: str, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit), "EVERY")


@RULES.rule("set", "'alle' count unit|units", "alle zwei Wochen", "alle 14 Tage")
def every_few_units(count: Count, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(count, unit), "EVERY")


@RULES.rule("set", "'alle' some units", "alle paar Tage")
def every_so_many(_: str, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(None, unit), "EVERY")


@RULES.rule("set", "every nth unit", "jeden zweiten Tag", "jedes dritte Jahr")
def every_nth(_: str, n: int, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(n, unit), "EVERY")


@RULES.rule("set", "every named", "jeden Montag", "jeden Sommer", "jeden Montagmorgen")
def every_named(_: str, what: Repeating) -> Recurrence:
    return Recurrence(what, "EVERY")


@RULES.rule("set", "every part", "jeden Morgen", "jede Nacht")
def every_part(_: str, code: str) -> Recurrence:
    return Recurrence(recurring(Field.PART, code), "EVERY")


@RULES.rule("set", "times 'pro'|'am'|'im'|'je' unit", "zweimal pro Woche", "einmal im Jahr", "dreimal am Tag")
@RULES.rule("set", "times 'in' 'der' unit", "zweimal in der Woche")
@RULES.rule("set", "number|cardinal 'mal' 'pro'|'am'|'im'|'je' unit", "20 Mal pro Tag")
@RULES.rule("set", "times frequency", "zweimal täglich", "einmal jährlich")
def times_a(count: int, unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit), None, f"{count}X")


@RULES.rule("set", "frequency", "täglich", "wöchentlich")
def frequency(unit: Unit) -> Recurrence:
    return Recurrence(Period.of(1, unit), "EVERY")


@RULES.rule("set", "weekdays", "montags")
def weekdays(number: int) -> Recurrence:
    return Recurrence(recurring(Field.WEEKDAY, number))


@RULES.rule("set", "article? weekends", "an Wochenenden", "an den Wochenenden")
def weekends(_: str | None, code: str) -> Recurrence:
    return Recurrence(recurring(Field.WEEKEND, code))


@RULES.rule("set", "parts", "abends", priority=-1)
def parts(code: str) -> Recurrence:
    return Recurrence(recurring(Field.PART, code))


@RULES.rule("set", "weekdays parts", "montags abends")
def weekdays_parts(number: int, code: str) -> Recurrence | None:
    together = merged(recurring(Field.WEEKDAY, number), recurring(Field.PART, code))
    return None if together is None else Recurrence(together)


@RULES.rule("set", "set 'um'? time-of-day", "jeden Montag um 16 Uhr", "täglich um 8 Uhr")
def set_at_time(what: Recurrence, time: Repeating) -> Recurrence | None:
    if isinstance(what.what, Period):
        return Recurrence(time, what.quant) if what.what == Period.of(1, Unit.DAY) else None
    together = merged(what.what, time)
    return None if together is None else Recurrence(together, what.quant)
