"""What passes between the commands and the person: lines out, messages, a question."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap

import click

from eventdb.formats.visible import visible
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_LABEL = 12


def say(text: str) -> None:
    """A line of data, to standard output."""
    click.echo(visible(text))


def tell(text: str) -> None:
    """A line for the person, to standard error."""
    click.echo(visible(text), err=True)


def heading(text: str) -> None:
    """A line of data that a terminal shows in bold."""
    click.echo(click.style(visible(text), bold=True))


def counted(number: int, noun: str) -> str:
    """A number of things: "1 event", "2 events"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def entries(pairs: Iterable[tuple[str, str]]) -> None:
    """Labels and texts in two columns, the texts wrapped to the terminal."""
    for label, text in pairs:
        lines = wrap(text, max(columns(), 60) - _LABEL) or [""]
        say(f"{label:{_LABEL}}{lines[0]}".rstrip())
        for line in lines[1:]:
            say(" " * _LABEL + line)


def write_lines(lines: Iterable[str], path: str | None) -> None:
    """Lines of data to a file, which appears whole or not at all, or to standard output."""
    if path in (None, "-"):
        for line in lines:
            click.echo(line)
        return
    with click.open_file(str(Path(path)), "w", encoding="utf-8", atomic=True) as file:
        file.writelines(f"{line}\n" for line in lines)


def at_terminal() -> bool:
    """Whether somebody sees what goes to standard error."""
    return sys.stderr.isatty()


def interactive() -> bool:
    """Whether a person is there to answer."""
    return sys.stdin.isatty() and at_terminal()


def ask(question: str) -> bool:
    """A yes or no from the person at the terminal; no where they just press Enter."""
    return click.confirm(visible(question), default=False, err=True)


def columns() -> int:
    """The width of the terminal; 80 where there is none."""
    return get_terminal_size().columns


def today() -> Interval:
    """The day by the clock: what a date typed by a person ("2 weeks ago") is counted from.

    Only what is typed on the command line is ever counted from it, never a phrase in a document.
    """
    now = date.today()
    return Interval.of(Unit.DAY, instant(now.year, now.month, now.day))
