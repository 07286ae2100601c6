"""Opening the database that the command line names, with the offer to upgrade an older one."""

from collections.abc import Iterator
from contextlib import contextmanager

from eventdb.cli.options import database_name, moment_asked_for
from eventdb.cli.terminal import ask, interactive, tell
from eventdb.query.timeline import TimelineDatabase
from eventdb.store import schema
from eventdb.store.schema import OutdatedSchema


@contextmanager
def opened(*, create: bool = False) -> Iterator[TimelineDatabase]:
    """The database, closed at the end; with `create` it is made where it is missing.

    Where `--as-of` was given it is as it was at that moment.

    Raises:
        StoreError: it cannot be used; of an older one, with nobody at the terminal to ask, the
            line names `eventdb db upgrade`.
    """
    with _open(create) as database:
        moment = moment_asked_for()
        yield database if moment is None else database.as_of(moment)


def _open(create: bool) -> TimelineDatabase:
    location = database_name()
    try:
        return TimelineDatabase.open(location, create=create)
    except OutdatedSchema as error:
        if not interactive() or not ask(f"{error}\nUpgrade it now?"):
            raise
        upgrade(location)
        return TimelineDatabase.open(location)


def upgrade(location: str) -> None:
    """Upgrade a database and say what became of it."""
    copy = schema.upgrade(location)
    done = schema.current(location)
    if copy:
        tell(f"Upgraded {location} to schema {done}. As it was before: {copy}")
    else:
        tell(f"{location} has schema {done}, which is the current one.")
