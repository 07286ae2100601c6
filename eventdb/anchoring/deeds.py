"""What a verb tells of together with its words, where the verb alone would not say: "went public"."""

from collections.abc import Iterator
from functools import lru_cache

from eventdb.events.arguments import subject_of
from eventdb.events.tree import Token

_BESIDE = ("prt", "dobj", "acomp", "attr", "oprd", "advmod")


@lru_cache(maxsize=1024)  # the verbs of a document or two
def deeds_of(verb: Token) -> tuple[str, ...]:
    """The names of a deed by lemma: the verb, and the verb with each word that may belong to it.

    "took office" → "take", "take_office"; "went to the polls" → "go", "go_to", "go_poll"; "the door was
    forced" → "force", "force_door"
    """
    return tuple(_deeds(verb, verb.lemma_.lower()))


def _deeds(verb: Token, lemma: str) -> Iterator[str]:
    yield lemma
    thing = subject_of(verb) if verb.tag_ == "VBN" else None
    if thing is not None:
        yield f"{lemma}_{thing.lemma_.lower()}"
    for child in verb.children:
        if child.dep_ == "prep":
            yield from (f"{lemma}_{o.lemma_.lower()}" for o in (child, *child.children))
        elif child.dep_ in _BESIDE:
            yield f"{lemma}_{child.lemma_.lower()}"


def brings_up(verb: Token, noun: str) -> bool:
    """Whether a verb has a new thing of this name for its object: "heard an alarm", "underwent surgery"."""
    return any(_is_new(c, noun) for c in verb.children if c.dep_ == "dobj")


def new_thing_done(verb: Token, noun: str) -> Token | None:
    """The new thing of this name that a passive has for its subject: "surgery was done", "a biopsy taken"."""
    thing = subject_of(verb) if verb.tag_ == "VBN" else None
    return thing if thing is not None and _is_new(thing, noun) else None


def _is_new(thing: Token, noun: str) -> bool:
    determiners = {c.lower_ for c in thing.children if c.dep_ in ("det", "poss")}
    return thing.lemma_.lower() == noun and determiners <= {"a", "an"}
