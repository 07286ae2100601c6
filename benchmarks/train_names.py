"""Train the name model: `data/en/names-model.npz` and `names-model.toml`.

    pip install -e '.[train]'
    python benchmarks/train_names.py WORDNET TEXTS... [--check] [--output FOLDER]

TEXTS are JSON Lines with a "text" each, in the language of the model; the labels are what spaCy's named
entity recogniser says of them, and what it mostly says of a name within a document counts. WORDNET is the
folder of Princeton WordNet's database. First names are those of the United States census of 1990 (package
`names`, public domain). Prints how far a model agrees with its teacher on documents that it has not seen,
then trains on everything. The same input gives the same bytes.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import names as census
import numpy as np
import spacy
from spacy.strings import hash_string
from train_events import FOLDS, Samples, fit, held_features
from trained_files import write_model

from eventdb.events.blocks import find_blocks
from eventdb.events.columns import Columns, columns_of
from eventdb.events.entities import rows_within
from eventdb.events.hashing import combine
from eventdb.events.lexicon import event_lexicon
from eventdb.events.name_kinds import Gazetteer, name_features, text_numbers
from eventdb.events.parser import verified_model
from eventdb.events.proper_names import ProperName, proper_names
from eventdb.events.syntax import parse
from eventdb.events.weights import Features
from eventdb.language import find_timexes
from eventdb.resources import data_path

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
TOPICS = {15: 1, 18: 2, 14: 3}  # WordNet's places, people and groups; 4 is anything else that has a name
FIRST_NAME = 8
COMMON = 0.003  # percent of the people who bear a first name
COST = 0.1
ABOUT = """\
# What lies in the file of the name model, written by benchmarks/train_names.py. The weights are whole numbers
# in units of `scale`; of a name's kinds the one with the highest sum is said."""


def read_gazetteer(wordnet: Path) -> Gazetteer:
    """Names in WordNet by what they mostly are, and first names."""
    entries: dict[str, int] = {}
    for name, topics in wordnet_names(wordnet).items():
        entries[name] = TOPICS.get(topics.most_common(1)[0][0], 4)
    for name in first_names():
        entries[name] = entries.get(name, 0) + FIRST_NAME
    texts = np.array([hash_string(name) for name in entries], dtype=np.uint64)
    keys, index = np.unique(combine(0, [texts]), return_index=True)
    return Gazetteer(keys, np.array(list(entries.values()), dtype=np.uint8)[index])


def wordnet_names(folder: Path) -> dict[str, Counter[int]]:
    """How often a name stands for an instance of each topic."""
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        entry = line.split(" | ")[0]
        if line.startswith(" ") or " @i " not in entry:
            continue
        fields = entry.split()
        for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
            found[word.lower().replace("_", " ")][int(fields[1])] += 1
    return found


def first_names() -> Iterator[str]:
    """First names that are not rare."""
    for name in ("dist.female.first", "dist.male.first"):
        for line in (Path(census.__file__).parent / name).read_text().splitlines():
            word, percent, *_ = line.split()
            if float(percent) >= COMMON:
                yield word.lower()


def read_texts(paths: Iterable[Path]) -> list[str]:
    """The texts of JSON Lines, each once."""
    rows = (json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return list(dict.fromkeys(row["text"] for row in rows))


def read_samples(texts: list[str], gazetteer: Gazetteer) -> Samples:
    """All proper names of the texts, and what the teacher says of them.

    Each stands there twice, as it is and (`missed`) as a name that nobody knows.
    """
    teacher = spacy.load(verified_model("en"), enable=["ner"])
    parts = [read_document(text, gazetteer, teacher) for text in texts]
    counts = [len(gold) for _, gold in parts]
    starts = np.cumsum([0, *counts[:-1]])
    return Samples(
        document=np.repeat(np.arange(len(texts)), counts),
        owners=np.concatenate([f.owners + start for (f, _), start in zip(parts, starts, strict=True)]),
        keys=np.concatenate([features.keys for features, _ in parts]),
        gold=np.array([label for _, gold in parts for label in gold]),
        corpora=np.array([]),
        missed=np.concatenate([np.arange(count) >= count // 2 for count in counts]),
    )


def read_document(
    text: str, gazetteer: Gazetteer, teacher: spacy.language.Language
) -> tuple[Features, list[str]]:
    """Features and labels of the proper names of a text."""
    syntax = parse(text)
    columns = columns_of(syntax)
    none = Features(np.array([], dtype=np.int64), np.array([], dtype=np.uint32)), []
    spans = [timex.span for timex in find_timexes(text)] + [s.span for s in syntax.sentences if s.heading]
    names = proper_names(columns, event_lexicon("en"), rows_within(columns, spans))
    if not names:
        return none
    kinds = kinds_by_row(teacher, text)
    texts = text_numbers(columns, names)
    said: dict[int, Counter[str]] = defaultdict(Counter)
    for number, (_, last, _) in zip(texts.tolist(), names, strict=True):
        said[number][kinds[last]] += 1
    labels = [said[number].most_common(1)[0][0] for number in texts.tolist()]
    seen = name_features(columns, names, texts, gazetteer)
    unseen = name_features(without_words(columns, names), names, texts * 0, gazetteer)
    owners = np.concatenate([seen.owners, unseen.owners + len(names)])
    return Features(owners, np.concatenate([seen.keys, unseen.keys])), labels * 2


def without_words(columns: Columns, names: list[ProperName]) -> Columns:
    """The columns with the names made unknown, so that the model learns from what is around them, too."""
    inside = np.concatenate([np.arange(first, last + 1) for first, last, _ in names])
    values = dict(columns.values)
    for column in ("word", "lemma"):
        values[column] = values[column].copy()
        values[column][inside] = 0
    return replace(columns, values=values)


def kinds_by_row(teacher: spacy.language.Language, text: str) -> list[str]:
    """For each token what the teacher says it is part of."""
    blocks = (block.span.of(text) for block in find_blocks(text))
    return [KINDS.get(token.ent_type_, "") for doc in teacher.pipe(blocks) for token in doc]


def cross_validate(samples: Samples) -> None:
    """Print how often a model and its teacher agree on a name, by kind, on documents it has not seen."""
    folds = np.random.default_rng(0).permutation(samples.document.max() + 1) % FOLDS
    said = np.zeros_like(samples.gold)
    for fold in range(FOLDS):
        seen = folds[samples.document] != fold
        weights = fit(samples, seen, samples.gold, COST)
        held = np.flatnonzero(~seen)
        scores = weights.scores(held_features(samples, held), len(held))
        said[held] = np.unique(samples.gold[seen])[scores.argmax(axis=1)]
    unknown = samples.missed.astype(bool)
    for name, chosen in (("as they are", ~unknown), ("unknown", unknown)):
        agree(name, said[chosen], samples.gold[chosen])


def agree(name: str, said: np.ndarray, gold: np.ndarray) -> None:
    """Print how often the model says what the teacher says."""
    print(f"{len(said)} names {name}: {100 * (said == gold).mean():.1f} % as the teacher says")
    for kind in np.unique(gold):
        right, total = ((said == kind) & (gold == kind)).sum(), (said == kind).sum() + (gold == kind).sum()
        print(f"  {kind or 'none':13} F1 {200 * right / total:.1f}")


def train(samples: Samples, gazetteer: Gazetteer, folder: Path) -> None:
    """Train on everything and write the model."""
    weights = fit(samples, np.ones(len(samples.gold), dtype=bool), samples.gold, COST)
    kinds = ", ".join(f'"{kind}"' for kind in np.unique(samples.gold))
    bias = ", ".join(f"{value:.6f}" for value in weights.bias)
    arrays = {
        "gazetteer_keys": gazetteer.keys,
        "gazetteer_entries": gazetteer.entries,
        "names_keys": weights.keys,
        "names_weights": weights.weights,
    }
    about = {
        "kinds": f"kinds = [{kinds}]",
        "names": f"\n[names]\nscale = {weights.scale:.8f}\nbias = [{bias}]",
    }
    write_model(folder, "names-model", ABOUT, arrays, about)


def main() -> int:
    """Cross-validate, then train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    parser.add_argument("--output", type=Path, default=data_path("en"))
    arguments = parser.parse_args()
    gazetteer = read_gazetteer(arguments.wordnet)
    samples = read_samples(read_texts(arguments.texts), gazetteer)
    cross_validate(samples)
    if not arguments.check:
        train(samples, gazetteer, arguments.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
