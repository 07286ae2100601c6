"""`eventdb reanalyze`: find the events of documents anew, with this version of the tool."""

import sys

import click

from eventdb.cli.correcting import print_changes
from eventdb.cli.moments import now
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import at_terminal, counted, say, tell
from eventdb.query.overview import documents as overview
from eventdb.query.unsettled import homeless
from eventdb.store.corrections import Statement
from eventdb.store.database import Database
from eventdb.store.lookup import get_document
from eventdb.store.revision import Revision
from eventdb.store.step import Step


@click.command(name="reanalyze")
@click.argument("documents", type=int, nargs=-1, metavar="[DOCUMENT]…")
@click.option("--dry-run", is_flag=True, help="Show what would move, and keep nothing.")
@database_option
def command(documents: tuple[int, ...], dry_run: bool) -> None:
    """Find the events of DOCUMENTS anew, of all where none is named; keep what was corrected.

    After an update of eventdb this brings what it has learned. Events keep their numbers, and
    what moves is shown. Each document is kept as soon as it is done.
    """
    with opened() as database:
        chosen = _chosen(database, documents)
        hidden = len(chosen) < 2 or not at_terminal()
        with click.progressbar(chosen, label="Reading", file=sys.stderr, hidden=hidden) as bar:
            done = [(number, label, _derived(database, number, keep=not dry_run)) for number, label in bar]
        for number, label, revision in done:
            if revision.changes:
                say(f"{label}, document {number}")
                print_changes(revision.changes)
        moved = counted(sum(len(revision.changes) for _, _, revision in done), "event")
        tell(f"{counted(len(chosen), 'document')} analysed anew, {moved} moved.")
        _tell_homeless(database)


def _chosen(database: Database, documents: tuple[int, ...]) -> list[tuple[int, str]]:
    """The documents that are meant: their numbers, and what to call them."""
    with database.session(read_only=True) as session:
        if not documents:
            return [(row.id, row.document) for row in overview(session)]
        return [(number, get_document(session, number).label) for number in documents]


def _derived(database: Database, number: int, *, keep: bool) -> Revision:
    step = Step(database, Statement(None, now()), lambda revision: revision.derive([number]))
    return step.take() if keep else step.plan()


def _tell_homeless(database: Database) -> None:
    with database.session(read_only=True) as session:
        lost = len(list(homeless(session)))
    if lost:
        tell(f"{counted(lost, 'correction')} found no event any more: eventdb unresolved")
