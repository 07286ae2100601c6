"""`eventdb history`: what was corrected, by whom, when and why."""

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.rows import print_rows, row_options
from eventdb.query.history import history
from eventdb.store.lookup import get_document, get_event


@click.command(name="history")
@click.argument("event", type=int, required=False)
@click.option("--document", type=int, metavar="N", help="Of a document and all events that it tells.")
@row_options
@database_option
def command(event: int | None, document: int | None, format: str, output: str | None) -> None:
    """List what was corrected, in order: all of it, or what concerns an EVENT or a document.

    Of an event also those moments are listed at which its date moved with another. A number is that of
    a correction, as `eventdb undo` takes it.
    """
    with opened() as database, database.session(read_only=True) as session:
        if event is not None:
            get_event(session, event)
        if document is not None:
            get_document(session, document)
        print_rows(history(session, event, document), format, output)
