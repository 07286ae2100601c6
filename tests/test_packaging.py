"""The wheel, installed away from the checkout, is a whole eventdb."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from eventdb.store import schema

ROOT = Path(__file__).parents[1]

Run = Callable[..., str]
"""Runs the installed `eventdb` and gives what it printed, on both streams."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, check=True, capture_output=True, cwd=ROOT)
    (path,) = folder.glob("eventdb-*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", str(folder), str(wheel)], check=True, capture_output=True)
    return folder


def away(installed: Path, folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs Python in a folder where only the installed eventdb is to be found."""
    environment = {name: value for name, value in os.environ.items() if name != "EVENTDB_DB"}
    environment["PYTHONPATH"] = str(installed)
    return subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=False, cwd=folder, env=environment
    )


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    def eventdb(*arguments: str) -> str:
        done = away(installed, tmp_path, installed / "bin" / "eventdb", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return eventdb


def test_wheel_holds_data_migrations_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    versions = {f"eventdb/_alembic/versions/{file.name}" for file in ROOT.glob("alembic/versions/*.py")}
    data = {f"eventdb/_data/{file.relative_to(ROOT / 'data')}" for file in ROOT.glob("data/**/*.toml")}
    assert versions | data | {"eventdb/_alembic/env.py", "eventdb/py.typed"} <= names
    assert not [name for name in names if name.startswith(("tests/", "alembic/")) or "__pycache__" in name]


def test_migrations_come_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "from eventdb.resources import migrations_path; print(migrations_path())"
    done = away(installed, tmp_path, "-c", code)
    assert Path(done.stdout.strip()) == installed / "eventdb" / "_alembic"


def test_installed_eventdb_names_its_version(run: Run) -> None:
    assert "0.1.0" in run("--version")


def test_installed_eventdb_creates_checks_and_upgrades_a_database(run: Run, tmp_path: Path) -> None:
    run("db", "init")
    assert (tmp_path / "events.db").is_file()
    assert run("db", "current").startswith(schema.HEAD)
    assert "0001" in run("db", "history")
    run("db", "check")
    run("db", "upgrade")
    run("list")


def test_installed_eventdb_reads_a_text_and_lists_its_events(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Ana Silva resigned in Lisbon on Monday.")
    run("add", "note.txt", "--date", "2021-03-10")
    listed = run("list", "--since", "2021", "--format", "csv")
    assert "2021-03-08" in listed
    assert "Silva" in listed
    run("export", "-o", "page.html")
    assert "Silva" in (tmp_path / "page.html").read_text(encoding="utf-8")
