"""`TimelineDatabase`: a database that can be asked for its timeline; what `eventdb.open` gives."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import selectinload

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
