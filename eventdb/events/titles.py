"""The line that a person would write on a timeline for an event.

"The visit comes two days after German Chancellor Angela Merkel attended a wreath-laying ceremony in
Moscow to commemorate …" → "Angela Merkel attended a wreath-laying ceremony in Moscow"
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from eventdb.events.antecedents import is_pronoun
from eventdb.events.arguments import person_of, subject_of
from eventdb.events.entities import Name, Names
from eventdb.events.fronting import fronted, is_before_subject, related
from eventdb.events.mention import Aspect, Tense
from eventdb.events.nominal import is_nominal, predicate_of
from eventdb.events.senses import Senses
from eventdb.events.syntax import span_of
from eventdb.events.tree import Token
from eventdb.events.verbgroup import VerbGroup, verb_group
from eventdb.text import Span, SpanIndex

Antecedent = Callable[[Token], Name | None]
NounFor = Callable[[Token], Token | None]

_COMPLEMENTS = frozenset(
    {"dobj", "dative", "prt", "attr", "acomp", "oprd", "prep", "agent", "neg", "xcomp", "ccomp"}
)
_ASIDES = frozenset(
    {"relcl", "appos", "parataxis", "advcl", "punct", "cc", "mark", "conj", "preconj", "meta"}
)
_TEMPORAL = frozenset({"during", "after", "before", "since", "until", "till", "following", "amid"})
_PASSING = frozenset({"also", "currently", "earlier", "now", "still", "then", "later", "already", "just"})
_QUOTES = frozenset("\"“”„‟«»'‘`") | {"``", "''"}
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 24  # words


class TitleWriter:
    """Writes titles for the events of one document.

    `excluded` are the time expressions with their prepositions: a title does not say when.
    """

    def __init__(
        self,
        names: Names,
        antecedent: Antecedent,
        noun_for: NounFor,
        senses: Senses,
        excluded: tuple[Span, ...],
    ) -> None:
        self._names = names
        self._noun_for = noun_for
        self._senses = senses
        self._antecedent = antecedent
        self._excluded = SpanIndex((span, span) for span in excluded)
        self._excluded_starts = frozenset(span.start for span in excluded)
        self._told: set[str] = set()

    def title(self, token: Token, *, planned: bool = False) -> str:
        """The title of the event that a token carries.

        What is only wanted, tried or managed is told by the verb that says so: "The minister managed
        to escape"; what is planned stands for itself: "John Smith to meet Jane Miller".
        """
        self._told.clear()
        told = token if planned else _governing(token)
        parts = self._subtree(told, alone=True) if is_nominal(told) else self._clause(told)
        return _capitalised(_tidy(parts))

    def as_written(self, tokens: Sequence[Token]) -> str | None:
        """The words of a short sentence as they stand: "Deployment 118 rolled back"; None of a long one,
        and of one that says more of when, or of what only its surroundings tell."""
        if len(tokens) > _LONGEST or any(self._is_time(t) or self._named(t) for t in tokens):
            return None
        return _capitalised("".join(token.text_with_ws for token in tokens).rstrip(" .;,"))

    def phrase(self, head: Token) -> str:
        """A noun phrase as it stands in a sentence, without asides: "Russia’s foreign ministry"."""
        self._told.clear()
        return _tidy(self._noun_phrase(head))

    def _clause(self, verb: Token) -> "Iterator[str]":
        subject = subject_of(verb)
        group = verb_group(verb)
        shortened = _without_auxiliary(verb, group)
        if subject is not None:
            words = list(self._noun_phrase(subject))
            yield from words[1:] if shortened and words[0].lower() in _ARTICLES else words
        yield from self._verb(verb, group, shortened=shortened)
        for child in (*fronted(verb), *(c for c in verb.children if c.i > verb.i)):
            if self._completes(child, verb):
                yield from self._complement(child)

    def _verb(self, verb: Token, group: VerbGroup, *, shortened: bool) -> Iterator[str]:
        before = [c for c in verb.children if c.i < verb.i and c.dep_ in ("aux", "auxpass", "neg", "advmod")]
        before = [c for c in before if not is_before_subject(c, verb)]
        if shortened:
            before = [c for c in before if c.dep_ not in ("aux", "auxpass")]
        if group.tense is Tense.INFINITIVE:
            yield "to"
        for token in before:
            if token.tag_ != "TO" and not self._is_passing(token):
                yield _text(token) if token.i > verb.left_edge.i else _text(token).lower()
        opens = verb.i == verb.sent[0] and verb.text.istitle()  # "Born in Bergen, she …"
        yield verb.lower_ if opens else _text(verb)

    def _completes(self, child: Token, verb: Token) -> bool:
        """Whether a dependent after the verb belongs to the title: "cut short", not "fell sharply"."""
        particle = child.dep_ == "advmod" and child.i == verb.i + 1 and not self._is_passing(child)
        return (child.dep_ in _COMPLEMENTS or particle) and not self._is_time(child)

    def _is_passing(self, adverb: Token) -> bool:
        """Words that only link to the text around, ask, or tell a time."""
        return adverb.tag_ == "WRB" or adverb.lower_ in _PASSING or self._is_time(adverb)

    def _complement(self, child: Token) -> Iterator[str]:
        if child.dep_ in ("dobj", "attr", "dative", "oprd") and child.pos_ in (
            "NOUN",
            "PROPN",
            "PRON",
            "NUM",
        ):
            yield from self._noun_phrase(child)
        else:
            yield from self._subtree(child)

    def _noun_phrase(self, head: Token) -> Iterator[str]:
        """A noun phrase; a person by the full name alone, a sure pronoun by its antecedent."""
        head = related(head)
        name = person_of(head, self._names) or self._named(head)
        if name is not None and self._describes_person(head):
            yield self._say(name)
            bearer = next((c for c in head.children if c.dep_ == "appos" and self._names.at(c) == name), head)
            for conjunct in (c for c in bearer.conjuncts if c.i > bearer.i):
                yield "and"
                yield from self._noun_phrase(conjunct)
            return
        yield from self._subtree(head)

    def _describes_person(self, head: Token) -> bool:
        """Whether nothing is lost by the name alone: "the envoy Jane Miller", but not "the river Tarn"."""
        nouns = (c for c in head.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN")
        return all(self._senses.names_person(noun) for noun in nouns)

    def _subtree(self, head: Token, *, alone: bool = False) -> Iterator[str]:
        """The words that hang on a token, in order, without asides, times and quotation marks.

        `alone`: without what is joined to it by "and", which is another event.
        """
        joined = frozenset({"conj", "cc", "punct"}) if alone else frozenset()
        for child in head.lefts:
            if self._wanted(child, head):
                yield from self._subtree_or_name(child)
        yield self._word(head)
        for child in head.rights:
            if child.dep_ not in joined and self._wanted(child, head):
                yield from self._subtree_or_name(child)

    def _subtree_or_name(self, child: Token) -> Iterator[str]:
        child = related(child)
        name = self._names.at(child)
        if name is not None and name.kind == "person" and child.dep_ in ("pobj", "poss", "nsubj", "conj"):
            yield self._say(name)
            yield from (_text(c) for c in child.children if c.dep_ == "case")
        elif child.dep_ == "poss" and (owner := self._named(child)) is not None:
            yield f"{self._say(owner)}’s"
        else:
            yield from self._subtree(child)

    def _say(self, name: Name) -> str:
        self._told.add(name.full)
        return name.full

    def _named(self, pronoun: Token) -> Name | None:
        """Whom a pronoun names, unless the title has named them before: "Nair said she had asked"."""
        name = self._antecedent(pronoun)
        return None if name is None or name.full in self._told else name

    def _wanted(self, child: Token, head: Token) -> bool:
        if child.dep_ in ("conj", "cc") and head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
            return True
        if child.dep_ == "punct":
            return (
                child.text in ("-", "–", "$", "%", "/", ",")
                and not child.ends_block
                and (
                    child.tag_ == "HYPH" or (child.text == "," and any(c.dep_ == "conj" for c in head.rights))
                )
            )
        if child.dep_ == "appos":  # "the river Tarn", but not "the envoy, Jane Miller"
            return child.pos_ == "PROPN" and child.left_edge.i == head.i + 1
        if child.dep_ == "acl":
            return child.tag_ == "VB"  # "decision to travel", not "people killed in the war"
        return child.dep_ not in _ASIDES and not self._is_time(child)

    def _word(self, token: Token) -> str:
        if not is_pronoun(token):
            return _text(token)
        name = self._named(token)
        if name is not None:
            return self._say(name)
        noun = self._noun_for(token)
        return _text(token) if noun is None else self._definite(noun)

    def _definite(self, noun: Token) -> str:
        """What has been told of before: "A grey van stopped. It …" → "the grey van"."""
        words = [w for c in noun.lefts if c.dep_ not in ("det", "predet") for w in self._subtree_or_name(c)]
        owned = any(c.dep_ == "poss" for c in noun.lefts)
        return _tidy([*([] if owned else ["the"]), *words, _text(noun)])

    def _is_time(self, token: Token) -> bool:
        """Whether a token is a time expression, or a preposition whose whole object is one."""
        place = span_of(related(token))
        if self._excluded.covering(place) is not None:
            return True
        if token.dep_ != "prep":
            return False
        objects = [c for c in token.children if c.dep_ in ("pobj", "pcomp")]
        if token.lower_ in _TEMPORAL and not any(self._names.at(o) for o in objects):
            return True
        if not objects:  # its object may hang elsewhere: "by | 03:05"
            return not self._excluded_starts.isdisjoint((place.end, place.end + 1))
        return all(self._is_time(o) for o in objects)


def _governing(token: Token) -> Token:
    """The word that tells of an infinitive: the verb or noun that it completes, as high as that goes."""
    infinitive = token.tag_ in ("VB", "VBN") and verb_group(token).tense is Tense.INFINITIVE
    if not infinitive or token.dep_ not in ("xcomp", "ccomp", "acl"):
        return token
    head = predicate_of(token.head)
    return _governing(head) if head.pos_ in ("VERB", "AUX", "NOUN") else token


def _without_auxiliary(verb: Token, group: VerbGroup) -> bool:
    """Whether a title says only the participle: "Two plants closed" for "have been closed"."""
    reduced = verb.tag_ == "VBN" and verb.dep_ == "acl"
    subject = subject_of(verb)  # "It planned" would be another thing
    unnamed = subject is not None and subject.pos_ == "PRON"
    perfect = group.passive and group.aspect is Aspect.PERFECTIVE and not unnamed
    return reduced or (perfect and group.modality is None)


def _text(token: Token) -> str:
    quote = token.text in _QUOTES and token.tag_ != "POS"  # "the mothers’ strike"
    return "" if quote or token.is_space else str(token.text)


_NO_SPACE_BEFORE = ("’s", "'s", "’", "'", ",", "%", "n't", "n’t", "-", "–", "/", ".")


def _tidy(parts: Iterable[str]) -> str:
    """Words as running text, cut where it grows too long."""
    words = list(islice((p for p in parts if p), _LONGEST + 1))
    cut = words[:_LONGEST]
    text = ""
    for word in cut:
        glued = word in _NO_SPACE_BEFORE or text.endswith(("-", "–", "/", "$", "£", "€", "#"))
        text += word if glued or not text else f" {word}"
    text = text.strip(" ,;:-–")
    return f"{text} …" if len(words) > len(cut) else text


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
