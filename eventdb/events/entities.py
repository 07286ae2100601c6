"""Names within one document: "Kerry", "John Kerry" and "US Secretary of State John Kerry" are one entity."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventdb.events.lexicon import event_lexicon
from eventdb.events.syntax import Parse, ParsedSentence, span_of
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
    """All names of a document, by place; `first_words` are the words that begin them."""

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
    """The names of people, organisations and places, each with its fullest form in the document.

    Words of address and office are no part of a name: "Ms Helen Ward" → "Helen Ward". The surname of
    one person alone names that person, also where the parser took it for an organisation or for no name
    at all, unless an organisation of the document bears it too ("Ford", "Ford Motor").
    """
    titles = event_lexicon(parse.language).titles
    sentences = [s for s in parse.sentences if not s.heading]  # capitals in a headline mislead
    entities = [entity for s in sentences for entity in s.names if entity.label_ in _KINDS]
    surfaces = {id(entity): _surface(entity, titles) for entity in entities}
    people = _full_names(surfaces[id(e)] for e in entities if e.label_ == "PERSON")
    firms = {word for e in entities if e.label_ == "ORG" and len(e) > 1 for word in e.text.split()}
    people = {form: full for form, full in people.items() if form not in firms}
    names: dict[Span, Name] = {}
    for entity in entities:
        surface, kind = surfaces[id(entity)], _KINDS[entity.label_]
        person = people.get(surface) if entity.label_ in ("PERSON", "ORG") else None
        names[_span(entity)] = Name(_span(entity), person or surface, "person" if person else kind)
    taken = SpanIndex(names.items())
    for name in _surnames_alone(sentences, people):
        if not taken.touches(name.span):
            names[name.span] = name
    return Names(tuple(names[span] for span in sorted(names)))


def _full_names(names: "Iterator[str]") -> dict[str, str]:
    """Every form of a person's name with the longest one: "Smith", "John Smith" → "John Peter Smith".

    A surname alone counts where only one person of the document has it.
    """
    several = sorted({name for name in names if " " in name}, key=lambda name: (len(name), name))
    longest = {(name.split()[0], name.split()[-1]): name for name in several}
    surnames = [surname for _, surname in longest]
    forms = {name: longest[name.split()[0], name.split()[-1]] for name in several}
    return forms | {surname: full for (_, surname), full in longest.items() if surnames.count(surname) == 1}


def _surnames_alone(sentences: list[ParsedSentence], people: dict[str, str]) -> Iterator[Name]:
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos_ == "PROPN" and token.text in people:
                yield Name(span_of(token), people[token.text], "person")


def _span(entity: "SpacySpan") -> Span:
    genitive = len(entity) > 1 and entity[-1].text in _GENITIVE
    first, last = entity[0], entity[-2 if genitive else -1]
    return Span(span_of(first).start, span_of(last).end)


def _surface(entity: "SpacySpan", titles: frozenset[str]) -> str:
    words = entity.text.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in titles:
        words = words[1:]
    text = " ".join(words)
    for ending in _GENITIVE:
        text = text.removesuffix(ending)
    return text.removeprefix("the ").removeprefix("The ")
