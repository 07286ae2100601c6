"""How the text stands to an event: told as a fact, planned, denied, or only supposed (FactBank).

What governs an event decides first ("denied having met", "planned to meet"), then its own verb group.
"""

from eventdb.events.lexicon import EventLexicon
from eventdb.events.mention import Aspect, Status, Tense
from eventdb.events.nominal import is_nominal
from eventdb.events.tree import Token
from eventdb.events.verbgroup import VerbGroup, verb_group, with_particle

_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
_WHEN = frozenset({"when", "after", "before", "until", "till", "once"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj"})
_REPORTED = frozenset({"ccomp", "xcomp", "pcomp", "parataxis", "dobj"})
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "for", "to", "about", "against", "from", "into", "on", "as"})
_WEAK_MODALS = frozenset({"may", "might", "could", "can", "should", "must", "ought", "ca"})


def status_of(token: Token, lexicon: EventLexicon) -> Status:
    """The status of the event that a token carries.

    "was planned to meet" → meet is PLANNED; "denied meeting" → NEGATED; "may meet" → HYPOTHETICAL
    """
    if _conditional(token):
        return Status.HYPOTHETICAL
    if is_nominal(token):
        own = _by_head_noun(token, lexicon)
    else:
        own = Status.PLANNED if _is_awaited(token) else _by_verb_group(verb_group(token), token)
    return _strongest(own, _by_governor(token, lexicon))


def _is_awaited(verb: Token) -> bool:
    """ "will stay shut until talks resume": the present tense of a clause of time under the future."""
    timed = verb.dep_ == "advcl" and any(
        c.lower_ in _WHEN for c in verb.children if c.dep_ in ("mark", "advmod")
    )
    return timed and verb_group(verb).tense is Tense.PRESENT and verb_group(verb.head).tense is Tense.FUTURE


def reporter_of(token: Token, lexicon: EventLexicon) -> Token | None:
    """The subject of the reporting verb above an event, if the text leaves the event to somebody."""
    for node in (token, *token.ancestors):
        above = node.head
        reporting = above.pos_ == "VERB" and lexicon.event_class(above.lemma_) == "REPORTING"
        if node.dep_ in _REPORTED and reporting:
            return next((c for c in above.children if c.dep_ == "nsubj"), None)
    return None


_ORDER = (Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED, Status.ASSERTED)


def _strongest(a: Status, b: Status) -> Status:
    return min(a, b, key=_ORDER.index)


def _by_head_noun(token: Token, lexicon: EventLexicon) -> Status:
    if _is_cancelled(token, lexicon):
        return Status.NEGATED
    if token.dep_ == "nsubjpass" and with_particle(token.head) in lexicon.governing["planned"]:
        return _planned(token.head)  # "the hearing is planned for May"
    if any(c.dep_ == "amod" and c.lower_ in lexicon.governing["described"] for c in token.children):
        return Status.PLANNED  # "the planned stoppage"
    denied = any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in token.children)
    return Status.NEGATED if denied else Status.ASSERTED


def _is_cancelled(token: Token, lexicon: EventLexicon) -> bool:
    """ "the rally was cancelled", "called off the walkout": it does not take place."""
    if token.dep_ not in ("nsubjpass", "dobj"):
        return False
    return with_particle(token.head) in lexicon.governing["cancelled"] and not _is_negated(token.head)


def _by_verb_group(group: VerbGroup, verb: Token) -> Status:
    if group.negated and not happened_only_then(verb):
        return Status.NEGATED
    if group.modality in _WEAK_MODALS or _is_inverted(verb):
        return Status.HYPOTHETICAL
    if group.modality == "would":
        return Status.PLANNED if verb.dep_ in ("ccomp", "conj") else Status.HYPOTHETICAL
    if group.tense is Tense.FUTURE:
        return Status.PLANNED
    if group.tense is Tense.INFINITIVE:
        return _infinitive(verb)
    return Status.ASSERTED


def happened_only_then(verb: Token) -> bool:
    """ "was not found until Monday": it was found, and then."""
    later = (t for t in verb.subtree if t.i > verb.i and verb in (t.head, t.head.head))
    return any(t.lower_ in ("until", "till") for t in later)


def _is_inverted(verb: Token) -> bool:
    """ "Had the vote passed, …": a condition without "if" (the parser may take "had" for the verb)."""
    head = verb.head
    if verb.dep_ == "ccomp" and head.lower_ == "had" and head.dep_ == "advcl":
        return True
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    had = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in ("had", "were")), None)
    asked = verb.doc[verb.sent[-1]].text == "?"
    return subject is not None and had is not None and had.i < subject.i and not asked


def _infinitive(verb: Token) -> Status:
    """A bare purpose ("to commemorate") is only intended; a complement depends on its governor."""
    if verb.dep_ == "ROOT":
        return Status.PLANNED
    if verb.head.lemma_ == "be" and any(c.lemma_ == "have" for c in verb.children if c.dep_ == "aux"):
        return Status.HYPOTHETICAL  # "was to have opened": it did not
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        return _is_to(verb.head)
    return Status.ASSERTED if verb.dep_ in ("xcomp", "conj", "ccomp") else Status.HYPOTHETICAL


def _is_to(copula: Token) -> Status:
    """ "The talks are to resume" is planned, and "died before he was to be tried" does not tell that he was.

    "She was to become a judge": she did.
    """
    if verb_group(copula).tense is Tense.PRESENT:
        return Status.PLANNED
    awaited = any(c.dep_ == "mark" and c.lower_ == "before" for c in copula.children)
    return Status.HYPOTHETICAL if awaited else Status.ASSERTED


def _conditional(token: Token) -> bool:
    node = token
    while True:
        if any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONS for c in node.children):
            return True
        if node.head == node:
            return False
        node = node.head


def _by_governor(token: Token, lexicon: EventLexicon) -> Status:
    """What the nearest governing predicates make of an event that is their complement."""
    status, node = Status.ASSERTED, token
    while node.dep_ in _COMPLEMENTS or node.dep_ in ("prep", "conj", "agent"):
        governor = node.head
        if node.dep_ == "prep" and node.lower_ == "without":
            return Status.NEGATED  # "left without paying", "gave up without a fight"
        if node.dep_ == "prep" and node.lower_ not in _COMPLEMENT_PREPOSITIONS:
            return status
        if governor.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and node.dep_ != "conj":
            status = _strongest(status, _effect(governor, node, token, lexicon))
            if governor.pos_ == "VERB" and node.dep_ in ("dobj", "pobj", "prep"):
                return status
        node = governor
    return status


def _effect(governor: Token, node: Token, token: Token, lexicon: EventLexicon) -> Status:
    """What one governing predicate makes of the event."""
    lemma, sets = _predicate(governor), lexicon.governing
    if is_nominal(token) and node.dep_ == "dobj" and lemma in lexicon.order["brings_about"]:
        return status_of(governor, lexicon)  # "will make a flight", "may stage a rally"
    if lemma in sets["implicative"]:
        return Status.NEGATED if _is_negated(governor) else Status.ASSERTED
    if lemma in sets["negated"]:
        return Status.NEGATED
    if is_nominal(token):
        prepared_for = node.dep_ == "prep" and lemma in sets["planned"]
        return _planned(governor) if prepared_for else Status.ASSERTED
    return _clausal_effect(governor, node, token, lexicon)


def _clausal_effect(governor: Token, node: Token, token: Token, lexicon: EventLexicon) -> Status:
    lemma = _predicate(governor)
    if node.dep_ == "dobj":
        return Status.ASSERTED
    if lemma in lexicon.governing["hypothetical"]:
        return Status.HYPOTHETICAL
    intended = verb_group(token).tense in (Tense.INFINITIVE, Tense.PRESPART)
    planned = intended and lemma in lexicon.governing["planned"]
    return _planned(governor) if planned else Status.ASSERTED


def _planned(governor: Token) -> Status:
    """What is planned may come; of "had been due to sign" it is not told that it came."""
    verb = governor.head if governor.pos_ == "ADJ" and governor.dep_ == "acomp" else governor
    group = verb_group(verb)
    over = group.tense is Tense.PAST and group.aspect is Aspect.PERFECTIVE
    return Status.HYPOTHETICAL if over else Status.PLANNED


def _predicate(governor: Token) -> str:
    """The lemma that governs: of "was ready to leave" it is "ready"."""
    adjective = next((c for c in governor.children if c.dep_ == "acomp"), None)
    return (governor if adjective is None or governor.pos_ != "AUX" else adjective).lemma_.lower()


def _is_negated(governor: Token) -> bool:
    return any(c.dep_ == "neg" for c in governor.children)
