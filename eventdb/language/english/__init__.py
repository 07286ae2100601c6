"""English: the rules of its time expressions, by family; its words lie in `data/en/lexicon.toml`."""

from eventdb.language.english import (
    beside,
    clock,
    clock_ranges,
    counted,
    dates,
    dayparts,
    durations,
    figures,
    holidays,
    hours,
    lasting,
    nth,
    numbers,
    pairs,
    parts,
    ranges,
    reckoning,
    relative,
    reported,
    sets,
    shifts,
    vague,
    weekends,
    workdays,
    years,
)
from eventdb.language.grammar import Rule

TOPS = (
    "date",
    "day",
    "time",
    "lone-hour",
    "loose-day",
    "elliptic-day",
    "elliptic-days",
    "duration",
    "stretch",
    "to-come",
    "set",
    "range",
    "period-ended",
    "counted",
)
"""The categories that are time expressions in themselves."""


def rules() -> tuple[Rule, ...]:
    """All rules of English."""
    modules = (
        *(
            numbers,
            years,
            dates,
            holidays,
            weekends,
            figures,
            nth,
            clock,
            dayparts,
            hours,
            relative,
            shifts,
            beside,
            counted,
            reckoning,
            workdays,
        ),
        *(durations, parts, sets, vague, ranges, clock_ranges, pairs, reported, lasting),
    )
    return tuple(rule for module in modules for rule in module.RULES.rules)
