"""`eventdb list`: the timeline, filtered."""

from collections.abc import Sequence
from typing import Any

import click

from eventdb.cli.dates import checked_date
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.records import record_of
from eventdb.cli.terminal import columns, counted, tell, write_lines
from eventdb.formats.writers import WRITERS
from eventdb.query.filters import BASES
from eventdb.query.selection import Dating, Mode, Selection, statement
from eventdb.store.lookup import count_events
from eventdb.store.models import Event

_MORE = " Undated: eventdb list --undated. Everything: eventdb list --all"


@click.command(name="list")
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
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many.")
@click.option("-f", "--format", type=click.Choice(list(WRITERS)), default="table", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
@database_option
def command(possibly: bool, format: str, output: str | None, **options: Any) -> None:
    """List the events in date order.

    Dates are inclusive, and a partial one covers its whole period: --until 2014 includes December.
    Anything that the parser understands is a date: "last april", "2 weeks ago". Without options
    those events are listed that the texts assert or plan, that have a date, and that a person would
    put on a timeline; sayings, states of mind and asides stay in the background.
    """
    selection = _selection(possibly, **options)
    query = statement(selection)
    with opened() as database, database.session(read_only=True) as session:
        events = session.scalars(query)
        if format != "table":
            write_lines(WRITERS[format](map(record_of, events), columns()), output)
            return
        listed = events.all()
        write_lines(WRITERS[format](map(record_of, listed), columns()), output)
        _footer(listed, count_events(session), selection.dating)


def _selection(possibly: bool, dating: str | None, **options: Any) -> Selection:
    mode = Mode.POSSIBLY if possibly else Mode.DEFINITELY
    if dating is None:
        return Selection(mode=mode, **options)
    return Selection(mode=mode, dating=Dating(dating), statuses=(), salient=None, **options)


def _footer(listed: Sequence[Event], total: int, dating: Dating) -> None:
    planned = sum(event.status == "planned" for event in listed)
    remark = f"{len(listed)} of {counted(total, 'event')}" + (f" ({planned} planned)." if planned else ".")
    tell(remark + (_MORE if dating is Dating.DATED else ""))
