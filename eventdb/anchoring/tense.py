"""What the tense of a verb says about the document's own date."""

from collections.abc import Iterator

from eventdb.anchoring.scene import DOCUMENT_TIME, Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.events.tree import Token
from eventdb.events.verbgroup import VerbGroup, verb_group
from eventdb.expression.frame import Direction
from eventdb.language.timex import SignalKind

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
        if relation is Relation.INCLUDES and scene.parse.sentences[mention.sentence - 1].stamp is not None:
            relation = None  # "12 May 1998: The board meets"
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


def direction_of(scene: Scene, token: Token, signal: SignalKind | None = None) -> Direction | None:
    """Where a weekday or a day without a year lies that hangs on a token, bound by a signal.

    Back in a past tense, ahead in a future one and in what is planned; the verb above decides. Ahead lie
    the days of "is to resume on Friday", "extended until Friday" and "could come as early as Friday".
    """
    verb = verb_above(token)
    if verb is None:
        return None
    mention = scene.mention_at(verb)
    if mention is not None and mention.status is Status.PLANNED:
        return None if _was_due(verb) else Direction.FUTURE
    group = verb_group(verb)
    if _is_deadline(scene, verb, group, signal) or _is_to_be_done(verb, group):
        return Direction.FUTURE
    if group.tense is Tense.PAST or group.aspect is Aspect.PERFECTIVE:
        return Direction.PAST
    ahead = group.tense is Tense.FUTURE or _is_on_the_calendar(scene, verb, group)
    planned = _is_arranged(scene, verb, group) or _is_awaited(scene, token, verb)
    return Direction.FUTURE if ahead or planned or _is_when(token, verb, group) else None


def looks_back(token: Token) -> bool:
    """Whether the verb above a token tells of what was before the story: "had begun the previous winter"."""
    verb = verb_above(token)
    group = verb_group(verb) if verb is not None else None
    return group is not None and group.tense is Tense.PAST and group.aspect is Aspect.PERFECTIVE


def _is_on_the_calendar(scene: Scene, verb: Token, group: VerbGroup) -> bool:
    """ "The talks begin on Thursday"; but not in a headline, which tells in the present what has happened."""
    if verb.lemma_ not in scene.lexicon.governing["timetabled"]:
        return False
    plain = group.tense is Tense.PRESENT and group.aspect is Aspect.NONE and group.modality is None
    sentence = scene.parse.sentence_of(verb.span.start)
    return plain and sentence is not None and not sentence.heading and sentence.stamp is None


def _is_arranged(scene: Scene, verb: Token, group: VerbGroup) -> bool:
    """ "She is flying out on Sunday", or for short "leaving on Sunday"."""
    governing = scene.lexicon.governing
    if verb.lemma_ not in governing["timetabled"] and verb.lemma_ not in governing["arranged"]:
        return False
    going_on = group.aspect is Aspect.PROGRESSIVE and group.tense is Tense.PRESENT
    return going_on or (group.tense is Tense.PRESPART and verb.dep_ == "ROOT")


def _is_when(token: Token, verb: Token, group: VerbGroup) -> bool:
    """ "The exam is on Friday", "the deadline is Monday": a time is all that is said of it."""
    time = token.head if token.dep_ == "pobj" else token
    if verb.lemma_ != "be" or group.tense is not Tense.PRESENT or time.head != verb:
        return False
    return not any(c != time and c.dep_ in ("attr", "acomp", "prep", "xcomp") for c in verb.children)


def _is_awaited(scene: Scene, token: Token, verb: Token) -> bool:
    """ "can't wait for Friday", "looking forward to Monday"."""
    over = token.head if token.dep_ == "pobj" else token
    return (
        over.head == verb
        and over.lower_ in ("for", "to")
        and verb.lemma_ in scene.lexicon.governing["awaited"]
    )


def _is_deadline(scene: Scene, verb: Token, group: VerbGroup, signal: SignalKind | None) -> bool:
    """ "has until Friday to answer", "was put off until Friday", "may come by Friday"."""
    if signal is SignalKind.UNTIL and (
        group.tense is Tense.PRESENT or verb.lemma_ in scene.lexicon.governing["deferred"]
    ):
        return True
    return (
        signal in (SignalKind.BY, SignalKind.NOT_BEFORE, SignalKind.NOT_AFTER) and group.modality is not None
    )


def _is_to_be_done(verb: Token, group: VerbGroup) -> bool:
    """ "is to resume on Friday", "don't forget to vote on Friday"."""
    above = verb.head
    if group.tense is not Tense.INFINITIVE or verb.dep_ != "xcomp":
        return False
    return _is_bidden(above) or (above.lemma_ == "be" and verb_group(above).tense is Tense.PRESENT)


def _is_bidden(verb: Token) -> bool:
    """ "remember to", "don't forget to"."""
    bare = verb.tag_ == "VB" and verb.dep_ == "ROOT"
    return bare and not any(c.dep_ in ("nsubj", "nsubjpass") or c.tag_ in ("MD", "TO") for c in verb.children)


def _was_due(verb: Token) -> bool:
    """ "had been due to sign on Monday": planned then, and the day may be past by now."""
    above = verb_above(verb)
    group = verb_group(above) if above is not None else None
    return group is not None and group.tense is Tense.PAST and group.aspect is Aspect.PERFECTIVE


def told_in_the_present(token: Token) -> bool:
    """Whether the verb above a token speaks of the document's own time: "are ready", "may be ready"."""
    verb = verb_above(token)
    group = verb_group(verb) if verb is not None else None
    return group is not None and (group.tense is Tense.PRESENT or group.modality is not None)


def verb_above(token: Token) -> Token | None:
    """The nearest verb or copula above a token in the tree."""
    return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
