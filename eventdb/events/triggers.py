"""Which words of a document tell of an event (TimeML: EVENT), and of which class."""

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from eventdb.events.columns import Columns, Rows, blocks_of, read_columns, symbols
from eventdb.events.features import find_features
from eventdb.events.lexicon import event_lexicon
from eventdb.events.model import load_model
from eventdb.events.syntax import Parse, ParsedSentence

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

_PARTS = ("VERB", "NOUN", "ADJ", "AUX")
# A word in one of these places modifies another, or has become a preposition: "according to", "armed men".
_NO_EVENT = ("aux", "auxpass", "amod", "compound", "nmod", "npadvmod", "advmod", "prep", "case", "punct")


class Trigger(NamedTuple):
    """A word that tells of an event, and the sentence that it stands in."""

    sentence: ParsedSentence
    token: "Token"
    event_class: str


def find_triggers(parse: Parse) -> list[Trigger]:
    """The words of a document that carry an event, in order."""
    docs = blocks_of(parse)
    if not docs:
        return []
    model = load_model(parse.language)
    columns = read_columns(docs, event_lexicon(parse.language), model.senses)
    rows = candidate_rows(columns, docs[0].vocab.strings)
    scores = model.triggers.scores(find_features(columns, rows), len(rows))[:, 0]
    chosen = rows[(scores > 0) | _lasting(columns, docs[0].vocab.strings)[rows]]
    classes = model.classifier.scores(find_features(columns, chosen), len(chosen)).argmax(axis=1)
    words = _words(parse, docs)
    return [Trigger(*words[row], model.classes[kind]) for row, kind in zip(chosen, classes, strict=True)]


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
