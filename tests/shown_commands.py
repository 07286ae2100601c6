"""The commands that a page of documentation shows, and what they print.

    python tests/shown_commands.py PAGE...

runs the commands of pages, and writes what they print today into the pages. A block is fenced as `console`; a
command begins with "$ ", a here-document belongs to it, and what follows is its output. A line that is only
"…" stands for any lines. The commands of one page run one after the other in a folder that holds `seeds/`,
and, unless the page adds documents itself, the database that `eventdb add seeds` makes.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HERE = re.compile(r"<<'?(\w+)'?")
_ANY = "…"


@dataclass(frozen=True, slots=True)
class Shown:
    """A command as it is typed, and the lines that a page shows below it."""

    command: str
    output: tuple[str, ...]
    gap: bool = False
    """Whether an empty line follows."""


def blocks(page: str) -> list[list[Shown]]:
    """The commands of each block of a page."""
    return [list(_commands(block)) for block in _BLOCK.findall(page)]


def _commands(block: str) -> Iterator[Shown]:
    lines = block.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        last = _last_line(lines, start)
        output = "\n".join(lines[last:end]).rstrip()
        command = "\n".join([lines[start][2:], *lines[start + 1 : last]])
        yield Shown(command, tuple(output.splitlines()), gap=end < len(lines) and not lines[end - 1])


def _last_line(lines: list[str], start: int) -> int:
    """The line after a command: after its here-document, where it has one."""
    here = _HERE.search(lines[start])
    return start + 1 if here is None else lines.index(here.group(1), start) + 1


def agrees(shown: Shown, printed: str) -> bool:
    """Whether a command prints what the page shows."""
    parts = (".*" if line.strip() == _ANY else re.escape(line.rstrip()) for line in shown.output)
    text = "\n".join(line.rstrip() for line in printed.rstrip().splitlines())
    return re.fullmatch("\n".join(parts), text, re.DOTALL) is not None


class Desk:
    """A folder in which the commands of one page run, as on a terminal of 80 columns."""

    def __init__(self, folder: Path, page: str) -> None:
        self._folder = folder
        (folder / "seeds").symlink_to(ROOT / "seeds")
        if "$ eventdb add " not in page and "$ eventdb import " not in page:
            self.run("eventdb add seeds")

    def run(self, command: str) -> str:
        """What a command prints, to both of its outputs."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        settings = {"PATH": path, "COLUMNS": "80", "EVENTDB_USER": "ann", "NO_COLOR": "1"}
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self._folder,
            env=os.environ | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.stdout


def rewritten(page: str) -> str:
    """A page with what its commands print today."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), page)
        return _BLOCK.sub(lambda block: f"```console\n{_run(desk, block.group(1))}```", page)


def _run(desk: Desk, block: str) -> str:
    text = ""
    for shown in _commands(block):
        printed = desk.run(shown.command).rstrip()
        text += f"$ {shown.command}\n"
        kept = "\n".join(shown.output) if agrees(shown, printed) else printed
        text += f"{kept}\n" if kept else ""
        text += "\n" if shown.gap else ""
    return text


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")
