"""Which event each time expression belongs to, and how: by syntax, else by distance."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from eventdb.anchoring.bearing import OF_MANY, among_many, relation_of
from eventdb.anchoring.dependence import counts_on
from eventdb.anchoring.lexicon import anchoring_lexicon
from eventdb.anchoring.scene import DOCUMENT_TIME, Scene, extended_span
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.arguments import subject_of
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.events.tree import Token
from eventdb.events.verbgroup import with_particle
from eventdb.expression.nodes import After, Expression, Field, Last, Nearest, Next, Vague
from eventdb.language.timex import SignalKind, Timex, TimexType
from eventdb.temporal.period import Period
from eventdb.text import Span


def attach(
    scene: Scene, timex: Timex, besides: EventMention | None = None
) -> tuple[EventMention, Strength] | None:
    """The event that a time expression dates, or None where it dates none.

    "killed … since fighting began in April 2014" → "April 2014" dates "began". It is not one `besides`,
    from which the expression is counted.
    """
    token = scene.parse.token_in(timex.span)
    if token is None or _is_what_begins(scene, token):
        return None
    if (among_many(scene, timex) or "last") not in OF_MANY:
        return None  # "three ships were lost, two of them in May"
    if _is_planned_for(scene, timex, token) or _is_moved_to(scene, timex, token):
        planned = _what_is_planned(scene, _verb_over(token))
        return None if planned is None else (planned, Strength.SYNTAX)
    mention = _governor(scene, token, besides)
    if mention is not None:
        mention = _what_was_done_instead(scene, timex, mention) or mention
        return mention, Strength.NEAR if takes_effect(scene, timex) else Strength.SYNTAX
    nearest = _nearest(scene, timex, besides)
    return None if nearest is None else (nearest, Strength.NEAR)


def _is_what_begins(scene: Scene, token: Token) -> bool:
    """ "Fiscal 2019 began on 1 July": a time that begins or ends is not when it does."""
    order = scene.lexicon.order
    return token.dep_ == "nsubj" and token.head.lemma_ in order["begin"] | order["end"]


def takes_effect(scene: Scene, timex: Timex) -> bool:
    """ "resigned in March, effective 30 June": the second is that of what is decided, and yields."""
    before = scene.parse.text[: extended_span(timex).start].rstrip().lower()
    return before.endswith(anchoring_lexicon(scene.parse.language).effect)


def _is_planned_for(scene: Scene, timex: Timex, token: Token) -> bool:
    """ "a rally scheduled for Tuesday": the time is that of what is planned, not of the planning.

    So it is with all that is done for a date: "completion was fixed for 28 days later".
    """
    if timex.signal is None or timex.signal.kind is not SignalKind.FOR:
        return False
    verb = _verb_over(token)
    done_for = timex.type is TimexType.DATE and verb.tag_ == "VBN"
    return done_for or with_particle(verb) in scene.lexicon.governing["planned"]


def _is_moved_to(scene: Scene, timex: Timex, token: Token) -> bool:
    """ "postponed until Friday", "pushed back to May": the time is that of what was to take place."""
    until = timex.signal is not None and timex.signal.kind is SignalKind.UNTIL
    if not until and token.head.lower_ != "to":
        return False
    return with_particle(_verb_over(token)) in scene.lexicon.governing["moved"]


def _verb_over(token: Token) -> Token:
    return token.head.head if token.head.dep_ == "prep" else token.head


def _governor(scene: Scene, token: Token, besides: EventMention | None) -> EventMention | None:
    """Up the tree to the first event; not through a noun that the preposition limits.

    "their lowest point since the Cold War": the time limits the point, and dates no event.
    """
    node = token
    while node.head != node:
        head = node.head
        if scene.parted(token, head) or _is_speech_over(scene, node):
            return None
        mention = _scheduled(scene, head) or scene.mention_at(head) or _subject_of_copula(scene, head)
        if mention is not None and mention != besides:
            return _verb_that_brings_up(scene, mention, head) or mention
        since = node.dep_ == "prep" and node.lower_ == "since"
        if (since or (node.dep_ == "acl" and node.pos_ == "VERB")) and head.pos_ == "NOUN":
            return None  # "the minutes of the meeting held on 1 May were approved"
        node = head
    return None


def _what_was_done_instead(scene: Scene, timex: Timex, mention: EventMention) -> EventMention | None:
    """What is told of a day is done on it: "refused to sign on Friday", "gave notice to quit a week later".

    So an infinitive that does not come to pass leaves its time to the verb, and one that only says for what
    leave is asked or given. "Refused to leave until Friday" is none of these: it lasted until then.
    """
    token = scene.token_of(mention)
    if mention.tense is not Tense.INFINITIVE or (timex.signal and timex.signal.kind is SignalKind.UNTIL):
        return None
    asked = token.dep_ == "acl" and token.head.lemma_ in anchoring_lexicon(scene.parse.language).permits
    undone = token.dep_ == "xcomp" and mention.status is Status.NEGATED
    above = token.head.head if asked and token.head.dep_ == "dobj" else token.head
    verb = scene.mention_at(above) if asked or undone else None
    return verb if verb is not None and verb.status is Status.ASSERTED else None


def _verb_that_brings_up(scene: Scene, mention: EventMention, noun: Token) -> EventMention | None:
    """A date behind what is new is that of the verb; but not of a plan.

    "reported a loss on 27 January", "died of a stroke in March", "convicted of careless driving in 2014"
    """
    of = noun.head.dep_ == "prep" and noun.head.lower_ in ("of", "with") and noun.head.head.pos_ == "VERB"
    determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss")}
    new = determiners <= {"a", "an"} and (of or (mention.nominal and noun.dep_ == "dobj" and determiners))
    verb = scene.mention_at(noun.head.head if of else noun.head) if new else None
    return None if verb is None or verb.lemma in scene.lexicon.governing["planned"] else verb


def _scheduled(scene: Scene, verb: Token) -> EventMention | None:
    scheduled = with_particle(verb) in scene.lexicon.governing["scheduled"]
    return _what_is_planned(scene, verb) if scheduled else None


def _is_speech_over(scene: Scene, clause: Token) -> bool:
    """Whether only a verb of speech is above, which has a time of its own: "…, his lawyer said"."""
    above = scene.mention_at(clause.head) if clause.dep_ in ("ccomp", "parataxis") else None
    return above is not None and above.event_class == "REPORTING"


def _what_is_planned(scene: Scene, token: Token) -> EventMention | None:
    """ "The hearing is planned for 15 May", "is due on it": the time is the hearing's, not the planning's."""
    if token.pos_ == "ADJ" and token.dep_ == "acomp":
        return _subject_of_copula(scene, token.head)
    subject = subject_of(token)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children) or token.tag_ == "VBN"
    return scene.mention_at(subject) if subject is not None and passive else None


def _subject_of_copula(scene: Scene, token: Token) -> EventMention | None:
    """ "The visit is on Tuesday": the time dates the subject."""
    if token.pos_ != "AUX":
        return None
    subjects = (c for c in token.children if c.dep_ in ("nsubj", "nsubjpass"))
    return next((m for s in subjects if (m := scene.mention_at(s)) is not None), None)


def _nearest(scene: Scene, timex: Timex, besides: EventMention | None) -> EventMention | None:
    sentence = scene.parse.sentence_of(timex.span.start)
    for_ = timex.signal is not None and timex.signal.kind is SignalKind.FOR  # what is fixed for a day
    if sentence is None or for_ or _limits_a_noun(scene, timex):
        return None
    token = scene.parse.token_in(timex.span)
    verbs = [
        m
        for m in scene.mentions_in(sentence.number)
        if not m.nominal and m != besides and token is not None and not scene.parted(token, scene.token_of(m))
    ]
    return min(verbs, key=lambda m: m.span.distance(timex.span), default=None)


def _limits_a_noun(scene: Scene, timex: Timex) -> bool:
    token = scene.parse.token_in(timex.span)
    prep = token.head if token is not None else None
    limited = prep.head if prep is not None and prep.dep_ == "prep" and prep.i > prep.head.i else None
    clause = limited is not None and limited.dep_ == "acl" and limited.pos_ == "VERB"
    return limited is not None and (limited.pos_ == "NOUN" or clause)


def attachment_links(scene: Scene) -> Iterator[TLink]:
    """The links of the time expressions that name a date or a clock time, and are counted from no event."""
    ends = {_reported_end(timex) for _, timex in scene.timexes} - {None}
    for id, timex in scene.timexes:
        dates = (
            timex.type in (TimexType.DATE, TimexType.TIME) or _is_placed(scene, timex) or _reported_end(timex)
        )
        if not dates or counts_from_event(timex) or timex.expression in ends:
            continue
        if is_told_by_a_clause(scene, timex):
            continue
        attached, told = attach(scene, timex), _told_of(scene, timex)
        if attached is not None and attached[0] != told:
            yield from attachment_of(scene, id, timex, *attached)
        if told is not None:
            yield from attachment_of(scene, id, _the_very_time(timex), told, Strength.SYNTAX)


def _is_placed(scene: Scene, timex: Timex) -> bool:
    """Whether a length lies at a place of its own: "in the last three days", "in the first weeks of 1915",
    "over the next month"; "for the next month" tells how long something took.
    """
    what, signal = getattr(timex.expression, "what", None), timex.signal
    if not isinstance(what, Period) or signal is None:
        return False
    over = isinstance(timex.expression, Next) and not what.vague
    return signal.kind is SignalKind.AT or (over and signal.span.of(scene.parse.text).lower() != "for")


def _reported_end(timex: Timex) -> Expression | None:
    """ "lost £6.4m in the year to June": the length is when, and June only its end."""
    expression = timex.expression
    if timex.type is not TimexType.DURATION or not isinstance(expression, Last):
        return None
    return expression.base.base if isinstance(expression.base, After) else None


def _told_of(scene: Scene, timex: Timex) -> EventMention | None:
    """What a clause right after a time says of it: "on 16 October 1987, when twelve people died"."""
    following = scene.parse.tokens_from(timex.span.end)
    words = [token for token in islice(following, 2) if token.text != ","][:1]
    adverb = next((token for token in words if token.lower_ == "when" and token.head.i > token.i), None)
    return None if adverb is None else scene.mention_at(adverb.head)


def _the_very_time(timex: Timex) -> Timex:
    """Of "until Friday, when a successor was named", Friday itself."""
    until = timex.signal is not None and timex.signal.kind is not SignalKind.AT
    return replace(timex, signal=None) if until else timex


def is_told_by_a_clause(scene: Scene, timex: Timex) -> bool:
    """ "the year the mine closed": the clause says which."""
    token = scene.parse.token_in(timex.span)
    open_ = isinstance(timex.expression, Nearest) and timex.expression.what.coarsest is Field.UNIT
    return open_ and token is not None and any(c.dep_ == "relcl" for c in token.children)


def attachment_of(
    scene: Scene, id: str, timex: Timex, mention: EventMention, strength: Strength
) -> Iterator[TLink]:
    """What a time expression says of the event that it hangs on."""
    relation = (
        _vaguely(timex.expression, mention)
        if isinstance(timex.expression, Vague)
        else relation_of(scene, timex, mention)
    )
    if relation is None:
        return
    span = extended_span(timex)
    yield TLink(mention.id, relation, id, strength, span, f"“{span.of(scene.parse.text)}”")
    if relation is Relation.BEGUN_BY:
        yield from until_document(scene, mention, strength, span)


def _vaguely(time: Vague, mention: EventMention) -> Relation | None:
    """A vague time adds nothing to the tense, but for "now"."""
    now = time.ref == "PRESENT_REF" and mention.tense is Tense.PRESENT
    return Relation.INCLUDES if now else None


def counts_from_event(timex: Timex) -> bool:
    """Whether it is counted from an event, named or told last: "the week after the vote", "the next day"."""
    return timex.trailing is not None or counts_on(timex.expression)


def until_document(scene: Scene, mention: EventMention, strength: Strength, span: Span) -> Iterator[TLink]:
    """ "has … since April": it goes on until the document's date; what is counted ends with it."""
    if mention.tense is not Tense.PRESENT:
        return
    reason = "told in the present perfect"
    yield TLink(mention.id, Relation.ENDS_AFTER, DOCUMENT_TIME, strength, span, reason)
    if mention.aspect is Aspect.PERFECTIVE and _is_counted(scene.token_of(mention)):
        yield TLink(mention.id, Relation.ENDS_BEFORE, DOCUMENT_TIME, strength, span, reason)


def _is_counted(verb: Token) -> bool:
    """Whether a verb tells of a number so far: "more than 6,000 people have been killed since April"."""
    things = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))
    return any(t.like_num or t.dep_ == "nummod" for thing in things for t in thing.subtree)
