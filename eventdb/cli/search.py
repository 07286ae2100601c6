"""`eventdb search`: whatever a query finds, timeline or background."""

import click

from eventdb.cli.listing import listing_options, print_events
from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.selecting import QueryCommand
from eventdb.cli.terminal import today
from eventdb.query.selection import Selection


@click.command(name="search", cls=QueryCommand)
@click.argument("query", nargs=-1, required=True, metavar="QUERY…")
@listing_options
@as_of_option
@database_option
def command(query: tuple[str, ...], limit: int | None, format: str, output: str | None) -> None:
    """Find events by words and fields, among all that is known.

    Words must all stand in the title or the sentence; a comma separates alternatives, and - denies:
    crimea -who:putin when:2014..2015-05. Fields: when, within, text, who, where, source, doc,
    tag, basis, status, before, after, during, overlaps (docs/query.md). Other than `eventdb list` it also
    finds what is undated, denied, supposed or said.
    """
    asked = Selection(query=query, today=today(), limit=limit).everything()
    with opened() as database:
        print_events(database, asked, format, output)
