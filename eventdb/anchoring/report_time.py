"""When the events of a report most likely happened, beyond what its text surely says.

"The ministry issued a statement" in a report of 12 May surely is not later than that day; most likely it
is of that day, because reports tell the news. Nothing sure is taken from it: it moves no bound, dates no
other event, and is shown as likely. A history has no such day, nor has a text without a date.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from eventdb.anchoring.clusters import Cluster
from eventdb.anchoring.focus import is_history
from eventdb.anchoring.lead import News, find_news
from eventdb.anchoring.report_features import Report
from eventdb.anchoring.report_model import OUTCOMES, load_report_model
from eventdb.anchoring.scene import Scene
from eventdb.events.mention import Tense
from eventdb.expression.frame import Resolution
from eventdb.expression.nodes import Vague
from eventdb.language.timex import Timex
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_WEIGHTS = np.array([1.3 if outcome == "day" else 1.0 for outcome in OUTCOMES])
"""How many times the odds of the report's day count: the others name no day, so that it is the best
single guess even where it is not the likelier half (chosen by cross-validation)."""

_RELATIONS = {"before": "before", "day": "overlap", "ongoing": "overlap", "after": "after"}


@dataclass(frozen=True, slots=True)
class Likely:
    """Where an event most likely lies, and how it stands to the document's date.

    `extent` is None where the text itself dates the event, or nothing is likelier than what it says.
    `relation` is "before", "overlap" or "after", as TimeML's annotators would say it. `news` is what the
    lead tells, where the event is taken to be of that day.
    """

    extent: Extent | None
    relation: str
    news: News | None = None


def report_of(
    scene: Scene, written: Interval, resolutions: Mapping[str, Resolution], extents: Mapping[str, Extent]
) -> Report:
    """A document with a date, as the model looks at it; of a clock time the day counts."""
    start = written.sides[0]
    day = Interval.of(Unit.DAY, start)
    times = {id: resolution.interval for id, resolution in resolutions.items()}
    return Report(scene, day if day.covers(written) else written, times, extents)


def likely_times(report: Report, clusters: Sequence[Cluster]) -> Mapping[str, Likely]:
    """The likely time of each event, by its id; none of a history."""
    scene = report.scene
    if not scene.mentions or is_history([timex for _, timex in scene.timexes], report.written):
        return {}
    news = find_news(scene, report.extents, report.written)
    found = load_report_model(scene.parse.language).probabilities(report, scene.mentions)
    timed = _timed(report)
    place = {mention.id: n for n, mention in enumerate(scene.mentions)}
    likely = {}
    for cluster in clusters:
        rows = [place[mention.id] for mention in cluster.mentions]
        outcome = _outcome(found["time"][rows] * _WEIGHTS)
        own = any(mention.id in timed for mention in cluster.mentions)
        extent, told = (None, None) if own else _extent(report, cluster, outcome, news)
        likely[cluster.id] = Likely(extent, _RELATIONS[_outcome(found["relation"][rows])], told)
    return likely


def _timed(report: Report) -> frozenset[str]:
    """The mentions that a time off the report's day hangs on: "fled within five minutes of the alarm".

    What the text gives a time of its own is not of the report's day by default, even where that time is
    not understood.
    """
    scene = report.scene
    off = (t for id, t in scene.timexes if report.side(report.times[id]) != "day" and not _vague(t))
    tokens = (scene.parse.token_in(timex.span) for timex in off)
    found = (scene.governing_mention(token) for token in tokens if token is not None)
    return frozenset(mention.id for mention in found if mention is not None)


def _vague(timex: Timex) -> bool:
    return isinstance(timex.expression, Vague)


def _outcome(weights: NDArray[np.float64]) -> str:
    """What the mentions of one event together say: the geometric mean of their probabilities decides."""
    return OUTCOMES[int(np.log(weights).sum(axis=0).argmax())]


def _extent(
    report: Report, cluster: Cluster, outcome: str, news: News | None
) -> tuple[Extent | None, News | None]:
    """The likely time of an event, as far as it agrees with what is sure, and the news that it is part of."""
    sure = report.extents[cluster.best.id]
    if sure.dated:
        return None, None
    if outcome != "day":
        return (None if sure.bounded else _around(report.written, outcome)), None
    told = None if cluster.best.tense is Tense.PRESENT else news
    for source in (told, None):
        extent = sure.meet(Extent.within(report.written if source is None else source.day))
        if not extent.empty:
            return replace(extent, uncertain=True), source
    return None, None


def _around(day: Interval, outcome: str) -> Extent:
    """All that an outcome without a day of its own says."""
    match outcome:
        case "before":
            extent = Extent(end=Bounds(None, day.end))
        case "after":
            extent = Extent(begin=Bounds(day.start, None))
        case _:
            extent = Extent(Bounds(None, day.end), Bounds(day.start, None))
    return replace(extent.normalised(), uncertain=True)
