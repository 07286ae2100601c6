"""Words that stand before the verb that they complete, and what relative pronouns stand for."""

from collections.abc import Iterator

from eventdb.events.arguments import subject_of
from eventdb.events.tree import Token


def related(token: Token) -> Token:
    """What a relative pronoun stands for: "the house, which he sold" → "house"; any other word itself."""
    if token.tag_ not in ("WDT", "WP"):
        return token
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    return token if clause is None else clause.head


def fronted(verb: Token) -> Iterator[Token]:
    """The complements before a verb that hold a relative pronoun: "the fire, in which he died"."""
    if verb.dep_ == "relcl":
        for child in verb.lefts:
            pronoun = next(iter(child.children), child) if child.dep_ == "prep" else child
            if child.dep_ in ("dobj", "dative", "prep") and related(pronoun) != pronoun:
                yield child


def is_before_subject(word: Token, verb: Token) -> bool:
    """An adverb that opens the sentence and leads over to it: "There she founded a school"."""
    subject = subject_of(verb)
    return word.dep_ == "advmod" and subject is not None and word.i < subject.i < verb.i
