"""What the anchoring looks at: the mentions and time expressions of a document on its syntax trees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from eventdb.events.arguments import subject_of
from eventdb.events.entities import Names, find_names
from eventdb.events.lexicon import EventLexicon, event_lexicon
from eventdb.events.mention import EventMention
from eventdb.events.nominal import predicate_of
from eventdb.events.syntax import Parse, iter_tokens, span_of
from eventdb.events.tree import Token
from eventdb.expression.nodes import Duration, Nearest, ReferenceTime, This
from eventdb.language.timex import SignalKind, Timex, TimexType
from eventdb.text import Span

DOCUMENT_TIME = "t0"
"""The id of the document's own date in links."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One document's parse, mentions and time expressions, with the ways between them."""

    parse: Parse
    mentions: tuple[EventMention, ...]
    timexes: tuple[tuple[str, Timex], ...]
    lexicon: EventLexicon
    names: Names
    proper_words: frozenset[str]
    dated_mentions: frozenset[str]
    _by_start: dict[int, EventMention] = field(repr=False)
    _position: dict[str, int] = field(repr=False)
    _in_sentence: dict[int, list[EventMention]] = field(repr=False)

    @classmethod
    def of(
        cls,
        parse: Parse,
        mentions: tuple[EventMention, ...],
        timexes: tuple[Timex, ...],
        names: Names | None = None,
    ) -> "Scene":
        """Number the time expressions "t1", "t2" … and index the mentions by place."""
        in_sentence: dict[int, list[EventMention]] = {}
        for mention in mentions:
            in_sentence.setdefault(mention.sentence, []).append(mention)
        return cls(
            parse=parse,
            mentions=mentions,
            timexes=tuple((f"t{n}", _read_by_syntax(parse, timex)) for n, timex in enumerate(timexes, 1)),
            lexicon=event_lexicon(parse.language),
            names=names or find_names(parse),
            proper_words=frozenset(t.text for t in iter_tokens(parse) if t.pos_ == "PROPN"),
            dated_mentions=_dated(parse, mentions, timexes),
            _by_start=_by_place(parse, mentions),
            _position={m.id: n for n, m in enumerate(mentions)},
            _in_sentence=in_sentence,
        )

    def mention(self, id: str) -> EventMention:
        """The mention with this id."""
        return self.mentions[self._position[id]]

    def before(self, mention: EventMention) -> Iterator[EventMention]:
        """The mentions before one in the text, the latest first."""
        for position in range(self._position[mention.id] - 1, -1, -1):
            yield self.mentions[position]

    def after(self, mention: EventMention) -> Iterator[EventMention]:
        """The mentions after one in the text, the next first."""
        yield from self.mentions[self._position[mention.id] + 1 :]

    def mentions_in(self, sentence: int) -> Sequence[EventMention]:
        """The mentions of a sentence, by its number."""
        return self._in_sentence.get(sentence, ())

    def mention_at(self, token: Token) -> EventMention | None:
        """The mention whose trigger is this token, or whose predicate: "been" of "have been on strike"."""
        return self._by_start.get(span_of(token).start)

    def mention_over(self, place: Span) -> EventMention | None:
        """The mention whose trigger stands at a place; else the first that shares a character with it."""
        overlapping = (m for m in self.mentions if m.span.overlaps(place))
        return self._by_start.get(place.start) or next(overlapping, None)

    def token_of(self, mention: EventMention) -> Token:
        """The trigger's token."""
        token = self.parse.token_at(mention.span.start)
        assert token is not None  # every mention was made from a token of this parse
        return token

    def governing_mention(self, token: Token, *, verb: bool = False) -> EventMention | None:
        """The nearest mention (of a `verb`) above a token in the tree, the token itself included."""
        while True:
            mention = self.mention_at(token)
            if mention is not None and (not verb or not mention.nominal):
                return mention
            if token.head == token:
                return None
            token = token.head

    def verb_over(self, mention: EventMention) -> EventMention | None:
        """The verb in whose clause a noun stands; None for a verb."""
        token = self.token_of(mention)
        if not mention.nominal or token.head == token:
            return None
        verb = self.governing_mention(token.head, verb=True)
        return None if verb is None or self.parted(token, self.token_of(verb)) else verb

    def parted(self, a: Token, b: Token) -> bool:
        """Whether a semicolon stands between: what the parser ties over it does not belong together."""
        return a.block != b.block or any(t.text == ";" for t in a.doc[min(a.i, b.i) : max(a.i, b.i)])

    def subject_event(self, verb: Token) -> EventMention | None:
        """The event that is the subject of a verb; of "it ended" the thing that was the topic before."""
        subject = subject_of(verb)
        if subject is None or subject.lower_ not in ("it", "they", "this", "that"):
            return None if subject is None else self.mention_at(subject)
        before = (m for m in reversed(self.mentions) if m.span.end <= span_of(subject).start and m.nominal)
        topic = next(before, None)
        if topic is None or (self.sentence_number(span_of(subject)) or 0) - topic.sentence > 1:
            return None
        return topic if self.token_of(topic).dep_ in ("nsubj", "nsubjpass") else None

    def frames_speech(self, mention: EventMention) -> bool:
        """Whether a verb only says whose words follow: "Lind said that …", not "Lind wrote to the bank"."""
        clauses = ("ccomp", "parataxis")
        told = any(c.dep_ in clauses for c in self.token_of(mention).children)
        return mention.event_class == "REPORTING" and (mention.nominal or told)

    def sentence_number(self, span: Span) -> int | None:
        """The number of the sentence in which a span starts."""
        sentence = self.parse.sentence_of(span.start)
        return sentence.number if sentence is not None else None

    def quote(self, first: Span, second: Span) -> Span:
        """The stretch of text from one place to another."""
        return Span(min(first.start, second.start), max(first.end, second.end))


def _by_place(parse: Parse, mentions: tuple[EventMention, ...]) -> dict[int, EventMention]:
    """The mentions by the places of their triggers, and of the copulas that carry them."""
    found = {m.span.start: m for m in mentions}
    for mention in mentions:
        token = parse.token_in(mention.span)
        if token is not None and predicate_of(token) != token:
            found.setdefault(span_of(predicate_of(token)).start, mention)
    return found


def _read_by_syntax(parse: Parse, timex: Timex) -> Timex:
    """A time expression without the particle of a verb: "took over two minutes after"."""
    first = parse.token_in(Span(timex.span.start, timex.span.start + 1))
    if first is not None and first.dep_ == "prt" and isinstance(timex.expression, Duration):
        return replace(timex, expression=replace(timex.expression, mod=None), mod=None)
    if isinstance(timex.expression, Nearest) and runs_out(parse, timex):  # within the year of the story
        return replace(timex, expression=This(timex.expression.what, ReferenceTime()), signal=None)
    signal = parse.token_in(timex.signal.span) if timex.signal is not None else None
    return replace(timex, signal=None) if signal is not None and signal.dep_ == "prt" else timex


def runs_out(parse: Parse, timex: Timex) -> bool:
    """Whether a clause tells of the end of a time: "complained before the year was out"."""
    token = parse.token_in(timex.span)
    if token is None or token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return False
    words = {c.lower_ for c in token.head.children}
    return "before" in words and not words.isdisjoint(("out", "over", "up"))


def _dated(parse: Parse, mentions: tuple[EventMention, ...], timexes: tuple[Timex, ...]) -> frozenset[str]:
    """The mentions that a date or clock time hangs on, by at most a preposition that is not "for"."""
    heads = set()
    for timex in timexes:
        for_ = timex.signal is not None and timex.signal.kind is SignalKind.FOR
        stated = timex.type in (TimexType.DATE, TimexType.TIME) and not for_
        token = parse.token_in(timex.span) if stated else None
        if token is not None:
            above = token.head.head if token.head.dep_ == "prep" else token.head
            heads.add(span_of(above).start)
    return frozenset(m.id for m in mentions if m.span.start in heads)


def extended_span(timex: Timex) -> Span:
    """A time expression with the signal that binds it: "since last April"."""
    start = timex.span.start if timex.signal is None else min(timex.signal.span.start, timex.span.start)
    return Span(start, timex.span.end)
