"""`eventdb merge`: say that events are one."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.options import database_option
from eventdb.store import edits
from eventdb.store.lookup import get_event
from eventdb.store.revision import Revision


@click.command(name="merge")
@click.argument("event", type=int)
@click.argument("others", type=int, nargs=-1, required=True, metavar="OTHER…")
@statement_options
@database_option
def command(event: int, others: tuple[int, ...], said: Said) -> None:
    """Say that OTHER events are tellings of EVENT, in its document or in others.

    EVENT stands for all of them in lists. Its date goes to where they are told, and dates what is anchored
    there; a text that states another date keeps it, and `eventdb conflicts` shows both.
    """

    def edit(revision: Revision) -> None:
        rows = [get_event(revision.session, other) for other in others]
        edits.merge(revision, get_event(revision.session, event), rows)

    correct(edit, said)
