"""What the README shows works."""

import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EVENTDB = str(Path(sys.executable).with_name("eventdb"))


def run(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the database that `make demo` makes, and the seeds."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    run([EVENTDB, "add", "seeds"], folder)
    return folder


def test_the_two_commands_come_first() -> None:
    assert README.index("make demo") < README.index("make test") < README.index("## ")


def test_the_script_runs_and_finds_events(demo: Path) -> None:
    (script,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(script.splitlines()) <= 12
    printed = run([sys.executable, "-c", f"{script}\nassert crimea, 'nothing about Crimea'"], demo)
    assert "Merkel" in printed


TOUR = [line.removeprefix("$ ") for line in README.splitlines() if line.startswith("$ eventdb")]


def test_there_is_a_tour() -> None:
    assert len(TOUR) >= 4


@pytest.mark.parametrize("line", TOUR)
def test_a_command_of_the_tour_prints_something(demo: Path, line: str) -> None:
    output = run([EVENTDB, *shlex.split(line)[1:]], demo)
    assert output or line.startswith("eventdb add")
