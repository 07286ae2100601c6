"""`eventdb list`: the timeline, filtered."""

from dataclasses import replace
from typing import Any

import click

from eventdb.cli.dates import checked_date
from eventdb.cli.listing import QueryCommand, listing_options, print_events
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import today
from eventdb.query.filters import BASES
from eventdb.query.selection import Dating, Mode, Selection

_MORE = " Undated: eventdb list --undated. Everything: eventdb list --all"


@click.command(name="list", cls=QueryCommand)
@click.argument("query", nargs=-1, metavar="[QUERY]…")
@click.option(
    "--since",
    metavar="DATE",
    callback=checked_date,
    help="Events that may have been going on at or after this date.",
)
@click.option(
    "--until",
    metavar="DATE",
    callback=checked_date,
    help="Events that may have been going on at or before this date.",
)
@click.option(
    "--on",
    metavar="DATE",
    callback=checked_date,
    help="Events of a date or a range: 2014-04, 2008..2010, ..2009.",
)
@click.option(
    "--possibly/--definitely",
    "possibly",
    default=True,
    help="Whether an event may lie in the range (the default) or must, with all its bounds.",
)
@click.option("--text", metavar="WORDS", help='Words of the title or the sentence; "a phrase", begin*.')
@click.option("--who", metavar="NAME", help="Somebody or something that takes part.")
@click.option("--where", metavar="PLACE", help="The place.")
@click.option("--source", metavar="TEXT", help="Part of a document's title, source or path.")
@click.option("--basis", type=click.Choice(BASES), multiple=True, help="How the date is known.")
@click.option("--undated", "dating", flag_value=Dating.UNDATED.value, help="Events of unknown date.")
@click.option(
    "--all", "dating", flag_value=Dating.ALL.value, help="Also what is undated, denied, supposed or said."
)
@listing_options
@database_option
def command(
    query: tuple[str, ...],
    possibly: bool,
    dating: str | None,
    format: str,
    output: str | None,
    **options: Any,
) -> None:
    """List the events in date order.

    Dates are inclusive, and a partial one covers its whole period: --until 2014 includes December.
    Anything that the parser understands is a date: "last april", "2 weeks ago". Without options
    those events are listed that the texts assert or plan, that have a date, and that a person would
    put on a timeline; sayings, states of mind and asides stay in the background.

    A QUERY says the same in words: crimea -who:putin when:2014..2015-05, with a comma for "or"
    (docs/query.md).
    """
    mode = Mode.POSSIBLY if possibly else Mode.DEFINITELY
    asked = Selection(query=query, today=today() if query else None, mode=mode, **options)
    if dating is not None:
        asked = replace(asked, dating=Dating(dating), statuses=(), salient=None)
    with opened() as database:
        print_events(database, asked, format, output, _MORE if dating is None else "")
