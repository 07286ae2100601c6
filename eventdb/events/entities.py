"""Names within one document: "Kerry", "John Kerry" and "US Secretary of State John Kerry" are one entity."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eventdb.events.columns import Columns, columns_of, symbols
from eventdb.events.lexicon import event_lexicon
from eventdb.events.name_kinds import kinds_of, load_name_model
from eventdb.events.proper_names import Mask, proper_names
from eventdb.events.syntax import Parse, span_of
from eventdb.events.tree import Token
from eventdb.text import Span, SpanIndex


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

    def at(self, token: Token) -> Name | None:
        """The name that a token is part of."""
        return self._index.covering(span_of(token))

    def within(self, span: Span) -> tuple[Name, ...]:
        """The names inside a stretch of text."""
        return self._index.within(span)


def find_names(parse: Parse, times: Sequence[Span] = ()) -> Names:
    """The names of people, organisations and places, each with its fullest form in the document.

    Words of address and office are no part of a name: "Ms Helen Ward" → "Helen Ward". The surname of
    one person alone names that person, also where it was taken for an organisation or for no name at all,
    unless an organisation of the document bears it too ("Ford", "Ford Motor"). `times` are the spans of
    time expressions, which are no names.
    """
    found = list(_found(parse, times))
    people = _full_names(name.full for name in found if name.kind == "person")
    firms = {word for name in found if name.kind == "organisation" for word in name.full.split()[:-1]}
    people = {form: full for form, full in people.items() if form not in firms}
    names = (_identified(name, people) for name in found)
    return Names(tuple(name for name in names if name.kind))


def _identified(name: Name, people: Mapping[str, str]) -> Name:
    """A name with its full form, where it is a form of a person's name that the document tells in full."""
    full = people.get(name.full) if name.kind != "place" else None
    return name if full is None else Name(name.span, full, "person")


def _found(parse: Parse, times: Sequence[Span]) -> Iterator[Name]:
    """The proper names as they stand; the kind of what is no name of somebody or something is ""."""
    columns = columns_of(parse)
    hidden = rows_within(columns, [*times, *(s.span for s in parse.sentences if s.heading)])
    lexicon = event_lexicon(parse.language)
    names = proper_names(columns, lexicon, hidden)
    kinds = kinds_of(columns, names, load_name_model(parse.language))
    address = symbols(tuple(f for word in lexicon.address for f in (word, f"{word}.")))
    addressed = columns.among("word", address).tolist()
    starts, lengths = (columns.values[name].tolist() for name in ("start", "length"))
    for name, kind in zip(names, kinds, strict=True):
        end = starts[name.last] + lengths[name.last]
        text = parse.text[starts[name.first] : end]
        sure = "person" if any(addressed[name.titled : name.first]) else kind
        begin = name.titled if sure == "person" else name.first
        yield Name(Span(starts[begin], end), " ".join(text.split()), sure)


def rows_within(columns: Columns, spans: Sequence[Span]) -> Mask:
    """The rows inside some stretches of the text; capitals in a headline mislead."""
    starts = columns.values["start"].astype(np.int64)
    inside = np.zeros(len(starts), dtype=np.bool_)
    for span in spans:
        first, last = np.searchsorted(starts, [span.start, span.end])
        inside[first:last] = True
    return inside


def _full_names(names: "Iterator[str]") -> dict[str, str]:
    """Every form of a person's name with the longest one: "Smith", "John Smith" → "John Peter Smith".

    A surname alone counts where only one person of the document has it.
    """
    several = sorted({name for name in names if " " in name}, key=lambda name: (len(name), name))
    longest = {(name.split()[0], name.split()[-1]): name for name in several}
    surnames = [surname for _, surname in longest]
    forms = {name: longest[name.split()[0], name.split()[-1]] for name in several}
    return forms | {surname: full for (_, surname), full in longest.items() if surnames.count(surname) == 1}
