"""The form in which an event is told: as a thing ("the visit", "fighting began"), or by a verb."""

from eventdb.events.lexicon import EventLexicon
from eventdb.events.tree import Token

_IN_A_STATE = ("in", "on", "under")


def is_event_noun(token: Token, lexicon: EventLexicon) -> bool:
    """Whether a token is a common noun that names an event and is not part of a compound."""
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "npadvmod", "nmod"):
        return False
    return lexicon.is_event_noun(token.lemma_.lower())


def is_nominal(token: Token) -> bool:
    """Whether an event is told as a thing: a noun, or a gerund in a noun's place ("fighting began")."""
    gerund = token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    return token.pos_ == "NOUN" or (gerund and not any(c.dep_ in ("dobj", "nsubj") for c in token.children))


def predicate_of(token: Token) -> Token:
    """The verb whose clause tells of an event: of an adjective it is the copula ("was ready" → "was").

    So it is of a bare noun behind a preposition ("have been on strike" → "been"). Any other word, and an
    adjective without a copula, is its own.
    """
    prep = token.head
    bare = token.pos_ == "NOUN" and token.dep_ == "pobj" and not any(True for _ in token.children)
    if bare and prep.lower_ in _IN_A_STATE and prep.head.lemma_ == "be" and prep.head.pos_ == "AUX":
        return prep.head
    complement = token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd", "attr")
    return token.head if complement and token.head.pos_ in ("AUX", "VERB") else token
