"""The words that tell of events, from `data/<language>/events.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from eventdb.resources import load_toml


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Event words by lemma. See the data file for what each set means."""

    nouns: frozenset[str]
    suffixes: tuple[str, ...]
    not_events: frozenset[str]
    classes: dict[str, str]
    governing: dict[str, frozenset[str]]
    order: dict[str, frozenset[str]]
    groups: dict[str, frozenset[int]]
    lasting: frozenset[str]
    never_called: dict[str, frozenset[str]]
    once: frozenset[str]
    titles: frozenset[str]
    address: frozenset[str]
    particles: frozenset[str]
    name_heads: frozenset[str]
    name_links: dict[str, frozenset[str]]

    def is_event_noun(self, lemma: str) -> bool:
        """Whether a noun names an event: listed, or made from a verb by its ending.

        >>> event_lexicon("en").is_event_noun("annexation")
        True
        """
        if lemma in self.nouns:
            return True
        return lemma.endswith(self.suffixes) and lemma not in self.not_events

    def event_class(self, lemma: str) -> str:
        """The TimeML class of a verb lemma."""
        return self.classes.get(lemma, "OCCURRENCE")

    def may_be_same(self, a: str, b: str) -> bool:
        """Whether two lemmas can name one event: "meet" and "meeting"."""
        groups = self.groups.get(a)
        return a == b or (groups is not None and not groups.isdisjoint(self.groups.get(b, ())))


def _words(value: Any) -> frozenset[str]:
    return frozenset(str(value).split())


def _groups(rows: list[str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for lemma in row.split():
            found.setdefault(lemma, set()).add(number)
    return {lemma: frozenset(numbers) for lemma, numbers in found.items()}


@cache
def event_lexicon(language: str) -> EventLexicon:
    """The event words of a language.

    Raises:
        ResourceError: the data file is missing or cannot be read.
    """
    data = load_toml(f"{language}/events.toml")
    return EventLexicon(
        nouns=_words(data["nouns"]),
        suffixes=tuple(data["suffixes"]),
        not_events=_words(data["not_events"]),
        classes={lemma: name for name, row in data["classes"].items() for lemma in row.split()},
        governing={name: _words(row) for name, row in data["governing"].items()},
        order={name: _words(row) for name, row in data["order"].items()},
        groups=_groups(data["same_event"]["groups"]),
        lasting=_words(data["same_event"]["lasting"]),
        never_called={pronoun: _words(row) for pronoun, row in data["never_called"].items()},
        once=_words(data["same_event"]["once"]),
        titles=_words(data["names"]["titles"]),
        address=_words(data["names"]["address"]),
        particles=_words(data["names"]["particles"]),
        name_heads=_words(data["names"]["heads"]),
        name_links={name: _words(row) for name, row in data["names"]["links"].items()},
    )
