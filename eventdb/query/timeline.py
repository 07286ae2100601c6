"""`TimelineDatabase`: a database that can be asked for its timeline; what `eventdb.open` gives."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session, selectinload

from eventdb.query.paging import events
from eventdb.query.selection import Selection
from eventdb.store.database import Database
from eventdb.store.models import Event, Reason


class TimelineDatabase(Database):
    """An open database, from which events come in date order."""

    def timeline(self, **options: Any) -> Iterator[Event]:
        """The events of a `Selection`, whose fields the options are, in date order.

        >>> for event in database.timeline(since="2014", who="Merkel"):
        ...     print(event.when, event.title)

        The database is read while the loop runs. Afterwards an event still knows its date and why,
        who took part, the place and the document; for anything else ask in a `session`.

        Raises:
            QueryError: the options contradict one another.
            UnreadablePhrase: a date is not understood, or does not exist.
            StoreError: the database cannot be read.
        """
        reasons = selectinload(Event.reasons).joinedload(Reason.sentence)
        with self.session(read_only=True) as session:
            yield from events(session, Selection(**options), reasons)

    def as_of(self, moment: str) -> "PastTimeline":
        """The same database as it was at a moment: ISO 8601, UTC, "2026-11-24T12:00:00".

        >>> for event in database.as_of("2026-11-24").timeline():
        ...     print(event.when, event.title)
        """
        return PastTimeline(self.engine, self.name, moment)


class PastTimeline(TimelineDatabase):
    """A database as it was at a moment. It can be asked what the present can, and not changed."""

    def __init__(self, engine: Engine, name: str, moment: str) -> None:
        super().__init__(engine, name)
        self.moment = moment

    @contextmanager
    def session(self, *, read_only: bool = False) -> Iterator[Session]:
        """A transaction in which the changes since then are taken out, and which is rolled back.

        Others can read meanwhile, but not write.

        Raises:
            StoreError: as `Database.session`; also where the database cannot be written.
        """
        from eventdb.store.past import go_back  # the present needs none of it

        with super().session() as session:
            go_back(session, self.moment)
            yield session
            session.rollback()
