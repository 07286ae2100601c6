"""The table of `eventdb.events.senses`, from the database files of Princeton WordNet."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from eventdb.events.parser import numbers_of
from eventdb.events.senses import Senses, pack_sense, sense_keys

# WordNet's lexicographer files, by number: acts, events, phenomena, processes.
HAPPENING = frozenset({4, 11, 19, 22})
PARTS = {"1": "NOUN", "2": "VERB", "3": "ADJ", "5": "ADJ"}  # by the digit of a sense key


def read_senses(folder: Path) -> Senses:
    """The table of `eventdb.events.senses` from WordNet's sense index and derivations."""
    uses: dict[tuple[str, str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    first: dict[tuple[str, str], int] = {}
    for line in (folder / "index.sense").read_text(encoding="latin-1").splitlines():
        sense, _, number, tagged = line.split()
        lemma, _, rest = sense.partition("%")
        part, topic = rest.split(":")[:2]
        if part not in PARTS or not lemma.isalpha():
            continue
        word = (lemma.lower(), PARTS[part])
        uses[word][int(topic)] += int(tagged) + 0.5 / int(number)
        if number == "1":
            first.setdefault(word, int(topic))
    derived = set(derived_nouns(folder))
    words = sorted(word for word in uses if word in first)
    lemmas = numbers_of(lemma for lemma, _ in words)
    parts = numbers_of(part for _, part in words)
    entries = [_entry(first[w], uses[w], w[1] == "NOUN" and w[0] in derived) for w in words]
    keys, index = np.unique(sense_keys(lemmas, parts), return_index=True)
    return Senses(keys, np.array(entries, dtype=np.uint16)[index])


def _entry(first: int, uses: dict[int, float], derived: bool) -> int:
    mostly = max(uses, key=lambda topic: (uses[topic], -topic))
    eventful = sum(n for topic, n in uses.items() if topic in HAPPENING) / sum(uses.values())
    return pack_sense(first, mostly, min(7, int(eventful * 8)), derived)


def derived_nouns(folder: Path) -> Iterator[str]:
    """The nouns that WordNet derives from a verb."""
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = fields[4 : 4 + 2 * count : 2]
        pointers = fields[5 + 2 * count :]
        for kind, _, part, ends in zip(*(pointers[i::4] for i in range(4)), strict=False):
            if kind == "+" and part == "v":
                source = int(ends[:2], 16)
                yield from (w.lower() for w in (words if source == 0 else words[source - 1 : source]))
