"""Train the model of when a report's events happened: `data/en/report-model.npz` and `.toml`.

    pip install -e '.[train]'
    python benchmarks/train_report.py TEMPEVAL EVENTTIME TIMELINES [--check] [--output FOLDER]

TEMPEVAL is a folder with a folder of TimeML files for each corpus (TimeBank among them), EVENTTIME the
table of TimeBank-EventTime, TIMELINES the folder of SemEval-2015 Task 4. Prints the cross-validation by
document, then trains on everything and writes the model. With --check nothing is written. The same input
gives the same bytes.

The corpora have different conventions (see `eventdb.anchoring.report_model`). Each feature therefore has
a weight that both heads share and one of each head (Daumé 2007, "Frustratingly easy domain adaptation").
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from zlib import crc32

import numpy as np
from report_corpora import Labelled, read_event_times, read_relations, read_timelines
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from trained_files import frequent_features, write_model

from eventdb.anchoring.anchor import anchor
from eventdb.anchoring.lead import find_news
from eventdb.anchoring.report_features import Report, find_features
from eventdb.anchoring.report_model import HEADS, OUTCOMES
from eventdb.anchoring.report_time import report_of
from eventdb.anchoring.scene import Scene
from eventdb.events.extract import find_mentions
from eventdb.events.syntax import parse
from eventdb.events.weights import Features, Weights
from eventdb.formats.creation import creation_time
from eventdb.language import find_timexes
from eventdb.resources import data_path
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.text import Document, Span

FOLDS = 5
DOCUMENTS = 5  # a feature counts when it occurs in so many
COST = 0.02  # inverse strength of the L2 penalty
RELATED = np.array([OUTCOMES.index("day" if name == "ongoing" else name) for name in OUTCOMES])
"""Outcomes that are one relation to the report's day: of it and around it overlap it."""
ABOUT = """\
# What lies in the file of the report model, written by benchmarks/train_report.py. The weights are whole
# numbers in units of `scale`, for the outcomes in the order of eventdb.anchoring.report_model."""


@dataclass
class Samples:
    """All labelled mentions, one row each; `owners` and `keys` are their features."""

    document: np.ndarray
    corpus: np.ndarray
    head: np.ndarray
    outcome: np.ndarray
    owners: np.ndarray
    keys: np.ndarray


def read_samples(corpora: Sequence[tuple[str, Labelled]]) -> Samples:
    """Analyse the documents and describe every labelled mention."""
    parts = [(corpus, labelled, *describe(labelled)) for corpus, labelled in corpora]
    counts = [len(outcomes) for _, _, outcomes, _ in parts]
    starts = np.cumsum([0, *counts[:-1]])
    return Samples(
        document=np.repeat([crc32(labelled.name.encode()) for _, labelled, _, _ in parts], counts),
        corpus=np.repeat([corpus for corpus, _, _, _ in parts], counts),
        head=np.repeat([HEADS.index(labelled.kind) for _, labelled, _, _ in parts], counts),
        outcome=np.array([OUTCOMES.index(name) for _, _, outcomes, _ in parts for name in outcomes]),
        owners=np.concatenate([f.owners + start for (_, _, _, f), start in zip(parts, starts, strict=True)]),
        keys=np.concatenate([features.keys for _, _, _, features in parts]),
    )


def describe(labelled: Labelled) -> tuple[list[str], Features]:
    """The outcomes of the mentions that a corpus labels, and their features."""
    report = analyzed(labelled)
    news = find_news(report.scene, report.extents, report.written)
    days = [report.written] if news is None else [report.written, news.day]
    pairs = [
        (mention, outcome_of(label, days))
        for mention in report.scene.mentions
        if (label := label_at(labelled.labels, mention.span)) is not None
    ]
    return [outcome for _, outcome in pairs], find_features(report, [mention for mention, _ in pairs])


def analyzed(labelled: Labelled) -> Report:
    """A labelled text as the model sees it."""
    created = creation_time(labelled.date, "of the corpus")
    timexes, syntax = find_timexes(labelled.text, "en"), parse(labelled.text)
    scene = Scene.of(syntax, find_mentions(syntax, [timex.span for timex in timexes]), timexes)
    anchored = anchor(Document(labelled.text, created), scene)
    extents = {m.id: done.extent for done in anchored.conclusions for m in done.cluster.mentions}
    return report_of(scene, created.interval, anchored.resolutions, extents)


def label_at(labels: dict[Span, str | Extent], span: Span) -> str | Extent | None:
    """The label of the words that a mention stands on."""
    return next((label for words, label in labels.items() if words.overlaps(span)), None)


def outcome_of(label: str | Extent, days: Sequence[Interval]) -> str:
    """The outcome that a label comes to: the report's day is also that of its news."""
    if isinstance(label, str):
        return label
    start, end = days[0].sides
    if label.begin == label.end and label.dated and any(label.hull.covers(day) for day in days):
        return "day"
    if label.end.latest is not None and label.end.latest <= end:
        return "before"
    return "after" if label.begin.earliest is not None and label.begin.earliest >= start else "ongoing"


def matrix(samples: Samples, keys: np.ndarray) -> csr_matrix:
    """Mentions by features: shared, then those of each head; the last columns are the heads' biases."""
    places = np.searchsorted(keys, samples.keys).clip(max=len(keys) - 1)
    known = keys[places] == samples.keys
    shape = (len(samples.outcome), len(keys))
    shared = csr_matrix((np.ones(known.sum()), (samples.owners[known], places[known])), shape=shape)
    shared.data[:] = 1
    own = [shared.multiply((samples.head == head)[:, None]) for head in range(len(HEADS))]
    biases = np.stack([samples.head == head for head in range(len(HEADS))], axis=1).astype(float)
    return hstack([shared, *own, csr_matrix(biases)]).tocsr()


def fit(samples: Samples, chosen: np.ndarray) -> dict[str, Weights]:
    """Logistic regression on the chosen mentions, rounded to whole numbers of -127 to 127, by head."""
    keys = frequent_features(samples, chosen, DOCUMENTS)
    model = LogisticRegression(C=COST, max_iter=300, tol=1e-3)
    model.fit(matrix(samples, keys)[chosen], samples.outcome[chosen])
    heads = {}
    for number, name in enumerate(HEADS):
        own = len(keys) * (number + 1)
        weights = (model.coef_[:, : len(keys)] + model.coef_[:, own : own + len(keys)]).T
        bias = model.intercept_ + model.coef_[:, len(keys) * (len(HEADS) + 1) + number]
        scale = float(np.abs(weights).max() / 127)
        rounded = np.rint(weights / scale).astype(np.int8)
        used = rounded.any(axis=1)
        heads[name] = Weights(keys[used], rounded[used], scale, bias)
    return heads


def cross_validate(samples: Samples) -> None:
    """Print for each corpus how often a model is right that has not seen the document."""
    folds = samples.document % FOLDS
    said = np.zeros_like(samples.outcome)
    for fold in range(FOLDS):
        heads = fit(samples, folds != fold)
        for number, name in enumerate(HEADS):
            rows = np.flatnonzero((folds == fold) & (samples.head == number))
            scores = heads[name].scores(features_of(samples, rows), len(rows))
            said[rows] = scores.argmax(axis=1)
    for corpus in np.unique(samples.corpus):
        here = samples.corpus == corpus
        report(str(corpus), samples.outcome[here], said[here])


def features_of(samples: Samples, rows: np.ndarray) -> Features:
    """The features of some mentions, numbered anew."""
    position = np.full(len(samples.outcome), -1)
    position[rows] = np.arange(len(rows))
    owners = position[samples.owners]
    return Features(owners[owners >= 0], samples.keys[owners >= 0])


def report(corpus: str, gold: np.ndarray, said: np.ndarray) -> None:
    """One line: the share of right outcomes, of right relations, and how well the report's day is found."""
    day = OUTCOMES.index("day")
    hits = ((gold == day) & (said == day)).sum()
    related = RELATED[gold] == RELATED[said]
    print(
        f"{corpus:22} {len(gold):5d} mentions   right {100 * (gold == said).mean():5.1f}   "
        f"relation {100 * related.mean():5.1f}   "
        f"the report's day P {100 * hits / max(1, (said == day).sum()):5.1f} "
        f"R {100 * hits / (gold == day).sum():5.1f}"
    )


def train(samples: Samples, folder: Path) -> None:
    """Train on everything and write the model."""
    arrays, about = {}, {}
    for name, weights in fit(samples, np.ones(len(samples.outcome), dtype=bool)).items():
        arrays |= {f"{name}_keys": weights.keys, f"{name}_weights": weights.weights}
        bias = ", ".join(f"{value:.6f}" for value in weights.bias)
        about[name] = f"\n[{name}]\nscale = {weights.scale:.8f}\nbias = [{bias}]"
    write_model(folder, "report-model", ABOUT, arrays, about)


def read_corpora(arguments: argparse.Namespace) -> Iterator[tuple[str, Labelled]]:
    """All labelled documents, each with the name of its corpus."""
    for labelled in read_relations(arguments.tempeval):
        yield f"relation to a {'minute' if 'T' in labelled.date else 'day'}", labelled
    timebank = arguments.tempeval / "TimeBank"
    yield from (("eventtime", labelled) for labelled in read_event_times(arguments.eventtime, timebank))
    for gold in sorted(arguments.timelines.glob("*/TimeLines_*")):
        articles = next(
            chain(gold.parent.glob("corpus_trackB_CAT"), gold.parent.glob("Corpus*_events_timelines"))
        )
        yield from (("timelines", labelled) for labelled in read_timelines(articles, gold))


def main() -> int:
    """Cross-validate, then train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("tempeval", "eventtime", "timelines"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    parser.add_argument("--output", type=Path, default=data_path("en"))
    arguments = parser.parse_args()
    samples = read_samples(list(read_corpora(arguments)))
    cross_validate(samples)
    if not arguments.check:
        train(samples, arguments.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
