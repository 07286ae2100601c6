"""The day that a report is about: its lead's, where the lead dates the news, else the report's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from eventdb.anchoring.scene import Scene
from eventdb.events.mention import EventMention
from eventdb.temporal.calendar import DAY
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_NEWS = 7 * DAY  # what happened longer ago is no news
_SHORTEST_LEAD = 8  # words; what is shorter is a dateline or a by-line


@dataclass(frozen=True, slots=True)
class News:
    """What a report tells first, and the day to which it dates that."""

    mention: EventMention
    day: Interval


def find_news(scene: Scene, extents: Mapping[str, Extent], written: Interval) -> News | None:
    """The news that the lead dates to one day of the last seven; None where it dates none.

    "Yesterday, at the yearly conference, the firm unveiled …" → the day before the report's
    """
    lead = next((s for s in scene.parse.sentences if not s.heading and len(s.tokens) >= _SHORTEST_LEAD), None)
    if lead is None:
        return None
    told = (m for m in scene.mentions_in(lead.number) if _in_main_clause(scene, m))
    days = ((m, day) for m in told if (day := _day(extents[m.id], written)) is not None)
    return next((News(mention, day) for mention, day in days), None)


def _in_main_clause(scene: Scene, mention: EventMention) -> bool:
    verb = scene.verb_over(mention) or mention
    return scene.token_of(verb).dep_ == "ROOT"


def _day(extent: Extent, written: Interval) -> Interval | None:
    """The day on which an extent of one day or night begins, if it is one of the last."""
    hull, (start, end) = extent.hull, written.sides
    if hull.start is None or hull.end is None or hull.end - hull.start > DAY:
        return None
    return Interval.of(Unit.DAY, hull.start) if start - _NEWS <= hull.start < end else None
