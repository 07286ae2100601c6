"""`eventdb set`: say of an event what its text does not, or says otherwise."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.dates import given_extent
from eventdb.cli.options import database_option
from eventdb.events.mention import Status
from eventdb.store import edits
from eventdb.store.lookup import get_event
from eventdb.store.revision import Revision
from eventdb.temporal.extent import Extent

STATUSES = [status for status in Status if status is not Status.REJECTED]


@click.command(name="set")
@click.argument("event", type=int)
@click.option("--when", callback=given_extent, metavar="DATE", help="When it happened.")
@click.option("--title", help="What to call it.")
@click.option("--status", type=click.Choice(STATUSES), help="How it stands with it.")
@click.option("--who", multiple=True, metavar="NAME", help="Somebody who takes part; may be given again.")
@click.option("--where", metavar="PLACE", help="Where it happened.")
@statement_options
@database_option
@click.pass_context
def command(
    ctx: click.Context,
    event: int,
    when: Extent | None,
    title: str | None,
    status: str | None,
    who: tuple[str, ...],
    where: str | None,
    said: Said,
) -> None:
    """Correct an EVENT: its date, title, status, place, or who takes part.

    EVENT is a number from `eventdb list`. A date is anything that the parser understands (2015-05-12,
    "about 1120", 2014-04..2015-05) or EDTF. All that is anchored on the event moves with it, in other
    documents too; the correction survives whatever is analysed anew, and is taken back by `eventdb undo`.
    """
    if not any((when, title, status, who, where)):
        raise click.UsageError("say what to set: --when, --title, --status, --who or --where", ctx)

    def edit(revision: Revision) -> None:
        row = get_event(revision.session, event)
        if title:
            edits.set_title(revision, row, title)
        if where:
            edits.set_place(revision, row, where)
        for name in who:
            edits.add_participant(revision, row, name)
        if status:
            edits.set_status(revision, row, Status(status))
        if when:
            edits.set_date(revision, row, when)

    correct(edit, said)
