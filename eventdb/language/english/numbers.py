"""Numbers in words: "twenty-one", "a hundred and five", "two and a half", "nineteen ninety-seven"."""

from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Count

RULES = RuleBook()


@RULES.rule("tens", "ten '-'? one", "twenty one days", "thirty-two years")
def tens_and_ones(tens: int, ones: int) -> int:
    return tens + ones


RULES.lift("below-hundred", "one|teen|ten|tens")


RULES.lift("cardinal", "below-hundred|hundreds|thousands")


@RULES.rule("hundreds", "one|teen magnitude 'and'? below-hundred?", "two hundred and ten years")
def hundreds(count: int, magnitude: int, rest: int | None) -> int | None:
    return count * magnitude + (rest or 0) if magnitude == 100 else None


@RULES.rule(
    "hundreds", "'a' magnitude 'and'? below-hundred?", "a hundred days", "a hundred and one nights ago"
)
def a_hundred(magnitude: int, rest: int | None) -> int | None:
    return magnitude + (rest or 0) if magnitude == 100 else None


@RULES.rule(
    "thousands",
    "below-hundred|hundreds|number magnitude 'and'? below-hundred|hundreds?",
    "two thousand years",
)
def thousands(count: int, magnitude: int, rest: int | None) -> int | None:
    return count * magnitude + (rest or 0) if magnitude >= 1000 else None


@RULES.rule("thousands", "'a' magnitude 'and'? below-hundred|hundreds?", "a thousand days")
def a_thousand(magnitude: int, rest: int | None) -> int | None:
    return magnitude + (rest or 0) if magnitude >= 1000 else None


@RULES.rule("nth", "ten '-' ordinal", "May twenty-first")
@RULES.rule("nth", "ten ordinal", "May twenty first")
def tens_and_ordinal(tens: int, ordinal: int) -> int | None:
    return tens + ordinal if ordinal < 10 else None


RULES.lift("nth", "ordinal")


RULES.lift("count", "number|cardinal|large-number|decimal")


@RULES.rule("count", "couple 'of'?", "a couple of days")
@RULES.rule("count", "'a' couple 'of'?", "a couple days ago")
def couple(value: int) -> Count:
    return value


@RULES.rule("count", "'a' 'dozen'", "a dozen years ago")
def dozen() -> Count:
    return 12


@RULES.rule("count", "count 'dozen'", "two dozen years")
def dozens(value: float) -> Count:
    return value * 12


@RULES.rule("count", "number fraction", "5 1/2 hours")
def number_and_fraction(whole: int, part: float) -> Count:
    return whole + part


@RULES.rule("count", "fraction", "1/2 day")
def fraction(part: float) -> Count:
    return part


@RULES.rule("count", "number|cardinal 'and' 'a' 'half'", "two and a half hours")
@RULES.rule("count", "number|cardinal 'and' 'half'", "two and half years")
def and_a_half(whole: int) -> Count:
    return whole + 0.5


@RULES.rule(
    "count", "count '-'|'to'|'or' count", "two to three weeks", "3-4 days", "five or six years", priority=-1
)
def rough_count(least: float, most: float) -> Count:
    """The smaller one: TIMEX3 has one value, and that many are certain."""
    return least if least < most else None
