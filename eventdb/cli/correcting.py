"""What the commands that change something share: who says so and why, what moves, and the question."""

import getpass
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

import click

from eventdb.cli.moments import now
from eventdb.cli.opening import opened
from eventdb.cli.terminal import ask, columns, counted, interactive, say, tell
from eventdb.formats.visible import one_line, shorten, width
from eventdb.store.corrections import Statement
from eventdb.store.database import Database
from eventdb.store.derivation import Change
from eventdb.store.revision import Revision
from eventdb.store.step import Step

_Command = TypeVar("_Command", bound=Callable[..., Any])
Edit = Callable[[Revision], object]

MANY = 10
"""A change that moves more events than this is asked for first."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who says something and why, and whether they want to be asked."""

    statement: Statement
    yes: bool = False


def statement_options(command: _Command) -> _Command:
    """``--why``, ``--by`` and ``--yes``, which the command gets as one value, `said`."""

    @wraps(command)
    def run(*arguments: Any, yes: bool, by: str | None, why: str | None, **options: Any) -> Any:
        statement = Statement(speaker(by), now(), why)
        return command(*arguments, said=Said(statement, yes), **options)

    for option in (
        click.option("-y", "--yes", is_flag=True, help="Change it without asking."),
        click.option("--by", metavar="NAME", help="Who says so; $EVENTDB_USER, else your user name."),
        click.option("--why", metavar="TEXT", help="Why; it is kept with the change."),
    ):
        run = option(run)
    return run  # type: ignore[return-value]  # takes three options more, which click gives


def correct(
    edit: Edit, said: Said, introduce: Callable[[Revision], None] = lambda _: None, *, create: bool = False
) -> None:
    """Makes a change in the database that the command line names, and tells how to take it back.

    Raises:
        UsageError, EventdbError: as `change`.
    """
    with opened(create=create) as database:
        done = change(database, edit, said, introduce)
    if done is not None:
        moved = f"{counted(len(done.changes), 'event')} moved. " if done.changes else ""
        tell(f"{moved}To take it back: eventdb undo {done.corrections[0]}")


def change(
    database: Database,
    edit: Edit,
    said: Said,
    introduce: Callable[[Revision], None] = lambda _: None,
    *,
    always_ask: bool = False,
) -> Revision | None:
    """Shows what a change would move, asks where that is much, and makes it; None where it is not made.

    `introduce` is called with the planned change, before what moves is listed.

    Raises:
        UsageError: there is nobody to ask, and no --yes.
        EventdbError: what is said does not hold; nothing was changed.
    """
    step = Step(database, said.statement, edit)
    planned = step.plan()
    if not planned.corrections:
        tell("That is so already: nothing was changed.")
        return None
    return step.take() if agreed(planned, said, introduce, always_ask=always_ask) else None


def agreed(
    planned: Revision,
    said: Said,
    introduce: Callable[[Revision], None] = lambda _: None,
    *,
    always_ask: bool = False,
) -> bool:
    """Shows what would move; whether the person wants it, or need not be asked.

    Raises:
        UsageError: there is nobody to ask, and no --yes.
    """
    asking = (always_ask or len(planned.changes) > MANY) and not said.yes
    if asking and not interactive():
        ctx = click.get_current_context()
        raise click.UsageError("there is no terminal to ask at: give --yes to apply the change", ctx)
    introduce(planned)
    print_changes(planned.changes)
    if asking and not ask("Apply?"):
        tell("Nothing was changed.")
        return False
    return True


def print_changes(changes: Sequence[Change]) -> None:
    """What moves, a line for each event that stands on a timeline; of the others, how many they are."""
    shown = [change for change in changes if change.salient]
    moves = [(str(c.event_id), c.old or "new", c.new or "gone", c.title) for c in shown]
    widths = [max((width(move[i]) for move in moves), default=0) for i in range(3)]
    for id, was, becomes, title in moves:
        line = f"{id:>{widths[0] + 2}}  {was:{widths[1]}} → {becomes:{widths[2]}}  {one_line(title)}"
        click.echo(shorten(line, max(columns(), 80)))
    if len(shown) < len(changes):
        also = "and " if shown else ""
        say(f"  {also}{counted(len(changes) - len(shown), 'event')} in the background")


def speaker(given: str | None) -> str | None:
    """Who says something: who is named, $EVENTDB_USER, or the user of this computer."""
    return given or os.environ.get("EVENTDB_USER") or _user()


def _user() -> str | None:
    """The name of the person's account; None where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return None
