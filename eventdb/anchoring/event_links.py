"""Links between two events that the syntax tells: "after she attended", "followed the vote"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventdb.anchoring.attachment import until_document
from eventdb.anchoring.lexicon import anchoring_lexicon
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import Aspect, EventMention, Status
from eventdb.events.syntax import span_of
from eventdb.expression.nodes import Expression, ReferenceTime, Repeating, This
from eventdb.language.lexicon import load_lexicon
from eventdb.language.timex import Timex
from eventdb.temporal.unit import Unit
from eventdb.text import Span, SpanIndex

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
    """All links between events that a connective or a verb of order states."""
    times = SpanIndex((span, span) for _, timex in scene.timexes for span in _words_of(timex))
    for sentence in scene.parse.sentences:
        for token in sentence.tokens:
            yield from _at_the_time(scene, token)
            if token.lower_ in _CONNECTIVES and not times.touches(span_of(token)):
                yield from _connective(scene, token)
    for mention in scene.mentions:
        yield from _verb_of_order(scene, mention)
        yield from _phase(scene, mention)
        yield from _set_off(scene, mention)
        yield from _support(scene, mention)


def _words_of(timex: Timex) -> tuple[Span, ...]:
    """What is part of a time expression, or tells how it is counted: "the day before", "two days after"."""
    return (timex.span,) if timex.trailing is None else (timex.span, timex.trailing.span)


def _connective(scene: Scene, token: "Token") -> Iterator[TLink]:
    ends = _main_and_anchor(scene, token)
    if ends is None:
        return
    main, anchor = ends
    span = scene.quote(span_of(token), anchor.span)
    relation = _relation(scene, token.lower_, main)
    yield TLink(main.id, relation, anchor.id, Strength.SYNTAX, span, f"“{token.lower_}” {anchor.trigger}")
    if relation is Relation.BEGUN_BY:
        yield from until_document(main, Strength.SYNTAX, span)


def _at_the_time(scene: Scene, token: "Token") -> Iterator[TLink]:
    """ "by the time the ship arrived", "on the day she died", "the year he was born"."""
    offset = _offset_of(scene, token)
    clauses = (c for c in token.children if c.dep_ in ("relcl", "acl", "ccomp") and c.tag_ != "TO")
    anchor = next((m for c in clauses if (m := scene.mention_at(c)) is not None), None)
    if offset is _NO_TIME or anchor is None:
        return
    prep = token.head if token.dep_ == "pobj" else None
    main = scene.governing_mention(token.head if prep is None else prep.head, verb=True)
    relation = _TIMES.get(prep.lower_) if prep is not None else Relation.IS_INCLUDED
    if main is None or relation is None or main == anchor:
        return
    within = offset if relation is Relation.IS_INCLUDED and isinstance(offset, Expression) else None
    span = scene.quote(span_of(token if prep is None else prep), anchor.span)
    yield TLink(main.id, relation, anchor.id, Strength.SYNTAX, span, f"“{span.of(scene.parse.text)}”", within)


_NO_TIME = object()
_TIMES = {
    "by": Relation.BEFORE,
    "at": Relation.IS_INCLUDED,
    "in": Relation.IS_INCLUDED,
    "on": Relation.IS_INCLUDED,
    "since": Relation.BEGUN_BY,
    "until": Relation.ENDED_BY,
    "till": Relation.ENDED_BY,
}


def _offset_of(scene: Scene, token: "Token") -> object:
    """The unit that a noun of time names ("day"), None for the very time ("moment"), else no time at all."""
    if token.pos_ != "NOUN":
        return _NO_TIME
    if token.lemma_ in anchoring_lexicon(scene.parse.language).moments:
        return None
    named = load_lexicon(scene.parse.language).beginning_with(token.lower_)
    units = (x.value for x in named if x.category == "unit" and len(x.words) == 1)
    unit = next((value for value in units if isinstance(value, Unit)), None)
    return _NO_TIME if unit is None or unit < Unit.DAY else This(Repeating.unit(unit), ReferenceTime())


def _relation(scene: Scene, connective: str, main: EventMention) -> Relation:
    """ "has been closed since the flood" begins with it; "the first visit since the flood" comes after it."""
    relation = _CONNECTIVES[connective]
    if relation is Relation.BEGUN_BY and not _lasts(scene, main):
        return Relation.AFTER
    return relation


def _lasts(scene: Scene, mention: EventMention) -> bool:
    light = mention.lemma in scene.lexicon.order["light"] | scene.lexicon.order["identity"]
    return not light and (mention.aspect is not Aspect.NONE or mention.event_class == "STATE")


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
    """ "Fighting began", "it ended": the subject begins or ends with the verb; or the object."""
    order = scene.lexicon.order
    relations = (("begin", Relation.BEGINS), ("end", Relation.ENDS))
    found = [relation for key, relation in relations if mention.lemma in order[key]]
    subject, thing = _subject_and_object(scene, mention) if found else (None, None)
    lasting = thing or subject
    if lasting is None or mention.status is not Status.ASSERTED:
        return
    span = scene.quote(lasting.span, mention.span)
    reason = f"“{span.of(scene.parse.text)}”"
    for relation in found:
        yield TLink(mention.id, relation, lasting.id, Strength.SYNTAX, span, reason)


def _set_off(scene: Scene, mention: EventMention) -> Iterator[TLink]:
    """What begins with an event of another kind: a reign with the crowning, a voyage with the sailing."""
    begun_by = anchoring_lexicon(scene.parse.language).begun_by.get(mention.lemma)
    if begun_by is None or not mention.nominal:
        return
    verbs = (m for m in scene.before(mention) if not m.nominal and m.status is Status.ASSERTED)
    first = next((m for m in verbs if m.lemma in begun_by), None)
    if first is not None:
        span = scene.quote(first.span, mention.span)
        reason = f"“{mention.trigger}”, which began when “{first.trigger}”"
        yield TLink(mention.id, Relation.BEGUN_BY, first.id, Strength.COREFERENCE, span, reason)


def _support(scene: Scene, mention: EventMention) -> Iterator[TLink]:
    """ "attended a ceremony", "brokered a deal": the object goes on, or comes about, with the verb."""
    _, event = _subject_and_object(scene, mention)
    if event is None or mention.status is not Status.ASSERTED:
        return
    brought_about = mention.event_class == "OCCURRENCE" and _is_new(scene.token_of(event))
    if brought_about or mention.lemma in scene.lexicon.order["support"]:
        span = scene.quote(mention.span, event.span)
        reason = f"“{mention.trigger} … {event.trigger}”"
        yield TLink(event.id, Relation.SIMULTANEOUS, mention.id, Strength.SYNTAX, span, reason)


def _is_new(noun: "Token") -> bool:
    """Whether a noun brings up what was not there before: "a deal", not "the deal"."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)


def _subject_and_object(
    scene: Scene, mention: EventMention
) -> tuple[EventMention | None, EventMention | None]:
    token = scene.token_of(mention)
    if token.pos_ != "VERB":
        return None, None
    objects = (c for c in token.children if c.dep_ == "dobj")
    other = next((m for c in objects if (m := scene.mention_at(c)) is not None), None)
    return scene.subject_event(token), other
