"""Days in figures that stand apart, or are written as decimals: "2-15", "4 / 22", "on 4.22", "31 10 1974"."""

from eventdb.expression.nodes import Expression, Nearest, Repeating
from eventdb.language.grammar import RuleBook

RULES = RuleBook()


@RULES.rule("loose-day", "apart-day", "2-15", "4 / 22")
@RULES.rule("loose-day", "dotted-day", "on 4.22")
def figures_apart(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("loose-day", "apart-date", "31 10 1974")
def date_apart(value: Expression) -> Expression:
    return value


@RULES.rule("date", "apart-month", "2014-10")
def month_apart(value: Expression) -> Expression:
    return value
