"""The line that a person would write on a timeline for an event.

"The visit comes two days after German Chancellor Angela Merkel attended a wreath-laying ceremony in
Moscow to commemorate …" → "Angela Merkel attended a wreath-laying ceremony in Moscow"
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from eventdb.events.arguments import person_of, subject_of
from eventdb.events.entities import Name, Names
from eventdb.events.mention import Aspect, Tense
from eventdb.events.syntax import span_of
from eventdb.events.triggers import is_nominal
from eventdb.events.verbgroup import verb_group
from eventdb.text import Span, SpanIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

Antecedent = Callable[["Token"], Name | None]

_COMPLEMENTS = frozenset(
    {"dobj", "dative", "prt", "attr", "acomp", "oprd", "prep", "agent", "neg", "xcomp", "ccomp"}
)
_ASIDES = frozenset(
    {"relcl", "appos", "parataxis", "advcl", "punct", "cc", "mark", "conj", "preconj", "meta"}
)
_TEMPORAL = frozenset({"during", "after", "before", "since", "until", "till", "following", "amid"})
_PASSING = frozenset({"also", "currently", "earlier", "now", "still", "then", "later", "already", "just"})
_QUOTES = frozenset("\"“”„‟«»'‘`") | {"``", "''"}
_LONGEST = 24  # words


class TitleWriter:
    """Writes titles for the events of one document.

    `excluded` are the time expressions with their prepositions: a title does not say when.
    """

    def __init__(self, names: Names, antecedent: Antecedent, excluded: tuple[Span, ...]) -> None:
        self._names = names
        self._antecedent = antecedent
        self._excluded = SpanIndex((span, span) for span in excluded)

    def title(self, token: "Token") -> str:
        """The title of the event that a token carries."""
        parts = self._noun_phrase(token, keep_head=True) if is_nominal(token) else self._clause(token)
        return _tidy(list(parts))

    def _clause(self, verb: "Token") -> "Iterator[str]":
        subject = subject_of(verb)
        if subject is not None:
            yield from self._noun_phrase(subject)
        yield from self._verb(verb)
        for child in verb.children:
            if child.i > verb.i and child.dep_ in _COMPLEMENTS and not self._is_time(child):
                yield from self._complement(child)

    def _verb(self, verb: "Token") -> Iterator[str]:
        group = verb_group(verb)
        before = [c for c in verb.children if c.i < verb.i and c.dep_ in ("aux", "auxpass", "neg", "advmod")]
        if group.passive and group.aspect is Aspect.PERFECTIVE:
            before = [c for c in before if c.dep_ not in ("aux", "auxpass")]
        if group.tense is Tense.INFINITIVE:
            yield "to"
        for token in before:
            asked = token.tag_ in ("TO", "WRB") or token.lower_ in _PASSING
            if not asked and not self._is_time(token):
                yield _text(token)
        yield _text(verb)

    def _complement(self, child: "Token") -> Iterator[str]:
        if child.dep_ in ("dobj", "attr", "dative", "oprd") and child.pos_ in (
            "NOUN",
            "PROPN",
            "PRON",
            "NUM",
        ):
            yield from self._noun_phrase(child)
        else:
            yield from self._subtree(child)

    def _noun_phrase(self, head: "Token", *, keep_head: bool = False) -> Iterator[str]:
        """A noun phrase; a person by the full name alone, a sure pronoun by its antecedent."""
        name = person_of(head, self._names) or self._antecedent(head)
        if name is not None and not keep_head:
            yield name.full
            for conjunct in (c for c in head.conjuncts if c.i > head.i):
                yield "and"
                yield from self._noun_phrase(conjunct)
            return
        yield from self._subtree(head)

    def _subtree(self, head: "Token") -> Iterator[str]:
        """The words that hang on a token, in order, without asides, times and quotation marks."""
        for child in head.lefts:
            if self._wanted(child, head):
                yield from self._subtree_or_name(child)
        yield self._word(head)
        for child in head.rights:
            if self._wanted(child, head):
                yield from self._subtree_or_name(child)

    def _subtree_or_name(self, child: "Token") -> Iterator[str]:
        name = self._names.at(child)
        if name is not None and name.kind == "person" and child.dep_ in ("pobj", "poss", "nsubj", "conj"):
            yield name.full
            yield from (_text(c) for c in child.children if c.dep_ == "case")
        elif child.dep_ == "poss" and (owner := self._antecedent(child)) is not None:
            yield f"{owner.full}’s"
        else:
            yield from self._subtree(child)

    def _wanted(self, child: "Token", head: "Token") -> bool:
        if child.dep_ in ("conj", "cc") and head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
            return True
        if child.dep_ == "punct":
            return (
                child.text in ("-", "–", "$", "%", "/", ",")
                and child.i + 1 < len(child.doc)
                and (
                    child.tag_ == "HYPH" or (child.text == "," and any(c.dep_ == "conj" for c in head.rights))
                )
            )
        if child.dep_ == "acl":
            return child.tag_ == "VB"  # "decision to travel", not "people killed in the war"
        return child.dep_ not in _ASIDES and not self._is_time(child)

    def _word(self, token: "Token") -> str:
        name = self._antecedent(token)
        return _text(token) if name is None else name.full

    def _is_time(self, token: "Token") -> bool:
        """Whether a token is a time expression, or a preposition whose whole object is one."""
        place = span_of(token)
        if self._excluded.covering(place) is not None:
            return True
        objects = [c for c in token.children if c.dep_ in ("pobj", "pcomp")]
        if token.dep_ == "prep" and token.lower_ in _TEMPORAL:
            return True
        return token.dep_ == "prep" and bool(objects) and all(self._is_time(o) for o in objects)


def _text(token: "Token") -> str:
    return "" if token.text in _QUOTES or token.is_space else str(token.text)


_NO_SPACE_BEFORE = ("’s", "'s", "’", "'", ",", "%", "n't", "n’t", "-", "–", "/", ".")


def _tidy(parts: list[str]) -> str:
    """Words as running text: spaces, a capital at the start, cut where it grows too long."""
    words = [p for p in parts if p]
    cut = words[:_LONGEST]
    text = ""
    for word in cut:
        glued = word in _NO_SPACE_BEFORE or text.endswith(("-", "–", "/", "$", "£", "€", "#"))
        text += word if glued or not text else f" {word}"
    text = text.strip(" ,;:-–")
    if len(words) > len(cut):
        text += " …"
    return text[:1].upper() + text[1:]
