"""`eventdb why`: how the date of one event is known."""

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.terminal import columns, entries, heading, say
from eventdb.query.tellings import told_elsewhere
from eventdb.store.lookup import get_event


@click.command(name="why")
@click.argument("event", type=int)
@as_of_option
@database_option
def command(event: int) -> None:
    """Explain how the date of one EVENT is known.

    EVENT is a number from `eventdb list`. The steps lead from the event back to what its date
    hangs on, each with the sentence that says so, and to the readings that were not chosen. Where the
    event is told elsewhere too, that follows, and whether it agrees.
    """
    with opened() as database, database.session(read_only=True) as session:
        title, _, reasons = get_event(session, event).why(columns()).partition("\n")
        heading(title)
        say(reasons)
        told = list(told_elsewhere(session, get_event(session, event)))
        if told:
            say("")
            entries(told)
