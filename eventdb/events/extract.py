"""From parsed sentences to event mentions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventdb.events.antecedents import antecedent_of, is_pronoun
from eventdb.events.arguments import find_participants, place_of, subject_of, subtree_span
from eventdb.events.entities import Name, Names, find_names
from eventdb.events.factuality import reporter_of, status_of
from eventdb.events.lexicon import EventLexicon, event_lexicon
from eventdb.events.mention import Aspect, EventMention, Participant, Tense
from eventdb.events.syntax import Parse, ParsedSentence, span_of
from eventdb.events.titles import TitleWriter
from eventdb.events.triggers import find_triggers, is_nominal
from eventdb.events.verbgroup import VerbGroup, verb_group
from eventdb.text import Span, SpanIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUN = VerbGroup(Tense.NONE, Aspect.NONE, None, negated=False, passive=False)


def find_mentions(parse: Parse, times: Sequence[Span] = ()) -> tuple[EventMention, ...]:
    """All event mentions of a document, in order of the text.

    `times` are the spans of its time expressions: no event is found inside them, and titles leave
    them out.
    """
    return _Extractor(parse, times).mentions()


class _Extractor:
    def __init__(self, parse: Parse, times: Sequence[Span]) -> None:
        self._parse = parse
        self._times = tuple(times)
        self._lexicon: EventLexicon = event_lexicon(parse.language)
        self._names: Names = find_names(parse)
        self._titles = TitleWriter(self._names, self._antecedent, self._times)

    def mentions(self) -> tuple[EventMention, ...]:
        times = SpanIndex((span, span) for span in self._times)
        triggers = [
            (sentence, token)
            for sentence in self._parse.sentences
            for token in find_triggers(sentence, self._lexicon)
            if not times.touches(span_of(token))
        ]
        return tuple(self._mention(f"m{n}", s, t) for n, (s, t) in enumerate(triggers, 1))

    def _mention(self, id: str, sentence: ParsedSentence, token: "Token") -> EventMention:
        nominal = is_nominal(token)
        group = _NOUN if nominal else verb_group(token)
        lemma = token.lemma_.lower()
        return EventMention(
            id=id,
            span=span_of(token),
            clause=subtree_span(token),
            sentence=sentence.number,
            trigger=token.text,
            lemma=lemma,
            event_class=self._event_class(lemma, nominal),
            tense=group.tense,
            aspect=group.aspect,
            status=status_of(token, self._lexicon),
            modality=group.modality,
            reported_by=self._reporter(token),
            participants=self._participants(token),
            place=place_of(token, self._names),
            title=self._titles.title(token),
            nominal=nominal,
        )

    def _event_class(self, lemma: str, nominal: bool) -> str:
        if nominal:
            return "STATE" if lemma in self._lexicon.lasting else "OCCURRENCE"
        return self._lexicon.event_class(lemma)

    def _participants(self, token: "Token") -> tuple[Participant, ...]:
        found = find_participants(token, self._names, self._lexicon)
        subject = None if is_nominal(token) else subject_of(token)
        name = self._antecedent(subject) if subject is not None else None
        if name is None or subject is None:
            return found
        return (Participant(span_of(subject), name.full, "agent", name.kind), *found)

    def _reporter(self, token: "Token") -> str | None:
        subject = reporter_of(token, self._lexicon)
        if subject is None:
            return None
        name = self._names.at(subject) or self._antecedent(subject)
        return name.full if name is not None else " ".join(t.text for t in subject.subtree)

    def _antecedent(self, token: "Token") -> Name | None:
        return antecedent_of(token, self._parse, self._names) if is_pronoun(token) else None
