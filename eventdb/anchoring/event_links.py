"""Links between two events that the syntax tells: "two days after she attended", "followed the vote"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventdb.anchoring.attachment import until_document
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.arguments import subject_of
from eventdb.events.mention import Aspect, EventMention
from eventdb.events.syntax import span_of
from eventdb.expression.nodes import Duration
from eventdb.language.timex import Timex
from eventdb.temporal.period import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONNECTIVES = {
    "after": Relation.AFTER,
    "following": Relation.AFTER,
    "before": Relation.BEFORE,
    "since": Relation.BEGUN_BY,
    "until": Relation.ENDED_BY,
    "till": Relation.ENDED_BY,
    "during": Relation.IS_INCLUDED,
    "when": Relation.IS_INCLUDED,
    "at": Relation.IS_INCLUDED,
}


def event_links(scene: Scene) -> Iterator[TLink]:
    """All links between events that a connective, an offset or a verb of order states."""
    offsets = _offsets(scene)
    for sentence in scene.parse.sentences:
        for token in sentence.tokens:
            if token.lower_ in _CONNECTIVES:
                yield from _connective(scene, token, offsets.get(span_of(token).start))
    for mention in scene.mentions:
        yield from _verb_of_order(scene, mention)
        yield from _phase(scene, mention)
        yield from _support(scene, mention)


def _offsets(scene: Scene) -> dict[int, Timex]:
    """Amounts that a following connective makes an offset, by the connective's place: "two days after"."""
    return {
        timex.trailing.span.start: timex
        for _, timex in scene.timexes
        if timex.trailing is not None and isinstance(timex.expression, Duration)
    }


def _connective(scene: Scene, token: "Token", amount: Timex | None) -> Iterator[TLink]:
    ends = _main_and_anchor(scene, token)
    if ends is None:
        return
    main, anchor = ends
    span = scene.quote(token_span := span_of(token), anchor.span)
    offset = _signed(amount, token.lower_)
    if offset is not None and amount is not None:
        span = scene.quote(amount.span, span)
        words = scene.quote(amount.span, token_span).of(scene.parse.text)
        reason = f"“{words}” {anchor.trigger}"
        lasting = anchor.event_class == "STATE"
        relation = Relation.IS_INCLUDED if lasting else Relation.SIMULTANEOUS
        yield TLink(main.id, relation, anchor.id, Strength.SYNTAX, span, reason, offset)
        return
    relation = _relation(scene, token.lower_, main)
    yield TLink(main.id, relation, anchor.id, Strength.SYNTAX, span, f"“{token.lower_}” {anchor.trigger}")
    if relation is Relation.BEGUN_BY:
        yield from until_document(main, Strength.SYNTAX, span)


def _relation(scene: Scene, connective: str, main: EventMention) -> Relation:
    """ "has been closed since the flood" begins with it; "the first visit since the flood" comes after it."""
    relation = _CONNECTIVES[connective]
    if relation is Relation.BEGUN_BY and not _lasts(scene, main):
        return Relation.AFTER
    return relation


def _lasts(scene: Scene, mention: EventMention) -> bool:
    light = mention.lemma in scene.lexicon.order["light"] | scene.lexicon.order["identity"]
    return not light and (mention.aspect is not Aspect.NONE or mention.event_class == "STATE")


def _signed(amount: Timex | None, connective: str) -> Period | None:
    if amount is None or not isinstance(amount.expression, Duration):
        return None
    period = amount.expression.period
    return -period if connective == "before" else period


def _main_and_anchor(scene: Scene, token: "Token") -> tuple[EventMention, EventMention] | None:
    """The event that a connective dates, and the one that it names.

    A conjunction marks the verb of its clause; a preposition has the event as its object.
    """
    if token.dep_ in ("mark", "advmod"):
        anchor, above = scene.mention_at(token.head), token.head.head
        if anchor is None or token.head.dep_ != "advcl":
            return None
    elif token.dep_ in ("prep", "pcomp"):
        objects = (c for c in token.children if c.dep_ in ("pobj", "pcomp"))
        anchor = next((m for c in objects if (m := scene.mention_at(c)) is not None), None)
        above = token.head
    else:
        return None
    main = scene.governing_mention(above, verb=token.lower_ == "during")
    if anchor is None or main is None or main.span == anchor.span:
        return None
    return main, anchor


def _verb_of_order(scene: Scene, mention: EventMention) -> Iterator[TLink]:
    """ "The conflict followed Russia's annexation": the subject comes after the object."""
    order = scene.lexicon.order
    relation = Relation.AFTER if mention.lemma in order["after"] else Relation.BEFORE
    if mention.lemma not in order["after"] | order["before"]:
        return
    first, second = _subject_and_object(scene, mention)
    if first is not None and second is not None:
        reason = f"“{first.trigger} {mention.trigger} {second.trigger}”"
        yield TLink(
            first.id, relation, second.id, Strength.SYNTAX, scene.quote(first.span, second.span), reason
        )


def _phase(scene: Scene, mention: EventMention) -> Iterator[TLink]:
    """ "Fighting began": the subject begins (or ends) with the verb."""
    order = scene.lexicon.order
    subject, _ = _subject_and_object(scene, mention)
    if subject is None:
        return
    for key, relation in (("begin", Relation.BEGUN_BY), ("end", Relation.ENDED_BY)):
        if mention.lemma in order[key]:
            reason = f"“{subject.trigger} {mention.trigger}”"
            span = scene.quote(subject.span, mention.span)
            yield TLink(subject.id, relation, mention.id, Strength.SYNTAX, span, reason)


def _support(scene: Scene, mention: EventMention) -> Iterator[TLink]:
    """ "attended a ceremony": the object goes on while the subject takes part in it."""
    _, event = _subject_and_object(scene, mention)
    if event is not None and mention.lemma in scene.lexicon.order["support"]:
        span = scene.quote(mention.span, event.span)
        reason = f"“{mention.trigger} … {event.trigger}”"
        yield TLink(event.id, Relation.SIMULTANEOUS, mention.id, Strength.SYNTAX, span, reason)


def _subject_and_object(
    scene: Scene, mention: EventMention
) -> tuple[EventMention | None, EventMention | None]:
    token = scene.token_of(mention)
    if token.pos_ != "VERB":
        return None, None
    subject = subject_of(token)
    objects = (c for c in token.children if c.dep_ == "dobj")
    other = next((m for c in objects if (m := scene.mention_at(c)) is not None), None)
    return (scene.mention_at(subject) if subject is not None else None), other
