"""`eventdb remove`: take a document out of the timeline."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.options import database_option
from eventdb.cli.terminal import counted, say
from eventdb.store import edits
from eventdb.store.lookup import get_document
from eventdb.store.revision import Revision


@click.command(name="remove")
@click.argument("document", type=int)
@statement_options
@database_option
def command(document: int, said: Said) -> None:
    """Take a DOCUMENT and its events out of the timeline.

    DOCUMENT is a number, as `eventdb documents` lists them. Its text stays in the database, so that
    `eventdb undo` brings it back, with its events under their numbers and all that was corrected.
    """

    def edit(revision: Revision) -> None:
        edits.remove(revision, get_document(revision.session, document))

    def introduce(planned: Revision) -> None:
        gone = sum(change.new is None for change in planned.changes)
        say(f"Document {document} and its {counted(gone, 'event')} leave the timeline.")

    correct(edit, said, introduce)
