"""Whom or what a pronoun names, where that is sure; a doubtful pronoun stays a pronoun."""

from collections.abc import Iterator

from eventdb.events.entities import Name, Names
from eventdb.events.lexicon import event_lexicon
from eventdb.events.model import load_model
from eventdb.events.syntax import Parse, span_of
from eventdb.events.tree import Token

_REACH = 2  # sentences
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
_NOMINATIVE = {"him": "he", "his": "he", "her": "she", "hers": "she", "its": "it"}
_THING = frozenset({"it", "its"})
_EMPTY_IT = frozenset({"be", "seem", "appear", "become", "take", "happen", "rain", "snow"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative"})


def is_pronoun(token: Token) -> bool:
    """Whether a token is a pronoun of the third person singular that can name somebody or a body."""
    return token.lower_ in _PERSONAL or (token.lower_ in _THING and token.head.lemma_ not in _EMPTY_IT)


def antecedent_of(pronoun: Token, parse: Parse, names: Names) -> Name | None:
    """The only subject before the pronoun that it can name, in its sentence or else shortly before.

    For "he" and "she" that is a person, for "it" an organisation or a country. Somebody without a name
    among those subjects leaves it open. Where no person acts, it is the one who is acted on: "Police charged
    Orlov; his trial …".

    "Putin himself used similar rhetoric when he called for …" → Putin
    """
    place = span_of(pronoun)
    sentence = parse.sentence_of(place.start)
    if sentence is None:
        return None
    personal = pronoun.lower_ in _PERSONAL
    reach = parse.sentences[max(0, sentence.number - 1 - _REACH) : sentence.number]
    for near in reversed([s for s in reach if not s.heading]):
        roles = (*_SUBJECTS, *_OBJECTS)
        before = [t for t in near.tokens if t.dep_ in roles and span_of(t).end <= place.start]
        before = [t for t in before if not _never_called(t, pronoun, parse.language)]
        heads = [t for t in before if t.dep_ in _SUBJECTS]
        found = list(_candidates(heads, names, parse.language, personal=personal))
        if personal and not found:
            acted_on = [t for t in before if t.dep_ in _OBJECTS]
            found = list(_candidates(acted_on, names, parse.language, personal=True))
        if found:
            return found[0] if len({name and name.full for name in found}) == 1 else None
        if not personal and any(_is_new(t) for t in before):
            return None
        if pronoun.dep_ == "poss" and personal and any(_may_be_a_person(t, names) for t in heads):
            return None
    return None


def _may_be_a_person(head: Token, names: Names) -> bool:
    """Whether "his" may speak of one taken for an organisation: "Orlov ruled until his death"."""
    name = names.at(head)
    return name is not None and name.kind == "organisation" and " " not in name.full


def _is_new(noun: Token) -> bool:
    """Whether a sentence brings up what "it" may take up: "Her son built a chapel. It burned down"."""
    articles = (c.lower_ for c in noun.children if c.dep_ == "det")
    return noun.tag_ == "NN" and noun.dep_ == "dobj" and any(word in ("a", "an") for word in articles)


def _never_called(head: Token, pronoun: Token, language: str) -> bool:
    """Whether a pronoun does not stand for such a person: no "she" for "their son, Edward,"."""
    titles = (c for c in head.lefts if c.dep_ in ("compound", "nmod"))
    apart = (c for c in head.rights if c.dep_ == "appos")
    nominative = _NOMINATIVE.get(pronoun.lower_, pronoun.lower_)
    never = event_lexicon(language).never_called.get(nominative, ())
    return any(word.lemma_.lower() in never for word in (head, *titles, *apart))


def _candidates(heads: list[Token], names: Names, language: str, *, personal: bool) -> Iterator[Name | None]:
    """The names of subjects that fit; None for one that fits but has no name."""
    senses = load_model(language).senses
    for head in heads:
        name = name_of(head, names)
        if name is not None:
            if (name.kind == "person") is personal:
                yield name
        elif head.tag_ == "NNP" or (head.tag_ == "NN" and senses.names_person(head) is personal):
            yield None


def noun_for(pronoun: Token, parse: Parse, names: Names) -> Token | None:
    """The noun before that the subject of a main clause takes up, where there is no other that it can mean.

    It stands in a sentence before. "The mill burned down in May. It was rebuilt." → mill; "The flood
    destroyed the mill. It …" → None
    """
    sentence = parse.sentence_of(span_of(pronoun).start)
    main = pronoun.dep_ in _SUBJECTS and pronoun.head.dep_ in ("ROOT", "conj")
    if sentence is None or not main:
        return None
    reach = parse.sentences[max(0, sentence.number - 1 - _REACH) : sentence.number - 1]
    for near in reversed([s for s in reach if not s.heading]):
        found = [t for t in near.tokens if _can_mean(t, pronoun, names, parse.language)]
        if found:
            sure = len(found) == 1 and found[0].tag_ == "NN" and found[0].dep_ in _SUBJECTS
            return found[0] if sure and names.at(found[0]) is None else None
    return None


def _can_mean(noun: Token, pronoun: Token, names: Names, language: str) -> bool:
    if noun.tag_ not in ("NN", "NNP") or noun.dep_ in ("compound", "npadvmod", "nmod"):
        return False
    personal = pronoun.lower_ in _PERSONAL
    if _never_called(noun, pronoun, language):
        return False
    name = names.at(noun)
    if name is not None:
        return (name.kind == "person") is personal
    return load_model(language).senses.names_person(noun) is personal


def name_of(head: Token, names: Names) -> Name | None:
    """The name that a noun phrase bears, also by apposition: "The company, Norvik Textiles,"."""
    for token in (head, *(c for c in head.children if c.dep_ == "appos")):
        name = names.at(token)
        if name is not None:
            return name
    return None
