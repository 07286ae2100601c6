"""Parts and shades of a time: "Anfang 1998", "Mitte März", "Ende des Jahres", "um 1120"."""

from eventdb.expression.nodes import Approximate, Expression, Field, Nearest, Part, Repeating
from eventdb.language.compose import this
from eventdb.language.grammar import RuleBook
from eventdb.temporal.unit import Unit

RULES = RuleBook()


RULES.lift("stretchable", "date|day|long-ago|year")


@RULES.rule(
    "date",
    "early stretchable",
    "Anfang 1998",
    "Mitte März",
    "Ende letzter Woche",
    "Anfang der 1990er Jahre",
)
@RULES.rule("date", "part-of stretchable", "zu Beginn des 19. Jahrhunderts")
@RULES.rule("date", "early-adverb 'im'|'am'? stretchable", "früh im Mai", "spät am Dienstag")
def early(which: str, base: Expression) -> Expression | None:
    return None if isinstance(base, Part) else Part(which, base)


@RULES.rule(
    "date",
    "article? early-adjective stretchable",
    "die frühen 1990er Jahre",
    "im späten Frühjahr",
    "das späte 19. Jahrhundert",
)
def early_described(_: str | None, which: str, base: Expression) -> Expression | None:
    return early(which, base)


@RULES.rule(
    "date", "early|part-of article unit", "Ende des Monats", "Mitte der Woche", "zu Beginn des Jahres"
)
def early_unit(which: str, _: str, unit: Unit) -> Expression | None:
    return Part(which, this(unit)) if unit >= Unit.WEEK else None


@RULES.rule("date", "article? edge", "am Jahresende", "zur Monatsmitte")
def edge(_: str | None, key: str) -> Expression:
    which, unit = key.split("-")
    return Part(which, this(Unit[unit]))


@RULES.rule("date", "article? edge year", "Jahresende 2014")
def edge_of_year(_: str | None, key: str, base: Expression) -> Expression | None:
    which, unit = key.split("-")
    return Part(which, base) if unit == Unit.YEAR.name else None


@RULES.rule("date", "article? 'rest' article unit", "der Rest der Woche")
def rest_of_unit(_: str | None, _of: str, unit: Unit) -> Expression:
    """How much of it is left is not said: anywhere in it."""
    return this(unit)


@RULES.rule("date", "about day|date|year", "um 1120", "etwa 1500")
@RULES.rule("date", "'um' year", "um 1120", priority=1)
def about(*values: str | Expression) -> Expression | None:
    base = values[-1]
    return Approximate(base) if isinstance(base, Expression) and not isinstance(base, Approximate) else None


@RULES.rule("time", "about time", "gegen 15 Uhr", "etwa um 15 Uhr")
@RULES.rule("time", "time 'in' 'etwa'", "15 Uhr in etwa")
def about_time(*values: str | Expression) -> Expression | None:
    base = values[-1] if isinstance(values[-1], Expression) else values[0]
    return Approximate(base) if isinstance(base, Expression) and not isinstance(base, Approximate) else None


@RULES.rule("time", "article|this? early-adjective part", "am frühen Morgen", "der späte Nachmittag")
def early_part(_: str | None, which: str, code: str) -> Expression:
    return Part(which, Nearest(Repeating.of(Field.PART, code)))
