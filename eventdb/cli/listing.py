"""What the commands that list events share: the form of their output, and its footer."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from eventdb.cli.terminal import columns, counted, tell, write_lines
from eventdb.formats.listed_records import records
from eventdb.formats.record import EventRecord
from eventdb.formats.writers import WRITERS
from eventdb.query.overview import other_tellings
from eventdb.query.selection import Selection
from eventdb.query.timeline import TimelineDatabase
from eventdb.store.lookup import count_events

_Command = TypeVar("_Command", bound=Callable[..., Any])


def listing_options(command: _Command) -> _Command:
    """``--limit``, ``--format`` and ``--output``."""
    for option in (
        click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output."),
        click.option("-f", "--format", type=click.Choice(list(WRITERS)), default="table", show_default=True),
        click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many."),
    ):
        command = option(command)
    return command


def print_events(
    database: TimelineDatabase, selection: Selection, format: str, output: str | None, hint: str = ""
) -> None:
    """The events of a selection; of a table a footer tells the person how many there are."""
    with database.session(read_only=True) as session:
        found = records(session, selection)
        if format != "table":
            write_lines(WRITERS[format](found, columns()), output)
            return
        shown = list(found)
        others = other_tellings(session, [record.id for record in shown])
        shown = [_with_tellings(record, others.get(record.id)) for record in shown]
        write_lines(WRITERS[format](shown, columns()), output)
        tell(_footer(shown, count_events(session)) + hint)


def _with_tellings(record: EventRecord, others: int | None) -> EventRecord:
    """An event that is told elsewhere too says how many other tellings there are: "Treaty signed (+2)"."""
    return record if others is None else record._replace(event=f"{record.event} (+{others})")


def _footer(shown: Sequence[EventRecord], total: int) -> str:
    planned = sum(record.status == "planned" for record in shown)
    return f"{len(shown)} of {counted(total, 'event')}" + (f" ({planned} planned)." if planned else ".")
