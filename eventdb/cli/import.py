"""`eventdb import`: events that have dates already."""

from collections.abc import Iterator
from typing import NamedTuple

import click

from eventdb import pipeline
from eventdb.cli.opening import opened
from eventdb.cli.options import database_name, database_option
from eventdb.cli.rows import print_rows
from eventdb.cli.terminal import counted, tell
from eventdb.formats.importing import Plan, format_of, plan
from eventdb.imports.recipe import FIELDS, FORMATS, Recipe
from eventdb.query.timeline import TimelineDatabase
from eventdb.store import repository, schema
from eventdb.temporal.display import display


class Preview(NamedTuple):
    """A row as it would be imported."""

    line: int
    when: str
    event: str
    who: str
    where: str


@click.command(name="import")
@click.argument("file")
@click.option("-f", "--format", type=click.Choice(FORMATS), help="If not given: by the file's name.")
@click.option("--when", metavar="COLUMN", help="The date, or where there is an end the begin.")
@click.option("--end", metavar="COLUMN", help="The end.")
@click.option("--title", metavar="COLUMN", help="What happened.")
@click.option("--who", metavar="COLUMN", help="Who took part; several with ; or , between.")
@click.option("--where", metavar="COLUMN", help="The place.")
@click.option("--status", metavar="COLUMN", help="asserted, planned, negated or hypothetical.")
@click.option("--quote", metavar="COLUMN", help="What is quoted for it.")
@click.option("--day-first/--month-first", "day_first", default=None, help="How 3/4/2015 is meant.")
@click.option("--source", metavar="URL", help="Where the file comes from.")
@click.option("--skip-rejected", is_flag=True, help="Import the others where rows cannot be used.")
@click.option("-n", "--dry-run", is_flag=True, help="Show what would be imported, and do nothing.")
@database_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    file: str,
    format: str | None,
    day_first: bool | None,
    source: str | None,
    skip_rejected: bool,
    dry_run: bool,
    **columns: str | None,
) -> None:
    """Import the events of a FILE that has dates for them: csv, json, jsonl, ics or ged (a family tree).

    Columns are recognised by common names, or named with the options. Dates are in EDTF or in words
    ("spring 1848", "about 1120"). What the database has already is left out. Where a row cannot be
    used, it is named with its line, and nothing is imported unless --skip-rejected is given.
    """
    named = {field: columns[field] for field in FIELDS if columns.get(field)}
    recipe = Recipe(format or format_of(file), {k: v for k, v in named.items() if v}, day_first)
    if dry_run and schema.state(database_name()) is schema.SchemaState.MISSING:
        found = plan(None, file, recipe, source)
    else:
        with opened(create=True) as database:
            with database.session(read_only=True) as session:
                found = plan(session, file, recipe, source)
            if found.told and not dry_run and (skip_rejected or not found.rejected):
                _keep(database, file, found)
    if dry_run:
        print_rows(_preview(found), "table", None)
    _report(file, found, skip_rejected=skip_rejected)
    if found.rejected:
        ctx.exit(1)


def _keep(database: TimelineDatabase, file: str, found: Plan) -> None:
    analysis = pipeline.analyze(found.ready())
    with database.session() as session:
        repository.save(session, analysis, path=file)
    tell(f"{counted(len(found.told), 'event')} imported into {database.name} from {file}.")


def _report(file: str, found: Plan, *, skip_rejected: bool) -> None:
    """The rows that are left out, each with its line and reason."""
    for one in found.repeated:
        tell(f"{file}, line {one.told.line}: “{one.told.title}” is there already, as {one.of}")
    for row in found.rejected:
        tell(f"eventdb: {file}, line {row.line}: {row.reason}")
    if found.rejected and found.told and not skip_rejected:
        tell("Nothing is imported while rows cannot be used; --skip-rejected imports the others.")
    elif not found.told:
        tell(f"{file} holds no event that is not there already.")


def _preview(found: Plan) -> Iterator[Preview]:
    for one in found.told:
        yield Preview(one.line, display(one.extent), one.title, ", ".join(one.who), one.where or "")
