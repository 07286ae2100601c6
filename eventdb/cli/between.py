"""`eventdb between`: what happened after one event and before another."""

import click

from eventdb.cli.listing import listing_options, print_events
from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.query.selection import Selection
from eventdb.query.surroundings import between
from eventdb.store.lookup import get_event


@click.command(name="between")
@click.argument("first", type=int)
@click.argument("second", type=int)
@listing_options
@as_of_option
@database_option
def command(first: int, second: int, limit: int | None, format: str, output: str | None) -> None:
    """List what surely happened after the FIRST event and before the SECOND."""
    with opened() as database:
        with database.session(read_only=True) as session:
            query = between(get_event(session, first), get_event(session, second))
        print_events(database, Selection(query=query, limit=limit), format, output)
