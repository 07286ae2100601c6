"""Options that several commands share."""

import os

import click

DEFAULT_DATABASE = "events.db"


def _remember(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.find_root().obj = value


database_option = click.option(
    "--db",
    metavar="PATH|URL",
    expose_value=False,
    callback=_remember,
    help=f"The database; $EVENTDB_DB or {DEFAULT_DATABASE} where it is not given.",
)
"""``--db``, before the command or after it."""

version_option = click.version_option(package_name="eventdb", message="eventdb %(version)s")


def database_name() -> str:
    """The database that this command line means."""
    given: str | None = click.get_current_context().find_root().obj
    return given or os.environ.get("EVENTDB_DB") or DEFAULT_DATABASE
