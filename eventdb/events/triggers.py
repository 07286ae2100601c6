"""Which words of a document tell of an event (TimeML: EVENT), and of which class."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from eventdb.events.columns import Columns, Rows, blocks_of, columns_of, symbols
from eventdb.events.features import find_features
from eventdb.events.model import load_model
from eventdb.events.nominal import predicate_of
from eventdb.events.syntax import Parse, ParsedSentence, head_of
from eventdb.text import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

_ADVERBIAL = frozenset({"pobj", "prep", "npadvmod", "advmod", "pcomp"})
_PARTS = ("VERB", "NOUN", "ADJ", "AUX")
# A word in one of these places modifies another, or has become a preposition: "according to", "armed men".
_NO_EVENT = ("aux", "auxpass", "amod", "compound", "nmod", "npadvmod", "advmod", "prep", "case", "punct")


class Trigger(NamedTuple):
    """A word that tells of an event, and the sentence that it stands in."""

    sentence: ParsedSentence
    token: "Token"
    event_class: str


def find_triggers(parse: Parse, times: Sequence[Span] = (), counted: Sequence[Span] = ()) -> list[Trigger]:
    """The words of a document that carry an event, in order.

    `times` are its time expressions, `counted` the words by which one is counted from an event.
    """
    docs, columns = blocks_of(parse), columns_of(parse)
    if columns is None:
        return []
    model = load_model(parse.language)
    rows = candidate_rows(columns, docs[0].vocab.strings)
    scores = model.triggers.scores(find_features(columns, rows), len(rows))[:, 0]
    words = _words(parse, docs)
    told = {*dated_states(parse, times), *counted_from(parse, counted)}
    dated = [row for row in rows.tolist() if row in words and words[row][1] in told]
    lasting = _lasting(columns, docs[0].vocab.strings)[rows]
    chosen = rows[(scores > 0) | lasting | np.isin(rows, dated)]
    chosen = np.union1d(chosen, np.array(_entered(words, chosen.tolist()), rows.dtype))
    classes = model.classifier.scores(find_features(columns, chosen), len(chosen)).argmax(axis=1)
    return [Trigger(*words[row], model.classes[kind]) for row, kind in zip(chosen, classes, strict=True)]


def _entered(words: "dict[int, tuple[ParsedSentence, Token]]", chosen: list[int]) -> list[int]:
    """The heads of entries that tell of no other event: "23:58 Primary back in rotation" is one.

    A line that its writer gave a time of its own is what happened then.
    """
    told = {words[row][0].number for row in chosen if row in words}
    return [
        row
        for row, (sentence, token) in words.items()
        if sentence.opens_entry and sentence.number not in told and token == head_of(sentence)
    ]


def dated_states(parse: Parse, times: Sequence[Span]) -> "Iterator[Token]":
    """Predicate adjectives whose clause has a time of its own: "The king has been ill since March"."""
    for span in times:
        node = parse.token_in(span)
        while node is not None and node.dep_ in _ADVERBIAL and node.head != node:
            node = node.head
        if node is not None:
            yield from (c for c in node.children if predicate_of(c) == node and c.dep_ == "acomp")


def counted_from(parse: Parse, counted: Sequence[Span]) -> "Iterator[Token]":
    """Nouns that a time is counted from: "two days after the crossing", "the eve of the anniversary of …"."""
    for span in counted:
        token = parse.last_token_in(span)
        for noun in _objects(token) if token is not None else ():
            yield noun
            yield from (o for prep in noun.children if prep.lower_ == "of" for o in _objects(prep))


def _objects(preposition: "Token") -> "Iterator[Token]":
    return (c for c in preposition.children if c.dep_ == "pobj" and c.pos_ == "NOUN")


def _lasting(columns: Columns, strings: "StringStore") -> "NDArray[np.bool_]":
    """Nouns of states of affairs that other events are told by: "tensions", "the conflict".

    The corpora leave many of them unmarked; a timeline needs them.
    """
    return columns.among("pos", symbols(strings, ("NOUN",))) & (columns.values["lasting"] > 0)


def _words(parse: Parse, docs: "list[Doc]") -> "dict[int, tuple[ParsedSentence, Token]]":
    """Every token by its row, with its sentence."""
    starts = dict(zip(map(id, docs), accumulate(map(len, docs), initial=0), strict=False))
    return {starts[id(t.doc)] + t.i: (s, t) for s in parse.sentences for t in s.tokens}


def candidate_rows(columns: Columns, strings: "StringStore") -> Rows:
    """The rows of verbs, common nouns and predicate adjectives; the model decides among them."""
    parts, places = symbols(strings, _PARTS), symbols(strings, _NO_EVENT)
    return np.flatnonzero(columns.among("pos", parts) & ~columns.among("dep", places))
