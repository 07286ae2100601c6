"""What the tense of a verb says about the document's own date."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventdb.anchoring.scene import DOCUMENT_TIME, Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.events.verbgroup import verb_group
from eventdb.expression.frame import Direction

if TYPE_CHECKING:
    from spacy.tokens import Token

_REASONS = {
    Relation.BEFORE: "not after the document’s date",
    Relation.BEGINS_BEFORE: "begun by the document’s date",
    Relation.INCLUDES: "going on at the document’s date",
    Relation.AFTER: "not before the document’s date",
}

_AHEAD = ("may", "might", "should", "must")  # what may, should or must come, if it does, comes later


_STATES = ("STATE", "I_STATE", "PERCEPTION")


def tense_links(scene: Scene) -> Iterator[TLink]:
    """One link to the document's date for every mention whose verb has a tense."""
    for mention in scene.mentions:
        relation = document_relation(mention)
        if relation is Relation.INCLUDES and _headline(scene, mention):
            relation = Relation.BEFORE
        if relation is Relation.AFTER and not mention.nominal and _was_due(scene.token_of(mention)):
            relation = None
        if relation is not None:
            yield TLink(mention.id, relation, DOCUMENT_TIME, Strength.TENSE, mention.span, _REASONS[relation])


def _headline(scene: Scene, mention: EventMention) -> bool:
    """A headline tells in the present what has happened: "Navy finds wreck off Malta"."""
    heading = scene.parse.sentences[mention.sentence - 1].heading
    return heading and mention.aspect is Aspect.NONE and mention.event_class not in _STATES


def document_relation(mention: EventMention) -> Relation | None:
    """How the event stands to the document's date by tense alone.

    "issued a statement" → BEFORE; "is providing" → INCLUDES; "will meet" → AFTER; a noun → None
    """
    if mention.status is Status.PLANNED or mention.tense is Tense.FUTURE or mention.modality in _AHEAD:
        return Relation.AFTER
    if mention.status is not Status.ASSERTED:
        return None
    if mention.tense is Tense.PAST:
        return Relation.BEFORE
    if mention.tense is not Tense.PRESENT:
        return None
    if mention.aspect is Aspect.PERFECTIVE:
        return Relation.BEGINS_BEFORE if mention.event_class == "STATE" else Relation.BEFORE
    return Relation.INCLUDES


def direction_of(scene: Scene, token: "Token") -> Direction | None:
    """Where a weekday or a day without a year lies that hangs on a token.

    Back in a past tense, ahead in a future one and in what is planned; the verb above decides.
    """
    verb = verb_above(token)
    if verb is None:
        return None
    mention = scene.mention_at(verb)
    group = verb_group(verb)
    if mention is not None and mention.status is Status.PLANNED:
        return None if _was_due(verb) else Direction.FUTURE
    if group.tense is Tense.PAST or group.aspect is Aspect.PERFECTIVE:
        return Direction.PAST
    return Direction.FUTURE if group.tense is Tense.FUTURE else None


def _was_due(verb: "Token") -> bool:
    """ "had been due to sign on Monday": planned then, and the day may be past by now."""
    above = verb_above(verb)
    group = verb_group(above) if above is not None else None
    return group is not None and group.tense is Tense.PAST and group.aspect is Aspect.PERFECTIVE


def told_in_the_present(token: "Token") -> bool:
    """Whether the verb above a token speaks of the document's own time: "are ready", "may be ready"."""
    verb = verb_above(token)
    group = verb_group(verb) if verb is not None else None
    return group is not None and (group.tense is Tense.PRESENT or group.modality is not None)


def verb_above(token: "Token") -> "Token | None":
    """The nearest verb or copula above a token in the tree."""
    return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
