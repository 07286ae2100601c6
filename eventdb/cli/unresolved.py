"""`eventdb unresolved`: the phrases that have no date."""

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.problems import print_problems
from eventdb.cli.rows import row_options
from eventdb.query.overview import unresolved


@click.command(name="unresolved")
@row_options
@database_option
def command(format: str, output: str | None) -> None:
    """List the phrases that could not be resolved to a date, each with the reason and its sentence."""
    with opened() as database, database.session(read_only=True) as session:
        print_problems(unresolved(session), "unresolved phrase", format, output)
