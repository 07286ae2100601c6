"""`TimelineDatabase`: a database that can be asked for its timeline; what `eventdb.open` gives."""

from collections.abc import Iterator
from typing import Any

from eventdb.query.selection import Selection, statement
from eventdb.store.database import Database
from eventdb.store.models import Event


class TimelineDatabase(Database):
    """An open database, from which events come in date order."""

    def timeline(self, **options: Any) -> Iterator[Event]:
        """The events of a `Selection`, whose fields the options are, in date order.

        >>> for event in database.timeline(since="2014", who="Merkel"):
        ...     print(event.when, event.title)

        The database is read while the loop runs; ask an event what else it knows inside the loop.

        Raises:
            QueryError: the options contradict one another.
            UnreadablePhrase: a date is not understood, or does not exist.
            StoreError: the database cannot be read.
        """
        query = statement(Selection(**options))
        with self.session(read_only=True) as session:
            yield from session.scalars(query)
