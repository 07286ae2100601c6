"""What a token looks like to the event classifier: hashed combinations of the columns around it.

A template names the columns that it combines. A bare name is the token's own; `head.`, `above.` (the
head's head), `before.`, `after.`, `before2.` and `after2.` are its neighbours in the tree and in the
text; `child.` is each of its dependents in turn. `sense` and the like are WordNet's.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from eventdb.events.columns import Columns, Rows
from eventdb.events.hashing import Keys, Numbers, combine

# fmt: off
_TEMPLATES = tuple(template.split() for template in (
    "tag", "dep", "pos dep", "tag dep", "suffix", "ending pos", "entity", "children", "group tag",
    "group tag dep", "lemma", "lemma pos", "lemma dep", "lemma tag", "word tag",
    "sense pos", "sense dep", "mostly pos", "mostly dep", "eventful pos", "eventful dep",
    "derived eventful", "derived dep", "class pos", "listed pos", "listed dep",
    "head.lemma", "head.lemma dep", "head.tag", "head.dep", "head.pos dep", "tag head.tag dep",
    "head.sense dep", "head.class dep pos", "sense head.pos dep", "sense head.lemma", "lemma head.lemma",
    "above.pos head.dep dep", "above.lemma", "above.lemma head.lemma", "above.class head.lemma pos",
    "before.lemma", "before.tag", "before.tag tag", "before.tag lemma", "before.lemma pos",
    "after.lemma", "after.tag", "after.tag tag", "after.tag lemma", "after.lemma pos",
    "before.tag tag after.tag", "before2.lemma", "before2.tag", "after2.lemma", "after2.tag",
))
_CHILD_TEMPLATES = tuple(template.split() for template in (
    "child.dep", "child.dep tag", "child.dep child.lemma", "lemma child.dep", "lemma child.dep child.lemma",
    "child.dep child.entity", "child.dep child.sense", "child.dep child.tag pos",
))
# fmt: on


class Features(NamedTuple):
    """The keys of features, and for each the position of the token it belongs to."""

    owners: Rows
    keys: Keys


@dataclass(frozen=True, slots=True)
class _View:
    """The columns as seen from some rows."""

    columns: Columns
    places: dict[str, Rows]

    def column(self, name: str) -> Numbers:
        place, _, own = name.rpartition(".")
        return self.columns.at(own, self.places[place])


def find_features(columns: Columns, rows: Rows) -> Features:
    """The features of the tokens in some rows."""
    head = columns.head[rows]
    view = _View(
        columns,
        {
            "": rows, "head": head, "above": columns.head[head],
            "before": rows - 1, "after": rows + 1, "before2": rows - 2, "after2": rows + 2,
        },
    )  # fmt: skip
    own = [combine(n, [view.column(c) for c in template]) for n, template in enumerate(_TEMPLATES)]
    owners, children = _pairs(columns, rows)
    pairs = _View(columns, {"": rows[owners], "child": children})
    theirs = [
        combine(len(_TEMPLATES) + n, [pairs.column(c) for c in template])
        for n, template in enumerate(_CHILD_TEMPLATES)
    ]
    positions = [*[np.arange(len(rows))] * len(own), *[owners] * len(theirs)]
    return Features(np.concatenate(positions), np.concatenate([*own, *theirs]))


def _pairs(columns: Columns, rows: Rows) -> tuple[Rows, Rows]:
    """Every dependent of the tokens in some rows, with the position of its head among them."""
    position = np.full(len(columns.head), -1)
    position[rows] = np.arange(len(rows))
    owners = position[columns.parents]
    return owners[owners >= 0], columns.children[owners >= 0]
