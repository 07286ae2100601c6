"""`eventdb around`: what may have happened near an event."""

import click

from eventdb.cli.listing import listing_options, print_events
from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.query.selection import Selection
from eventdb.query.surroundings import around, read_length
from eventdb.store.lookup import get_event


@click.command(name="around")
@click.argument("event", type=int)
@click.option("--within", metavar="LENGTH", default="7d", show_default=True, help='7d, "2 weeks", 1m, 3y.')
@listing_options
@as_of_option
@database_option
def command(event: int, within: str, limit: int | None, format: str, output: str | None) -> None:
    """List what may have been going on near one EVENT, and the event itself.

    From so long before the first moment that is known of it to so long after the last.
    """
    length = read_length(within)
    with opened() as database:
        with database.session(read_only=True) as session:
            window = around(get_event(session, event), length)
        print_events(database, Selection(on=window, limit=limit), format, output)
