"""`eventdb entities`: who takes part."""

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.rows import print_rows, row_options
from eventdb.query.overview import participants


@click.command(name="entities")
@click.argument("name", required=False)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many.")
@row_options
@as_of_option
@database_option
def command(name: str | None, limit: int | None, format: str, output: str | None) -> None:
    """List who and what takes part in events, the most frequent first; only those with NAME in the name.

    Beside each stand the number of events and the first and last bounds that are known of them.
    """
    with opened() as database, database.session(read_only=True) as session:
        print_rows(participants(session, name, limit), format, output)
