"""Which stretches of a text are proper names, by parts of speech and the tree; of what, others decide."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eventdb.events.columns import Columns, are_among, symbols
from eventdb.events.lexicon import EventLexicon

_REACH = 5  # words: how far a part of a name may stand before the word that it belongs to

_WRITTEN_LARGE = ("NOUN", "ADJ", "VERB", "NUM")  # what the tagger makes of the last word of "Harlow Textiles"

Mask = NDArray[np.bool_]


class ProperName(NamedTuple):
    """The first and the last row of a name; `titled` is the first row of the words of address before it."""

    first: int
    last: int
    titled: int


def proper_names(columns: Columns, lexicon: EventLexicon, hidden: Mask) -> list[ProperName]:
    """Every proper name, in order; none holds a `hidden` row.

    Words of address and office are no part of one: in "Prime Minister Anna Holm of the Bank of Norland"
    the names are "Anna Holm" and "Bank of Norland".
    """
    return list(_Walk(columns, lexicon, hidden).names())


class _Walk:
    """The words of a document as they can be part of a name, by row."""

    def __init__(self, columns: Columns, lexicon: EventLexicon, hidden: Mask) -> None:
        words = columns.values["word"]

        def listed(forms: frozenset[str]) -> list[bool]:
            found: list[bool] = are_among(words, symbols(tuple(sorted(forms)))).tolist()
            return found

        capital = np.array([token.text[:1].isupper() for token in columns.tokens], dtype=np.bool_)
        proper = columns.among("pos", symbols(("PROPN",))) & ~hidden
        proper &= capital | np.array(listed(lexicon.particles), dtype=np.bool_)
        written = capital & columns.among("pos", symbols(_WRITTEN_LARGE)) & ~hidden
        self._proper: list[bool] = proper.tolist()
        self._written: list[bool] = (proper | written).tolist()
        self._title = listed(lexicon.titles | {f"{title}." for title in lexicon.titles})
        self._heads = listed(lexicon.name_heads | {f"{head}s" for head in lexicon.name_heads})
        self._part = listed(lexicon.name_links["parts"])
        self._of = listed(lexicon.name_links["heads"])
        self._the = listed(frozenset({"the"}))
        self._spaced: list[int] = columns.values["space"].tolist()
        self._head: list[int] = columns.head.tolist()
        self._block: list[int] = [token.block for token in columns.tokens]
        self._rows: list[int] = np.flatnonzero(proper).tolist()

    def names(self) -> Iterator[ProperName]:
        free, titled = 0, None
        for row in self._rows:
            if row < free:
                continue
            titled = row if titled is None else titled
            if self._title[row] and self._follows(row, row + 1, self._proper):
                continue
            last = row
            while (further := self._further(last)) is not None:
                last = further
            free = last + 1
            yield ProperName(row, last, titled)
            titled = None

    def _further(self, row: int) -> int | None:
        """The row to which a name goes on from one of its words."""
        after = row + 1
        if self._follows(row, after, self._proper):
            return after if not self._title[after] and self._belongs(row, after) else None
        if self._follows(row, after, self._written) and self._belongs(row, after):
            return after
        if self._follows(row, after, self._part) and self._follows(row, after + 1, self._proper):
            return after + 1 if self._spaced[row] == self._spaced[after] else None
        if self._heads[row] and self._follows(row, after, self._of):
            named = after + 1 + self._follows(row, after + 1, self._the)
            return named if self._follows(row, named, self._proper) else None
        return None

    def _follows(self, row: int, later: int, kind: list[bool]) -> bool:
        """Whether a later row of the same block is of a kind."""
        return later < len(kind) and self._block[later] == self._block[row] and kind[later]

    def _belongs(self, row: int, after: int) -> bool:
        """Whether two neighbours are one phrase to the parser."""
        above = self._head[row]
        return row < above <= after + _REACH or self._head[after] in (row, above)
