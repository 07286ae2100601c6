"""The main line of a story: what verbs tell as done, one after the other, without the asides."""

from collections.abc import Iterator

from eventdb.anchoring.scene import Scene
from eventdb.events.mention import Aspect, EventMention, Status, Tense

_ASIDES = ("advcl", "relcl", "acl", "pcomp", "xcomp", "csubj")  # clauses off the main line
_BACKGROUND = ("I_STATE", "PERCEPTION", "STATE")


def told_before(scene: Scene, mention: EventMention) -> Iterator[EventMention]:
    """The events of the main line that were told before one, the latest first.

    The main line is what verbs tell as done; what stands in the mention's own clause is no part of it,
    nor is the verb in whose clause a noun stands, nor a look back in the past perfect ("had begun"),
    but where the mention goes on from it ("had burst and was mended").
    """
    own, back = _above(scene, mention), mention.aspect is Aspect.PERFECTIVE
    for earlier in scene.before(mention):
        within = mention.clause.covers(earlier.span) and not _stands_alone(scene, earlier)
        before = earlier.span.start < mention.span.start and not within and earlier != own
        aside = scene.token_of(earlier).dep_ in _ASIDES or scene.frames_speech(earlier)
        told = not aside and earlier.status is Status.ASSERTED and earlier.tense is Tense.PAST
        joined = scene.token_of(mention) in scene.token_of(earlier).conjuncts
        looks_back = earlier.aspect is Aspect.PERFECTIVE and not back and not joined
        background = earlier.event_class in _BACKGROUND and earlier.id not in scene.dated_mentions
        if before and told and not looks_back and not background:
            yield earlier


def _above(scene: Scene, mention: EventMention) -> EventMention | None:
    """The verb of a noun's clause; and the main clause of one that a conjunction puts before or after it."""
    token = scene.token_of(mention)
    bound = token.dep_ == "advcl" and any(c.dep_ == "mark" for c in token.children)
    return scene.mention_at(token.head) if bound else scene.verb_over(mention)


def told_after(scene: Scene, mention: EventMention) -> Iterator[EventMention]:
    """The events of the main line that are told after one, the next first."""
    own = scene.verb_over(mention)
    for later in scene.after(mention):
        token = scene.token_of(later)
        told = later != own and later.status is Status.ASSERTED and later.tense is Tense.PAST
        if told and token.dep_ not in _ASIDES and later.event_class not in _BACKGROUND:
            yield later


def _stands_alone(scene: Scene, mention: EventMention) -> bool:
    """Whether a clause only looks like a part of the next: "its jib buckled; part of the load fell"."""
    token = scene.token_of(mention)
    beside = token.dep_ in ("ccomp", "parataxis") and token.i < token.head.i
    return beside and any(t.text == ";" for t in token.doc[token.i : token.head.i])
