"""Tense, aspect, modality and polarity of the verb group that carries an event (TimeML: MAKEINSTANCE)."""

from dataclasses import dataclass
from functools import lru_cache

from eventdb.events.mention import Aspect, Tense
from eventdb.events.tree import Token

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_FINITE = {"VBD": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT}
_BARE = {"VB": Tense.INFINITIVE, "VBG": Tense.PRESPART, "VBN": Tense.PASTPART}
_NEGATIVE = frozenset({"no", "never", "nobody", "none", "nothing", "neither", "hardly"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What the auxiliaries around a verb say. `going_to`: "is going to leave", "is to leave"."""

    tense: Tense
    aspect: Aspect
    modality: str | None
    negated: bool
    passive: bool


@lru_cache(maxsize=1024)  # the words of a document or two
def verb_group(verb: Token) -> VerbGroup:
    """Read the verb group of a verb.

    "has been killed" → PRESENT PERFECTIVE, passive; "would not leave" → modality "would", negated
    """
    auxiliaries = _auxiliaries(verb)
    words = [a.lower_ for a in auxiliaries]
    modal = next((a for a in auxiliaries if a.tag_ == "MD"), None)
    modality = None if modal is None or modal.lower_ in _FUTURE else modal.lower_
    return VerbGroup(
        tense=_tense(verb, auxiliaries, modal),
        aspect=_aspect(verb, auxiliaries),
        modality=modality,
        negated=_negated(verb),
        passive=any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) and "be" not in words[-1:],
    )


def _auxiliaries(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
    if own or verb.dep_ != "conj" or verb.tag_ in _FINITE or verb.tag_ != verb.head.tag_:
        return own
    return _auxiliaries(verb.head)


def _tense(verb: Token, auxiliaries: list[Token], modal: Token | None) -> Tense:
    if modal is not None:
        return Tense.FUTURE if modal.lower_ in _FUTURE else Tense.NONE
    finite = next((a for a in auxiliaries if a.tag_ in _FINITE), None)
    if finite is not None:
        return _FINITE[finite.tag_]
    if any(a.tag_ == "TO" for a in auxiliaries):
        return Tense.INFINITIVE
    return _FINITE.get(verb.tag_) or _BARE.get(verb.tag_, Tense.NONE)


def _aspect(verb: Token, auxiliaries: list[Token]) -> Aspect:
    perfect = any(a.lemma_ == "have" or a.lower_ == "having" for a in auxiliaries)
    progressive = verb.tag_ == "VBG" and any(a.lemma_ == "be" for a in auxiliaries)
    if perfect and progressive:
        return Aspect.PERFECTIVE_PROGRESSIVE
    return Aspect.PERFECTIVE if perfect else Aspect.PROGRESSIVE if progressive else Aspect.NONE


def _negated(verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    return any(
        s.lower_ in _NEGATIVE or any(c.dep_ == "det" and c.lower_ in _NEGATIVE for c in s.children)
        for s in subjects
    )


def with_particle(verb: Token) -> str:
    """The lemma with its particle: a fire breaks out ("break_out"), and the police "break_up" a rally."""
    back = (c for c in verb.children if c.lower_ == "back" and c.i == verb.i + 1)  # "pushed back to May"
    particle = next((c.lower_ for c in (*(c for c in verb.children if c.dep_ == "prt"), *back)), None)
    lemma = verb.lemma_.lower()
    return lemma if particle is None else f"{lemma}_{particle}"
