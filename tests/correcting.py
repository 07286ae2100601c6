"""A small database of two real texts, and what tests do to it."""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.analysis import Analysis
from eventdb.anchoring.given import Given
from eventdb.pipeline import analyze
from eventdb.query.timeline import TimelineDatabase
from eventdb.store.corrections import Statement
from eventdb.store.findings import findings
from eventdb.store.models import Document, Event, Mention
from eventdb.store.repository import save
from eventdb.store.revision import Revision
from eventdb.store.versions import snapshot
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime
from eventdb.text import Document as SourceDocument

TUESDAY = CreationTime(Interval.of(Unit.DAY, instant(2015, 5, 12)), "given with --date")
REPORT = SourceDocument(
    "Smith visited Oslo on Tuesday. The visit came two days after Jones left Bergen. "
    "The mayor praised the visit.",
    TUESDAY,
    "Report",
)
MEMOIR = SourceDocument(
    "Smith arrived in Oslo. Three days before Smith arrived in Oslo, Brown resigned. Lind died in 1999.",
    None,
    "Memoir",
)

State = dict[int, tuple[str, tuple[str, ...]]]


@cache
def analysed(document: SourceDocument, given: Given) -> Analysis:
    """Each text is analysed once with what is given about it."""
    return analyze(document, given)


class Desk:
    """Somebody who corrects a database, one step after the other, each at a moment of its own."""

    def __init__(self, database: TimelineDatabase) -> None:
        self.database = database
        self.steps = 0
        with database.session() as session:
            for document in (REPORT, MEMOIR):
                save(session, analysed(document, Given()), added=self.moment)

    @property
    def moment(self) -> str:
        """The moment of the last step."""
        return f"2026-11-24T10:{self.steps // 60:02}:{self.steps % 60:02}.000000+00:00"

    def do(self, edit: Callable[..., Any], *about: Any, why: str | None = None, **options: Any) -> Revision:
        """Takes a step; numbers of events and documents are told as `event(3)`, `document(1)`."""
        self.steps += 1
        with self.database.session() as session:
            revision = Revision(session, Statement("Ann", self.moment, why), analysed)
            edit(revision, *(_found(session, argument) for argument in about), **options)
        return revision

    def event(self, trigger: str) -> int:
        """The number of the event that a word tells of."""
        with self.database.session(read_only=True) as session:
            query = select(Mention.event_id).where(Mention.trigger == trigger).order_by(Mention.start)
            return session.scalars(query).first() or 0

    def when(self, event: int) -> str:
        """The date of an event, for people."""
        with self.database.session(read_only=True) as session:
            return session.get_one(Event, event).when

    def state(self, moment: str | None = None) -> State:
        """Everything that is known, now or as of a moment."""
        database = self.database if moment is None else self.database.as_of(moment)
        with database.session(read_only=True) as session:
            return state_of(session)


def state_of(session: Session) -> State:
    """Everything that is known of all events, and under 0 what else was found in the documents."""
    events = session.scalars(select(Event).order_by(Event.id)).all()
    there = select(Document).where(Document.removed.is_(None)).order_by(Document.id)
    found = tuple(findings(session, document) for document in session.scalars(there).all())
    return {0: ("", found)} | {
        event.id: (snapshot(event), tuple(tag.name for tag in event.tags)) for event in events
    }


class Numbered:
    """A row, to be found in the session of a step."""

    def __init__(self, table: type[Any], number: int) -> None:
        self.table, self.number = table, number


def _found(session: Session, argument: Any) -> Any:
    if isinstance(argument, list):
        return [_found(session, one) for one in argument]
    if not isinstance(argument, Numbered):
        return argument
    row = session.get(argument.table, argument.number)
    if row is None:
        raise LookupError(argument.number)
    return row
