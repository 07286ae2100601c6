"""Whether a noun may name what was told in other words: "the closure" and "closed", "the poll was held".

The letters that two words share show it, the word lists of `data/`, and what a verb has for its object.
"""

from collections.abc import Iterator

from eventdb.anchoring.deeds import brings_up, deeds_of, new_thing_done
from eventdb.anchoring.lexicon import anchoring_lexicon
from eventdb.anchoring.scene import Scene
from eventdb.events.arguments import subject_of
from eventdb.events.mention import EventMention
from eventdb.events.tree import Token

_SUFFIXES = ("ion", "ure", "ment", "ance", "ence", "ing")
_NOMINAL = (*_SUFFIXES, "al", "ication", "out", "off", "er", "th", "y", "t", "sis", "ism", "ice")
_SHORTEST = 3
_PARTICLES = frozenset({"over", "out", "up", "down", "in", "off", "back", "away"})


def is_kindred(scene: Scene, name: str, other: EventMention) -> bool:
    """Whether an event may be called by a noun: "the election" may take up that a poll was held."""
    verb = None if other.nominal else scene.token_of(other)
    deeds = (other.lemma,) if verb is None else (*deeds_of(verb), *_told_by(scene, other, verb))
    if any(scene.lexicon.may_be_same(name, deed) for deed in deeds):
        return True
    return is_derived(scene, name, other) or (verb is not None and brings_up_new(scene, verb, name))


def _told_by(scene: Scene, mention: EventMention, verb: Token) -> Iterator[str]:
    """The name of what took place or was held, where the noun is no mention itself: "the poll was held"."""
    order = scene.lexicon.order
    carries = mention.lemma in order["light"] or (verb.tag_ == "VBN" and mention.lemma in order["support"])
    subject = subject_of(verb) if carries else None
    if subject is not None and scene.mention_at(subject) is None:
        yield subject.lemma_.lower()


def brings_up_new(scene: Scene, verb: Token, name: str) -> bool:
    """Whether a verb brings up a thing, and no noun of the clause is a mention of it already."""
    done = new_thing_done(verb, name)
    return brings_up(verb, name) or (done is not None and scene.mention_at(done) is None)


def is_derived(scene: Scene, noun: str, told: EventMention) -> bool:
    """Whether a noun is made from a verb: "closure" from "close", "pullout" from "pull out of"."""
    verb = told.lemma
    if noun in anchoring_lexicon(scene.parse.language).derived.get(verb, ()):
        return True
    if len(verb) >= _SHORTEST and noun.startswith(verb) and noun[len(verb) :] in _SUFFIXES:
        return True  # "payment" from "pay"
    shared = next((n for n, (a, b) in enumerate(zip(noun, verb, strict=False)) if a != b), len(verb))
    rest = noun[shared:]
    if shared == len(verb) and rest in _PARTICLES:
        return any(c.lower_ == rest for c in scene.token_of(told).children)
    return noun.endswith(_NOMINAL) and shared >= max(4, len(verb) - 2)
