"""Names within one document: "Kerry", "John Kerry" and "US Secretary of State John Kerry" are one entity."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventdb.events.syntax import Parse, span_of
from eventdb.text import Span, SpanIndex

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
_GENITIVE = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Name:
    """An occurrence of a name: its full form in the document, and its kind."""

    span: Span
    full: str
    kind: str


class Names:
    """All names of a document, by place."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self.names = names
        self.first_words = frozenset(name.full.split(" ", 1)[0] for name in names)
        self._index = SpanIndex((name.span, name) for name in names)

    def at(self, token: "Token") -> Name | None:
        """The name that a token is part of."""
        return self._index.covering(span_of(token))

    def within(self, span: Span) -> tuple[Name, ...]:
        """The names inside a stretch of text."""
        return self._index.within(span)


def find_names(parse: Parse) -> Names:
    """The names of people, organisations and places, each with its fullest form in the document."""
    found = [
        (_span(entity), _surface(entity), _KINDS[entity.label_])
        for sentence in parse.sentences
        if not sentence.heading  # capitals in a headline mislead
        for entity in sentence.names
        if entity.label_ in _KINDS
    ]
    people = sorted({name for _, name, kind in found if kind == "person" and " " in name})
    return Names(tuple(Name(s, _full(name, people) if k == "person" else name, k) for s, name, k in found))


def _span(entity: "SpacySpan") -> Span:
    first, last = span_of(entity[0]), span_of(entity[-1])
    return Span(first.start, last.end)


def _surface(entity: "SpacySpan") -> str:
    text = " ".join(entity.text.split())
    for ending in _GENITIVE:
        text = text.removesuffix(ending)
    return text.removeprefix("the ").removeprefix("The ")


def _full(name: str, people: list[str]) -> str:
    """The one longer name that ends in this surname; two candidates leave the name as it is."""
    longer = [p for p in people if p.split()[-1] == name]
    return longer[0] if len(longer) == 1 else name
