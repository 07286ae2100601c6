"""`eventdb split`: say that what was taken for one event is two."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.options import database_option
from eventdb.store import edits
from eventdb.store.lookup import get_event
from eventdb.store.revision import Revision


@click.command(name="split")
@click.argument("event", type=int)
@click.option(
    "--mention",
    type=int,
    metavar="N",
    help="Only the N-th mention of the event, as `eventdb show` lists them, tells of another.",
)
@statement_options
@database_option
def command(event: int, mention: int | None, said: Said) -> None:
    """Say that EVENT is another than that with which it was merged; it will not be merged by itself again."""

    def edit(revision: Revision) -> None:
        edits.split(revision, get_event(revision.session, event), mention)

    correct(edit, said)
