"""What people corrected, as rows that are only ever added; and which of them are in force.

| field | of | `old` → `new` |
|---|---|---|
| when | an event | EDTF; nothing: the date that the text seems to give is rejected |
| title, status, where | an event | the text |
| who, tag | an event | nothing → a name that was added; a name → nothing for one taken away |
| note | an event | the text |
| same_as | an event | the number of the event of which it is another telling; nothing for none |
| apart | an event | the offsets of a mention, "120-125", that tells of another event than this one |
| created | a document | "EDTF, how it is known" |
| added | a document | its title; an event that a person stated |
| removed | a document | its title |
| undo | either | the field of the correction that is taken back |
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.store.models import Correction, Document, Event


@dataclass(frozen=True, slots=True)
class Statement:
    """Who corrects something, when (ISO 8601, UTC, to the microsecond) and why.

    All that one command says has one moment, by which it is undone together.
    """

    who: str | None
    when: str
    why: str | None = None


class Field(StrEnum):
    """What can be corrected; see the table above."""

    WHEN = "when"
    TITLE = "title"
    STATUS = "status"
    WHO = "who"
    WHERE = "where"
    TAG = "tag"
    NOTE = "note"
    SAME_AS = "same_as"
    APART = "apart"
    CREATED = "created"
    ADDED = "added"
    REMOVED = "removed"
    UNDO = "undo"


WITHOUT_ANALYSIS = frozenset({Field.TAG, Field.NOTE})
"""The fields of which an analysis knows nothing, so that taking one back needs none."""


def record(
    session: Session,
    statement: Statement,
    field: Field,
    what: Event | Document,
    change: tuple[str | None, str | None],
) -> Correction:
    """Adds a correction of an event or a document: from the old value to the new."""
    row = Correction(
        who=statement.who, when=statement.when, why=statement.why, field=field, old=change[0], new=change[1]
    )
    if isinstance(what, Event):
        row.document_id, row.event_id = what.document_id, what.id
        row.start, row.end = what.start, what.end
        row.trigger = next((mention.trigger for mention in what.mentions), None)
    else:
        row.document_id = what.id
    session.add(row)
    session.flush()
    return row


def corrections_of(session: Session, documents: Iterable[int]) -> Sequence[Correction]:
    """All corrections of documents and of the events told in them, in order, in force or not."""
    query = select(Correction).where(Correction.document_id.in_(documents)).order_by(Correction.id)
    return session.scalars(query).all()


def in_force(corrections: Sequence[Correction]) -> list[Correction]:
    """Those that nothing in force takes back; what takes others back is left out. In order."""
    undone: set[int] = set()
    for row in reversed(corrections):
        if row.undoes is not None and row.id not in undone:
            undone.add(row.undoes)
    return [row for row in corrections if row.undoes is None and row.id not in undone]


def undone_by(session: Session) -> dict[int, int]:
    """Which correction takes back which, of those in force: what is undone → what undoes it."""
    rows = session.execute(select(Correction.id, Correction.undoes).order_by(Correction.id.desc()))
    undone: dict[int, int] = {}
    for number, undoes in rows:
        if undoes is not None and number not in undone:
            undone[undoes] = number
    return undone


def last(corrections: Iterable[Correction], field: Field) -> Correction | None:
    """The last of those that are of a field."""
    return next((row for row in reversed([*corrections]) if row.field == field), None)
