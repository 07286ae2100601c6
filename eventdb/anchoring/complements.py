"""When verbs happen that have no tense of their own: "managed to escape", "wants to leave", "adding …".

They take their time from the verb above them: what is done along with it is simultaneous, what is only
wished, planned or feared lies after it, if it comes at all.
"""

from collections.abc import Iterator

from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.events.tree import Token

_WITHOUT_TENSE = (Tense.INFINITIVE, Tense.PRESPART, Tense.NONE)
_DEPENDENT = ("xcomp", "ccomp", "advcl", "pcomp", "acl", "conj")


def complement_links(scene: Scene) -> Iterator[TLink]:
    """One link to the verb above for every verb without a tense."""
    for mention in scene.mentions:
        perfect = mention.tense is Tense.PASTPART and mention.aspect is Aspect.PERFECTIVE
        if mention.nominal or not (perfect or mention.tense in _WITHOUT_TENSE):
            continue
        token = scene.token_of(mention)
        above = _above(scene, token) if token.dep_ in _DEPENDENT else None
        relation = _relation(mention)
        if above is not None and above.span != mention.span and relation is not None:
            span = scene.quote(above.span, mention.span)
            reason = f"“{above.trigger} … {mention.trigger}”"
            yield TLink(mention.id, relation, above.id, Strength.NARRATIVE, span, reason)


def _above(scene: Scene, token: Token) -> EventMention | None:
    """The verb above, no farther than its own clause: not "escaped" for "before he was to be sentenced"."""
    head = token.head
    finite = head.dep_ in ("advcl", "relcl") and scene.mention_at(head) is None and head.pos_ == "AUX"
    return None if finite else scene.governing_mention(head, verb=True)


def _relation(mention: EventMention) -> Relation | None:
    if mention.tense in (Tense.PRESPART, Tense.PASTPART) and mention.aspect is Aspect.PERFECTIVE:
        return Relation.BEFORE  # "having spent two years in prison"
    if mention.status in (Status.PLANNED, Status.HYPOTHETICAL):
        return Relation.BEGINS_AFTER
    return Relation.SIMULTANEOUS if mention.status is Status.ASSERTED else None
