"""`eventdb stats`: how many events there are, by year, participant, kind of date …"""

from collections.abc import Iterator, Sequence

import click

from eventdb.cli.opening import opened
from eventdb.cli.options import as_of_option, database_option
from eventdb.cli.rows import print_rows, row_options
from eventdb.cli.selecting import QueryCommand
from eventdb.cli.terminal import columns, say, today
from eventdb.formats.visible import one_line, shorten, width
from eventdb.query.selection import Selection
from eventdb.query.statistics import By, Count, count_by

_MOST_LABEL, _LEAST_BAR = 32, 20


@click.command(name="stats", cls=QueryCommand)
@click.argument("query", nargs=-1, metavar="[QUERY]…")
@click.option("--by", type=click.Choice([str(by) for by in By]), default="year", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N lines.")
@click.option("--all", "everything", is_flag=True, help="Also what is undated, denied, supposed or said.")
@row_options
@as_of_option
@database_option
def command(
    query: tuple[str, ...], by: str, limit: int | None, everything: bool, format: str, output: str | None
) -> None:
    """Count the events of the timeline, or those of a QUERY, and draw the numbers.

    A year counts what surely lies in it; what may lie in several, and what has no begin or no end,
    is counted at the end. An event counts for each who takes part.
    """
    asked = Selection(query=query, today=today())
    if everything:
        asked = asked.everything()
    with opened() as database, database.session(read_only=True) as session:
        counts = count_by(session, By(by), asked)[:limit]
    if format != "table" or output is not None:
        print_rows(counts, format, output)
        return
    for line in chart(counts, columns()):
        say(line)


def chart(counts: Sequence[Count], total: int) -> Iterator[str]:
    """A line for each count: its label, the number, and a bar; the longest bar fills the line."""
    if not counts:
        return
    labels = [shorten(one_line(count.label), _MOST_LABEL) for count in counts]
    most = max(count.events for count in counts)
    first, second = max(map(width, labels)), len(str(most))
    room = max(total - first - second - 4, _LEAST_BAR)
    for label, count in zip(labels, counts, strict=True):
        bar = "█" * max(1, count.events * room // most)
        yield f"{label}{' ' * (first - width(label))}  {count.events:>{second}}  {bar}"
