"""Which words of a document tell of an event (TimeML: EVENT), and of which class."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eventdb.events.columns import Columns, Rows, columns_of, symbols
from eventdb.events.features import find_features
from eventdb.events.model import load_model
from eventdb.events.nominal import predicate_of
from eventdb.events.syntax import Parse, ParsedSentence, head_of
from eventdb.events.tree import Token
from eventdb.text import Span

_ADVERBIAL = frozenset({"pobj", "prep", "npadvmod", "advmod", "pcomp"})
_PARTS = ("VERB", "NOUN", "ADJ", "AUX")
# A word in one of these places modifies another, or has become a preposition: "according to", "armed men".
_NO_EVENT = ("aux", "auxpass", "amod", "compound", "nmod", "npadvmod", "advmod", "prep", "case", "punct")


class Trigger(NamedTuple):
    """A word that tells of an event, and the sentence that it stands in."""

    sentence: ParsedSentence
    token: Token
    event_class: str


def find_triggers(parse: Parse, times: Sequence[Span] = (), counted: Sequence[Span] = ()) -> list[Trigger]:
    """The words of a document that carry an event, in order.

    `times` are its time expressions, `counted` the words by which one is counted from an event.
    """
    columns = columns_of(parse)
    model = load_model(parse.language)
    rows = candidate_rows(columns)
    scores = model.triggers.scores(find_features(columns, rows), len(rows))[:, 0]
    told = {token.i for token in (*dated_states(parse, times), *counted_from(parse, counted))}
    chosen = rows[(scores > 0) | _lasting(columns)[rows] | np.isin(rows, list(told))]
    chosen = chosen[~np.isin(chosen, [token.i for token in _dates_of_papers(parse, times)])]
    chosen = np.union1d(chosen, np.array(_entered(parse, chosen.tolist()), rows.dtype))
    classes = model.classifier.scores(find_features(columns, chosen), len(chosen)).argmax(axis=1)
    sentences = {token.i: sentence for sentence in parse.sentences for token in sentence.tokens}
    return [
        Trigger(sentences[row], parse.tokens[row], model.classes[kind])
        for row, kind in zip(chosen.tolist(), classes.tolist(), strict=True)
    ]


def _entered(parse: Parse, chosen: list[int]) -> list[int]:
    """The heads of entries that tell of no other event: "23:58 Primary back in service" is one.

    A line that its writer gave a time of its own is what happened then.
    """
    told = frozenset(chosen)
    untold = (s for s in parse.sentences if s.opens_entry and not any(t.i in told for t in s.tokens))
    return [head.i for sentence in untold if (head := head_of(sentence)) is not None]


def _dates_of_papers(parse: Parse, times: Sequence[Span]) -> Iterator[Token]:
    """Participles that say when a paper was written, which is no event of its own: "a letter dated 3 May"."""
    heads = (token.head for span in times if (token := parse.token_in(span)) is not None)
    yield from (head for head in heads if head.lower_ == "dated" and head.dep_ == "acl")


def dated_states(parse: Parse, times: Sequence[Span]) -> Iterator[Token]:
    """Predicate adjectives and participles with a time of their own: "The king has been ill since March",
    "Born in Bergen on 4 June, she …".
    """
    for span in times:
        node = parse.token_in(span)
        while node is not None and node.dep_ in _ADVERBIAL and node.head != node:
            node = node.head
        if node is not None:
            yield from (c for c in node.children if predicate_of(c) == node and c.dep_ == "acomp")
            if (
                node.dep_ == "advcl"
                and node.tag_ == "VBN"
                and not any(c.dep_ == "mark" for c in node.children)
            ):
                yield node


def counted_from(parse: Parse, counted: Sequence[Span]) -> Iterator[Token]:
    """Nouns that a time is counted from: "two days after the crossing", "the eve of the anniversary of …"."""
    for span in counted:
        token = parse.last_token_in(span)
        for noun in _objects(token) if token is not None else ():
            yield noun
            yield from (o for prep in noun.children if prep.lower_ == "of" for o in _objects(prep))


def _objects(preposition: Token) -> Iterator[Token]:
    return (c for c in preposition.children if c.dep_ == "pobj" and c.pos_ == "NOUN")


def _lasting(columns: Columns) -> NDArray[np.bool_]:
    """Nouns of states of affairs that other events are told by: "tensions", "the conflict".

    The corpora leave many of them unmarked; a timeline needs them.
    """
    return columns.among("pos", symbols(("NOUN",))) & (columns.values["lasting"] > 0)


def candidate_rows(columns: Columns) -> Rows:
    """The rows of verbs, common nouns and predicate adjectives; the model decides among them."""
    parts, places = symbols(_PARTS), symbols(_NO_EVENT)
    return np.flatnonzero(columns.among("pos", parts) & ~columns.among("dep", places))
