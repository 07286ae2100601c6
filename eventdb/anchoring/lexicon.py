"""The words that lead from one mention of an event to another, from `data/<language>/anchoring.toml`."""

from dataclasses import dataclass
from functools import cache

from eventdb.resources import load_toml

_SETS = ("shell", "rulings", "deciders", "remedies", "moments", "wakes", "another", "permits")


@dataclass(frozen=True, slots=True)
class AnchoringLexicon:
    """Nouns that take up events, and what they are made from or begin with. See the data file."""

    shell: frozenset[str]
    derived: dict[str, tuple[str, ...]]
    exact: tuple[str, ...]
    effect: tuple[str, ...]
    rulings: frozenset[str]
    deciders: frozenset[str]
    remedies: frozenset[str]
    moments: frozenset[str]
    wakes: frozenset[str]
    another: frozenset[str]
    permits: frozenset[str]
    kinds: dict[str, frozenset[str]]
    begun_by: dict[str, frozenset[str]]


@cache
def anchoring_lexicon(language: str) -> AnchoringLexicon:
    """The words of a language.

    Raises:
        ResourceError: the data file is missing or cannot be read.
    """
    data = load_toml(f"{language}/anchoring.toml")
    sets = {name: frozenset(data[name].split()) for name in _SETS}
    return AnchoringLexicon(
        derived={verb: tuple(nouns.split()) for verb, nouns in data["derived"].items()},
        exact=tuple(data["exact"]),
        effect=tuple(data["effect"]),
        kinds=_by_noun(data["kind"], "deeds"),
        begun_by=_by_noun(data["begun_by"], "verbs"),
        **sets,
    )


def _by_noun(groups: list[dict[str, str]], key: str) -> dict[str, frozenset[str]]:
    return {noun: frozenset(group[key].split()) for group in groups for noun in group["nouns"].split()}
