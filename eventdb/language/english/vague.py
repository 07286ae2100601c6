"""Times without bounds: "now", "recently", "in the past", "the near future"."""

from eventdb.expression.nodes import Expression, NamedPeriod, Vague
from eventdb.language.grammar import RuleBook

RULES = RuleBook()


@RULES.rule("date", "vague-adjective", "current")
def vague_adjective(ref: str) -> Expression:
    return Vague(ref)


@RULES.rule("date", "vague|vague-adverb", "now", "recently", "the near future")
def vague(ref: str) -> Expression:
    return Vague(ref)


@RULES.rule("date", "vague-time", "at the time", "by that time")
def vague_time(ref: str) -> Expression:
    return Vague(ref)


@RULES.rule("date", "'the'? period-name", "the Cold War", "World War II")
@RULES.rule("date", "'the'? period-name 'era'|'period'|'years'", "the Cold War era")
def named_period(key: str) -> Expression:
    return NamedPeriod(key)
