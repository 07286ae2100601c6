"""`eventdb documents`: what was read."""

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.rows import print_rows, row_options
from eventdb.query.overview import documents


@click.command(name="documents")
@row_options
@as_of_option
@database_option
def command(format: str, output: str | None) -> None:
    """List the documents: number, title, date, events, how many of them are dated, phrases without a date."""
    with opened() as database, database.session(read_only=True) as session:
        print_rows(documents(session), format, output)
