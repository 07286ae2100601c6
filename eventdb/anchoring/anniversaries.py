"""Anniversaries and birthdays: "the second anniversary of her arrival", "on her sixtieth birthday".

Such a day is exactly so many years after the event; it dates the event from the day as well.
"""

from collections.abc import Iterator

from eventdb.anchoring.births import BIRTHS, birth_of
from eventdb.anchoring.numbers import ordinal_at
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink, distance
from eventdb.events.mention import EventMention, Status
from eventdb.events.syntax import span_of
from eventdb.events.tree import Token
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


def anniversary_links(scene: Scene) -> Iterator[TLink]:
    """Links between what happens on an anniversary and what it is the anniversary of."""
    for sentence in scene.parse.sentences:
        for token in sentence.tokens:
            if token.lemma_ in ("anniversary", "birthday"):
                yield from _links(scene, token)


def _links(scene: Scene, token: Token) -> Iterator[TLink]:
    years = next((n for c in token.lefts if (n := ordinal_at(scene, c)) is not None), None)
    anchor = _celebrated(scene, token)
    if years is None or anchor is None:
        return
    span = scene.quote(span_of(token.left_edge), span_of(token.right_edge))
    reason = f"“{span.of(scene.parse.text)}”"
    offset = distance(Period.of(years, Unit.YEAR), exact=True)
    for mention in _on_the_day(scene, token):
        if mention != anchor:
            yield TLink(mention.id, Relation.SIMULTANEOUS, anchor.id, Strength.SYNTAX, span, reason, offset)


def _on_the_day(scene: Scene, token: Token) -> Iterator[EventMention]:
    """The anniversary itself, and what happens on it: not what happens "on the eve of" it, or before it."""
    own = scene.mention_at(token)
    if own is not None:
        yield own
    prep = token.head if token.dep_ == "pobj" else None
    if prep is None or (prep.lower_ in _ON and prep.head.pos_ != "NOUN"):
        main = scene.governing_mention(token.head, verb=True)
        if main is not None:
            yield main


_ON = ("on", "at", "for", "by")


def _celebrated(scene: Scene, token: Token) -> EventMention | None:
    """The event behind "of"; of a birthday the birth of its owner."""
    if token.lemma_ == "birthday":
        before = [m for m in scene.mentions if m.lemma in BIRTHS and m.span < span_of(token)]
        return birth_of(scene, next((c for c in token.lefts if c.dep_ == "poss"), None), before)
    objects = (o for c in token.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj")
    return next((m for o in objects if (m := _event_of(scene, o)) is not None), None)


def _event_of(scene: Scene, noun: Token) -> EventMention | None:
    """The event of a noun, or what a clause says that it did: "the avalanche that destroyed the village"."""
    clauses = (c for c in noun.children if c.dep_ == "relcl")
    done = (m for c in clauses if (m := scene.mention_at(c)) is not None and m.status is Status.ASSERTED)
    return scene.mention_at(noun) or next(done, None)
