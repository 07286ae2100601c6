"""Years, decades, centuries, quarters: "im Jahr 1998", "44 v. Chr.", "die 1990er Jahre"."""

from eventdb.expression.nodes import Century, Expression, Field, Intersection, Part, Repeating, Year
from eventdb.language.grammar import RuleBook
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("bare-year", "year4", "1998")
def year_number(value: int) -> Expression:
    return Year(value)


@RULES.rule("date", "bare-year", "in 1998")
def year(value: Expression) -> Expression:
    return value


@RULES.rule(
    "named-year",
    "article? 'jahr'|'jahre'|'jahres'|'geschäftsjahr' bare-year|era-year",
    "im Jahre 1998",
    "das Jahr 2014",
)
def named_year(_: str | None, value: Expression) -> Expression:
    return value


@RULES.rule("era-year", "number|large-number era", "44 v. Chr.", "79 nach Christus")
def year_of_era(value: int, era: str) -> Expression | None:
    if not 0 < value < 100000:
        return None
    return Year(1 - value) if era == "BC" else Year(value)


RULES.lift("year", "bare-year|named-year|era-year")
RULES.lift("date", "named-year|era-year")


# ---------------------------------------------------------------- decades


def _decade(years: int) -> Expression:
    return Year(years // 10 if years >= 100 else 190 + years // 10, 1)


@RULES.rule("long-ago", "article? number suffix '-'? 'jahre'|'jahren'", "die 1990er Jahre", "den 60er-Jahren")
@RULES.rule("long-ago", "article number suffix", "die 1990er")
def decade(_: str | None, years: int, ending: str) -> Expression | None:
    written = years >= 1000 or 10 <= years < 100
    return _decade(years) if ending == "DECADE" and written and years % 10 == 0 else None


@RULES.rule("long-ago", "article? decade-word 'jahre'|'jahren'", "die neunziger Jahre")
@RULES.rule("long-ago", "article? decade-name", "die Neunzigerjahre", "Zwanzigerjahren")
def decade_in_words(_: str | None, tens: int) -> Expression:
    return _decade(tens)


# ---------------------------------------------------------------- centuries


@RULES.rule("long-ago", "article? nth unit", "das 19. Jahrhundert", "zwanzigsten Jahrhunderts")
def century(_: str | None, n: int, unit: Unit) -> Expression | None:
    if unit is Unit.CENTURY and n <= 30:
        return Century(n)
    return Year(n - 1, 3) if unit is Unit.MILLENNIUM and n <= 10 else None


@RULES.rule("long-ago", "article? nth unit era", "5. Jahrhundert v. Chr.")
def century_of_era(_: str | None, n: int, unit: Unit, era: str) -> Expression | None:
    if unit is Unit.CENTURY and n <= 100:
        return Century(-n if era == "BC" else n)
    return Year(-n, 3) if unit is Unit.MILLENNIUM and era == "BC" and n <= 10 else None


RULES.lift("date", "long-ago")


# ---------------------------------------------------------------- parts of a year by number


@RULES.rule("quarter", "nth unit", "drittes Quartal")
def quarter(n: int, unit: Unit) -> Repeating | None:
    return Repeating.of(Field.QUARTER, n) if unit is Unit.QUARTER and n <= 4 else None


@RULES.rule("quarter", "quarter-name", "Q3")
def quarter_name(n: int) -> Repeating:
    return Repeating.of(Field.QUARTER, n)


@RULES.rule("quarter", "nth half-year", "erstes Halbjahr")
def half(n: int, _: str) -> Repeating | None:
    return Repeating.of(Field.HALF, n) if n <= 2 else None


@RULES.rule("half-of", "nth 'hälfte'", "die zweite Hälfte des Jahres 1990")
def half_by_name(n: int) -> Repeating | None:
    return Repeating.of(Field.HALF, n) if n <= 2 else None


@RULES.rule(
    "date",
    "article? quarter|half-of 'von'? year|relative-year",
    "das dritte Quartal 1990",
    "erstes Halbjahr 2014",
    "drittes Quartal des letzten Jahres",
)
def quarter_of_year(_: str | None, what: Repeating, base: Expression) -> Expression:
    return Intersection(base, what)


@RULES.rule("date", "year quarter", "2014 Q3")
def year_then_quarter(base: Expression, what: Repeating) -> Expression:
    return Intersection(base, what)


@RULES.rule("date", "article? half-of long-ago", "die erste Hälfte des 19. Jahrhunderts")
def half_of_century(_: str | None, what: Repeating, base: Expression) -> Expression:
    return Part(f"HALF{what.fields[0][1]}", base)
