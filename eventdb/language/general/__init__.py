"""The rules of languages that have none of their own: how dates are put together nearly everywhere.

The words come from `eventdb.language.locales` and, where it is there, from `data/<code>/lexicon.toml`; where
languages differ in order, a rule has both.
"""

from eventdb.language.general import clock, dates, lengths, ranges, relative, years
from eventdb.language.grammar import Rule

TOPS = ("date", "day", "loose-day", "time", "duration", "stretch", "set", "range")
"""The categories that are time expressions in themselves."""

TRIGGERS = frozenset({
    "month", "weekday", "unit", "relative", "vague", "meridiem", "season", "weekend", "part", "point",
    "oclock", "holiday", "frequency", "today-part", "yesterday-part", "tomorrow-part", "weekday-part",
    "quarter-word",
})  # fmt: skip
"""Categories whose words make a stretch of text worth parsing."""


FIGURES = (r"\A\d{1,2} ?[-/.] ?\d{1,2}\z", r"\A\d{1,2} \d{1,2} \d{4}\z", r"\A\d{4}-\d\d\z")
"""Figures that are worth parsing where a text is nothing else."""


def rules() -> tuple[Rule, ...]:
    """All rules."""
    modules = (dates, years, relative, clock, lengths, ranges)
    return tuple(rule for module in modules for rule in module.RULES.rules)
