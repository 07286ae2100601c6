"""From parsed sentences to event mentions."""

from collections.abc import Sequence

from eventdb.events.antecedents import antecedent_of, is_pronoun, name_of, noun_for
from eventdb.events.arguments import find_participants, place_of, subject_of, subtree_span
from eventdb.events.entities import Name, Names, find_names
from eventdb.events.factuality import reporter_of, status_of
from eventdb.events.lexicon import EventLexicon, event_lexicon
from eventdb.events.mention import Aspect, EventMention, Participant, Status, Tense
from eventdb.events.model import load_model
from eventdb.events.nominal import is_nominal, predicate_of
from eventdb.events.syntax import Parse, head_of, span_of
from eventdb.events.titles import TitleWriter
from eventdb.events.tree import Token
from eventdb.events.triggers import Trigger, find_triggers
from eventdb.events.verbgroup import VerbGroup, verb_group
from eventdb.text import Span, SpanIndex

_NOUN = VerbGroup(Tense.NONE, Aspect.NONE, None, negated=False, passive=False)


def find_mentions(
    parse: Parse, times: Sequence[Span] = (), names: Names | None = None, counted: Sequence[Span] = ()
) -> tuple[EventMention, ...]:
    """All event mentions of a document, in order of the text.

    `times` are the spans of its time expressions: no event is found inside them, and titles leave
    them out. `names` are the document's, where they have been found before. `counted` are the words by which
    a time is counted from an event: the "after" of "two days after the vote".
    """
    return _Extractor(parse, times, names or find_names(parse, times), counted).mentions()


class _Extractor:
    def __init__(self, parse: Parse, times: Sequence[Span], names: Names, counted: Sequence[Span]) -> None:
        self._parse = parse
        self._counted = tuple(counted)
        self._times = tuple(times)
        self._lexicon: EventLexicon = event_lexicon(parse.language)
        self._names = names
        self._antecedents: dict[int, Name | None] = {}
        self._titles = TitleWriter(
            self._names, self._antecedent, self._noun_for, load_model(parse.language).senses, self._times
        )

    def mentions(self) -> tuple[EventMention, ...]:
        times = SpanIndex((span, span) for span in self._times)
        triggers = [
            trigger
            for trigger in find_triggers(self._parse, self._times, self._counted)
            if not times.touches(span_of(trigger.token))
        ]
        return tuple(self._mention(f"m{n}", trigger) for n, trigger in enumerate(triggers, 1))

    def _mention(self, id: str, trigger: Trigger) -> EventMention:
        token, predicate = trigger.token, predicate_of(trigger.token)
        nominal = is_nominal(token) and predicate == token
        group = _NOUN if nominal else verb_group(predicate)
        status = status_of(predicate, self._lexicon)
        return EventMention(
            id=id,
            span=span_of(token),
            clause=subtree_span(predicate),
            sentence=trigger.sentence.number,
            trigger=token.text,
            lemma=token.lemma_.lower(),
            event_class="STATE" if is_nominal(token) and not nominal else trigger.event_class,
            tense=group.tense,
            aspect=group.aspect,
            status=status,
            modality=group.modality,
            reported_by=self._reporter(predicate),
            participants=self._participants(predicate),
            place=place_of(predicate, self._names),
            title=self._title(trigger, planned=status is Status.PLANNED),
            nominal=nominal,
        )

    def _title(self, trigger: Trigger, *, planned: bool) -> str:
        """What a log says of its one event is its title already."""
        sentence, predicate = trigger.sentence, predicate_of(trigger.token)
        entered = sentence.opens_entry and predicate is head_of(sentence)
        written = self._titles.as_written(sentence.tokens) if entered else None
        return written or self._titles.title(predicate, planned=planned)

    def _participants(self, token: Token) -> tuple[Participant, ...]:
        found = find_participants(token, self._names, self._lexicon)
        subject = None if is_nominal(token) else subject_of(token)
        name = self._antecedent(subject) if subject is not None else None
        if name is None or subject is None:
            return found
        return (Participant(span_of(subject), name.full, "agent", name.kind), *found)

    def _reporter(self, token: Token) -> str | None:
        subject = reporter_of(token, self._lexicon)
        if subject is None:
            return None
        name = name_of(subject, self._names) or self._antecedent(subject)
        return name.full if name is not None else self._titles.phrase(subject)

    def _noun_for(self, token: Token) -> Token | None:
        return noun_for(token, self._parse, self._names) if is_pronoun(token) else None

    def _antecedent(self, token: Token) -> Name | None:
        """Whom a pronoun names; asked of the same word by its own title and by those around."""
        if not is_pronoun(token):
            return None
        if token.i not in self._antecedents:
            self._antecedents[token.i] = antecedent_of(token, self._parse, self._names)
        return self._antecedents[token.i]
