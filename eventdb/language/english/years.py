"""Years, decades, centuries, fiscal years: "1998", "44 BC", "the 1990s", "the 19th century"."""

from eventdb.expression.nodes import Century, Expression, Field, Intersection, Nearest, Part, Repeating, Year
from eventdb.language.compose import the
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import full_year
from eventdb.temporal.unit import Unit

RULES = RuleBook()


@RULES.rule("bare-year", "year4", "in 1998")
def year_number(value: int) -> Expression:
    return Year(value)


@RULES.rule("date", "bare-year", "in 1998")
def year(value: Expression) -> Expression:
    return value


RULES.lift("year", "bare-year|named-year|worded-year|era-year")


@RULES.rule("named-year", "'calendar' 'year'? year", "calendar 2015")
@RULES.rule("named-year", "'the' 'year'|'years' year", "the year 2014", "the years 1955")
@RULES.rule("named-year", "'the' year 'period'|'season'|'quarter'", "the 1988 period", priority=1)
@RULES.rule("named-year", "fiscal '-'? 'year'? year", "FY 2015")
def named_year(*values: Expression | str) -> Expression:
    value = values[-1]
    assert isinstance(value, Expression)
    return value


RULES.lift("date", "named-year|worded-year|era-year")


@RULES.rule("worded-year", "teen '-'? tens|ten|teen", "nineteen ninety-seven", "eighteen twelve")
@RULES.rule("worded-year", "ten '-'? tens|ten|teen", "twenty twenty-three", "twenty fifteen")
def year_in_pairs(century: int, rest: int) -> Expression | None:
    return Year(century * 100 + rest) if century in (16, 17, 18, 19, 20) else None


@RULES.rule("worded-year", "teen|ten 'oh'|'zero' one", "nineteen oh one", "twenty oh four")
def year_below_ten(century: int, rest: int) -> Expression | None:
    return year_in_pairs(century, rest)


@RULES.rule("worded-year", "'the' 'year' thousands", "the year two thousand")
@RULES.rule("worded-year", "'the' 'year' teen magnitude", "the year nineteen hundred")
def year_in_thousands(value: int, magnitude: int = 1) -> Expression | None:
    return Year(value * magnitude) if 1000 <= value * magnitude < 3000 else None


@RULES.rule("date", "thousand-year", "in two thousand and eleven")
def spoken_year(value: Expression) -> Expression:
    return value


@RULES.rule("thousand-year", "thousands", "March two thousand and seven")
def year_from_two_thousand(value: int) -> Expression | None:
    return Year(value) if 2000 <= value < 2100 else None


@RULES.rule("era-year", "number|large-number era", "44 BC", "490 B.C.", "79 AD")
def year_of_era(value: int, era: str) -> Expression | None:
    if not 0 < value < 100000:
        return None
    return Year(1 - value) if era == "BC" else Year(value)


@RULES.rule("era-year", "era number", "AD 79")
def era_before_year(era: str, value: int) -> Expression | None:
    return Year(value) if era == "AD" and 0 < value < 3000 else None


@RULES.rule("named-year", "'fy' number", "FY15")
def fiscal_year_in_figures(value: int) -> Expression | None:
    return Year(full_year(value, len(str(value)))) if 10 <= value < 100 or 1900 <= value < 2100 else None


@RULES.rule("two-digit-year", "number", "April of 87")
def two_digit_year(value: int) -> Expression | None:
    return Year(1900 + value) if 32 <= value <= 99 else None


# ---------------------------------------------------------------- decades


@RULES.rule("long-ago", "'the'? decade", "the 1990s", "1960s")
@RULES.rule("long-ago", "'the'? decade-apart", "the 1990 s")
@RULES.rule("long-ago", "'the' 'decade' 'of' 'the' decade", "the decade of the 1960s")
def decade(value: Expression) -> Expression:
    return value


@RULES.rule("long-ago", "'the'? era-decade era", "the 470s BC", "the 60s AD")
def decade_of_era(years: int, era: str) -> Expression | None:
    if years < 10:
        return None
    return Year(-years // 10 if era == "BC" else years // 10, 1)


@RULES.rule("decade-apart", "year4 's'", "the 1990 s")
def decade_apart(value: int) -> Expression | None:
    return Year(value // 10, 1) if value % 10 == 0 else None


@RULES.rule("long-ago", "'the'|'mid'|'late'|'early' short-decade", "the '90s", "the 80s")
def short_decade(digit: int) -> Expression | None:
    return Year(190 + digit, 1) if digit >= 1 else Year(200, 1)


@RULES.rule("long-ago", "short-decade", "'60s", priority=-1)
def bare_short_decade(digit: int) -> Expression | None:
    return short_decade(digit)


@RULES.rule("long-ago", "'the' decade-word", "the nineties", "the roaring twenties")
@RULES.rule("long-ago", "'the' 'roaring'|'swinging' decade-word", "the roaring twenties")
def decade_in_words(tens: int) -> Expression:
    return Year((1900 + tens) // 10, 1) if tens else Year(200, 1)


@RULES.rule("early-decade", "early '-'? decade-word", "the early nineties")
def early_decade(which: str, tens: int) -> Expression:
    return Part(which, decade_in_words(tens))


RULES.lift("date", "early-decade")
RULES.lift("date", "'the' early-decade")


@RULES.rule("long-ago", "'the'? teen decade-word", "the nineteen eighties", "eighteen fifties")
def decade_of_century(century: int, tens: int) -> Expression | None:
    return Year((century * 100 + tens) // 10, 1) if century >= 16 else None


# ---------------------------------------------------------------- centuries


@RULES.rule("long-ago", "'the'? nth '-'? unit", "the 19th century", "the nineteenth century")
def century(n: int, unit: Unit) -> Expression | None:
    if unit is Unit.CENTURY and n <= 30:
        return Century(n)
    return Year(n - 1, 3) if unit is Unit.MILLENNIUM and n <= 10 else None


@RULES.rule("long-ago", "'the'? nth unit era", "the 5th century BC", "the third century AD")
def century_of_era(n: int, unit: Unit, era: str) -> Expression | None:
    if unit is Unit.CENTURY and n <= 100:
        return Century(-n if era == "BC" else n)
    return Year(-n, 3) if unit is Unit.MILLENNIUM and era == "BC" and n <= 10 else None


RULES.lift("date", "long-ago")


# ---------------------------------------------------------------- parts of a year by number


@RULES.rule("joined-quarter", "nth '-' unit", "third-quarter")
@RULES.rule("quarter", "nth '-'? unit", "third quarter")
@RULES.rule("quarter", "fiscal '-'? nth '-'? unit", "fiscal second quarter")
@RULES.rule("joined-quarter", "fiscal '-'? nth '-' unit", "fiscal second-quarter")
def quarter(*values: int | Unit | str) -> Repeating | None:
    n, unit = values[-2:]
    return Repeating.of(Field.QUARTER, n) if unit is Unit.QUARTER and isinstance(n, int) and n <= 4 else None


@RULES.rule("quarter", "quarter-name", "Q3")
def quarter_name(n: int) -> Repeating:
    return Repeating.of(Field.QUARTER, n)


@RULES.rule("quarter", "'last'|'final'|'closing' unit", "the final quarter of 2014")
def last_quarter(unit: Unit) -> Repeating | None:
    return Repeating.of(Field.QUARTER, 4) if unit is Unit.QUARTER else None


@RULES.rule("half", "nth '-'? 'half'|'semester'", "the first half of 1990")
def half(n: int) -> Repeating | None:
    return Repeating.of(Field.HALF, n) if n <= 2 else None


@RULES.rule("half", "half-year-name", "H1 2014")
def half_name(n: int) -> Repeating:
    return Repeating.of(Field.HALF, n)


@RULES.rule("half", "'latter'|'last' 'half'", "the latter half of 1990")
def latter_half() -> Repeating:
    return Repeating.of(Field.HALF, 2)


@RULES.rule("date", "'the'? quarter|half 'of'|'in' year", "the third quarter of 1990", "first half of 2014")
@RULES.rule("date", "quarter|half ','|'-'|'/'? year", "Q3 2014")
def quarter_of_year(what: Repeating, base: Expression) -> Expression:
    return Intersection(base, what)


@RULES.rule("date", "'the'? year '-'? quarter|half", "the 1988 second quarter", "2014 Q3")
def year_then_quarter(base: Expression, what: Repeating) -> Expression:
    return Intersection(base, what)


@RULES.rule(
    "date",
    "'the'? half 'of' long-ago|month-of-year",
    "the second half of the 1950s",
    "first half of May 2014",
)
def half_of(what: Repeating, base: Expression) -> Expression:
    return Part(f"HALF{what.fields[0][1]}", base)


@RULES.rule("date", "'the'? half 'of' month", "the first half of May")
def half_of_month(what: Repeating, number: int) -> Expression:
    return half_of(what, Nearest(Repeating.of(Field.MONTH, number)))


@RULES.rule("date", "'the'? half 'of' 'the' unit", "the first half of the decade")
def half_of_unit(what: Repeating, unit: Unit) -> Expression | None:
    if unit is Unit.YEAR:
        return Intersection(the(unit), what)
    return half_of(what, the(unit)) if unit >= Unit.WEEK else None


@RULES.rule("bare-year", "short-year", "in '98", priority=-1)
def short_year(value: int) -> Expression:
    return Year(full_year(value, 2))
