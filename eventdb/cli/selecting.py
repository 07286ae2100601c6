"""The options that choose events, shared by `list` and `export`, and the selection that they mean."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import click

from eventdb.cli.dates import checked_date
from eventdb.cli.terminal import today
from eventdb.query.filters import BASES
from eventdb.query.search import FIELDS
from eventdb.query.selection import Dating, Mode, Selection

_Command = TypeVar("_Command", bound=Callable[..., Any])
_DENIED = re.compile(rf"-(?=(?:{'|'.join(FIELDS)})::?)", re.IGNORECASE)


class QueryCommand(click.Command):
    """A command whose arguments are a query, in which ``-who:putin`` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click's, with ``^`` for the ``-`` of a denied term, which the query language takes alike."""
        return super().parse_args(ctx, [_DENIED.sub("^", argument, count=1) for argument in args])


_OPTIONS = (
    click.argument("query", nargs=-1, metavar="[QUERY]…"),
    click.option(
        "--since",
        metavar="DATE",
        callback=checked_date,
        help="Events that may have been going on at or after this date.",
    ),
    click.option(
        "--until",
        metavar="DATE",
        callback=checked_date,
        help="Events that may have been going on at or before this date.",
    ),
    click.option(
        "--on",
        metavar="DATE",
        callback=checked_date,
        help="Events of a date or a range: 2014-04, 2008..2010, ..2009.",
    ),
    click.option(
        "--possibly/--definitely",
        "possibly",
        default=True,
        help="Whether an event may lie in the range (the default) or must, with all its bounds.",
    ),
    click.option("--text", metavar="WORDS", help='Words of the title or the sentence; "a phrase", begin*.'),
    click.option("--who", metavar="NAME", help="Somebody or something that takes part."),
    click.option("--where", metavar="PLACE", help="The place."),
    click.option("--source", metavar="TEXT", help="Part of a document's title, source or path."),
    click.option("--basis", type=click.Choice(BASES), multiple=True, help="How the date is known."),
    click.option("--undated", "dating", flag_value=Dating.UNDATED.value, help="Events of unknown date."),
    click.option(
        "--all", "dating", flag_value=Dating.ALL.value, help="Also what is undated, denied, supposed or said."
    ),
)


def selection_options(command: _Command) -> _Command:
    """A query, and the options that say the same; `selected` reads them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def selected(*, query: tuple[str, ...], possibly: bool, dating: str | None, **options: Any) -> Selection:
    """The selection that the values of `selection_options` mean."""
    mode = Mode.POSSIBLY if possibly else Mode.DEFINITELY
    asked = Selection(query=query, today=today() if query else None, mode=mode, **options)
    return asked if dating is None else replace(asked.everything(), dating=Dating(dating))
