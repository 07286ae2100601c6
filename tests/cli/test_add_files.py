"""Files of several kinds from the command line to the timeline, with the real analysis."""

from pathlib import Path

import pytest
from cli_samples import Run
from file_samples import MAIL, pdf, word

pytest_plugins = ["cli_fixtures"]


def test_a_folder_of_many_kinds_becomes_one_timeline(run: Run, folder: Path) -> None:
    (folder / "in" / "deeper").mkdir(parents=True)
    (folder / "in" / "a.pdf").write_bytes(pdf([["They met on 12 May 2015."], ["They left on 13 May 2015."]]))
    (folder / "in" / "deeper" / "2015-05-14 b.docx").write_bytes(word("They voted on Thursday."))
    (folder / "in" / "m.eml").write_bytes(MAIL)
    (folder / "in" / "bad.docx").write_bytes(b"PK no document")
    result = run("add", "in")
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "3 documents added to events.db. See them with: eventdb list\n"
        "eventdb: in/bad.docx cannot be read as a Word document: File is not a zip file\n"
    )
    listed = run("list").stdout
    for line in ("Tue 2015-05-12", "Wed 2015-05-13", "Thu 2015-05-14"):
        assert line in listed
    assert "document    1, a.pdf, page 2\n" in run("show", "2").stdout


def test_what_was_kept_without_analysis_is_analysed_later(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("The ministers met in Geneva on Tuesday, and they signed the treaty.\n")
    run("add", "a.txt", "--date", "2015-05-12", "--no-analysis")
    assert run("reanalyze").exit_code == 0
    assert "Tue 2015-05-12" in run("list").stdout
    assert "language    en, detected\n" in run("show", "1").stdout


@pytest.mark.parametrize("options", [(), ("--jobs", "2")])
def test_a_text_in_a_language_that_is_not_parsed_says_so(
    run: Run, folder: Path, options: tuple[str, ...]
) -> None:
    (folder / "a.txt").write_text("Am Dienstag trafen sich die Minister in Genf, und sie sprachen lange.\n")
    result = run("add", "a.txt", "--date", "2015-05-12", *options)
    assert result.stderr == (
        "a.txt: events are not looked for in “de”: only time expressions were found\n"
        "1 document added to events.db. See them with: eventdb list\n"
    )
