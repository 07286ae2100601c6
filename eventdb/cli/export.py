"""`eventdb export`: the timeline as a file that other programs read."""

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Any, BinaryIO, cast

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.selecting import QueryCommand, selected, selection_options
from eventdb.cli.terminal import tell
from eventdb.formats.exports import FORMATS, format_of


@click.command(name="export", cls=QueryCommand)
@selection_options
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many.")
@click.option("-f", "--format", type=click.Choice(list(FORMATS)), help="If not given: by the file's name.")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
@as_of_option
@database_option
@click.pass_context
def command(ctx: click.Context, /, format: str | None, output: str | None, **options: Any) -> None:
    """Write the events of the timeline for other programs.

    The options choose events as in `eventdb list`. What a format cannot hold is left out, and said.
    csv, json and jsonl have all fields and can be imported again; docs/formats.md tells of the others.
    """
    name = format or (format_of(output) if output else None)
    if name is None:
        raise click.UsageError(f"which format? give -f with one of {', '.join(FORMATS)}", ctx)
    chosen = FORMATS[name]
    if chosen.binary and output in (None, "-") and sys.stdout.isatty():
        raise click.UsageError(f"{name} is nothing for a terminal: name a file with -o", ctx)
    with opened() as database, database.session(read_only=True) as session, _file(output) as out:
        remarks = list(chosen.load()(session, selected(**options), out))
    for remark in remarks:
        tell(remark)


def _file(path: str | None) -> AbstractContextManager[BinaryIO]:
    """Standard output, or a file that appears whole or not at all."""
    if path in (None, "-"):
        return nullcontext(sys.stdout.buffer)
    return cast(BinaryIO, click.open_file(str(path), "wb", atomic=True))
