"""The trained weights that tell when the events of a report happened, read from `data/<language>/`.

Two heads speak of the same four outcomes. `time` says what a person would write beside an event on a
timeline (TimeBank-EventTime, Reimers et al. 2016, and the timelines of SemEval-2015 Task 4); `relation`
how annotators relate it to the document's date (TimeML: a TLINK to the creation time), who count what a
report of the day tells in the past tense as before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from eventdb.anchoring.report_features import Report, find_features
from eventdb.events.mention import EventMention
from eventdb.events.weights import Weights, read_arrays, weights_of

OUTCOMES = ("day", "before", "ongoing", "after")
"""On the report's day; before it; begun by then and not over; still to come."""

HEADS = ("time", "relation")


@dataclass(frozen=True, slots=True)
class ReportModel:
    """Both heads, by their names."""

    heads: dict[str, Weights]

    def probabilities(
        self, report: Report, mentions: Sequence[EventMention]
    ) -> dict[str, NDArray[np.float64]]:
        """For each head the probability of each outcome: one row for a mention."""
        features = find_features(report, mentions)
        return {
            name: _softmax(weights.scores(features, len(mentions))) for name, weights in self.heads.items()
        }


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: NDArray[np.float64] = odds / odds.sum(axis=1, keepdims=True)
    return shares


@cache
def load_report_model(language: str) -> ReportModel:
    """The model of a language, verified and loaded once.

    Raises:
        ResourceError: the model is missing, or is not the one that it was published with.
    """
    about, arrays = read_arrays(language, "report-model")
    return ReportModel({head: weights_of(about, arrays, head) for head in HEADS})
