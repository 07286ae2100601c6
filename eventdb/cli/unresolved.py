"""`eventdb unresolved`: the phrases that have no date."""

from itertools import chain

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.problems import print_problems
from eventdb.cli.rows import row_options
from eventdb.query.unsettled import homeless, unresolved


@click.command(name="unresolved")
@row_options
@as_of_option
@database_option
def command(format: str, output: str | None) -> None:
    """List the phrases that could not be resolved to a date, each with the reason and its sentence.

    Corrections that find no event any more, after a new analysis, are listed too.
    """
    with opened() as database, database.session(read_only=True) as session:
        print_problems(chain(unresolved(session), homeless(session)), "unresolved phrase", format, output)
