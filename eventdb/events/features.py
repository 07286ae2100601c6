"""What a token looks like to the event classifier: hashed combinations of the columns around it.

A template names the columns that it combines. A bare name is the token's own; `head.`, `above.` (the
head's head), `before.`, `after.`, `before2.` and `after2.` are its neighbours in the tree and in the
text; `child.` is each of its dependents in turn. `sense` and the like are WordNet's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from eventdb.events.columns import Columns, Rows
from eventdb.events.hashing import Keys, Numbers, combine_each
from eventdb.events.weights import Features

# fmt: off
_TEMPLATES = tuple(template.split() for template in (
    "tag", "dep", "pos dep", "tag dep", "suffix", "ending pos", "children", "group tag",
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
    "child.dep child.sense", "child.dep child.tag pos",
))
# fmt: on


@dataclass(frozen=True, slots=True)
class View:
    """The columns as seen from some rows, or from whatever else stands at `places`; `own` are its own."""

    columns: Columns
    places: Mapping[str, Rows]
    own: Mapping[str, Numbers] = field(default_factory=dict)

    def column(self, name: str) -> Numbers:
        """A column by its name in a template."""
        place, _, column = name.rpartition(".")
        return self.own[name] if name in self.own else self.columns.at(column, self.places[place])

    def keys(self, templates: Sequence[Sequence[str]], seed: int = 0) -> Keys:
        """The keys of each template, row after row, which are told apart by numbers from `seed` on."""
        read = {name: self.column(name) for name in dict.fromkeys(chain.from_iterable(templates))}
        return combine_each(templates, read, seed)


def find_features(columns: Columns, rows: Rows) -> Features:
    """The features of the tokens in some rows."""
    head = columns.head[rows]
    view = View(
        columns,
        {
            "": rows, "head": head, "above": columns.head[head],
            "before": rows - 1, "after": rows + 1, "before2": rows - 2, "after2": rows + 2,
        },
    )  # fmt: skip
    own = view.keys(_TEMPLATES)
    owners, children = _pairs(columns, rows)
    pairs = View(columns, {"": rows[owners], "child": children})
    theirs = pairs.keys(_CHILD_TEMPLATES, len(_TEMPLATES))
    return Features.of((np.arange(len(rows)), own), (owners, theirs))


def _pairs(columns: Columns, rows: Rows) -> tuple[Rows, Rows]:
    """Every dependent of the tokens in some rows, with the position of its head among them."""
    position = np.full(len(columns.head), -1)
    position[rows] = np.arange(len(rows))
    owners = position[columns.parents]
    return owners[owners >= 0], columns.children[owners >= 0]
