"""How an event stands to the time that it hangs on: at it, since it, until it, by it."""

from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation
from eventdb.events.mention import EventMention, Status, Tense
from eventdb.events.tree import Token
from eventdb.language.timex import SignalKind, Timex

_RELATIONS = {
    SignalKind.AT: Relation.IS_INCLUDED,
    SignalKind.SINCE: Relation.BEGUN_BY,
    SignalKind.UNTIL: Relation.ENDED_BY,
    SignalKind.BEFORE: Relation.BEFORE,
    SignalKind.AFTER: Relation.AFTER,
    SignalKind.BY: Relation.ENDS_BEFORE,
    SignalKind.NOT_BEFORE: Relation.BEGINS_AFTER,
    SignalKind.NOT_AFTER: Relation.ENDS_BEFORE,
    SignalKind.WITHIN: Relation.IS_INCLUDED,
}


def relation_of(scene: Scene, timex: Timex, mention: EventMention) -> Relation:
    """How an event stands to the time that it hangs on, by the signal: "until Friday" → ENDED_BY."""
    kind = timex.signal.kind if timex.signal is not None else SignalKind.AT
    token = scene.token_of(mention)
    side = None
    if kind is SignalKind.AT:
        side = OF_MANY.get(among_many(scene, timex) or "") or _beside_a_noun(scene, timex, token)
    if side is not None:
        return side
    said = (token, token.head) if mention.nominal else (token,)
    negated = mention.status is Status.NEGATED or any(c.dep_ == "neg" for t in said for c in t.children)
    if kind is SignalKind.UNTIL and negated:
        return Relation.IS_INCLUDED  # "was not found until Monday", "failed to reach it until Monday"
    if kind is SignalKind.UNTIL and mention.tense is Tense.INFINITIVE and token.head.lemma_ == "have":
        return Relation.ENDS_BEFORE  # "has until Monday to answer"
    return _RELATIONS.get(kind, Relation.IS_INCLUDED)


def among_many(scene: Scene, timex: Timex) -> str | None:
    """The one of many whose time is told: "last" of "three men resigned, the last of them on Monday"."""
    token = scene.parse.token_in(timex.span)
    above = next((t for t in token.ancestors if t.dep_ != "prep"), None) if token is not None else None
    if above is None or above.pos_ == "VERB":
        return None
    of = (c for c in above.children if c.dep_ == "prep" and c.lower_ == "of")
    one_of = any(o.lower_ in _THEM for prep in of for o in prep.children)
    alone = above.lower_ in OF_MANY and any(c.lower_ == "the" for c in above.lefts)
    return above.lower_ if one_of or alone else None


_THEM = ("them", "these", "those", "which", "whom")
OF_MANY = {"first": Relation.BEGINS_AFTER, "last": Relation.ENDS_BEFORE}


def _beside_a_noun(scene: Scene, timex: Timex, verb: Token) -> Relation | None:
    """How an event stands to a time that limits a noun: "surveyed after the peace of 1763".

    It is not before 1763; in which part of the year the peace was, nothing says.
    """
    token = scene.parse.token_in(timex.span)
    noun = token.head.head if token is not None and token.dep_ == "pobj" else None
    if noun is None or noun.dep_ != "pobj" or noun.head.head != verb:
        return None
    return _SIDES.get(noun.head.lower_)


_SIDES = {
    "after": Relation.BEGINS_AFTER,
    "before": Relation.ENDS_BEFORE,
    "since": Relation.BEGUN_BY,
    "until": Relation.ENDED_BY,
}
