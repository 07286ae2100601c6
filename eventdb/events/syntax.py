"""Sentences and dependency trees of a whole document."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from eventdb.events.blocks import Block, find_blocks
from eventdb.events.parser import Numbers, Table, load_parser
from eventdb.events.speech import with_times_of_speech
from eventdb.events.tree import Token, tie
from eventdb.text import Span, SpanIndex


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """One sentence or heading with its tokens; `number` counts from 1 over the document.

    The `stamp` is the time that stands over it, in a log or a chronicle; an entry may have more sentences.
    """

    number: int
    span: Span
    heading: bool
    tokens: tuple[Token, ...]
    stamp: Span | None = None
    opens_entry: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """The syntax of a whole document.

    `tokens` are all its words, white space included; `columns` are spaCy's numbers for them, by name.
    """

    text: str
    language: str
    sentences: tuple[ParsedSentence, ...]
    tokens: Sequence[Token]
    columns: dict[str, Numbers] = field(repr=False)
    _at: dict[int, Token] = field(repr=False)
    _sentence_index: SpanIndex[ParsedSentence] = field(repr=False)

    def token_in(self, span: Span) -> Token | None:
        """The highest token of the tree among those that start inside the span."""
        inside = [t for at in range(span.start, span.end) if (t := self._at.get(at)) is not None]
        return next((t for t in inside if t.head is t or t.head not in inside), None)

    def token_at(self, position: int) -> Token | None:
        """The token that starts at a character offset."""
        return self._at.get(position)

    def last_token_in(self, span: Span) -> Token | None:
        """The last token that starts inside the span."""
        places = range(span.end - 1, span.start - 1, -1)
        return next((t for at in places if (t := self._at.get(at)) is not None), None)

    def tokens_from(self, position: int) -> Iterator[Token]:
        """The words of a sentence from a character offset on, to its end."""
        sentence = self.sentence_of(max(position - 1, 0))
        if sentence is not None:
            yield from (token for token in sentence.tokens if span_of(token).start >= position)

    def sentence_of(self, position: int) -> ParsedSentence | None:
        """The sentence that holds a character offset."""
        return self._sentence_index.covering(Span(position, position + 1))


def span_of(token: Token) -> Span:
    """Where a token stands in the document's text."""
    return token.span


def parse(
    text: str,
    language: str = "en",
    times: Sequence[Span] = (),
    stamps: Sequence[Span] = (),
    days: Collection[Span] = (),
) -> Parse:
    """Split a text into sentences and parse them.

    `times` are its time expressions; `stamps` those of them that may stand over a line, and
    `days` such as name a day.

    Raises:
        ResourceError: the parser's model is missing or its files were altered.
    """
    blocks = find_blocks(text, stamps, days)
    table = load_parser(language).table([block.span.of(text) for block in blocks])
    tokens = _tokens(blocks, table, times)
    sentences = tuple(_sentences(blocks, tokens))
    index = SpanIndex((sentence.span, sentence) for sentence in sentences)
    at = {token.span.start: token for token in tokens if not token.is_space}
    return Parse(text, language, sentences, tokens, table.columns, at, index)


def _tokens(blocks: Sequence[Block], table: Table, times: Sequence[Span]) -> list[Token]:
    """The words of the document on their trees; places in `table` become those in the document."""
    columns, block = table.columns, np.repeat(np.arange(len(blocks)), table.sizes)
    offsets = np.array([b.span.start for b in blocks], np.uint64)[block]
    columns["start"] = columns["start"] + offsets
    columns["head"] = columns["head"] + np.arange(len(block)).astype(np.uint64)
    starts, lengths = columns["start"].tolist(), columns["length"].tolist()
    tokens: list[Token] = []
    rows = zip(table.words, starts, lengths, columns["space"].tolist(), block.tolist(), strict=True)
    for n, (word, start, length, space, number) in enumerate(rows):
        span = Span(start, start + length)
        tokens.append(Token(n, word, span, " " * space, number, tokens))
    first = np.diff(block, prepend=-1) != 0
    heads = with_times_of_speech(tokens, columns["head"].tolist(), times)
    tie(tokens, heads, ((columns["begin"] == 1) | first).tolist())
    return tokens


def _sentences(blocks: Sequence[Block], tokens: list[Token]) -> Iterator[ParsedSentence]:
    """A heading is one sentence, whatever the parser makes of it."""
    number = 0
    for block, row in groupby(tokens, key=lambda token: token.block):
        whole = blocks[block].heading
        for _, sentence in groupby(row, key=lambda token: whole or token.sent.start):
            number += 1
            yield _sentence(number, list(sentence), blocks[block])


def _sentence(number: int, sent: Sequence[Token], block: Block) -> ParsedSentence:
    tokens = tuple(token for token in sent if not token.is_space)
    first, last = (tokens[0], tokens[-1]) if tokens else (sent[0], sent[-1])
    span = Span(first.span.start, last.span.end)
    opens = block.stamp is not None and not block.goes_on and span.start == block.span.start
    return ParsedSentence(number, span, block.heading, tokens, block.stamp, opens)


def head_of(sentence: ParsedSentence) -> Token | None:
    """The word on which all others of a sentence hang."""
    return next((token for token in sentence.tokens if token.head is token and token.pos_ != "PUNCT"), None)


def parser_available(language: str) -> bool:
    """Whether eventdb parses this language; without a parser only time expressions are found."""
    return language == "en"


def iter_tokens(parse: Parse) -> Iterator[Token]:
    """All tokens of a document, in order."""
    for sentence in parse.sentences:
        yield from sentence.tokens
