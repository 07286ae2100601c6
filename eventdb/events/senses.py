"""What WordNet says about a lemma, as columns of small numbers.

The table comes from Princeton WordNet 3.1 (licence in `data/en/wordnet-licence.txt`): for every noun,
verb and adjective of one word, the topic of its first sense, the topic of most of its use, how much of
its use is for something that happens, and whether it is derived from a verb.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from eventdb.events.hashing import Keys, Numbers, combine, find_keys
from eventdb.events.parser import numbers_of
from eventdb.events.tree import Token

PERSON_SENSE = 18 + 1
"""WordNet's topic of nouns for people, as it stands in the column; 0 there is an unknown word."""

SENSE_COLUMNS = ("sense", "mostly", "eventful", "derived")
_WIDTHS = (6, 6, 3, 1)  # bits; there are 45 topics ("lexicographer files")


def sense_keys(lemmas: Numbers, parts: Numbers) -> Keys:
    """The keys of lemmas in the table; `parts` are spaCy's numbers for their parts of speech."""
    return combine(0, [lemmas, parts])


def pack_sense(first: int, mostly: int, eventful: int, derived: bool) -> int:
    """One entry of the table.

    `eventful` counts eighths, rounded down, of the uses that mean something that happens.
    """
    packed = 0
    for value, width in zip((first, mostly, eventful, int(derived)), _WIDTHS, strict=True):
        packed = packed << width | value
    return packed


@dataclass(frozen=True, slots=True, eq=False)
class Senses:
    """The table: keys in order, and an entry of `pack_sense` for each."""

    keys: Keys
    entries: NDArray[np.uint16]

    def columns(self, lemmas: Numbers, parts: Numbers) -> dict[str, Numbers]:
        """The columns of `SENSE_COLUMNS` for some lemmas; all 0 where the table does not know one."""
        found = find_keys(self.keys, sense_keys(lemmas, parts))
        rest = self.entries[found].astype(np.uint64)
        values: dict[str, Numbers] = {}
        for name, width in zip(reversed(SENSE_COLUMNS), reversed(_WIDTHS), strict=True):
            value = rest & np.uint64(2**width - 1)
            values[name] = np.where(found >= 0, value + np.uint64(1), np.uint64(0))
            rest = rest >> np.uint64(width)
        return values

    def names_person(self, noun: Token) -> bool:
        """Whether a common noun first of all means a human being: "judge", "engineer"."""
        return _is_person(self, noun.lemma_, noun.pos_)


@lru_cache(maxsize=10_000)
def _is_person(senses: Senses, lemma: str, pos: str) -> bool:
    number, part = numbers_of([lemma, pos]).reshape(2, 1)
    return bool(senses.columns(number, part)["sense"][0] == PERSON_SENSE)
