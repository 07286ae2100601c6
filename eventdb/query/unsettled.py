"""What is not settled in a database: phrases without a date, contradictions, corrections without an event."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, aliased

from eventdb.query.history import described
from eventdb.query.tellings import disagree
from eventdb.store.corrections import corrections_of, in_force
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


def homeless(session: Session) -> Iterator[Problem]:
    """The corrections in force of events that the analysis does not find any more."""
    query = select(Correction.document_id).where(Correction.start.is_not(None), Correction.event_id.is_(None))
    documents = session.scalars(
        select(Document).where(Document.id.in_(query), Document.removed.is_(None)).order_by(Document.id)
    )
    for document in documents.all():
        for row in in_force(corrections_of(session, [document.id])):
            if row.start is not None and row.event_id is None:
                problem = f"correction {row.id} ({described(row)}) finds no event here any more"
                yield _problem(document, _sentence_at(session, row), row.trigger or "", problem)


def _sentence_at(session: Session, row: Correction) -> Sentence | None:
    at = (Sentence.document_id == row.document_id, Sentence.start <= row.start, Sentence.end > row.start)
    return session.scalar(select(Sentence).where(*at))


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


def disagreements(session: Session) -> Iterator[Problem]:
    """The tellings of an event that give it another date than its representative has, by representative."""
    first = aliased(Event)
    query = (
        select(Event, first)
        .join(first, first.id == Event.same_as)
        .where(Event.edtf != first.edtf)
        .order_by(first.id, Event.id)
    )
    for telling, representative in session.execute(query):
        if disagree(telling, representative):
            where = f"event {representative.id} in “{representative.document.label}”"
            dates = f"{telling.when} for event {telling.id}, but {representative.when} for {where}"
            problem = f"{dates}, which is the same"
            yield _problem(telling.document, telling.sentence, telling.title, problem)


def _problem(document: Document, sentence: Sentence | None, text: str, problem: str) -> Problem:
    quote = " ".join(sentence.text.split()) if sentence else ""
    return Problem(document.id, document.label, sentence.number if sentence else None, text, problem, quote)
