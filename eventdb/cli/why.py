"""`eventdb why`: how the date of one event is known."""

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import columns, heading, say
from eventdb.store.lookup import get_event


@click.command(name="why")
@click.argument("event", type=int)
@database_option
def command(event: int) -> None:
    """Explain how the date of one EVENT is known.

    EVENT is a number from `eventdb list`. The steps lead from the event back to what its date
    hangs on, each with the sentence that says so, and to the readings that were not chosen.
    """
    with opened() as database, database.session(read_only=True) as session:
        title, _, reasons = get_event(session, event).why(columns()).partition("\n")
        heading(title)
        say(reasons)
