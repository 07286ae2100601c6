"""Entries of logs, chronicles and diaries: a time stands over what happened then."""

from collections.abc import Iterator, Mapping, Sequence

from eventdb.anchoring.focus import Standing
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.blocks import Block
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.events.nominal import predicate_of
from eventdb.events.syntax import ParsedSentence
from eventdb.language.timex import Timex
from eventdb.text import SpanIndex


def standings(
    stretches: Sequence[Block | ParsedSentence], timexes: Sequence[tuple[str, Timex]]
) -> Mapping[str, Standing]:
    """Which time expressions stand over an entry, and which in one; no others."""
    stamps = {stretch.stamp for stretch in stretches}
    entries = SpanIndex((stretch.span, stretch) for stretch in stretches if stretch.stamp is not None)
    found = {id: Standing.IN_ENTRY for id, timex in timexes if entries.covering(timex.span) is not None}
    return found | {id: Standing.STAMP for id, timex in timexes if timex.span in stamps}


def entry_links(scene: Scene) -> Iterator[TLink]:
    """The time at the head of an entry dates what its main clauses tell: "21:47 Alarm raised, crew sent".

    Not what they look back on or ahead to: "22:10 Crew had left", "22:15 Crew will return".
    """
    ids = {timex.span: id for id, timex in scene.timexes}
    for sentence in scene.parse.sentences:
        stamp = sentence.stamp
        if stamp is None or stamp not in ids:
            continue
        reason = f"“{stamp.of(scene.parse.text)}” at the head of the entry"
        for mention in scene.mentions_in(sentence.number):
            if _is_entered(scene, mention):
                yield TLink(mention.id, Relation.IS_INCLUDED, ids[stamp], Strength.SYNTAX, stamp, reason)


def _is_entered(scene: Scene, mention: EventMention) -> bool:
    told_then = mention.status is Status.ASSERTED and mention.aspect is not Aspect.PERFECTIVE
    if not told_then or mention.tense is Tense.FUTURE or mention.id in scene.dated_mentions:
        return False
    token = predicate_of(scene.token_of(mention))
    while token.dep_ == "conj" or (token.dep_ == "acl" and token.tag_ == "VBN"):  # "Mr Tate seen by a doctor"
        token = token.head
    return token.dep_ == "ROOT"
