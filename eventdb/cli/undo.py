"""`eventdb undo`: take back what was corrected."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.options import database_option
from eventdb.cli.terminal import say
from eventdb.query.history import described
from eventdb.store.revision import Revision
from eventdb.store.undo import undo


@click.command(name="undo")
@click.argument("number", type=int, required=False)
@statement_options
@database_option
def command(number: int | None, said: Said) -> None:
    """Take back the last correction, or that with a NUMBER, and all that was said with it.

    `eventdb history` lists them. Nothing is deleted: an undo is undone like any other correction.
    """
    taken: list[str] = []

    def edit(revision: Revision) -> None:
        taken[:] = [f"{row.id}, {described(row)}" for row in reversed(undo(revision, number))]

    def introduce(_planned: Revision) -> None:
        for line in taken:
            say(f"Taken back: {line}")

    correct(edit, said, introduce)
