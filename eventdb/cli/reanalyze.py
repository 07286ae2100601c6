"""`eventdb reanalyze`: find the events of documents anew, with this version of the tool."""

import click

from eventdb.cli.correcting import Said, agreed, statement_options
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import counted, tell
from eventdb.query.overview import documents as overview
from eventdb.query.unsettled import homeless
from eventdb.store.lookup import get_document
from eventdb.store.revision import Revision
from eventdb.store.step import Step


@click.command(name="reanalyze")
@click.argument("documents", type=int, nargs=-1, metavar="[DOCUMENT]…")
@statement_options
@database_option
def command(documents: tuple[int, ...], said: Said) -> None:
    """Find the events of DOCUMENTS anew, of all where none is named; keep what was corrected.

    After an update of eventdb this brings what it has learned. Events keep their numbers. What would
    move is shown first, and asked for where it is much.
    """
    with opened() as database:
        with database.session(read_only=True) as session:
            numbers = documents or tuple(row.id for row in overview(session))

        def edit(revision: Revision) -> None:
            revision.derive([get_document(revision.session, number).id for number in numbers])

        step = Step(database, said.statement, edit)
        planned = step.plan()
        if not agreed(planned, said):
            return
        step.take()
        moved = counted(len(planned.changes), "event")
        tell(f"{counted(len(numbers), 'document')} analysed anew, {moved} moved.")
        with database.session(read_only=True) as session:
            lost = len(list(homeless(session)))
        if lost:
            tell(f"{counted(lost, 'correction')} found no event any more: eventdb unresolved")
