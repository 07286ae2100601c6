"""The group of commands: loads each when it is called, and is the one place where errors end."""

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NoReturn

import click

from eventdb.errors import EventdbError, QueryError
from eventdb.formats.visible import visible

INTERRUPTED = 130  # what a shell reports for a program stopped with Ctrl-C: 128 + SIGINT


class LazyGroup(click.Group):
    """A group whose command ``name`` is the object `command` of the module ``<commands_in>.<name>``."""

    def __init__(self, *args: Any, commands_in: str, names: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._package = commands_in
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a first use."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module; None where there is no such command."""
        if cmd_name not in self._names:
            return None
        with _without_garbage_collection():
            module = cmd_name.replace("-", "_")
            command: click.Command = import_module(f"{self._package}.{module}").command
        return command

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command line; whatever is wrong becomes one line on stderr and an exit status."""
        run: Callable[..., Any] = super().main
        _print_anything()
        try:
            status = run(*args, **(_colour() | options | {"standalone_mode": False}))
            sys.stdout.flush()
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except click.UsageError as error:
            _fail(f"{error.format_message()}{_help_hint(error)}", error.exit_code)
        except click.ClickException as error:
            _fail(error.format_message(), error.exit_code)
        except QueryError as error:
            _fail(str(error), 2)
        except EventdbError as error:
            _fail(str(error), 1)
        except click.Abort:
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            _close_quietly()
            sys.exit(1)
        except OSError as error:
            _fail(f"{error.filename or 'the output'}: {error.strerror}", 1)
        sys.exit(status if isinstance(status, int) else 0)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Import without looking for garbage, then or ever, among classes and functions.

    They live as long as the program. Searching them while they are made, and once more when the
    program ends, takes a third of the time of `eventdb list`.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _print_anything() -> None:
    """Where the terminal's encoding lacks a character, print its escape rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _colour() -> dict[str, bool]:
    """Honour NO_COLOR (https://no-color.org); that a pipe gets no colour click sees to."""
    return {"color": False} if os.environ.get("NO_COLOR") else {}


def _help_hint(error: click.UsageError) -> str:
    return f" (see {error.ctx.command_path} --help)" if error.ctx else ""


def _fail(message: str, status: int) -> NoReturn:
    click.echo(f"eventdb: {visible(message)}", err=True)
    sys.exit(status)


def _close_quietly() -> None:
    """The reader went away (``eventdb list | head``): keep Python from complaining at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
