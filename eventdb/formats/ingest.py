"""Documents into a database: read, analysed and kept, the one after the other, whatever becomes of each."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from eventdb import pipeline
from eventdb.analysis import Analysis
from eventdb.errors import DocumentError, MissingExtra
from eventdb.formats.source import SourceFile, Stated, read_sources
from eventdb.parallel import Failure, analyze_each
from eventdb.store import repository
from eventdb.store.database import Database
from eventdb.store.lookup import find_document
from eventdb.store.models import Document
from eventdb.store.recognition import recognise
from eventdb.text import Document as SourceDocument

_TOGETHER = 100
"""How many texts are kept in one transaction where nothing is analysed."""


@dataclass(frozen=True, slots=True)
class Added:
    """A document that is now in the database; `analysis` is None where nobody looked for events.

    `told_before` counts the events that another document tells, too.
    """

    file: SourceFile
    document: Document
    analysis: Analysis | None = None
    told_before: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """A document whose text was there already."""

    file: SourceFile
    document: Document


@dataclass(frozen=True, slots=True)
class Failed:
    """A file, or a document in it, that could not be read or analysed, and why."""

    message: str


Clock = Callable[[], str]
"""Tells the moment: ISO 8601, UTC."""

Outcome = Added | Known | Failed
Source = SourceFile | Failed


def sources(paths: Iterable[str], stated: Stated, *, web_archives: bool = False) -> Iterator[Source]:
    """The documents in the files; a file that cannot be read does not stop the others."""
    for path in paths:
        try:
            for found in read_sources(path, stated, web_archives=web_archives):
                yield found if isinstance(found, SourceFile) else Failed(str(found))
        except (DocumentError, MissingExtra) as error:
            yield Failed(str(error))


def ingest(
    database: Database, found: Iterable[Source], jobs: int = 1, now: Clock | None = None
) -> Iterator[Outcome]:
    """Analyse and keep documents, each in a transaction of its own; `jobs` are analysed at a time.

    `now` tells when each is added; without it that is not kept.

    Raises:
        StoreError: the database cannot be written; what was kept stays.
        ResourceError: a model is missing or altered.
    """
    reading = _Reading(database, found)
    for analysis in analyze_each(reading.documents(), jobs, pipeline.analyze):
        yield from reading.settled()
        file = reading.waiting.popleft()
        if isinstance(analysis, Failure):
            yield Failed(f"{file.path}: {analysis.message}")
        else:
            yield _keep(database, file, analysis, now() if now else None)
    yield from reading.settled()


class _Reading:
    """Files on their way to be analysed, and what became of those that are not."""

    def __init__(self, database: Database, found: Iterable[Source]) -> None:
        self._database = database
        self._found = found
        self._settled: deque[Outcome] = deque()
        self.waiting: deque[SourceFile] = deque()

    def documents(self) -> Iterator[SourceDocument]:
        """The documents to analyse, one for each of `waiting`."""
        for file in self._found:
            if isinstance(file, Failed):
                self._settled.append(file)
                continue
            with self._database.session(read_only=True) as session:
                known = find_document(session, file.document.text)
            if known is not None:
                self._settled.append(Known(file, known))
            else:
                self.waiting.append(file)
                yield file.document

    def settled(self) -> Iterator[Outcome]:
        """What became of the others, each told once."""
        while self._settled:
            yield self._settled.popleft()


def _keep(database: Database, file: SourceFile, analysis: Analysis, added: str | None) -> Outcome:
    with database.session() as session:
        known = find_document(session, file.document.text)
        if known is not None:  # the same text came twice, and both were analysed at a time
            return Known(file, known)
        document = repository.save(session, analysis, path=file.path, added=added)
        return Added(file, document, analysis, len(recognise(session, document)))


def ingest_texts(database: Database, found: Iterable[Source], now: Clock | None = None) -> Iterator[Outcome]:
    """Keep documents without looking for events in them, many in a transaction; `now` as for `ingest`.

    Raises:
        StoreError: the database cannot be written; what was kept stays.
    """
    files = iter(found)
    while some := list(islice(files, _TOGETHER)):
        yield from (file for file in some if isinstance(file, Failed))
        texts = [file for file in some if isinstance(file, SourceFile)]
        with database.session() as session:
            pairs = [(file.document, file.path) for file in texts]
            kept = repository.save_texts(session, pairs, added=now() if now else None)
        for file, (document, new) in zip(texts, kept, strict=True):
            yield Added(file, document) if new else Known(file, document)
