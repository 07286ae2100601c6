"""The command line: `eventdb COMMAND`. One file per command, each loaded when it is called."""

import click

from eventdb.cli.group import LazyGroup
from eventdb.cli.options import database_option, version_option

COMMANDS = (
    "add",
    "list",
    "search",
    "show",
    "why",
    "around",
    "between",
    "stats",
    "entities",
    "documents",
    "conflicts",
    "unresolved",
    "import",
    "export",
    "serve",
    "set",
    "reject",
    "merge",
    "split",
    "tag",
    "untag",
    "note",
    "add-event",
    "redate",
    "remove",
    "undo",
    "history",
    "reanalyze",
    "parse",
    "analyze",
    "db",
    "datasette-metadata",
)


@click.group(
    cls=LazyGroup,
    commands_in="eventdb.cli",
    names=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@database_option
@version_option
def main() -> None:
    """Find the events in documents, work out when each happened, and keep them in one SQLite file.

    Data goes to standard output, messages to standard error. Exit status: 0 success, 1 error,
    2 wrong usage.
    """
