"""A command line in a folder of its own, and a small database."""

from pathlib import Path

import pytest
from cli_samples import TEXT, Run, analysis_of
from click.testing import CliRunner, Result

from eventdb.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty; no setting of the person's own reaches in."""
    for variable in ("EVENTDB_DB", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run a command line in that folder."""

    def invoke(*arguments: str, answer: str | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=answer, prog_name="eventdb")

    return invoke


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every document is found to hold the events of `analysis_of`."""
    monkeypatch.setattr("eventdb.pipeline.analyze", analysis_of)


@pytest.fixture
def report(folder: Path) -> Path:
    """A document without a date."""
    (folder / "report.txt").write_text(TEXT)
    return folder / "report.txt"


@pytest.fixture
def timeline(run: Run, report: Path, analysed: None) -> Path:
    """A database with three events of one document of Wednesday 2019-03-06."""
    assert run("add", str(report), "--date", "2019-03-06", "--title", "Talks").exit_code == 0
    return report.with_name("events.db")


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is there to answer."""
    for module in ("opening", "correcting"):
        monkeypatch.setattr(f"eventdb.cli.{module}.interactive", lambda: True)
