"""What a database holds beside its events."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from query_samples import SAMPLES, Sample, add_samples
from sqlalchemy.orm import Session

from eventdb.query.overview import documents, participants
from eventdb.query.unsettled import conflicts, unresolved
from eventdb.store.database import Database
from eventdb.store.models import Diagnostic, Document, Sentence, Timex


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Database.open(tmp_path / "events.db", create=True) as database, database.session() as opened:
        add_samples(opened, (*SAMPLES, Sample("Birth", "-0099", ("Ana Silva",))))
        yield opened


def test_participants_the_most_frequent_first(session: Session) -> None:
    found = list(participants(session))
    assert found[0] == ("Ana Silva", "person", 3, "-0099-01-01", "2015-05-12")
    assert [row.name for row in found[1:]] == ["Bo 100%_sure", "Dock workers", "The Council"]
    assert [row.name for row in participants(session, "WORK")] == ["Dock workers"]
    assert [row.name for row in participants(session, limit=1)] == ["Ana Silva"]


def test_documents_with_what_was_found_in_them(session: Session) -> None:
    session.add(timex(1, "then", "nothing says when", None))
    session.add(timex(1, "in 2014", None, None))
    session.flush()
    assert list(documents(session)) == [
        (1, "Almanac", None, 8, 7, 1),
        (2, "notes/summit.txt", None, 1, 1, 0),
    ]


def timex(document: int, text: str, problem: str | None, sentence: Sentence | None) -> Timex:
    return Timex(
        document_id=document, sentence=sentence, text=text, type="DATE", value="", expression="", rules="",
        steps="", problem=problem, approximate=False, start=3, end=5,
    )  # fmt: skip


def sentence(session: Session, document: int) -> Sentence:
    row = Sentence(document_id=document, number=4, text="It was\nthen.", heading=False, start=2, end=14)
    session.add(row)
    return row


def test_unresolved_phrases_with_their_sentences(session: Session) -> None:
    session.add(timex(2, "now", "nothing says when", None))
    session.add(timex(1, "then", "nothing says when", sentence(session, 1)))
    session.add(timex(1, "in 2014", None, None))
    session.flush()
    assert list(unresolved(session)) == [
        (1, "Almanac", 4, "then", "nothing says when", "It was then."),
        (2, "notes/summit.txt", None, "now", "nothing says when", ""),
    ]


def test_conflicts_are_problems_with_another_place(session: Session) -> None:
    sentence(session, 2)
    for related, start in (("9-12", 3), (None, 4), ("1-2", 99)):
        row = Diagnostic(stage="anchoring", text="then", message="no", related=related, start=start, end=100)
        session.get_one(Document, 2).diagnostics.append(row)
    session.flush()
    assert [(row.sentence, row.problem, row.quote) for row in conflicts(session)] == [
        (4, "no", "It was then."),
        (None, "no", ""),
    ]
