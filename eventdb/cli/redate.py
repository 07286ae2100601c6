"""`eventdb redate`: correct a document's date, and all that depends on it."""

import click

from eventdb.cli.correcting import Said, change, statement_options
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import counted, say, tell, today
from eventdb.formats.creation import creation_time
from eventdb.store import edits
from eventdb.store.creation import kept_creation
from eventdb.store.lookup import get_document
from eventdb.store.revision import Revision
from eventdb.temporal.display import display_interval
from eventdb.text import CreationTime


@click.command(name="redate")
@click.argument("document", type=int)
@click.argument("date")
@statement_options
@database_option
def command(document: int, date: str, said: Said) -> None:
    """Correct the DATE of a DOCUMENT.

    DOCUMENT is a number, as `eventdb documents` lists them. All that depends on its date is dated
    anew, and keeps its number. What would move is shown first, and asked for.
    """
    created = creation_time(date, "given with redate", reference=today())
    with opened() as database:
        with database.session(read_only=True) as session:
            before = kept_creation(get_document(session, document))
        if before and before.interval == created.interval:
            tell(f"Document {document} has that date already.")
            return

        def edit(revision: Revision) -> None:
            edits.redate(revision, get_document(revision.session, document), created)

        def introduce(planned: Revision) -> None:
            _introduce(before, created, len(planned.changes))
            for contradiction in planned.contradictions:
                tell(f"With that date, {contradiction}.")

        if change(database, edit, said, introduce, always_ask=True):
            tell(f"Document {document} is now dated {display_interval(created.interval)}.")


def _introduce(before: CreationTime | None, after: CreationTime, moving: int) -> None:
    old = display_interval(before.interval) if before else "no date"
    say(f"Document date {old} → {display_interval(after.interval)}, which moves {counted(moving, 'event')}.")
