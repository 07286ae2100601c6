"""`eventdb untag`: take a tag from an event."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.options import database_option
from eventdb.store import edits
from eventdb.store.lookup import get_event
from eventdb.store.revision import Revision


@click.command(name="untag")
@click.argument("event", type=int)
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@statement_options
@database_option
def command(event: int, names: tuple[str, ...], said: Said) -> None:
    """Take NAMES from an EVENT."""

    def edit(revision: Revision) -> None:
        edits.untag(revision, [get_event(revision.session, event)], names)

    correct(edit, said)
