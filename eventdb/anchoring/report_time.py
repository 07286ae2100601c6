"""When the events of a report most likely happened, beyond what its text surely says.

"The ministry issued a statement" in a report of 12 May surely is not later than that day; most likely it
is of that day, because reports tell the news. Nothing sure is taken from it: it moves no bound, dates no
other event, and is shown as likely. A history has no such day, nor has a text without a date.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from eventdb.anchoring.clusters import Cluster
from eventdb.anchoring.lead import News, find_news
from eventdb.anchoring.likely import Likely
from eventdb.anchoring.register import is_report
from eventdb.anchoring.report_features import Report
from eventdb.anchoring.report_model import OUTCOMES, load_report_model
from eventdb.anchoring.scene import Scene
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.expression.frame import Resolution
from eventdb.expression.nodes import Vague
from eventdb.language.timex import Timex, TimexType
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_WEIGHTS = np.array([1.3 if outcome == "day" else 1.0 for outcome in OUTCOMES])
"""How many times the odds of the report's day count: the others name no day, so that it is the best
single guess even where it is not the likelier half (chosen by cross-validation)."""

_NO_REPORT = np.array([outcome != "day" for outcome in OUTCOMES])
_EVEN = 0.5
_BETWEEN = ("ADP", "ADV", "SCONJ")

_RELATIONS = {"before": "before", "day": "overlap", "ongoing": "overlap", "after": "after"}
_SETTLED = {"past": "before", "long until": "before", "future": "after"}
"""How what is surely on one side of the report's day stands to it."""


def report_of(
    scene: Scene, written: Interval, resolutions: Mapping[str, Resolution], extents: Mapping[str, Extent]
) -> Report:
    """A document with a date, as the model looks at it; of a clock time the day counts."""
    start = written.sides[0]
    day = Interval.of(Unit.DAY, start)
    times = {id: resolution.interval for id, resolution in resolutions.items()}
    return Report(scene, day if day.covers(written) else written, times, extents)


def likely_times(report: Report, clusters: Sequence[Cluster]) -> Mapping[str, Likely]:
    """The likely time of each event, by its id; in what is no report nothing has the day of writing."""
    mentions = report.scene.mentions
    if not mentions:
        return {}
    found = load_report_model(report.scene.parse.language).probabilities(report, mentions)
    place = {mention.id: n for n, mention in enumerate(mentions)}
    weights = _WEIGHTS if is_report(report) else _WEIGHTS * _NO_REPORT
    news, timed = find_news(report.scene, report.extents, report.written), _timed(report)
    likely = {}
    for cluster in clusters:
        rows = [place[mention.id] for mention in cluster.mentions]
        time, relation = (_together(found[head][rows]) for head in ("time", "relation"))
        outcome = int((time * weights).argmax())
        untimed = timed.isdisjoint(mention.id for mention in cluster.mentions)
        guess = _extent(report, cluster, OUTCOMES[outcome], news) if untimed else (None, None)
        likely[cluster.id] = _likely(report, cluster, float(time[outcome]), relation, *guess)
    return likely


def _likely(
    report: Report,
    cluster: Cluster,
    probability: float,
    relation: NDArray[np.float64],
    extent: Extent | None,
    told: News | None,
) -> Likely:
    dates = extent is not None and probability >= _EVEN and _happened(report, cluster, extent)
    lead = None if told is None else told.mention.span
    return Likely(extent, probability, _relation(report, cluster, relation), dates, lead)


def _relation(report: Report, cluster: Cluster, relation: NDArray[np.float64]) -> str:
    settled = _SETTLED.get(report.placed(report.extents[cluster.best.id]))
    return settled or _RELATIONS[OUTCOMES[int(relation.argmax())]]


def _happened(report: Report, cluster: Cluster, extent: Extent) -> bool:
    """Whether an event has a day: not what is only planned, nor what goes on ("is providing support")."""
    sure = report.extents[cluster.best.id]
    return cluster.status is Status.ASSERTED and sure.begin == sure.end and extent.dated


def _timed(report: Report) -> frozenset[str]:
    """The mentions that have a time of their own, off the report's day: "fled within minutes of the alarm".

    Such an event is not of the report's day by default, even where its own time is not understood.
    """
    found = set()
    for id, timex in report.scene.timexes:
        dates = timex.type is not TimexType.SET and not isinstance(timex.expression, Vague)
        mention = _modified(report.scene, timex) if dates else None
        side = report.side(report.times[id])
        if mention is not None and side != "day" and not (side == "future" and _told_in_the_past(mention)):
            found.add(mention.id)
    return frozenset(found)


def _told_in_the_past(mention: EventMention) -> bool:
    """Such an event is in no time to come: "has announced 500 job cuts over the next two years"."""
    return mention.tense is Tense.PAST or mention.aspect is Aspect.PERFECTIVE


def _modified(scene: Scene, timex: Timex) -> EventMention | None:
    """The event that a time modifies by no more than prepositions and adverbs."""
    token = scene.parse.token_in(timex.span)
    if token is None:
        return None
    above = takewhile(lambda t: t.pos_ in _BETWEEN or scene.mention_at(t) is not None, token.ancestors)
    return next((mention for t in above if (mention := scene.mention_at(t)) is not None), None)


def _together(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the mentions of one event say: the geometric means of their probabilities, as shares of 1."""
    means = np.exp(np.log(rows).mean(axis=0))
    shares: NDArray[np.float64] = means / means.sum()
    return shares


def _extent(
    report: Report, cluster: Cluster, outcome: str, news: News | None
) -> tuple[Extent | None, News | None]:
    """The likely time of an event, as far as it agrees with what is sure, and the news that it is part of."""
    sure = report.extents[cluster.best.id]
    if sure.dated:
        return None, None
    if outcome != "day":
        return (None if sure.bounded else _around(report.written, outcome)), None
    if _still_to_come(report.scene, cluster.best):
        return None, None
    told = news if _tells_news(report.scene, cluster.best) else None
    for source in (told, None):
        extent = sure.meet(Extent.within(report.written if source is None else source.day))
        if not extent.empty:
            return replace(extent, uncertain=True), source
    return None, None


def _tells_news(scene: Scene, mention: EventMention) -> bool:
    """Whether an event is of the day of the news: what is told in the past, and every headline."""
    heading = scene.parse.sentences[mention.sentence - 1].heading
    return heading or mention.tense is not Tense.PRESENT


def _still_to_come(scene: Scene, mention: EventMention) -> bool:
    """Whether a verb, or the verb that a noun hangs on, tells it in the future tense."""
    verb = scene.verb_over(mention) or mention
    return verb.tense is Tense.FUTURE


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
