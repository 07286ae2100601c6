"""`eventdb conflicts`: where the dates contradict one another."""

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.problems import print_problems
from eventdb.cli.rows import row_options
from eventdb.query.overview import conflicts


@click.command(name="conflicts")
@row_options
@database_option
def command(format: str, output: str | None) -> None:
    """List where a document contradicts itself about a date, with the sentence."""
    with opened() as database, database.session(read_only=True) as session:
        print_problems(conflicts(session), "contradiction", format, output)
