"""Analysing many documents, in one process or several, with the same results in the same order."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from eventdb.analysis import Analysis
from eventdb.errors import ResourceError
from eventdb.pipeline import analyze
from eventdb.text import Document

Work = Callable[[Document], Analysis]

_AHEAD = 4
"""Documents that wait for each process: enough to keep it busy, few enough to keep memory flat."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What a document came to that could not be analysed, in a line for people."""

    message: str


Outcome = Analysis | Failure


def analyze_each(documents: Iterable[Document], jobs: int = 1, work: Work = analyze) -> Iterator[Outcome]:
    """Analyse documents one after the other, or `jobs` at a time, each in a process of its own.

    Outcomes come in the order of the documents, however many processes there are. A document on which
    the analysis fails, or that takes its process down with it, becomes a `Failure`; the others go on.

    Raises:
        ResourceError: a word list or a model is missing or altered; every document would fail alike.
    """
    if jobs < 2:
        yield from (_attempt(work, document) for document in documents)
    else:
        yield from _Crew(jobs, work).outcomes(documents)


def _attempt(work: Work, document: Document) -> Outcome:
    try:
        return work(document)
    except ResourceError:
        raise
    except Exception as error:  # whatever it is, the other documents are not at fault
        return Failure(f"the analysis failed: {type(error).__name__}: {error}")


class _Crew:
    """Processes that analyse, and the documents that they are at, the oldest first."""

    def __init__(self, jobs: int, work: Work) -> None:
        self._jobs = jobs
        self._work = work
        self._waiting: deque[tuple[Document, Future[Outcome]]] = deque()
        self._pool = self._processes(jobs)

    @staticmethod
    def _processes(count: int) -> ProcessPoolExecutor:
        # a fork would copy the locks of numpy's threads in whatever state they are
        return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))

    def outcomes(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        try:
            for document in documents:
                self._waiting.append((document, self._submit(document)))
                if len(self._waiting) >= self._jobs * _AHEAD:
                    yield self._oldest()
            while self._waiting:
                yield self._oldest()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _submit(self, document: Document) -> "Future[Outcome]":
        return self._pool.submit(_attempt, self._work, document)

    def _oldest(self) -> Outcome:
        document, future = self._waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._again_alone(document)

    def _again_alone(self, document: Document) -> Outcome:
        """One of the documents at work took a process down, and with it all that were waiting.

        This one is tried in a process that no other can disturb; the rest start anew.
        """
        self._pool.shutdown(cancel_futures=True)
        with self._processes(1) as alone:
            try:
                outcome = alone.submit(_attempt, self._work, document).result()
            except BrokenProcessPool:
                outcome = Failure("the analysis took its process down: the document may be too large")
        self._pool = self._processes(self._jobs)
        self._waiting = deque((later, self._submit(later)) for later, _ in self._waiting)
        return outcome
