"""`eventdb history`: what was corrected, by whom, when and why."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

import click

from eventdb.cli.moments import shown
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.rows import print_rows, row_options
from eventdb.cli.terminal import columns, say
from eventdb.formats.visible import one_line, shorten, width
from eventdb.query.history import HistoryEntry, history
from eventdb.store.lookup import get_document, get_event

_LONGEST_NAME = 24
_MOMENT = len("2026-11-24 10:00")


@click.command(name="history")
@click.argument("event", type=int, required=False)
@click.option("--document", type=int, metavar="N", help="Of a document and all events that it tells.")
@row_options
@database_option
def command(event: int | None, document: int | None, format: str, output: str | None) -> None:
    """List what was corrected, in order: all of it, or what concerns an EVENT or a document.

    Of an event also those moments are listed at which its date moved with another. A number is that of
    a correction, as `eventdb undo` takes it.
    """
    with opened() as database, database.session(read_only=True) as session:
        if event is not None:
            get_event(session, event)
        if document is not None:
            get_document(session, document)
        entries = history(session, event, document)
    if format != "table" or output is not None:
        print_rows(entries, format, output)
        return
    for line in _lines(entries):
        say(line)


def _lines(entries: Sequence[HistoryEntry]) -> Iterator[str]:
    """Number, moment and name in columns, and what was said wrapped beside them."""
    first = max((len(str(entry.number or "")) for entry in entries), default=0)
    names = [shorten(one_line(entry.who or ""), _LONGEST_NAME) for entry in entries]
    who = max(map(width, names), default=0)
    for entry, name in zip(entries, names, strict=True):
        head = (
            f"{entry.number or '':>{first}}  {shorten(one_line(shown(entry.when)), _MOMENT)}  {name:{who}}  "
        )
        for line in wrap(_said(entry), max(columns(), 80) - len(head)):
            yield head + line
            head = " " * len(head)


def _said(entry: HistoryEntry) -> str:
    subject = f"event {entry.event}" if entry.event else f"document {entry.document}"
    why = f" ({entry.why})" if entry.why else ""
    undone = f", undone by {entry.undone_by}" if entry.undone_by else ""
    return f"{subject}, {entry.change}{why}{undone}"
