"""`eventdb add-event`: state an event that no document tells."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.dates import given_extent
from eventdb.cli.options import database_option
from eventdb.cli.set import STATUSES
from eventdb.events.mention import Status
from eventdb.store import edits
from eventdb.store.revision import Revision
from eventdb.temporal.extent import Extent


@click.command(name="add-event")
@click.argument("title")
@click.option("--when", callback=given_extent, metavar="DATE", help="When it happened.")
@click.option("--who", multiple=True, metavar="NAME", help="Somebody who takes part; may be given again.")
@click.option("--where", metavar="PLACE", help="Where it happened.")
@click.option("--status", type=click.Choice(STATUSES), default=Status.ASSERTED.value, show_default=True)
@click.option("--source", metavar="TEXT", help="Where that is known from.")
@statement_options
@database_option
def command(
    title: str,
    when: Extent | None,
    who: tuple[str, ...],
    where: str | None,
    status: str,
    source: str | None,
    said: Said,
) -> None:
    """Add an event by hand, called TITLE.

    It stands among the others, as a document of its own, and can be corrected, merged and undone as they
    are. A date is anything that the parser understands, or EDTF; without one the event is undated.
    """

    def edit(revision: Revision) -> None:
        edits.state(revision, title, when, who=who, where=where, status=Status(status), source=source)

    correct(edit, said, create=True)
