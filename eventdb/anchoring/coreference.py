"""Mentions of one event in a document: "planned to meet", "the meeting in Sochi", "the visit".

A noun that is definite takes up the latest earlier mention that may be the same (same or kindred
lemma, and nothing said of one that contradicts the other); a verb of identity makes its subject and
its complement one ("the meeting marks the first visit"); a light verb tells of its subject; a subordinate
clause that repeats an earlier one word for word tells of the same.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from eventdb.anchoring.attachment import takes_effect
from eventdb.anchoring.deeds import deeds_of
from eventdb.anchoring.kindred import brings_up_new, is_derived, is_kindred
from eventdb.anchoring.lexicon import anchoring_lexicon
from eventdb.anchoring.main_line import told_after, told_before
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.arguments import subject_of
from eventdb.events.mention import EventMention, Status, Tense
from eventdb.events.tree import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_REACH = 12  # sentences back
_AHEAD = 2  # sentences ahead


def coreference_links(scene: Scene) -> tuple[TLink, ...]:
    """Links that say of two mentions that they are one event."""
    links = [*_identities(scene), *_told_in_headings(scene)]
    for mention in scene.mentions:
        find = _taken_up if mention.nominal else _told_again
        antecedent = find(scene, mention, scene.token_of(mention))
        if antecedent is not None:
            reason = f"the same event as “{antecedent.trigger}”"
            links.append(_same(mention, antecedent, Strength.COREFERENCE, reason))
    return tuple(links)


def _told_in_headings(scene: Scene) -> Iterator[TLink]:
    """What a heading tells, the text below tells again: "Ex-minister arrested. Police detained …"."""
    headings = {s.number for s in scene.parse.sentences if s.heading}
    for mention in scene.mentions:
        if mention.sentence in headings and not mention.nominal:
            below = [m for m in scene.after(mention) if m.sentence not in headings]
            near = (m for m in below if m.sentence - mention.sentence <= _AHEAD)
            again = next((m for m in near if _is_retold(scene, mention, m)), None)
            if again is not None:
                yield _same(mention, again, Strength.COREFERENCE, f"the heading’s “{mention.trigger}”")


def _is_retold(scene: Scene, mention: EventMention, again: EventMention) -> bool:
    told = again.tense is Tense.PAST and again.status is mention.status and not again.nominal
    return told and scene.lexicon.may_be_same(mention.lemma, again.lemma)


def _taken_up(scene: Scene, mention: EventMention, token: Token) -> EventMention | None:
    """The earlier mention that a noun takes up.

    A definite noun takes up one of its kind, a bare nominalisation ("after admission") only its own
    verb, and a shell noun ("after the tragedy"), for want of one, what was told last.
    """
    if token.pos_ != "NOUN" or _is_another(scene, token):
        return None
    definite = _is_definite(token) or _owner(token) is not None
    found = _antecedent(scene, mention, token, bare=not definite) or _told_later(scene, mention, token)
    if found is None and _is_shell(scene, mention, token):
        return _taken_up_by_shell(scene, mention)
    return found


def _is_another(scene: Scene, token: Token) -> bool:
    """Whether a noun means another of its kind than was told: "the last such flood", "a similar attack"."""
    another = anchoring_lexicon(scene.parse.language).another
    return any(c.lower_ in another for c in token.lefts)


def _told_later(scene: Scene, mention: EventMention, token: Token) -> EventMention | None:
    """The verb that tells afterwards what a noun names: "two days before admission. He was admitted"."""
    if any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in token.children):
        return None
    near = takewhile(lambda m: m.sentence - mention.sentence <= _AHEAD, scene.after(mention))
    own = scene.verb_over(mention)
    verbs = (m for m in near if not m.nominal and m.status is Status.ASSERTED and m != own)
    names = _names(mention, token)
    kindred = (m for m in verbs if any(is_kindred(scene, name, m) for name in names))
    return next((m for m in kindred if _may_be_same(scene, mention, token, m)), None)


def _taken_up_by_shell(scene: Scene, mention: EventMention) -> EventMention | None:
    """What was told last, or comes next: "two weeks before the accident" in the first sentence.

    A ruling is what a court does, a tragedy what kills or destroys, a defeat a battle; an accident is not
    what sets things right again.
    """
    words = anchoring_lexicon(scene.parse.language)
    if mention.lemma in words.rulings:
        ruled = (
            m for m in scene.before(mention) if not m.nominal and _subject_lemma(scene, m) in words.deciders
        )
        found = next(ruled, None)
        if found is not None:
            return found
    deeds = words.kinds.get(mention.lemma, frozenset())
    own = scene.verb_over(mention)
    kind = (m for m in scene.before(mention) if m.lemma in deeds and m.status is Status.ASSERTED and m != own)
    found = next(kind, None)
    if found is not None:
        return found
    told = (m for m in told_before(scene, mention) if m.lemma not in words.remedies)
    found = next(told, None)
    ahead = found is None and scene.token_of(mention).dep_ == "pobj"
    return next(told_after(scene, mention), None) if ahead else found


def _subject_lemma(scene: Scene, mention: EventMention) -> str:
    subject = subject_of(scene.token_of(mention))
    return "" if subject is None else subject.lemma_.lower()


def _told_again(scene: Scene, mention: EventMention, token: Token) -> EventMention | None:
    """The clause that a subordinate one repeats: "It failed. Four days after it failed, she wrote".

    So does a gerund after a preposition: "She left Boston. Seven weeks after leaving Boston, …".
    """
    near = takewhile(lambda m: mention.sentence - m.sentence <= _REACH, scene.before(mention))
    if token.dep_ == "pcomp" and mention.tense is Tense.PRESPART:
        verbs = (m for m in near if not m.nominal and m.status is Status.ASSERTED and m.tense is Tense.PAST)
        return next((m for m in verbs if scene.lexicon.may_be_same(mention.lemma, m.lemma)), None)
    if token.dep_ != "advcl" or mention.status is not Status.ASSERTED:
        return None
    return next((m for m in near if _is_told_by_both(scene, mention, m)), None)


def _is_told_by_both(scene: Scene, mention: EventMention, earlier: EventMention) -> bool:
    """Whether a clause says the same in the same words, or with a pronoun: "died … after he died"."""
    if earlier.tense is not mention.tense or earlier.nominal:
        return False
    subject = subject_of(scene.token_of(mention))
    pronoun = subject is not None and subject.pos_ == "PRON" and mention.lemma == earlier.lemma
    objects = _objects(scene.token_of(mention))
    same = objects <= _objects(scene.token_of(earlier))  # "took up his post … after he took up the post"
    return mention.title == earlier.title or (pronoun and same)


def _objects(verb: Token) -> set[str]:
    """The things that a verb is done to, by lemma."""
    return {c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "attr", "oprd", "prt")}


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "attr", "oprd") for c in verb.children)


def _is_shell(scene: Scene, mention: EventMention, token: Token) -> bool:
    shell = anchoring_lexicon(scene.parse.language).shell
    alone = all(c.dep_ in ("det", "punct") for c in token.children)
    return mention.lemma in shell and _is_definite(token) and alone


def _same(a: EventMention, b: EventMention, strength: Strength, reason: str) -> TLink:
    return TLink(a.id, Relation.SIMULTANEOUS, b.id, strength, a.span, reason)


def _identities(scene: Scene) -> Iterator[TLink]:
    """Light verbs with their subject ("was held" too), and what a verb of identity equates."""
    order = scene.lexicon.order
    for mention in scene.mentions:
        token = scene.token_of(mention)
        if token.pos_ not in ("VERB", "AUX"):
            continue
        participle = token.dep_ == "acl" and token.tag_ == "VBN"  # "the battle, fought on 12 August"
        told = scene.mention_at(token.head) if participle else scene.subject_event(token)
        if told is None or told.span == mention.span:
            continue
        passive = participle or any(c.dep_ == "nsubjpass" for c in token.children)
        cognate = scene.lexicon.may_be_same(told.lemma, mention.lemma)  # "the battle was fought"
        held = (passive and mention.lemma in order["support"]) or (cognate and not _has_object(token))
        if held or mention.lemma in order["light"] | order["identity"]:
            yield _same(mention, told, Strength.SYNTAX, f"“{mention.trigger}” tells of “{told.trigger}”")
        if mention.lemma in order["identity"]:
            yield from _complement(scene, mention, token, told)


def _complement(scene: Scene, verb: EventMention, token: Token, told: EventMention) -> Iterator[TLink]:
    for child in token.children:
        other = scene.mention_at(child) if child.dep_ in ("dobj", "attr") else None
        if other is not None:
            yield _same(other, told, Strength.SYNTAX, f"“{told.trigger} {verb.trigger} … {other.trigger}”")


def _is_definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in token.children)


def _owner(token: Token) -> Token | None:
    return next((c for c in token.children if c.dep_ == "poss"), None)


def _antecedent(scene: Scene, mention: EventMention, token: Token, *, bare: bool) -> EventMention | None:
    """Of the earlier mentions that may be the same, those of its own word, of these the latest that is dated.

    A date makes an event the topic: "the meeting" is the one "on Tuesday", not one told in passing.
    """
    names = _names(mention, token)
    found = [
        earlier
        for earlier in takewhile(lambda m: mention.sentence - m.sentence <= _REACH, scene.before(mention))
        if any(is_kindred(scene, name, earlier) for name in names)
        and _may_be_same(scene, mention, token, earlier)
        and not (bare and (earlier.nominal or not _names_deed(scene, mention, earlier)))
    ]
    dated = scene.dated_mentions
    own = {m.id for m in found if m.lemma == mention.lemma or is_derived(scene, mention.lemma, m)}
    return max(found, key=lambda m: (m.id in own, m.id in dated, m.span.start), default=None)


def _names_deed(scene: Scene, mention: EventMention, earlier: EventMention) -> bool:
    """Whether a noun is the verb's own: "three weeks after issue" of a claim that was issued."""
    if not earlier.nominal and brings_up_new(scene, scene.token_of(earlier), mention.lemma):
        return True  # "underwent surgery … on the third day after surgery"
    if not earlier.nominal and any(
        "_" in deed and scene.lexicon.may_be_same(mention.lemma, deed)
        for deed in deeds_of(scene.token_of(earlier))
    ):
        return True  # "underwent a hip replacement … ten days after surgery"
    return mention.lemma == earlier.lemma or is_derived(scene, mention.lemma, earlier)


def _may_be_same(scene: Scene, mention: EventMention, token: Token, earlier: EventMention) -> bool:
    if earlier.status is Status.NEGATED or earlier == scene.verb_over(mention):
        return False
    if mention.nominal and _holds_later(scene, earlier) and not is_derived(scene, mention.lemma, earlier):
        return False
    other = scene.token_of(earlier)
    return not _contradict(_details(mention), _details(earlier)) and _same_number(token, other)


def _holds_later(scene: Scene, earlier: EventMention) -> bool:
    """Whether what is decided holds from another day: who "resigned, effective 30 June" left then."""
    times = (timex for _, timex in scene.timexes if earlier.clause.covers(timex.span))
    return not earlier.nominal and any(takes_effect(scene, timex) for timex in times)


def _names(mention: EventMention, token: Token) -> Sequence[str]:
    """What a noun is called: a sentencing hearing is a sentencing, too."""
    return [mention.lemma, *(c.lemma_.lower() for c in token.children if c.dep_ in ("compound", "amod"))]


def _details(mention: EventMention) -> dict[str, set[str]]:
    """Who acts, and the names behind each preposition."""
    found: dict[str, set[str]] = {}
    for participant in mention.participants:
        found.setdefault(participant.role, set()).add(participant.name)
    return found


def _contradict(a: dict[str, set[str]], b: dict[str, set[str]]) -> bool:
    """Whether both name somebody in one role, and nobody in common: Merkel's visit is not Kerry's."""
    shared = (role for role in a.keys() & b.keys())
    return any(a[role].isdisjoint(b[role]) for role in shared)


def _same_number(token: Token, other: Token) -> bool:
    """ "the attacks" is not one attack; a verb can be taken up by either."""
    return other.pos_ != "NOUN" or (token.tag_ == other.tag_)
