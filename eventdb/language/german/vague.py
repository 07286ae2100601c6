"""Times without bounds, and periods of history: "jetzt", "kürzlich", "in Zukunft", "der Kalte Krieg"."""

from eventdb.expression.nodes import Expression, NamedPeriod, Vague
from eventdb.language.grammar import RuleBook

RULES = RuleBook()


@RULES.rule("date", "vague", "jetzt", "kürzlich", "in naher Zukunft")
def vague(ref: str) -> Expression:
    return Vague(ref)


@RULES.rule("date", "article? period-name", "der Kalte Krieg", "Zweiten Weltkrieg")
def named_period(_: str | None, key: str) -> Expression:
    return NamedPeriod(key)
