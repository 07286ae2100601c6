"""The page that is served: it follows the database while it is open."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_samples import Sample, add_samples, day, sample_database
from playwright.sync_api import Browser, expect

from eventdb.query.timeline import TimelineDatabase

pytest_plugins = ["browser_fixtures"]
pytestmark = pytest.mark.browser


@pytest.fixture
def database(tmp_path: Path) -> TimelineDatabase:
    return sample_database(tmp_path, [Sample("Strike", day(2020, 1, 1)), Sample("Flood", day(2021, 1, 1))])


@pytest.fixture
def address(database: TimelineDatabase) -> Iterator[str]:
    """Where `eventdb serve` shows the database."""
    program = "from eventdb.cli import main; main(prog_name='eventdb')"
    command = [sys.executable, "-c", program, "--db", database.name, "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()


def test_what_comes_in_appears_and_the_event_chosen_stays(
    browser: Browser, address: str, database: TimelineDatabase
) -> None:
    problems: list[str] = []
    page = browser.new_page()
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith(address) else problems.append(asked.url))
    page.goto(address)
    expect(page.locator("#live")).to_have_text("live")
    page.locator("#list a", has_text="Strike").click()
    expect(page.locator("#details .chain, #details h3 + p")).to_be_visible()
    page.get_by_label("Search titles").fill("flood")
    add_samples(database, [Sample("Second flood", day(2030, 1, 1)), Sample("Fire", day(2031, 1, 1))])
    expect(page.get_by_role("status")).to_have_text("2 of 4 events")
    assert page.locator("#list .what").all_inner_texts() == ["Flood", "Second flood"]
    expect(page.locator("#details h2")).to_have_text("Strike")
    assert [problem for problem in problems if not problem.startswith("data:")] == []
    page.close()
