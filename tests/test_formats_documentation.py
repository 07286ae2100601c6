"""Every command that docs/formats.md shows works, on files made here."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from file_samples import MAIL, PARAGRAPHS, pdf, web_page, word

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
EVENTDB = str(Path(sys.executable).with_name("eventdb"))
COMMANDS = [line.strip() for line in PAGE.splitlines() if line.startswith("    ")]

CALENDAR = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Talks\nDTSTART;VALUE=DATE:20150512\nEND:VEVENT\nEND:VCALENDAR\n"
)
TREE = "0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ann /Smith/\n1 BIRT\n2 DATE ABT 1845\n0 TRLR\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the page speaks of, in which the commands run one after the other."""
    folder = tmp_path_factory.mktemp("formats")
    for name in ("reports", "archive"):
        (folder / name).mkdir()
    (folder / "reports" / "2015-05-12 talks.pdf").write_bytes(pdf([PARAGRAPHS]))
    (folder / "reports" / "note.docx").write_bytes(word("Angela Merkel visited Crimea in May 2014."))
    (folder / "archive" / "page.html").write_bytes(web_page(paragraphs=PARAGRAPHS[::-1]))
    (folder / "letters.mbox").write_bytes(b"From ann@example.org Tue May 12 23:30:00 2015\n" + MAIL)
    (folder / "events.csv").write_text("Datum,Ereignis,Personen\n3.4.2015,They met,Ann\n")
    (folder / "calendar.ics").write_text(CALENDAR)
    (folder / "family.ged").write_text(TREE)
    return folder


def test_the_page_shows_commands() -> None:
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_page_works(folder: Path, line: str) -> None:
    if line.startswith("curl"):
        _, _, line = line.partition("| ")
    command, _, output = line.partition(" > ")
    program, *arguments = shlex.split(command)
    assert program == "eventdb"
    done = subprocess.run(
        [EVENTDB, *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "EVENTDB_DB"},
        input=web_page(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout or done.stderr or "-o" in arguments
    if output:
        assert done.stdout
