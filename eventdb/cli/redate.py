"""`eventdb redate`: correct a document's date, and all that depends on it."""

from collections.abc import Sequence
from dataclasses import replace

import click

from eventdb import pipeline
from eventdb.analysis import Analysis
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import ask, interactive, say, tell, today
from eventdb.formats.creation import creation_time
from eventdb.store import repository
from eventdb.store.codec import source_document
from eventdb.store.database import Database
from eventdb.store.repository import Change
from eventdb.temporal.display import display_interval
from eventdb.text import CreationTime


@click.command(name="redate")
@click.argument("document", type=int)
@click.argument("date")
@click.option("-y", "--yes", is_flag=True, help="Apply it without asking.")
@database_option
@click.pass_context
def command(ctx: click.Context, document: int, date: str, yes: bool) -> None:
    """Correct the DATE of a DOCUMENT.

    DOCUMENT is a number, as `eventdb show` names it. All that depends on its date is dated
    anew, and keeps its number. What would move is shown first, and asked for.
    """
    created = creation_time(date, "given with redate", reference=today())
    if not yes and not interactive():
        raise click.UsageError("there is no terminal to ask at: give --yes to apply the change", ctx)
    with opened() as database:
        analysis, before = _analyse(database, document, created)
        if before and before.interval == created.interval:
            tell(f"Document {document} has that date already.")
            return
        changes = _replace(database, document, analysis, keep=yes)
        _report(before, created, changes)
        if not yes:
            if not ask("Apply?"):
                tell("Nothing was changed.")
                return
            _replace(database, document, analysis, keep=True)
        tell(f"Document {document} is now dated {display_interval(created.interval)}.")


def _analyse(database: Database, number: int, created: CreationTime) -> tuple[Analysis, CreationTime | None]:
    """The document analysed with another date, and the date that it has."""
    with database.session(read_only=True) as session:
        document = source_document(repository.get_document(session, number))
    return pipeline.analyze(replace(document, creation_time=created)), document.creation_time


def _replace(database: Database, number: int, analysis: Analysis, *, keep: bool) -> tuple[Change, ...]:
    """Put the new analysis in the place of the old one, for good or only to see what would move."""
    with database.session() as session:
        changes = repository.replace(session, repository.get_document(session, number), analysis)
        if not keep:
            session.rollback()
    return changes


def _report(before: CreationTime | None, after: CreationTime, changes: Sequence[Change]) -> None:
    old = display_interval(before.interval) if before else "no date"
    moving = "1 event moves" if len(changes) == 1 else f"{len(changes)} events move"
    say(f"Document date {old} → {display_interval(after.interval)}. {moving}.")
    for change in changes:
        say(f"  {change.event_id:>4}  {change.old or 'new'} → {change.new or 'gone'}  {change.title}")
