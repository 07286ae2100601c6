"""Taking corrections back, and what was taken back again: nothing is deleted, a row is added."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.errors import StoreError
from eventdb.store.corrections import WITHOUT_ANALYSIS, Field, Statement, undone_by
from eventdb.store.models import Correction, Event
from eventdb.store.revision import Revision


def undo(revision: Revision, number: int | None = None) -> Sequence[Correction]:
    """Takes back all that one command said: that of a correction, else the last that is in force.

    Returns what was taken back. Undoing an undo brings back what that took.

    Raises:
        StoreError: there is no such correction, or it is taken back already; or there is none in force.
    """
    taken = _step(revision.session, number)
    rows = [_taken_back(revision.statement, row) for row in taken]
    revision.session.add_all(rows)
    revision.session.flush()
    revision.corrections += [row.id for row in rows]
    if {_matter(revision.session, row) for row in taken} <= WITHOUT_ANALYSIS:
        numbers = {row.event_id for row in taken}
        revision.amend(revision.session.scalars(select(Event).where(Event.id.in_(numbers))).all())
    else:
        revision.derive({row.document_id for row in taken if row.document_id is not None})
    return taken


def _step(session: Session, number: int | None) -> list[Correction]:
    """The corrections in force that belong together, in reverse order."""
    undone = undone_by(session)
    if number is None:
        query = select(Correction).where(Correction.undoes.is_(None), Correction.id.not_in(undone))
        chosen = session.scalar(query.order_by(Correction.id.desc()).limit(1))
        if chosen is None:
            raise StoreError("there is nothing to undo")
    else:
        chosen = session.get(Correction, number)
        if chosen is None:
            raise StoreError(f"there is no correction {number}: see eventdb history")
        if number in undone:
            raise StoreError(
                f"correction {number} was undone by {undone[number]}: undo that to bring it back"
            )
    together = select(Correction).where(Correction.when == chosen.when, Correction.id.not_in(undone))
    return list(session.scalars(together.order_by(Correction.id.desc())))


def _taken_back(statement: Statement, row: Correction) -> Correction:
    """The row that takes another back, of the same event and place."""
    return Correction(
        who=statement.who,
        when=statement.when,
        why=statement.why,
        field=Field.UNDO,
        old=row.field,
        document_id=row.document_id,
        event_id=row.event_id,
        trigger=row.trigger,
        start=row.start,
        end=row.end,
        undoes=row.id,
    )


def _matter(session: Session, row: Correction) -> str:
    """The field of a correction; of an undo, that of what it takes back in the end."""
    while row.undoes is not None:
        row = session.get_one(Correction, row.undoes)
    return row.field
