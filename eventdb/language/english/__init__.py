"""English: the rules of its time expressions, by family; its words lie in `data/en/lexicon.toml`."""

from eventdb.language.english import (
    clock,
    counted,
    dates,
    durations,
    nth,
    numbers,
    parts,
    ranges,
    relative,
    sets,
    shifts,
    vague,
    years,
)
from eventdb.language.grammar import Rule

TOPS = ("date", "day", "time", "duration", "stretch", "to-come", "set", "range", "counted")
"""The categories that are time expressions in themselves."""


def rules() -> tuple[Rule, ...]:
    """All rules of English."""
    modules = (
        numbers, years, dates, nth, clock, relative, shifts, counted, durations, parts, sets, vague, ranges,
    )  # fmt: skip
    return tuple(rule for module in modules for rule in module.RULES.rules)
