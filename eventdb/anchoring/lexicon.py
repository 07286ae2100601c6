"""The words that lead from one mention of an event to another, from `data/<language>/anchoring.toml`."""

from dataclasses import dataclass
from functools import cache

from eventdb.resources import load_toml


@dataclass(frozen=True, slots=True)
class AnchoringLexicon:
    """Shell nouns, nouns by the verbs that they are made from, words of exactness. See the data file."""

    shell: frozenset[str]
    derived: dict[str, str]
    exact: tuple[str, ...]
    rulings: frozenset[str]
    deciders: frozenset[str]
    remedies: frozenset[str]


@cache
def anchoring_lexicon(language: str) -> AnchoringLexicon:
    """The words of a language.

    Raises:
        ResourceError: the data file is missing or cannot be read.
    """
    data = load_toml(f"{language}/anchoring.toml")
    sets = {name: frozenset(data[name].split()) for name in ("shell", "rulings", "deciders", "remedies")}
    return AnchoringLexicon(derived=dict(data["derived"]), exact=tuple(data["exact"]), **sets)
