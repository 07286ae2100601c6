"""`eventdb list`: the timeline, filtered."""

from typing import Any

import click

from eventdb.cli.listing import listing_options, print_events
from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.selecting import QueryCommand, selected, selection_options

_MORE = " Undated: eventdb list --undated. Everything: eventdb list --all"


@click.command(name="list", cls=QueryCommand)
@selection_options
@listing_options
@as_of_option
@database_option
def command(format: str, output: str | None, **options: Any) -> None:
    """List the events in date order.

    Dates are inclusive, and a partial one covers its whole period: --until 2014 includes December.
    Anything that the parser understands is a date: "last april", "2 weeks ago". Without options
    those events are listed that the texts assert or plan, that have a date, and that a person would
    put on a timeline; sayings, states of mind and asides stay in the background.

    A QUERY says the same in words: crimea -who:putin when:2014..2015-05, with a comma for "or"
    (docs/query.md).
    """
    asked = selected(**options)
    with opened() as database:
        print_events(database, asked, format, output, _MORE if options["dating"] is None else "")
