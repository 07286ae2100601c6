"""What an amount of time says of an event: "more than a year of tensions"."""

from collections.abc import Iterator

from eventdb.anchoring.scene import DOCUMENT_TIME, Scene, extended_span
from eventdb.anchoring.tense import told_in_the_present
from eventdb.anchoring.tlink import Relation, Strength, TLink, distance
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.events.tree import Token
from eventdb.expression.nodes import Duration
from eventdb.language.timex import SignalKind, Timex


def duration_links(scene: Scene) -> Iterator[TLink]:
    """Links of events that the text says have lasted for an amount of time up to now."""
    for _, timex in scene.timexes:
        if isinstance(timex.expression, Duration) and _is_after(timex):
            token = scene.parse.token_in(timex.span)
            event = _event_of(scene, token) if token is not None and told_in_the_present(token) else None
            if event is not None:
                yield from _lasting_until_now(scene, timex, timex.expression, event)


def lasting_links(scene: Scene) -> Iterator[TLink]:
    """Links of events that the text says have lasted for an amount of time.

    "a siege of nine days", "a two-week strike", "ruled for ten years", "having spent two years in prison";
    what is told after it follows when it ends: "freed after a siege of nine days".
    """
    for _, timex in scene.timexes:
        token = scene.parse.token_in(timex.span) if isinstance(timex.expression, Duration) else None
        if token is None or not isinstance(timex.expression, Duration) or timex.trailing is not None:
            continue
        event = _measured_by(scene, timex, token)
        if event is not None and timex.expression.mod is None and not timex.expression.period.vague:
            span = scene.quote(extended_span(timex), event.span)
            reason, length = f"“{span.of(scene.parse.text)}”", distance(timex.expression.period)
            yield TLink(event.id, Relation.LASTS, event.id, Strength.SYNTAX, span, reason, length)
            yield from _ended_by_what_follows(scene, event)


def _measured_by(scene: Scene, timex: Timex, token: Token) -> EventMention | None:
    """The event whose length an amount of time is."""
    above = token.head
    if above.dep_ == "prep" and above.lower_ == "of":
        return scene.mention_at(above.head) if above.head.pos_ == "NOUN" else None
    if token.dep_ in ("nummod", "amod", "compound", "nmod") and above.pos_ == "NOUN":
        return scene.mention_at(above)
    for_ = timex.signal is not None and timex.signal.kind is SignalKind.FOR
    spent = token.dep_ in ("dobj", "npadvmod") and above.lemma_ in _SPENDING
    verb = above.head if for_ and above.dep_ == "prep" else above if for_ or spent else None
    mention = scene.mention_at(verb) if verb is not None else None
    return mention if mention is not None and _is_over(mention) else None


_SPENDING = ("last", "spend", "serve")


def _is_over(mention: EventMention) -> bool:
    """Whether a verb tells of what is done: "ruled for ten years", "having spent two years"."""
    perfect = mention.aspect is Aspect.PERFECTIVE and mention.tense in _PARTICIPLES
    return mention.status is Status.ASSERTED and (perfect or mention.tense is Tense.PAST)


_PARTICIPLES = (Tense.PRESPART, Tense.PASTPART)


def _ended_by_what_follows(scene: Scene, event: EventMention) -> Iterator[TLink]:
    """ "freed after a siege of nine days", "having spent two years in prison, she left": it ends then."""
    token = scene.token_of(event)
    after = token.head if token.dep_ == "pobj" and token.head.lower_ in _AFTER else None
    having = token.dep_ == "advcl" and event.aspect is Aspect.PERFECTIVE and event.tense in _PARTICIPLES
    above = after.head if after is not None else token.head if having else None
    main = scene.governing_mention(above, verb=True) if above is not None else None
    if main is not None and main != event:
        span = scene.quote(event.span, main.span)
        reason = f"“{event.trigger}”, over when “{main.trigger}”"
        yield TLink(event.id, Relation.ENDED_BY, main.id, Strength.NARRATIVE, span, reason)


_AFTER = ("after", "following")


def _is_after(timex: Timex) -> bool:
    return timex.signal is not None and timex.signal.kind in (SignalKind.AFTER, SignalKind.FOR)


def _event_of(scene: Scene, token: Token) -> EventMention | None:
    """The event noun behind "of": "a year of tensions", "hours of the attack"."""
    preps = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "of")
    objects = (o for prep in preps for o in prep.children if o.dep_ == "pobj")
    return next((m for o in objects if (m := scene.mention_at(o)) is not None), None)


def _lasting_until_now(
    scene: Scene, timex: Timex, duration: Duration, event: EventMention
) -> Iterator[TLink]:
    span = scene.quote(timex.span, event.span)
    back = distance(-duration.period, exact=True)
    counted, lasting = "counted back from the document’s date", "still going on"
    yield TLink(event.id, Relation.BEGINS_BEFORE, DOCUMENT_TIME, Strength.SYNTAX, span, counted, back)
    yield TLink(event.id, Relation.ENDS_AFTER, DOCUMENT_TIME, Strength.SYNTAX, span, lasting)
