"""The tokens of a whole document as columns of numbers, so that nothing need be computed word by word."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from eventdb.events.hashing import Numbers, combine
from eventdb.events.lexicon import EventLexicon, event_lexicon
from eventdb.events.model import load_model
from eventdb.events.senses import Senses
from eventdb.events.syntax import Parse

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Rows = NDArray[np.int64]

_ATTRIBUTES = {
    "lemma": "LEMMA", "word": "LOWER", "tag": "TAG", "pos": "POS", "dep": "DEP", "suffix": "SUFFIX",
    "shape": "SHAPE", "space": "SPACY", "start": "IDX", "length": "LENGTH", "head": "HEAD",
}  # fmt: skip
_ENDING = 4  # letters
_GROUP = ("aux", "auxpass", "neg")
_MANY_CHILDREN = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """One row for every token of the document, spaces included, block after block.

    `values` are hashes and small numbers by name of the column; `block` is the number of the block, and
    `head` the row of the syntactic head (its own for the root of a sentence); `children` are the rows that
    have a head, and `parents` theirs.
    """

    values: dict[str, Numbers]
    block: Rows
    head: Rows
    parents: Rows
    children: Rows

    def at(self, name: str, rows: Rows) -> Numbers:
        """One column in some rows; a row outside the document reads as 0."""
        column = self.values[name]
        inside = (rows >= 0) & (rows < len(column))
        return np.where(inside, column[np.where(inside, rows, 0)], np.uint64(0))

    def among(self, name: str, numbers: Numbers) -> NDArray[np.bool_]:
        """In which rows a column has one of these values."""
        return np.isin(self.values[name], numbers)


def read_columns(docs: "list[Doc]", lexicon: EventLexicon, senses: Senses) -> Columns:
    """The columns of parsed blocks of one document; there is at least one block."""
    read = np.concatenate([doc.to_array(list(_ATTRIBUTES.values())) for doc in docs])
    values: dict[str, Numbers] = {name: read[:, i] for i, name in enumerate(_ATTRIBUTES)}
    rows = np.arange(len(read))
    block = np.repeat(np.arange(len(docs)), [len(doc) for doc in docs])
    values["start"] = values["start"] + np.array([doc.user_data["offset"] for doc in docs], np.uint64)[block]
    head = rows + values.pop("head").astype(np.int64)
    children = np.flatnonzero(head != rows)
    strings = docs[0].vocab.strings
    values |= _lemma_columns(values["lemma"], strings, lexicon)
    values |= senses.columns(values["lemma"], _parts_of_speech(values["pos"], strings))
    parents = head[children]
    values["children"] = np.bincount(parents, minlength=len(rows)).clip(max=_MANY_CHILDREN).astype(np.uint64)
    columns = Columns(values, block, head, parents, children)
    values["group"] = _verb_groups(columns, symbols(strings, _GROUP))
    return columns


@lru_cache(maxsize=1)
def columns_of(parse: Parse) -> Columns | None:
    """The columns of a document, None where it has no words; kept while the next stages ask for them."""
    docs = blocks_of(parse)
    if not docs:
        return None
    return read_columns(docs, event_lexicon(parse.language), load_model(parse.language).senses)


def _parts_of_speech(parts: Numbers, strings: "StringStore") -> Numbers:
    """For the dictionary an auxiliary is a verb."""
    auxiliary, verb = symbols(strings, ("AUX", "VERB"))
    return np.where(parts == auxiliary, verb, parts)


def symbols(strings: "StringStore", names: tuple[str, ...]) -> Numbers:
    """The numbers by which spaCy knows some names of tags or relations."""
    return np.array([strings[name] for name in names], dtype=np.uint64)


def blocks_of(parse: Parse) -> "list[Doc]":
    """spaCy's documents for the blocks of a text, in order."""
    docs = (sentence.tokens[0].doc for sentence in parse.sentences if sentence.tokens)
    return list({id(doc): doc for doc in docs}.values())


def _lemma_columns(lemmas: Numbers, strings: "StringStore", lexicon: EventLexicon) -> dict[str, Numbers]:
    """What depends on the lemma alone, worked out once for every lemma of the document."""
    different, place = np.unique(lemmas, return_inverse=True)
    words = [strings[int(number)].lower() for number in different]
    rows = np.array(
        [
            (
                strings[word],
                strings[word[-_ENDING:]],
                strings[lexicon.classes.get(word, "")],
                int(word in lexicon.nouns),
                int(word in lexicon.lasting),
            )
            for word in words
        ],
        dtype=np.uint64,
    )[place]
    return {name: rows[:, i] for i, name in enumerate(("lemma", "ending", "class", "listed", "lasting"))}


def _verb_groups(columns: Columns, group: Numbers) -> Numbers:
    """The auxiliaries and negations of every token as one number: the sum of theirs."""
    grouped = np.isin(columns.at("dep", columns.children), group)
    children = columns.children[grouped]
    keys = combine(0, [columns.at("lemma", children), columns.at("dep", children)])
    totals = np.zeros(len(columns.head), dtype=np.uint64)
    np.add.at(totals, columns.parents[grouped], keys.astype(np.uint64))
    return totals
