"""The tokens of a whole document as columns of numbers, so that nothing need be computed word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from eventdb.events.hashing import Numbers, combine
from eventdb.events.lexicon import EventLexicon, event_lexicon
from eventdb.events.model import load_model
from eventdb.events.parser import numbers_of
from eventdb.events.senses import Senses
from eventdb.events.syntax import Parse
from eventdb.events.tree import Token

Rows = NDArray[np.int64]

_ENDING = 4  # letters
_GROUP = ("aux", "auxpass", "neg")
_MANY_CHILDREN = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """One row for every token of the document, spaces included, block after block.

    `tokens` are the words themselves; `values` are hashes and small numbers by name of the column; `head` is
    the row of the syntactic head (its own for the root of a sentence); `children` are the rows that have a
    head, and `parents` theirs.
    """

    tokens: Sequence[Token]
    values: dict[str, Numbers]
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
        return are_among(self.values[name], numbers)


def are_among(values: Numbers, numbers: Numbers) -> NDArray[np.bool_]:
    """Which values are one of a few numbers; numpy's `isin` takes five times as long for so few."""
    ordered = np.sort(numbers)
    same: NDArray[np.bool_] = ordered[np.searchsorted(ordered, values).clip(max=len(ordered) - 1)] == values
    return same


def read_columns(parse: Parse, lexicon: EventLexicon, senses: Senses) -> Columns:
    """The columns of a document."""
    values = dict(parse.columns)
    head = values.pop("head").astype(np.int64)
    children = np.flatnonzero(head != np.arange(len(head)))
    values |= _lemma_columns(values["lemma"], parse.tokens, lexicon)
    values |= senses.columns(values["lemma"], _parts_of_speech(values["pos"]))
    parents = head[children]
    values["children"] = np.bincount(parents, minlength=len(head)).clip(max=_MANY_CHILDREN).astype(np.uint64)
    columns = Columns(parse.tokens, values, head, parents, children)
    values["group"] = _verb_groups(columns, symbols(_GROUP))
    return columns


@lru_cache(maxsize=1)
def columns_of(parse: Parse) -> Columns:
    """The columns of a document; kept while the next stages ask for them."""
    return read_columns(parse, event_lexicon(parse.language), load_model(parse.language).senses)


def _parts_of_speech(parts: Numbers) -> Numbers:
    """For the dictionary an auxiliary is a verb."""
    auxiliary, verb = symbols(("AUX", "VERB"))
    return np.where(parts == auxiliary, verb, parts)


@lru_cache(maxsize=100)
def symbols(names: tuple[str, ...]) -> Numbers:
    """The numbers by which spaCy knows some names of tags or relations; they are the same in every text."""
    return numbers_of(names)


def _lemma_columns(lemmas: Numbers, tokens: Sequence[Token], lexicon: EventLexicon) -> dict[str, Numbers]:
    """What depends on the lemma alone, worked out once for every lemma of the document."""
    _, first, place = np.unique(lemmas, return_index=True, return_inverse=True)
    words = [tokens[row].lemma_.lower() for row in first.tolist()]
    columns = {
        "lemma": numbers_of(words),
        "ending": numbers_of(word[-_ENDING:] for word in words),
        "class": numbers_of(lexicon.classes.get(word, "") for word in words),
        "listed": np.array([word in lexicon.nouns for word in words], np.uint64),
        "lasting": np.array([word in lexicon.lasting for word in words], np.uint64),
    }
    return {name: column[place] for name, column in columns.items()}


def _verb_groups(columns: Columns, group: Numbers) -> Numbers:
    """The auxiliaries and negations of every token as one number: the sum of theirs."""
    grouped = are_among(columns.at("dep", columns.children), group)
    children = columns.children[grouped]
    keys = combine(0, [columns.at("lemma", children), columns.at("dep", children)])
    totals = np.zeros(len(columns.head), dtype=np.uint64)
    np.add.at(totals, columns.parents[grouped], keys.astype(np.uint64))
    return totals
