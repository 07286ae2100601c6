"""Times that are counted from an event: "two days after the vote", "the following morning", "that evening".

From which event, the words after the expression say ("the week after the vote"); where none follow, it is the
one that the story told last (`narrative`). The event that the expression hangs on then has its time from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from eventdb.anchoring.attachment import attach, attachment_of, counts_from_event
from eventdb.anchoring.bearing import relation_of
from eventdb.anchoring.lexicon import anchoring_lexicon
from eventdb.anchoring.scene import Scene, extended_span, runs_out
from eventdb.anchoring.tlink import Relation, Strength, TLink, distance
from eventdb.events.mention import EventMention
from eventdb.events.syntax import span_of
from eventdb.events.tree import Token
from eventdb.expression.nodes import Duration, Expression, Nth, ReferenceTime, Repeating, Shift
from eventdb.expression.rebase import rebased
from eventdb.language.lexicon import load_lexicon
from eventdb.language.timex import SignalKind, Timex
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import Span

Anchors = Mapping[str, EventMention]
"""The events that time expressions are counted from, by the expression's id."""


@dataclass(frozen=True, slots=True)
class EventTimex:
    """A time expression that is counted from an event, and the event that it dates.

    `named` is the event that the text names after it; `alone` that it names none, so that the story tells.
    """

    id: str
    timex: Timex
    main: EventMention
    strength: Strength
    named: EventMention | None
    alone: bool


def find_event_timexes(scene: Scene) -> tuple[EventTimex, ...]:
    """The time expressions that are counted from an event, and date another."""
    return tuple(
        found for id, timex in scene.timexes if (found := _event_timex(scene, id, timex)) is not None
    )


def _event_timex(scene: Scene, id: str, timex: Timex) -> EventTimex | None:
    if not counts_from_event(timex):
        return None
    token = scene.parse.last_token_in(timex.trailing.span) if timex.trailing is not None else None
    named = named_event(scene, token) if token is not None else None
    attached = attach(scene, timex, besides=named)
    if attached is None:
        return None
    main, strength = attached
    if main.nominal and (_stands_by(scene, timex, main) or _is_counted_from(scene, timex, main)):
        main = scene.verb_over(main) or main
    alone = token is None or (named is None and not any(True for _ in token.rights))
    return EventTimex(id, timex, main, strength, named, alone)


def _stands_by(scene: Scene, timex: Timex, noun: EventMention) -> bool:
    """Whether an expression only stands by a noun: "challenged the seizure the next day"."""
    token = scene.parse.token_in(timex.span)
    return token is not None and token.head == scene.token_of(noun) and timex.signal is None


def _is_counted_from(scene: Scene, timex: Timex, noun: EventMention) -> bool:
    """Whether another amount is counted from a noun: "a year after the war, a week before the vote"."""
    before = (other.trailing for _, other in scene.timexes if other.trailing and other.span < timex.span)
    words = {scene.parse.last_token_in(signal.span) for signal in before}
    return scene.token_of(noun).head in words


def named_event(scene: Scene, connective: Token) -> EventMention | None:
    """The event that a word like "after" names: the verb of its clause, or the noun behind it."""
    if connective.dep_ in ("mark", "advmod"):
        return _event_of_clause(scene, connective.head) if connective.head.i > connective.i else None
    if _opens_clause(connective):
        return scene.mention_at(connective.head)
    inner = [c for c in connective.children if c.dep_ in ("pobj", "pcomp", "advcl", "ccomp")]
    named = next((m for c in inner if (m := _event_of_clause(scene, c)) is not None), None)
    if named is not None or not inner:
        return named
    pronoun = inner[0].lower_ in ("it", "this", "that", "which")
    if not pronoun and inner[0].pos_ in ("NOUN", "ADJ"):
        told = _told_of(scene, inner[0])
        if told is not None:
            return told
    return topic_before(scene, connective) if pronoun else _next_verb(scene, connective)


def _told_of(scene: Scene, noun: Token) -> EventMention | None:
    """The verb that told of a thing: "won the final", for "the morning after the final"."""
    before = (m for m in reversed(scene.mentions) if not m.nominal and m.span < span_of(noun))
    return next((m for m in before if _has_object(scene.token_of(m), noun)), None)


def _has_object(verb: Token, noun: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lemma_ == noun.lemma_ for c in verb.children)


def _opens_clause(connective: Token) -> bool:
    """Whether the parser took a conjunction for a preposition: "six days after contact was lost"."""
    verb = connective.head
    misread = connective.dep_ == "prep" and verb.dep_ == "advcl" and verb.i > connective.i
    return misread and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def topic_before(scene: Scene, token: Token) -> EventMention | None:
    """What "it" means in "the day after it": the thing that was told last."""
    before = (m for m in reversed(scene.mentions) if m.nominal and m.span < span_of(token))
    return next(before, None)


def _next_verb(scene: Scene, token: Token) -> EventMention | None:
    """The verb that follows a connective at once, where the parser sees none: "after contact was lost"."""
    for following in token.doc[token.i + 1 : token.sent.stop]:
        if following.pos_ in ("PUNCT", "CCONJ"):
            return None
        mention = scene.mention_at(following)
        if mention is not None and not mention.nominal:
            return mention
    return None


def _event_of_clause(scene: Scene, token: Token) -> EventMention | None:
    """The event of a verb or noun; of a noun that is none, what it is the noun of: "the day of the vote"."""
    mention = scene.mention_at(token)
    if mention is not None:
        return mention
    inner = (c for c in token.children if c.dep_ in ("xcomp", "ccomp"))  # "before he was to be sentenced"
    found = next((m for c in inner if (m := scene.mention_at(c)) is not None), None)
    if found is not None:
        return found
    of = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "of")
    objects = (o for prep in of for o in prep.children if o.dep_ == "pobj")
    return next((m for o in objects if (m := scene.mention_at(o)) is not None), None)


# ---------------------------------------------------------------- links


def event_time_links(scene: Scene, found: tuple[EventTimex, ...], anchors: Anchors) -> Iterator[TLink]:
    """What the expressions say of the events that hang on them."""
    for one in found:
        anchor = anchors.get(one.id)
        if anchor is not None and anchor != one.main:
            yield from _counted_from(scene, one, anchor)
        elif anchor is None and one.alone and not isinstance(one.timex.expression, Duration):
            yield from attachment_of(scene, one.id, one.timex, one.main, one.strength)


def _counted_from(scene: Scene, one: EventTimex, anchor: EventMention) -> Iterator[TLink]:
    timex, span = one.timex, _span(scene, one, anchor)
    words = f"“{_said(scene, timex)}”"
    reason = (
        f"{words} {anchor.trigger}" if one.named is not None else f"{words}, counted from “{anchor.trigger}”"
    )

    def link(relation: Relation, offset: Expression | None) -> TLink:
        return TLink(one.main.id, relation, anchor.id, one.strength, span, reason, offset)

    if isinstance(timex.expression, Duration):
        yield from (link(*pair) for pair in _by_length(scene, timex, timex.expression, one.main, anchor))
    else:
        relation, offset = relation_of(scene, timex, one.main), timex.expression
        if isinstance(offset, Shift) and not offset.exact:
            compared = _comparison(scene, timex)
            if compared is not None:
                yield from (link(*pair) for pair in _compared(offset.period, compared))
                return
            offset = replace(offset, exact=_is_exact(scene, timex))
        yield link(_at(anchor) if relation is Relation.IS_INCLUDED else relation, offset)
        if runs_out(scene.parse, timex):  # and after what was told
            yield link(Relation.BEGINS_AFTER, None)


def _by_length(
    scene: Scene, timex: Timex, length: Duration, main: EventMention, anchor: EventMention
) -> Iterator[tuple[Relation, Expression | None]]:
    """What an amount of time before or after an event says: at it, within it, or beyond it.

    "two days after the vote" is at two days from it, "less than two days after" and "in the days after" up to
    them, "more than two days after" from them on, and "for two days after" ends with them.
    """
    assert timex.trailing is not None  # a length is counted from an event only by such a word
    back = timex.trailing.kind is SignalKind.BEFORE
    period = -length.period if back else length.period
    kind = timex.signal.kind if timex.signal is not None else SignalKind.AT
    limit = _limit(period)
    if length.mod in _BEYOND:
        yield from _compared(period, length.mod)
    elif length.mod in _WITHIN or kind is SignalKind.WITHIN or (period.vague and timex.signal is not None):
        yield from _compared(period, _WITHIN[0])
    elif kind is SignalKind.FOR:
        yield (Relation.BEGUN_BY if back else Relation.ENDED_BY), limit
    else:
        relation = relation_of(scene, timex, main)
        at = _at(anchor) if relation is Relation.IS_INCLUDED else relation
        offset = distance(period, exact=_is_exact(scene, timex))
        begun = timex.trailing.kind is SignalKind.SINCE  # "four days into the voyage"
        yield at, rebased(offset, _FIRST_DAY) if begun else offset


def _compared(period: Period, mod: str) -> Iterator[tuple[Relation, Expression | None]]:
    """ "more than a week after" it is from then on, "less than a week after" from the event until then."""
    if mod in _BEYOND:
        yield (Relation.ENDS_BEFORE if period.past else Relation.BEGINS_AFTER), _limit(period)
    else:
        yield (Relation.BEFORE if period.past else Relation.BEGINS_AFTER), None
        yield (Relation.BEGINS_AFTER if period.past else Relation.ENDS_BEFORE), _limit(period)


def _limit(period: Period) -> Expression:
    return distance(period, exact=not period.vague and period.unit >= Unit.DAY)


def _comparison(scene: Scene, timex: Timex) -> str | None:
    """The comparison that an expression begins with: "less than a week later"; "almost" is none."""
    first = timex.text.lower().split()
    named = load_lexicon(scene.parse.language).beginning_with(first[0])
    compared = (x for x in named if x.category == "more-than" and list(x.words) == first[: len(x.words)])
    mod = next((str(x.value) for x in compared), None)
    return None if mod == "EQUAL_OR_LESS" else mod


_FIRST_DAY = Nth(1, Repeating.unit(Unit.DAY), ReferenceTime())
_BEYOND = ("MORE_THAN", "EQUAL_OR_MORE")
_WITHIN = ("LESS_THAN", "EQUAL_OR_LESS")


def _at(anchor: EventMention) -> Relation:
    """Of what lasts, the offset is counted from one end."""
    return Relation.IS_INCLUDED if anchor.event_class == "STATE" else Relation.SIMULTANEOUS


def _is_exact(scene: Scene, timex: Timex) -> bool:
    """ "exactly a week after", "a week to the day after"."""
    text, exact = scene.parse.text, anchoring_lexicon(scene.parse.language).exact
    before = text[: timex.span.start].rstrip().lower()
    return before.endswith(exact) or timex.text.lower().endswith(exact)


def _said(scene: Scene, timex: Timex) -> str:
    """The expression with the word that tells the direction: "two days after"."""
    end = timex.trailing.span.end if timex.trailing is not None else timex.span.end
    return Span(timex.span.start, end).of(scene.parse.text)


def _span(scene: Scene, one: EventTimex, anchor: EventMention) -> Span:
    span = extended_span(one.timex)
    return span if one.named is None else scene.quote(span, anchor.span)
