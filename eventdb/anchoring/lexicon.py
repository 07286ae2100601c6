"""The words that lead from one mention of an event to another, from `data/<language>/anchoring.toml`."""

from dataclasses import dataclass
from functools import cache

from eventdb.resources import load_toml

_SETS = ("shell", "rulings", "deciders", "remedies", "moments", "wakes", "another")


@dataclass(frozen=True, slots=True)
class AnchoringLexicon:
    """Nouns that take up events, and what they are made from or begin with. See the data file."""

    shell: frozenset[str]
    derived: dict[str, tuple[str, ...]]
    exact: tuple[str, ...]
    rulings: frozenset[str]
    deciders: frozenset[str]
    remedies: frozenset[str]
    moments: frozenset[str]
    wakes: frozenset[str]
    another: frozenset[str]
    begun_by: dict[str, frozenset[str]]


@cache
def anchoring_lexicon(language: str) -> AnchoringLexicon:
    """The words of a language.

    Raises:
        ResourceError: the data file is missing or cannot be read.
    """
    data = load_toml(f"{language}/anchoring.toml")
    sets = {name: frozenset(data[name].split()) for name in _SETS}
    groups = [(group["nouns"].split(), frozenset(group["verbs"].split())) for group in data["begun_by"]]
    return AnchoringLexicon(
        derived={verb: tuple(nouns.split()) for verb, nouns in data["derived"].items()},
        exact=tuple(data["exact"]),
        begun_by={noun: verbs for nouns, verbs in groups for noun in nouns},
        **sets,
    )
