"""`eventdb db`: the database file itself."""

from pathlib import Path

import click

from eventdb.cli import opening
from eventdb.cli.opening import opened
from eventdb.cli.options import database_name, database_option
from eventdb.cli.terminal import counted, say, tell
from eventdb.store import backup as backups
from eventdb.store import maintenance, schema
from eventdb.store.restore import restore as put_back
from eventdb.store.schema import SchemaState


@click.group(name="db")
def command() -> None:
    """Create, upgrade, check, back up and restore the database."""


@command.command()
@database_option
def init() -> None:
    """Create the database, with the current schema. One that is there already is left as it is."""
    name = database_name()
    if schema.state(name) in (SchemaState.MISSING, SchemaState.EMPTY):
        schema.create(name)
        tell(f"Created {name} with schema {schema.HEAD}.")
        return
    with opened():
        tell(f"{name} is there already, with schema {schema.HEAD}.")


@command.command()
@click.option("--dry-run", is_flag=True, help="Only print the SQL that would be sent; change nothing.")
@database_option
def upgrade(dry_run: bool) -> None:
    """Bring the database to the current schema; a backup is made first."""
    if not dry_run:
        opening.upgrade(database_name())
        return
    statements = schema.pending_sql(database_name())
    for statement in statements:
        say(f"{statement};")
    tell(f"{counted(len(statements), 'statement')} to bring {database_name()} to schema {schema.HEAD}.")


@command.command()
@database_option
def current() -> None:
    """Print the version of the database's schema."""
    name = database_name()
    state, version = schema.state(name), schema.current(name)
    if version is None:
        schema.verify(name)
    say(f"{version} ({'current' if state is SchemaState.CURRENT else state.value})")


@command.command()
def history() -> None:
    """List all versions of the schema, oldest first."""
    for revision in schema.history():
        say(f"{revision.number}  {revision.summary}")


@command.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@database_option
def backup(file: Path | None) -> None:
    """Copy the database to FILE (events.backup-1.db beside it where none is named), even in use."""
    say(str(backups.backup(database_name(), file)))


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@database_option
def restore(file: Path) -> None:
    """Put the backup FILE in the place of the database; what was there before is kept beside it."""
    kept = put_back(file, database_name())
    tell(f"{database_name()} is now as {file}." + (f" As it was before: {kept}" if kept else ""))


@command.command()
@database_option
@click.pass_context
def check(ctx: click.Context) -> None:
    """Look for damage: pages, references, full text, schema, view and triggers."""
    problems = maintenance.check(database_name())
    for problem in problems:
        say(problem)
    if problems:
        ctx.exit(1)
    tell(f"{database_name()} is in order.")
