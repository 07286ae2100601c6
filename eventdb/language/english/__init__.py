"""English: the rules of its time expressions, by family; its words lie in `data/en/lexicon.toml`."""

from eventdb.language.english import (
    clock,
    dates,
    durations,
    ended,
    nth,
    numbers,
    pairs,
    parts,
    ranges,
    relative,
    sets,
    shifts,
    vague,
    years,
)
from eventdb.language.grammar import Rule

TOPS = ("date", "day", "time", "duration", "stretch", "to-come", "set", "range", "period-ended")
"""The categories that are time expressions in themselves."""


def rules() -> tuple[Rule, ...]:
    """All rules of English."""
    return tuple(rule for module in _MODULES for rule in module.RULES.rules)


_MODULES = (
    numbers, years, dates, nth, clock, relative, shifts, durations, parts, sets, vague, ranges, pairs, ended,
)  # fmt: skip
