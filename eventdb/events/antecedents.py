"""Whom a pronoun names, where that is sure; a doubtful pronoun stays a pronoun."""

from typing import TYPE_CHECKING

from eventdb.events.entities import Name, Names
from eventdb.events.syntax import Parse, ParsedSentence, span_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 2  # sentences
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})


def is_pronoun(token: "Token") -> bool:
    """Whether a token is a pronoun of the third person singular for a human being."""
    return token.lower_ in _PERSONAL


def antecedent_of(pronoun: "Token", parse: Parse, names: Names) -> Name | None:
    """The only person who is a subject before the pronoun, in its sentence or else shortly before.

    "Putin himself used similar rhetoric when he called for …" → Putin
    """
    place = span_of(pronoun)
    sentence = parse.sentence_of(place.start)
    if sentence is None:
        return None
    reach = parse.sentences[max(0, sentence.number - 1 - _REACH) : sentence.number]
    for near in reversed([s for s in reach if not s.heading]):
        subjects = _subjects(near, names, before=place.start)
        if subjects:
            return subjects[0] if len({s.full for s in subjects}) == 1 else None
    return None


def _subjects(sentence: ParsedSentence, names: Names, before: int) -> list[Name]:
    heads = (t for t in sentence.tokens if t.dep_ in ("nsubj", "nsubjpass"))
    found = (names.at(head) for head in heads if span_of(head).end <= before)
    return [name for name in found if name is not None and name.kind == "person"]
