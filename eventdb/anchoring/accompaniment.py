"""Events that a verb ties to its subject and objects: "the visit followed the vote", "fighting began".

One comes before the other, begins or ends with it, or goes on along with it.
"""

from collections.abc import Iterator

from eventdb.anchoring.deeds import deeds_of
from eventdb.anchoring.lexicon import anchoring_lexicon
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import EventMention, Status
from eventdb.events.tree import Token
from eventdb.events.verbgroup import with_particle

_CIRCUMSTANCES = ("in", "by", "on", "upon")


def accompanying_links(scene: Scene) -> Iterator[TLink]:
    """All links that verbs state between themselves and the events that take part in them."""
    for mention in scene.mentions:
        yield from _verb_of_order(scene, mention)
        yield from _phase(scene, mention)
        yield from _set_off(scene, mention)
        yield from _support(scene, mention)
        yield from _circumstance(scene, mention)


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
    verb = with_particle(scene.token_of(mention))
    found = [relation for key, relation in relations if verb in order[key]]
    subject, thing = _subject_and_object(scene, mention) if found else (None, None)
    lasting = thing or subject
    if lasting is None or not _told_alike(mention, lasting):
        return
    together = lasting.sentence == mention.sentence
    span = scene.quote(lasting.span, mention.span) if together else mention.clause
    reason = f"“{span.of(scene.parse.text)}”"
    for relation in found:
        yield TLink(mention.id, relation, lasting.id, Strength.SYNTAX, span, reason)


def _set_off(scene: Scene, mention: EventMention) -> Iterator[TLink]:
    """What begins with an event of another kind: a reign with the crowning, a voyage with the sailing."""
    begun_by = anchoring_lexicon(scene.parse.language).begun_by.get(mention.lemma)
    if begun_by is None or not mention.nominal or _is_told_of_before(scene, mention):
        return
    verbs = (m for m in scene.before(mention) if not m.nominal and m.status is Status.ASSERTED)
    first = next((m for m in verbs if not begun_by.isdisjoint(deeds_of(scene.token_of(m)))), None)
    if first is not None:
        span = scene.quote(first.span, mention.span)
        reason = f"“{mention.trigger}”, which began when “{first.trigger}”"
        yield TLink(mention.id, Relation.BEGUN_BY, first.id, Strength.COREFERENCE, span, reason)


def _is_told_of_before(scene: Scene, mention: EventMention) -> bool:
    """Whether "his reign" was told of already, so that the crowning that came next did not begin it."""
    before = (m for m in scene.before(mention) if m.nominal and m.lemma == mention.lemma)
    owner = _owner(scene, mention)
    return owner is not None and any(_owner(scene, earlier) == owner for earlier in before)


def _owner(scene: Scene, mention: EventMention) -> str | None:
    return next((c.lower_ for c in scene.token_of(mention).children if c.dep_ == "poss"), None)


def _support(scene: Scene, mention: EventMention) -> Iterator[TLink]:
    """ "attended a ceremony", "brokered a deal": the object goes on, or comes about, with the verb."""
    _, event = _subject_and_object(scene, mention)
    if event is None or not _told_alike(mention, event):
        return
    brought_about = mention.event_class == "OCCURRENCE" and _is_new(scene.token_of(event))
    if brought_about or mention.lemma in scene.lexicon.order["support"]:
        span = scene.quote(mention.span, event.span)
        reason = f"“{mention.trigger} … {event.trigger}”"
        yield TLink(event.id, Relation.SIMULTANEOUS, mention.id, Strength.SYNTAX, span, reason)


def _told_alike(verb: EventMention, other: EventMention) -> bool:
    """Whether both are done, or both planned: "will make a flight on 25 October"."""
    done = verb.status is Status.ASSERTED
    return done or (verb.status is Status.PLANNED and other.status is Status.PLANNED)


def _is_new(noun: Token) -> bool:
    """Whether a noun brings up what was not there before: "a deal", not "the deal"."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)


def _circumstance(scene: Scene, mention: EventMention) -> Iterator[TLink]:
    """ "destroyed by fire", "died in the crash", "on his return he …": the noun tells of the same time."""
    token = scene.token_of(mention)
    prep = token.head
    if not mention.nominal or token.dep_ != "pobj" or prep.lower_ not in _CIRCUMSTANCES:
        return
    main = scene.mention_at(prep.head)
    if main is None or main.nominal or main.status is not Status.ASSERTED:
        return
    if mention.lemma in scene.lexicon.lasting or mention.event_class == "STATE":
        return
    span = scene.quote(mention.span, main.span)
    reason = f"“{span.of(scene.parse.text)}”"
    yield TLink(mention.id, Relation.SIMULTANEOUS, main.id, Strength.NARRATIVE, span, reason)


def _subject_and_object(
    scene: Scene, mention: EventMention
) -> tuple[EventMention | None, EventMention | None]:
    token = scene.token_of(mention)
    if token.pos_ != "VERB":
        return None, None
    objects = (c for c in token.children if c.dep_ == "dobj")
    other = next((m for c in objects if (m := scene.mention_at(c)) is not None), None)
    return scene.subject_event(token), other
