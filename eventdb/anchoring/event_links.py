"""Links between two events that a connective tells: "after she attended", "in the wake of the quake"."""

from collections.abc import Iterator

from eventdb.anchoring.attachment import until_document
from eventdb.anchoring.event_times import topic_before
from eventdb.anchoring.lexicon import anchoring_lexicon
from eventdb.anchoring.main_line import told_before
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import Aspect, EventMention, Tense
from eventdb.events.syntax import span_of
from eventdb.events.tree import Token
from eventdb.expression.nodes import Expression, ReferenceTime, Repeating, This
from eventdb.language.lexicon import load_lexicon
from eventdb.language.timex import Timex
from eventdb.temporal.unit import Unit
from eventdb.text import Span, SpanIndex

_CONNECTIVES = {
    "after": Relation.AFTER,
    "following": Relation.AFTER,
    "before": Relation.BEFORE,
    "since": Relation.BEGUN_BY,
    "until": Relation.ENDED_BY,
    "till": Relation.ENDED_BY,
    "during": Relation.IS_INCLUDED,
    "when": Relation.IS_INCLUDED,
    "while": Relation.IS_INCLUDED,
    "as": Relation.IS_INCLUDED,
    "amid": Relation.IS_INCLUDED,
    "upon": Relation.IS_INCLUDED,
    "once": Relation.AFTER,
    "at": Relation.IS_INCLUDED,
}


def event_links(scene: Scene) -> Iterator[TLink]:
    """All links between events that a connective states."""
    times = SpanIndex((span, span) for _, timex in scene.timexes for span in _words_of(timex))
    for sentence in scene.parse.sentences:
        for token in sentence.tokens:
            yield from _at_the_time(scene, token, counted=times.touches(span_of(token)))
            yield from _in_the_wake(scene, token)
            yield from _by_then(scene, token)
            if token.lower_ in _CONNECTIVES and not times.touches(span_of(token)):
                yield from _connective(scene, token)


def _words_of(timex: Timex) -> tuple[Span, ...]:
    """What is part of a time expression, or tells how it is counted: "the day before", "two days after"."""
    return (timex.span,) if timex.trailing is None else (timex.span, timex.trailing.span)


def _connective(scene: Scene, token: Token) -> Iterator[TLink]:
    ends = _main_and_anchor(scene, token)
    if ends is None:
        return
    main, anchor = ends
    span = scene.quote(span_of(token), anchor.span)
    relation = _relation(scene, token, main, anchor)
    reason = f"“{token.lower_}” {anchor.trigger}"
    if token.lower_ == "during" and anchor.event_class != "STATE":
        # of what lasts the text may tell the minute at which it began: "the search began at 06:40"
        yield TLink(main.id, Relation.BEGINS_AFTER, anchor.id, Strength.SYNTAX, span, reason)
        yield TLink(main.id, Relation.ENDS_BEFORE, anchor.id, Strength.SYNTAX, span, reason, _ITS_DAY)
        return
    yield TLink(main.id, relation, anchor.id, Strength.SYNTAX, span, reason)
    if relation is Relation.BEGUN_BY:
        yield from until_document(scene, main, Strength.SYNTAX, span)


_ITS_DAY = This(Repeating.unit(Unit.DAY), ReferenceTime())


def _in_the_wake(scene: Scene, token: Token) -> Iterator[TLink]:
    """ "in the wake of the quake", "in the aftermath of": after it, and not long."""
    if token.lemma_ not in anchoring_lexicon(scene.parse.language).wakes or token.dep_ != "pobj":
        return
    objects = (o for prep in token.children if prep.dep_ == "prep" for o in prep.children if o.dep_ == "pobj")
    anchor = next((m for o in objects if (m := scene.mention_at(o)) is not None), None)
    if any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in token.children):
        anchor = topic_before(scene, token)
    main = scene.governing_mention(token.head.head, verb=True)
    if anchor is not None and main is not None:
        span = scene.quote(span_of(token.head), anchor.span)
        yield TLink(
            main.id, Relation.AFTER, anchor.id, Strength.SYNTAX, span, f"“{span.of(scene.parse.text)}”"
        )


def _by_then(scene: Scene, token: Token) -> Iterator[TLink]:
    """ "by then half had left", "has been closed ever since", "until then": then is what was told last."""
    since = token.lower_ == "since" and any(c.lower_ == "ever" for c in token.children)
    relation = Relation.BEGUN_BY if since else None
    if token.lower_ == "then" and token.dep_ in ("pcomp", "pobj", "advmod"):
        relation = _TIMES.get(token.head.lower_)
    main = scene.governing_mention(token.head, verb=True) if relation is not None else None
    anchor = next(told_before(scene, main), None) if main is not None else None
    if relation is None or main is None or anchor is None:
        return
    if relation is Relation.BEGUN_BY and not _lasts(scene, main):
        relation = Relation.AFTER
    span = scene.quote(span_of(token.left_edge), span_of(token))
    reason = f"“{token.lower_}”, when “{anchor.trigger}”"
    yield TLink(main.id, relation, anchor.id, Strength.NEAR, span, reason)
    if relation is Relation.BEGUN_BY:
        yield from until_document(scene, main, Strength.NEAR, span)


def _at_the_time(scene: Scene, token: Token, *, counted: bool) -> Iterator[TLink]:
    """ "by the time the ship arrived", "on the day she died", "the year of his death"."""
    offset = _offset_of(scene, token)
    if offset is _NO_TIME:
        return
    anchor = next(
        (m for c in _that_say_which(token, counted=counted) if (m := scene.mention_at(c)) is not None), None
    )
    if anchor is None:
        return
    prep = token.head if token.dep_ == "pobj" else None
    main = scene.governing_mention(token.head if prep is None else prep.head, verb=True)
    relation = _TIMES.get(prep.lower_) if prep is not None else Relation.IS_INCLUDED
    if main is None or relation is None or main == anchor:
        return
    within = offset if relation is Relation.IS_INCLUDED and isinstance(offset, Expression) else None
    if within is not None and anchor.event_class != "STATE":
        relation = Relation.SIMULTANEOUS
    span = scene.quote(span_of(token if prep is None else prep), anchor.span)
    yield TLink(main.id, relation, anchor.id, Strength.SYNTAX, span, f"“{span.of(scene.parse.text)}”", within)


def _that_say_which(noun: Token, *, counted: bool) -> Iterator[Token]:
    """What says which time is meant: a clause, or of what it is the day; not of what it is the third."""
    yield from (c for c in noun.children if c.dep_ in ("relcl", "acl", "ccomp") and not _tells_of_it(c))
    if not counted and any(c.lower_ in ("the", "that", "very") for c in noun.lefts):
        of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
        yield from (o for prep in of for o in prep.children if o.dep_ == "pobj")


def _tells_of_it(clause: Token) -> bool:
    """Whether a clause goes on to tell of the time: "the day, which was wet"; not "the day she died"."""
    return clause.tag_ == "TO" or any(
        c.dep_ == "nsubj" and c.lower_ in ("which", "who") for c in clause.children
    )


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


def _offset_of(scene: Scene, token: Token) -> object:
    """The unit that a noun of time names ("day"), None for the very time ("moment"), else no time at all."""
    if token.pos_ != "NOUN":
        return _NO_TIME
    if token.lemma_ in anchoring_lexicon(scene.parse.language).moments:
        return None
    named = load_lexicon(scene.parse.language).beginning_with(token.lower_)
    units = (x.value for x in named if x.category == "unit" and len(x.words) == 1)
    unit = next((value for value in units if isinstance(value, Unit)), None)
    return _NO_TIME if unit is None or unit < Unit.DAY else This(Repeating.unit(unit), ReferenceTime())


def _relation(scene: Scene, token: Token, main: EventMention, anchor: EventMention) -> Relation:
    """ "has been closed since the flood" begins with it; "the first visit since the flood" comes after it.

    Two things done, one "when" the other, are of one time: "lost his job when the plant closed".
    """
    relation = _CONNECTIVES[token.lower_]
    if relation is Relation.BEGUN_BY and not _lasts(scene, main):
        return Relation.AFTER
    both_done = all(m.tense is Tense.PAST and m.aspect is Aspect.NONE for m in (main, anchor))
    if token.lower_ == "when" and both_done and "STATE" not in (main.event_class, anchor.event_class):
        return Relation.SIMULTANEOUS
    return relation


def _lasts(scene: Scene, mention: EventMention) -> bool:
    light = mention.lemma in scene.lexicon.order["light"] | scene.lexicon.order["identity"]
    if mention.lemma in scene.lexicon.once:
        return False  # "two members have resigned since"
    return not light and (mention.aspect is not Aspect.NONE or mention.event_class == "STATE")


def _main_and_anchor(scene: Scene, token: Token) -> tuple[EventMention, EventMention] | None:
    """The event that a connective dates, and the one that it names.

    A conjunction marks the verb of its clause; a preposition has the event as its object.
    """
    if token.dep_ in ("mark", "advmod"):
        anchor, above = scene.mention_at(token.head), token.head.head
        if anchor is None or token.head.dep_ != "advcl":
            return None
    elif token.lower_ == "as":
        return None
    elif token.dep_ in ("prep", "pcomp") or (token.dep_ == "conj" and token.head.dep_ == "prep"):
        objects = (c for c in token.children if c.dep_ in ("pobj", "pcomp"))
        anchor = next((m for c in objects if (m := scene.mention_at(c)) is not None), None)
        above = token.head.head if token.dep_ == "conj" else token.head
    else:
        return None
    main = scene.governing_mention(above, verb=token.lower_ == "during")
    if anchor is None or main is None or main.span == anchor.span:
        return None
    return main, anchor
