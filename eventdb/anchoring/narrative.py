"""What a story goes on from: "the following morning", "two years later", "the day after".

Such a time is counted from the event that was told last, not from the date that was named last (the
narrative "now" of Reichenbach 1947: a past tense in sequence moves the reference point on).
"""

from collections.abc import Mapping

from eventdb.anchoring.attachment import attach
from eventdb.anchoring.dependence import counts_on
from eventdb.anchoring.focus import Told
from eventdb.anchoring.main_line import told_before
from eventdb.anchoring.network import Solution
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Strength
from eventdb.events.mention import EventMention
from eventdb.temporal.calendar import DAY

_LONGEST = 366 * DAY


def find_references(scene: Scene, solution: Solution) -> Mapping[str, EventMention]:
    """For each time expression that goes on from the story, the last dated event before its own."""
    found = {}
    for id, timex in scene.timexes:
        attached = attach(scene, timex) if counts_on(timex.expression) else None
        if attached is not None:
            dated = (m for m in told_before(scene, attached[0]) if _dated(solution, m))
            last = next(dated, None)
            if last is not None:
                found[id] = last
    return found


def told_last(references: Mapping[str, EventMention], solution: Solution) -> dict[str, Told]:
    """The events that time expressions go on from."""
    return {
        id: Told(solution.extents[mention.id].hull, mention.span.start) for id, mention in references.items()
    }


def _dated(solution: Solution, mention: EventMention) -> bool:
    """Whether an event has a date of its own, within a year, and not only a tense."""
    extent, support = solution.extents.get(mention.id), solution.support.get(mention.id)
    if extent is None or support is None or not extent.dated:
        return False
    hull = extent.hull
    assert hull.start is not None
    assert hull.end is not None
    stated = any(link.strength > Strength.TENSE for link in support.links)
    return stated and hull.end - hull.start <= _LONGEST
