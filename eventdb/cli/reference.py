"""The commands' help as Markdown: `docs/cli.md` is ``python -m eventdb.cli.reference``."""

from collections.abc import Iterator

import click

from eventdb.cli import main

HEAD = """\
# Commands

Every command and its options, as `--help` prints them. This page is made from the program:

    python -m eventdb.cli.reference > docs/cli.md

Completion for the shell: `eval "$(_EVENTDB_COMPLETE=bash_source eventdb)"` (or `zsh_source`,
`fish_source`) in its start-up file.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_sections(main, None, "eventdb")])


def _sections(command: click.Command, parent: click.Context | None, name: str) -> Iterator[str]:
    ctx = command.make_context(name, [], parent, resilient_parsing=True, terminal_width=100)
    yield f"## `{ctx.command_path}`\n\n```\n{command.get_help(ctx)}\n```\n"
    if isinstance(command, click.Group):
        for child_name in command.list_commands(ctx):
            child = command.get_command(ctx, child_name)
            assert child is not None
            yield from _sections(child, ctx, child_name)


if __name__ == "__main__":
    print(reference(), end="")
