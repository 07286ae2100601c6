"""What the tense of a verb says about the document's own date."""

from collections.abc import Iterator

from eventdb.anchoring.scene import DOCUMENT_TIME, Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.expression.frame import Direction

_REASONS = {
    Relation.BEFORE: "told in the past: not after the document’s date",
    Relation.INCLUDES: "told in the present: going on at the document’s date",
    Relation.AFTER: "still to come: not before the document’s date",
}


def tense_links(scene: Scene) -> Iterator[TLink]:
    """One link to the document's date for every mention whose verb has a tense."""
    for mention in scene.mentions:
        relation = document_relation(mention)
        if relation is not None:
            yield TLink(mention.id, relation, DOCUMENT_TIME, Strength.TENSE, mention.span, _REASONS[relation])


def document_relation(mention: EventMention) -> Relation | None:
    """How the event stands to the document's date by tense alone.

    "issued a statement" → BEFORE; "is providing" → INCLUDES; "will meet" → AFTER; a noun → None
    """
    if mention.status is Status.PLANNED:
        return Relation.AFTER
    if mention.status is not Status.ASSERTED:
        return None
    if mention.tense is Tense.PAST:
        return Relation.BEFORE
    if mention.tense is not Tense.PRESENT:
        return None
    if mention.aspect is Aspect.PERFECTIVE:
        return Relation.BEFORE
    return Relation.INCLUDES


def direction_of(mention: EventMention) -> Direction | None:
    """Where a weekday or a day without a year lies: back in a past tense, ahead in a future one."""
    if mention.tense is Tense.PAST or mention.aspect is Aspect.PERFECTIVE:
        return Direction.PAST
    if mention.tense is Tense.FUTURE or mention.status is Status.PLANNED:
        return Direction.FUTURE
    return None
