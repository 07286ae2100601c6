"""Who and what takes part in an event, read off the dependency tree."""

from collections.abc import Iterator
from itertools import groupby

from eventdb.events.entities import Name, Names
from eventdb.events.lexicon import EventLexicon
from eventdb.events.mention import Participant
from eventdb.events.nominal import is_event_noun, is_nominal
from eventdb.events.syntax import span_of
from eventdb.events.tree import Token
from eventdb.events.verbgroup import verb_group
from eventdb.text import Span

_SUBJECTS = ("nsubj", "nsubjpass")
_PLACES = frozenset({"in", "at", "near", "to", "from", "into", "across", "outside", "inside", "on"})


_AROUND = frozenset({"after", "before", "since", "while", "by", "without", "on", "in", "besides"})


def subject_of(verb: Token) -> Token | None:
    """The head of the subject, also where it is shared.

    "Kerry was planned to meet Putin" → the subject of "meet" is Kerry;
    "the Russians killed during the war" → the subject of "killed" is Russians;
    "after losing the vote, Kerry left", "accused Kerry of leaving" → Kerry loses, and leaves
    """
    own = next((c for c in _with_auxiliaries(verb) if c.dep_ in _SUBJECTS), None)
    if own is not None:
        relative = verb.dep_ == "relcl" and own.tag_ in ("WDT", "WP")
        return verb.head if relative else own
    if verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return _controller(verb)
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":  # "Russia was ready to talk"
        return subject_of(verb.head.head)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.head.pos_ == "VERB":
        return _controller(verb.head)
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBG", "VBD"):
        return verb.head
    return _noun_before(verb)


def _noun_before(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parser left without a subject.

    "In the autumn of 1943 German soldiers searched the house": it may take them for a part of the date.
    """
    if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or verb.i == verb.sent[0]:
        return None
    noun = verb.doc[verb.i - 1]
    return noun if noun.pos_ == "NOUN" and noun.dep_ in ("pobj", "appos") else None


def _with_auxiliaries(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        yield child
        if child.dep_ in ("aux", "auxpass"):
            yield from child.children


def _controller(verb: Token) -> Token | None:
    head = verb.head
    objects = [c for c in head.children if c.dep_ == "dobj"]
    if verb.dep_ in ("xcomp", "prep") and verb.lower_ not in _AROUND and objects:
        return objects[0]
    return subject_of(head)


def find_participants(token: Token, names: Names, lexicon: EventLexicon) -> tuple[Participant, ...]:
    """The named participants of an event and those that its grammar names, in order, each once."""
    found: dict[str, Participant] = {}
    for role, head in _arguments(token):
        for participant in _named(role, head, names, lexicon):
            found.setdefault(participant.name, participant)
    return tuple(found.values())


def _arguments(token: Token) -> Iterator[tuple[str, Token]]:
    if is_nominal(token):
        yield from _nominal_arguments(token)
        return
    passive = verb_group(token).passive or (token.tag_ == "VBN" and token.dep_ == "acl")
    subject = subject_of(token)
    if subject is not None:
        yield ("patient" if passive else "agent"), subject
    for child in token.children:
        if child.dep_ in ("dobj", "dative"):
            yield "patient", child
        elif child.dep_ in ("prep", "agent"):
            yield from _prepositional(child)


def _nominal_arguments(token: Token) -> Iterator[tuple[str, Token]]:
    for child in token.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            yield "agent", child
        elif child.dep_ in ("prep", "agent"):
            yield from _prepositional(child)


def _prepositional(prep: Token) -> Iterator[tuple[str, Token]]:
    for child in prep.children:
        if child.dep_ == "pobj":
            role = "agent" if prep.dep_ == "agent" or prep.lower_ == "by" else prep.lower_
            yield role, child


def _named(role: str, head: Token, names: Names, lexicon: EventLexicon) -> Iterator[Participant]:
    for token in (head, *(c for c in head.conjuncts if c.i > head.i)):
        name = names.at(token) or person_of(token, names)
        if name is not None:
            yield Participant(name.span, name.full, role, name.kind)
        elif _is_described(token, names) and not is_event_noun(token, lexicon):
            phrase = Span(span_of(token.left_edge).start, span_of(token).end)
            yield Participant(phrase, _described(token, names), role, "other")


def _is_described(token: Token, names: Names) -> bool:
    return token.pos_ == "NOUN" and any(names.at(c) for c in token.lefts)


def _described(head: Token, names: Names) -> str:
    """A nameless participant by whose it is: "Russia’s foreign ministry", without the article."""
    words = [t for t in head.doc[head.left_edge.i : head.i + 1] if t.dep_ != "det" or t.head != head]
    text = ""
    for name, tokens in groupby(words, key=names.at):
        said = list(tokens)
        person = name is not None and name.kind == "person"
        text += name.full + said[-1].whitespace_ if name and person else "".join(t.text_with_ws for t in said)
    return text.strip()


def person_of(head: Token, names: Names) -> Name | None:
    """The person that a noun phrase names, also by apposition: "his counterpart Sergei Lavrov"."""
    for token in (head, *(c for c in head.children if c.dep_ == "appos")):
        name = names.at(token)
        if name is not None and name.kind == "person":
            return name
    return None


def place_of(token: Token, names: Names) -> str | None:
    """Where an event took place: a named place that hangs on it or on its object by "in", "at" …"""
    heads = [token, *(c for c in token.children if c.dep_ in ("dobj", "xcomp", "attr"))]
    for head in heads:
        for prep in (c for c in head.children if c.dep_ == "prep" and c.lower_ in _PLACES):
            for child in (c for c in prep.children if c.dep_ == "pobj"):
                name = names.at(child)
                if name is not None and name.kind == "place":
                    return name.full
    return None


def subtree_span(token: Token) -> Span:
    """From the first to the last word that hangs on a token."""
    first, last = token.left_edge, token.right_edge
    return Span(span_of(first).start, span_of(last).end)
