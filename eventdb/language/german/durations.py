"""Lengths of time: "drei Wochen", "eine halbe Stunde", "mehr als ein Jahr", "jahrelang", "dreitägig"."""

from eventdb.expression.nodes import Duration
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("period", "count unit|units", "drei Tage", "ein Jahr", "2,5 Stunden")
@RULES.rule("period", "count short-unit", "5h")
def counted(count: Count, unit: Unit) -> Period:
    return Period.of(count, unit)


@RULES.rule(
    "period",
    "count 'weitere'|'weiteren'|'volle'|'vollen'|'ganze'|'ganzen'|'lange'|'langen' unit|units",
    "zwei weitere Wochen",
)
def counted_and_described(count: Count, unit: Unit) -> Period:
    return Period.of(count, unit)


@RULES.rule("period", "some unit|units", "mehrere Tage", "ein paar Jahre")
def some_units(_: str, unit: Unit) -> Period:
    return Period.of(None, unit)


@RULES.rule("period", "a? half unit", "eine halbe Stunde", "halbes Jahr")
def half_unit(_: int | None, _half: str, unit: Unit) -> Period:
    return Period.of(0.5, unit)


@RULES.rule("period", "a? half-year", "ein Halbjahr")
def half_a_year(_: int | None, _name: str) -> Period:
    return Period.of(6, Unit.MONTH)


@RULES.rule("period", "a? part-of-hour", "eine Viertelstunde", "Dreiviertelstunde")
def part_of_hour(_: int | None, minutes: int) -> Period:
    return Period.of(minutes, Unit.MINUTE)


@RULES.rule("period", "period ','|'und'? period", "ein Jahr und drei Monate", "2 Stunden, 30 Minuten")
def sum_of_periods(first: Period, second: Period) -> Period | None:
    if first.unit <= max(unit for unit, _ in second.amounts) or first.vague or second.vague:
        return None
    return Period(first.amounts + second.amounts)


# ---------------------------------------------------------------- durations


@RULES.rule("duration", "article? period", "drei Tage", "die neun Monate")
@RULES.rule("duration", "article? period 'lang'", "drei Wochen lang")
def length(_: str | None, period: Period) -> Duration:
    return Duration(period)


@RULES.rule("duration", "unit-long", "jahrelang")
def long_in_one_word(unit: str) -> Duration:
    return Duration(Period.of(None, Unit[unit]))


@RULES.rule("duration", "units 'lang'", "Jahre lang")
@RULES.rule("duration", "units 'und' units", "Tage und Wochen")
def bare_units(*units: Unit) -> Duration:
    return Duration(Period.of(None, units[-1]))


@RULES.rule("duration", "of-length", "dreitägigen")
def of_length(key: str) -> Duration:
    count, unit = key.split("-")
    return Duration(Period.of(int(count), Unit[unit]))


@RULES.rule(
    "duration",
    "article|a? 'ganze'|'ganzen'|'ganzer'|'ganzes'|'gesamten'|'gesamte' unit",
    "den ganzen Tag",
    "ein ganzes Jahr",
)
@RULES.rule(
    "duration", "article|a? 'ganze'|'ganzen'|'ganzer'|'ganzes' unit 'lang'|'über'", "die ganze Woche lang"
)
def whole_unit(_: str | int | None, unit: Unit) -> Duration:
    return Duration(Period.of(1, unit))


@RULES.rule("duration", "more-than period", "mehr als ein Jahr", "mindestens 30 Tage", "fast zwei Jahre")
@RULES.rule("duration", "more-than period 'lang'", "mehr als ein Jahr lang")
@RULES.rule("duration", "about period", "rund 20 Jahre", "etwa zwei Wochen")
@RULES.rule("duration", "about period 'lang'", "rund 20 Jahre lang")
def compared(mod: str, period: Period) -> Duration:
    return Duration(period, mod)
