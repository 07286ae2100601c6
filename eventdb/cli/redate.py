"""`eventdb redate`: correct a document's date, and all that depends on it."""

from collections.abc import Sequence
from dataclasses import replace

import click

from eventdb import pipeline
from eventdb.analysis import Analysis
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import ask, columns, counted, interactive, say, tell, today
from eventdb.formats.creation import creation_time
from eventdb.formats.visible import one_line, shorten, width
from eventdb.store import repository
from eventdb.store.codec import source_document
from eventdb.store.database import Database
from eventdb.store.lookup import get_document
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
        analysis, before, changes = _analyse(database, document, created)
        if before and before.interval == created.interval:
            tell(f"Document {document} has that date already.")
            return
        _report(before, created, changes)
        _contradictions(analysis)
        if not yes and not ask("Apply?"):
            tell("Nothing was changed.")
            return
        with database.session() as session:
            repository.replace(session, get_document(session, document), analysis)
        tell(f"Document {document} is now dated {display_interval(created.interval)}.")


def _analyse(
    database: Database, number: int, created: CreationTime
) -> tuple[Analysis, CreationTime | None, Sequence[Change]]:
    """The document analysed with another date, the date that it has, and what would move."""
    with database.session(read_only=True) as session:
        row = get_document(session, number)
        document = source_document(row)
        analysis = pipeline.analyze(replace(document, creation_time=created))
        return analysis, document.creation_time, repository.changes(row, analysis)


def _report(before: CreationTime | None, after: CreationTime, changes: Sequence[Change]) -> None:
    old = display_interval(before.interval) if before else "no date"
    moving = counted(len(changes), "event")
    say(f"Document date {old} → {display_interval(after.interval)}, which moves {moving}.")
    moves = [(str(c.event_id or ""), c.old or "new", c.new or "gone", c.title) for c in changes]
    widths = [max((width(move[i]) for move in moves), default=0) for i in range(3)]
    for id, was, becomes, title in moves:
        line = f"{id:>{widths[0] + 2}}  {was:{widths[1]}} → {becomes:{widths[2]}}  {one_line(title)}"
        click.echo(shorten(line, max(columns(), 80)))


def _contradictions(analysis: Analysis) -> None:
    """What the text contradicts with the new date."""
    for conflict in (problem for problem in analysis.diagnostics if problem.related):
        tell(f"With that date, {conflict.message}.")
