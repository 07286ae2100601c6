"""Whether a proper name is that of a person, an organisation or a place: a linear model, as for events.

It was taught by spaCy's named entity recogniser (benchmarks/train_names.py), which costs as much as tagger
and parser together, and knows first names and the names in WordNet besides. One name is one thing throughout
a document, so what speaks for a kind is summed over all its places.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from eventdb.events.columns import Columns, Rows, are_among, symbols
from eventdb.events.features import View
from eventdb.events.hashing import Keys, Numbers, combine, find_keys
from eventdb.events.parser import numbers_of
from eventdb.events.proper_names import ProperName
from eventdb.events.senses import PERSON_SENSE
from eventdb.events.weights import Features, Weights, read_arrays, weights_of

_MANY_WORDS = 5
# fmt: off
_TEMPLATES = tuple(template.split() for template in (
    "text", "words", "titled", "described", "described words", "titled words", "titled before.word",
    "last.word words", "first.word words", "last.suffix", "last.suffix words", "first.suffix words",
    "known", "known words", "known_last words", "known_first words", "last.shape words",
    "first.shape last.shape", "last.dep", "last.dep words known_first", "joined words",
    "head.lemma last.dep", "head.sense last.dep", "head.tag last.dep", "above.lemma last.dep",
    "above.lemma head.lemma last.dep", "before.word", "before.word words", "before.tag", "before.lemma",
    "before.sense", "before.sense words known_first", "before.dep before.sense", "before.word known",
    "before.word known_first", "before2.word before.word", "after.word", "after.word words", "after.tag",
    "after.lemma", "after.sense", "after.word after2.word", "before.tag after.tag",
))
_WORD_TEMPLATES = (("word",),)
# fmt: on


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What is known of names by their words in small letters: a small number each, 0 for an unknown one."""

    keys: Keys
    entries: NDArray[np.uint8]

    def entries_of(self, texts: Numbers) -> Numbers:
        """The entries of some names, which are given by spaCy's numbers for their text."""
        found = find_keys(self.keys, combine(0, [texts]))
        return np.where(found >= 0, self.entries[found], 0).astype(np.uint64)


@dataclass(frozen=True, slots=True)
class NameModel:
    """The trained weights; `kinds` are the outcomes, "" for no name of somebody or something."""

    gazetteer: Gazetteer
    weights: Weights
    kinds: tuple[str, ...]


@cache
def load_name_model(language: str) -> NameModel:
    """The name model of a language, verified and loaded once.

    Raises:
        ResourceError: the model is missing, or is not the one that it was published with.
    """
    about, arrays = read_arrays(language, "names-model")
    gazetteer = Gazetteer(arrays["gazetteer_keys"], arrays["gazetteer_entries"])
    return NameModel(gazetteer, weights_of(about, arrays, "names"), tuple(about["kinds"]))


def kinds_of(columns: Columns, names: Sequence[ProperName], model: NameModel) -> list[str]:
    """The kind of each name: "person", "organisation", "place", or "" where it is none of them."""
    if not names:
        return []
    texts = text_numbers(columns, names)
    features = name_features(columns, names, texts, model.gazetteer)
    scores = model.weights.scores(features, len(names))
    _, same = np.unique(texts, return_inverse=True)
    together = np.stack([np.bincount(same, column) for column in scores.T], axis=1)
    return [model.kinds[kind] for kind in together.argmax(axis=1)[same]]


def text_numbers(columns: Columns, names: Sequence[ProperName]) -> Numbers:
    """spaCy's numbers for the names in small letters, with single spaces between words."""
    tokens = columns.tokens
    return numbers_of(" ".join(t.lower_ for t in tokens[first : last + 1]) for first, last, _ in names)


def name_features(
    columns: Columns,
    names: Sequence[ProperName],
    texts: Numbers,
    gazetteer: Gazetteer,
) -> Features:
    """What names look like to the model, from their words and from what stands around them."""
    first, last, titled = np.array(names).T
    words, head = columns.values["word"], columns.head[last]
    inside = np.concatenate([np.arange(start, end + 1) for start, end, _ in names])
    owners = np.repeat(np.arange(len(names)), last - first + 1)
    own = {
        "text": texts,
        "words": (last - first + 1).clip(max=_MANY_WORDS).astype(np.uint64),
        "known": gazetteer.entries_of(texts),
        "known_last": gazetteer.entries_of(words[last]),
        "known_first": gazetteer.entries_of(words[first]),
        "titled": (titled < first).astype(np.uint64),
        "described": _described(columns, first - 1),
        "joined": _joined(columns, inside, owners),
    }
    places = {
        "first": first, "last": last, "head": head, "above": columns.head[head],
        "before": first - 1, "before2": first - 2, "after": last + 1, "after2": last + 2,
    }  # fmt: skip
    keys = View(columns, places, own).keys(_TEMPLATES)
    theirs = View(columns, {"": inside}).keys(_WORD_TEMPLATES, len(_TEMPLATES))
    return Features.of((np.arange(len(names)), keys), (owners, theirs))


def _described(columns: Columns, before: Rows) -> Numbers:
    """What a common noun right before a name says it is: 1 a person ("singer"), 2 a thing ("river")."""
    noun = are_among(columns.at("pos", before), symbols(("NOUN",)))
    noun &= are_among(columns.at("dep", before), symbols(("compound", "nmod")))
    person = columns.at("sense", before) == PERSON_SENSE
    return np.where(noun, np.where(person, 1, 2), 0).astype(np.uint64)


def _joined(columns: Columns, inside: Rows, owners: Rows) -> Numbers:
    """How many of its words only join others: the "of" and "&" of a name."""
    proper = columns.among("pos", symbols(("PROPN",)))[inside]
    return np.bincount(owners, ~proper).astype(np.uint64)
