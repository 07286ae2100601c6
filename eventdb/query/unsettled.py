"""What is not settled in a database: phrases without a date, contradictions, corrections without an event."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, aliased

from eventdb.query.history import described
from eventdb.store.codec import extent_of
from eventdb.store.corrections import Field, corrections_of, in_force
from eventdb.store.models import Correction, Diagnostic, Document, Event, Sentence, Timex


class Problem(NamedTuple):
    """A place in a document that is not settled: the words, why not, and the sentence."""

    document_id: int
    document: str
    sentence: int | None
    text: str
    problem: str
    quote: str


def unresolved(session: Session) -> Iterator[Problem]:
    """The time expressions without a date, each with its sentence, in the order of the texts."""
    query = (
        select(Timex.text, Timex.problem, Sentence, Document)
        .join(Document, Document.id == Timex.document_id)
        .outerjoin(Sentence, Sentence.id == Timex.sentence_id)
        .where(Timex.problem.is_not(None))
        .order_by(Timex.document_id, Timex.start)
    )
    for text, problem, sentence, document in session.execute(query):
        yield _problem(document, sentence, text, problem or "")


def conflicts(session: Session) -> Iterator[Problem]:
    """Where a text contradicts itself about a date, in the order of the texts."""
    holds = and_(
        Sentence.document_id == Diagnostic.document_id,
        Sentence.start <= Diagnostic.start,
        Sentence.end > Diagnostic.start,
    )
    query = (
        select(Diagnostic.text, Diagnostic.message, Sentence, Document)
        .join(Document, Document.id == Diagnostic.document_id)
        .outerjoin(Sentence, holds)
        .where(Diagnostic.related.is_not(None))
        .order_by(Diagnostic.document_id, Diagnostic.start)
    )
    for text, message, sentence, document in session.execute(query):
        yield _problem(document, sentence, text, message)


def _problem(document: Document, sentence: Sentence | None, text: str, problem: str) -> Problem:
    quote = " ".join(sentence.text.split()) if sentence else ""
    return Problem(document.id, document.label, sentence.number if sentence else None, text, problem, quote)
