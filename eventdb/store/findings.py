"""What is found in a document beside its events: sentences, time expressions, contradictions.

What they were before they changed is kept as JSON, so that it can be told what was open at an earlier moment.
"""

import json
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, selectinload

from eventdb.store.models import Alternative, Diagnostic, Document, DocumentVersion, Sentence, Timex
from eventdb.store.versions import columns_of, number_of

_WITH_ALL = (selectinload(Timex.sentence), selectinload(Timex.alternatives))


def findings(session: Session, document: Document) -> str:
    """All that was found, as JSON; equal where nothing has changed."""
    diagnostics = select(Diagnostic).where(Diagnostic.document_id == document.id).order_by(Diagnostic.id)
    content = {
        "sentences": [_place(sentence) for sentence in _sentences(session, document)],
        "timexes": [_content(timex) for timex in _timexes(session, document)],
        "diagnostics": [columns_of(row) for row in session.scalars(diagnostics)],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def keep_findings(session: Session, document: Document, before: str, moment: str) -> None:
    """Keeps what was found until a moment, where it is not what is found now.

    Where a document is derived several times at one moment, the first knows what was so before it.
    """
    kept = exists().where(DocumentVersion.document_id == document.id, DocumentVersion.until == moment)
    if findings(session, document) != before and not session.scalar(select(kept)):
        session.add(DocumentVersion(document_id=document.id, until=moment, content=before))
        session.flush()


def restore_findings(session: Session, document: Document, moment: str) -> None:
    """Puts back what was found in a document at a moment; does nothing where that is what is found now."""
    version = session.scalar(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document.id, DocumentVersion.until > moment)
        .order_by(DocumentVersion.until, DocumentVersion.id)
        .limit(1)
    )
    if version is None:
        return
    content = json.loads(version.content)
    _restore_sentences(session, document, content["sentences"])
    document.diagnostics = [Diagnostic(**values) for values in content["diagnostics"]]
    _restore_timexes(session, document, content["timexes"])
    session.flush()


def _restore_sentences(session: Session, document: Document, then: list[dict[str, Any]]) -> None:
    present = {sentence.number: sentence for sentence in _sentences(session, document)}
    for values in then:
        row = present.pop(values["number"], None) or Sentence(document_id=document.id)
        for name, value in values.items():
            setattr(row, name, value)
        row.text = document.text[row.start : row.end]
        session.add(row)
    for sentence in present.values():
        session.delete(sentence)
    session.flush()


def _restore_timexes(session: Session, document: Document, then: list[dict[str, Any]]) -> None:
    """Rows that stand where one stood keep their number, for links point to them."""
    present = {(timex.start, timex.end): timex for timex in _timexes(session, document)}
    sentences = {sentence.number: sentence for sentence in _sentences(session, document)}
    for values in then:
        row = present.pop((values["start"], values["end"]), None) or Timex(document_id=document.id)
        alternatives = [Alternative(**reading) for reading in values.pop("alternatives")]
        values["sentence"] = sentences.get(values["sentence"])
        for name, value in {**values, "alternatives": alternatives}.items():
            setattr(row, name, value)
        session.add(row)
    for timex in present.values():
        session.delete(timex)


def _sentences(session: Session, document: Document) -> list[Sentence]:
    query = select(Sentence).where(Sentence.document_id == document.id).order_by(Sentence.number)
    return list(session.scalars(query))


def _place(sentence: Sentence) -> dict[str, Any]:
    """A sentence without its words, which the text of the document has."""
    return {name: value for name, value in columns_of(sentence).items() if name != "text"}


def _timexes(session: Session, document: Document) -> list[Timex]:
    query = select(Timex).where(Timex.document_id == document.id).order_by(Timex.start, Timex.id)
    return list(session.scalars(query.options(*_WITH_ALL)))


def _content(timex: Timex) -> dict[str, Any]:
    return {
        **columns_of(timex),
        "sentence": number_of(timex.sentence),
        "alternatives": [columns_of(reading) for reading in timex.alternatives],
    }
