"""`eventdb datasette-metadata`: facets, labels and queries for Datasette."""

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import database_name, database_option
from eventdb.cli.terminal import write_lines
from eventdb.errors import StoreError
from eventdb.formats.datasette import datasette_metadata
from eventdb.store.engine import database_file


@click.command(name="datasette-metadata")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
@database_option
def command(output: str | None) -> None:
    """Write what Datasette should know of the database.

    With it Datasette has facets, labels, a search box, and forms for questions such as what may have
    happened between two days: datasette events.db -m metadata.json
    """
    with opened():
        file = database_file(database_name())
    if file is None:
        raise StoreError("Datasette opens files, and this database is on a server")
    write_lines(datasette_metadata(file).splitlines(), output)
