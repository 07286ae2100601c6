"""Options that several commands share."""

import os

import click

from eventdb.cli.moments import moment_of
from eventdb.errors import UnreadablePhrase

DEFAULT_DATABASE = "events.db"


_MOMENT = "eventdb.as_of"


def _remember(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.find_root().obj = value


def _remember_moment(ctx: click.Context, option: click.Parameter, value: str | None) -> None:
    if value:
        try:
            ctx.meta[_MOMENT] = moment_of(value)
        except UnreadablePhrase as error:
            raise click.BadParameter(str(error), ctx, option) from error


database_option = click.option(
    "--db",
    metavar="PATH|URL",
    expose_value=False,
    callback=_remember,
    help=f"The database; $EVENTDB_DB or {DEFAULT_DATABASE} where it is not given.",
)
"""``--db``, before the command or after it."""

as_of_option = click.option(
    "--as-of",
    metavar="DATE",
    expose_value=False,
    callback=_remember_moment,
    help="What the database said at the end of that day, or at a moment such as eventdb history has.",
)
"""``--as-of``, of commands that read."""

version_option = click.version_option(package_name="eventdb", message="eventdb %(version)s")


def database_name() -> str:
    """The database that this command line means."""
    given: str | None = click.get_current_context().find_root().obj
    return given or os.environ.get("EVENTDB_DB") or DEFAULT_DATABASE


def moment_asked_for() -> str | None:
    """The moment of `--as-of`; None where the present is asked for."""
    moment: str | None = click.get_current_context().meta.get(_MOMENT)
    return moment
