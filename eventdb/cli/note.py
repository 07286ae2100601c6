"""`eventdb note`: write a remark beside an event."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.options import database_option
from eventdb.store import edits
from eventdb.store.lookup import get_event
from eventdb.store.revision import Revision


@click.command(name="note")
@click.argument("event", type=int)
@click.argument("text")
@statement_options
@database_option
def command(event: int, text: str, said: Said) -> None:
    """Write a remark beside an EVENT; `eventdb show` shows it."""

    def edit(revision: Revision) -> None:
        edits.note(revision, get_event(revision.session, event), text)

    correct(edit, said)
