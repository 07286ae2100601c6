"""Numbers: "drei", "dreiundzwanzig", "der 3.", "13ter", "zweieinhalb"; compounds are words of the lexicon."""

from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Count

RULES = RuleBook()


@RULES.rule("nth", "number '.'", "am 3. Mai")
def ordinal_figure(value: int) -> int | None:
    return value if value <= 100 else None


@RULES.rule("nth", "number suffix", "13ter Mai")
def ordinal_with_ending(value: int, ending: str) -> int | None:
    return value if ending == "NTH" and value <= 100 else None


RULES.lift("nth", "ordinal")
RULES.lift("count", "number|cardinal|large-number|decimal|a")


@RULES.rule("count", "number fraction", "1 1/2 Jahre")
def number_and_fraction(whole: int, part: float) -> Count:
    return whole + part


@RULES.rule("count", "a? halves", "zweieinhalb Stunden", "anderthalb Jahre")
def and_a_half(_: int | None, value: str) -> Count:
    return float(value)


@RULES.rule(
    "count",
    "number|cardinal|a 'bis'|'-'|'oder' number|cardinal",
    "zwei bis drei Wochen",
    "3-4 Tage",
    priority=-1,
)
def rough_count(least: int, most: int) -> Count:
    """The smaller one: TIMEX3 has one value, and that many are certain."""
    return least if least < most else None
