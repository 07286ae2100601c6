"""`eventdb conflicts`: where the dates contradict one another."""

from itertools import chain

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.problems import print_problems
from eventdb.cli.rows import row_options
from eventdb.query.unsettled import conflicts, disagreements


@click.command(name="conflicts")
@row_options
@as_of_option
@database_option
def command(format: str, output: str | None) -> None:
    """List where documents contradict themselves or one another about a date, with the sentence.

    Documents contradict one another where they tell of one event (`eventdb merge`) and date it differently.
    """
    with opened() as database, database.session(read_only=True) as session:
        print_problems(chain(conflicts(session), disagreements(session)), "contradiction", format, output)
