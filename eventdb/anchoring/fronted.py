"""A time that opens a sentence, and holds for all that the sentence goes on to tell.

"On Friday a man entered the bank, took a hostage and demanded a car": all three on Friday. Behind the first
verb it would be that verb's alone: "entered on Friday, took …". What has a time of its own keeps it.
"""

from collections.abc import Iterator

from eventdb.anchoring.attachment import attach, attachment_of, counts_from_event, is_told_by_a_clause
from eventdb.anchoring.scene import Scene, extended_span
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import EventMention, Status
from eventdb.events.syntax import span_of
from eventdb.events.tree import Token
from eventdb.expression.nodes import Vague
from eventdb.language.timex import SignalKind, Timex, TimexType
from eventdb.text import Span


def fronted_links(scene: Scene) -> Iterator[TLink]:
    """The links of coordinated verbs to the time that opens their sentence."""
    for id, timex in scene.timexes:
        main = _opened_by(scene, timex)
        if main is not None:
            for mention in _going_on(scene, main):
                yield from _sharing(scene, id, timex, main, mention)


def _opened_by(scene: Scene, timex: Timex) -> EventMention | None:
    """The first verb of the sentence that a date opens."""
    at = timex.signal is None or timex.signal.kind is SignalKind.AT
    if timex.type is not TimexType.DATE or not at or isinstance(timex.expression, Vague):
        return None
    attached = None if is_told_by_a_clause(scene, timex) else attach(scene, timex)
    main = attached[0] if attached is not None and attached[1] is Strength.SYNTAX else None
    if main is None or main.nominal:
        return None
    verb = scene.token_of(main)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), verb)
    return main if timex.span.end <= span_of(subject).start else None


def _going_on(scene: Scene, main: EventMention) -> Iterator[EventMention]:
    """The verbs that are told on from one as done, up to the first that has a time of its own."""
    verb: Token | None = scene.token_of(main)
    while verb is not None:
        verb = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
        mention = scene.mention_at(verb) if verb is not None else None
        if verb is None or _has_times(scene, verb):
            return
        if mention is not None and mention.status is Status.ASSERTED and _same_tense(mention, main):
            yield mention


def _has_times(scene: Scene, verb: Token) -> bool:
    """Whether a time expression stands in the clause of a verb, or in one that is told on from it."""
    own = Span(span_of(verb.left_edge).start, span_of(verb.right_edge).end)
    return any(own.covers(timex.span) for _, timex in scene.timexes)


def _same_tense(a: EventMention, b: EventMention) -> bool:
    return (a.tense, a.aspect) == (b.tense, b.aspect)


def _sharing(
    scene: Scene, id: str, timex: Timex, main: EventMention, mention: EventMention
) -> Iterator[TLink]:
    """The time itself, or, where it is counted from an event, that of the first verb."""
    if counts_from_event(timex):
        span = scene.quote(extended_span(timex), mention.span)
        reason = f"“{extended_span(timex).of(scene.parse.text)} … {mention.trigger}”"
        yield TLink(mention.id, Relation.SIMULTANEOUS, main.id, Strength.NEAR, span, reason)
    else:
        yield from attachment_of(scene, id, timex, mention, Strength.NEAR)
