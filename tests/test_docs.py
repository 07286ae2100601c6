"""Every shell example of the documentation runs, and prints what its page shows."""

from pathlib import Path

import pytest
from shown_commands import ROOT, Desk, Shown, agrees, blocks

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
SHOWING = [page for page in PAGES if "```console" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.name)
def test_the_commands_of_a_page_print_what_it_shows(path: Path, tmp_path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    desk = Desk(tmp_path, page)
    for shown in (shown for block in blocks(page) for shown in block):
        printed = desk.run(shown.command)
        assert agrees(shown, printed), (
            f"{path.name}: `{shown.command}` prints\n{printed}\n"
            f"write it anew: python tests/shown_commands.py {path.relative_to(ROOT)}"
        )


def test_pages_show_commands_only_where_they_are_run() -> None:
    for path in PAGES:
        outside = path.read_text(encoding="utf-8").split("```console")
        assert not [line for line in outside[0].splitlines() if line.startswith("$ ")], path.name


@pytest.mark.parametrize(
    ("output", "printed", "same"),
    [
        (("one", "two"), "one\ntwo\n", True),
        (("one", "…"), "one\ntwo\nthree\n", True),
        (("one",), "one\ntwo\n", False),
        (("…", "two"), "three\n", False),
    ],
)
def test_three_points_stand_for_any_lines(output: tuple[str, ...], printed: str, same: bool) -> None:
    assert agrees(Shown("x", output), printed) is same
