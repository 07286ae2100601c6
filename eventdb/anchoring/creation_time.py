"""Which dates a document without a date of its own allows.

Nothing is anchored to such a date; it only tells a person what to look for. "The visit comes …" and
"on Tuesday" of the same visit make the document's day a Tuesday; "last April" and "in April 2014" of
the same text place it between May 2014 and December 2015.
"""

from collections.abc import Iterable, Mapping

from eventdb.anchoring.clusters import Cluster
from eventdb.anchoring.dependence import depends_on_document
from eventdb.anchoring.scene import DOCUMENT_TIME, Scene
from eventdb.anchoring.tlink import Relation, TLink
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import Expression, Field, Last, Nearest
from eventdb.temporal.display import display_interval
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_TRIED = 120


def possible_creation_times(
    scene: Scene,
    clusters: Iterable[Cluster],
    links: tuple[TLink, ...],
    resolutions: Mapping[str, Resolution],
) -> str | None:
    """In words, the days on which the text may have been written; None where it does not tell.

    "a Tuesday between 2014-05 and 2015-12"
    """
    weekday = _weekday(scene, clusters, links)
    months = _months(scene, resolutions)
    if months is None:
        return None if weekday is None else f"a {_DAYS[weekday - 1]}"
    return f"{'a day' if weekday is None else f'a {_DAYS[weekday - 1]}'} {months}"


def _weekday(scene: Scene, clusters: Iterable[Cluster], links: tuple[TLink, ...]) -> int | None:
    """The weekday of an event that the text tells in the present, if all such agree."""
    named = {id: day for id, timex in scene.timexes if (day := _named_weekday(timex.expression)) is not None}
    present = {
        link.source for link in links if link.target == DOCUMENT_TIME and link.relation is Relation.INCLUDES
    }
    found = {
        named[link.target]
        for cluster in clusters
        if any(m.id in present for m in cluster.mentions)
        for link in links
        if link.target in named and any(m.id == link.source for m in cluster.mentions)
    }
    return found.pop() if len(found) == 1 else None


def _named_weekday(expression: Expression) -> int | None:
    if isinstance(expression, Nearest) and len(expression.what.fields) == 1:
        field, value = expression.what.fields[0]
        if field is Field.WEEKDAY and isinstance(value, int):
            return value
    return None


def _months(scene: Scene, resolutions: Mapping[str, Resolution]) -> str | None:
    """The months in which every "last April" agrees with a date that the text states in full."""
    stated = [
        interval
        for id, timex in scene.timexes
        if (interval := resolutions[id].interval) is not None
        and interval.bounded
        and not depends_on_document(timex.expression)
        and resolutions[id].unit in (Unit.DAY, Unit.MONTH, Unit.YEAR)
    ]
    starts = [interval.start for interval in stated if interval.start is not None]
    if not starts:
        return None
    first = max(starts)
    months = _months_from(first)
    deictic = {t.expression for _, t in scene.timexes if isinstance(t.expression, Last)}
    agreeing = [m for m in (_agreeing(e, months, stated) for e in deictic) if m]
    allowed = [month for month in months if all(month in some for some in agreeing)]
    if not agreeing or not allowed:
        return f"in or after {_month(first)}"
    return f"between {_month(allowed[0].start)} and {_month(allowed[-1].start)}"


def _months_from(first: int) -> list[Interval]:
    start = Unit.MONTH.floor(first)
    return [Interval.of(Unit.MONTH, Unit.MONTH.add(start, n)) for n in range(_MONTHS_TRIED)]


def _agreeing(expression: Last, months: list[Interval], stated: list[Interval]) -> list[Interval]:
    """The months of writing in which some reading of the expression is a date that the text states."""
    return [month for month in months if _agrees(expression, month, stated)]


def _agrees(expression: Last, written: Interval, stated: list[Interval]) -> bool:
    resolution = evaluate(expression, Frame(creation_time=written))
    readings = [resolution.interval, *(reading.interval for reading in resolution.alternatives)]
    return any(reading == date for reading in readings for date in stated)


def _month(seconds: int | None) -> str:
    return display_interval(Interval.of(Unit.MONTH, seconds or 0))
