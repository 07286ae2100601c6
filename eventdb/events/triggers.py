"""Which words of a sentence tell of an event (TimeML: EVENT)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventdb.events.lexicon import EventLexicon
from eventdb.events.syntax import ParsedSentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# A verb in one of these places modifies, or has become a preposition: "according to", "armed men".
_NO_EVENT = frozenset({"aux", "auxpass", "amod", "compound", "prep", "case", "punct", "npadvmod"})


def find_triggers(sentence: ParsedSentence, lexicon: EventLexicon) -> "Iterator[Token]":
    """The tokens that carry an event, in order: verbs but for auxiliaries, and nouns of events."""
    for token in sentence.tokens:
        if is_verb(token) or is_event_noun(token, lexicon):
            yield token


def is_verb(token: "Token") -> bool:
    """Whether a token is the lexical head of a verb group; a copula is not."""
    return token.pos_ == "VERB" and token.tag_.startswith("VB") and token.dep_ not in _NO_EVENT


def is_event_noun(token: "Token", lexicon: EventLexicon) -> bool:
    """Whether a token is a common noun that names an event and is not part of a compound."""
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "npadvmod", "nmod"):
        return False
    return lexicon.is_event_noun(token.lemma_.lower())


def is_nominal(token: "Token") -> bool:
    """Whether an event is told as a thing: a noun, or a gerund in a noun's place ("fighting began")."""
    gerund = token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    return token.pos_ == "NOUN" or (gerund and not any(c.dep_ in ("dobj", "nsubj") for c in token.children))
