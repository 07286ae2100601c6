"""German: the rules of its time expressions, by family; its words lie in `data/de/lexicon.toml`."""

from eventdb.language.german import (
    clock,
    dates,
    dayparts,
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

TOPS = ("date", "day", "time", "duration", "stretch", "set", "range")
"""The categories that are time expressions in themselves."""


def rules() -> tuple[Rule, ...]:
    """All rules of German."""
    modules = (
        numbers,
        years,
        dates,
        clock,
        dayparts,
        relative,
        shifts,
        durations,
        nth,
        parts,
        sets,
        vague,
        ranges,
    )
    return tuple(rule for module in modules for rule in module.RULES.rules)
