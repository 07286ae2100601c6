"""The page that is served: it follows the database while it is open."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from page_samples import Sample, add_samples, article_database, day, sample_database
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
    with served(database) as address:
        yield address


@contextmanager
def served(database: TimelineDatabase, *options: str) -> Iterator[str]:
    """Where `eventdb serve` shows a database, as long as it is needed."""
    program = "from eventdb.cli import main; main(prog_name='eventdb')"
    command = [sys.executable, "-c", program, "--db", database.name, "serve", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
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


def test_an_event_is_corrected_and_the_correction_taken_back(browser: Browser, tmp_path: Path) -> None:
    database = article_database(tmp_path)
    with served(database, "--edit", "--by", "Ann") as address:
        page = browser.new_page()
        page.goto(address)
        assert "token" not in page.url
        ceremony = page.locator("#list a", has_text="wreath-laying ceremony")
        page.locator("#list a", has_text="John Kerry to meet Vladimir Putin").click()
        page.get_by_text("Correct", exact=True).click()
        page.get_by_label("When", exact=True).fill("2015-05-20")
        page.get_by_label("Why").fill("the embassy’s calendar")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#outcome")).to_contain_text("Tue 2015-05-12 → Wed 2015-05-20")
        expect(ceremony.locator(".when")).to_have_text("Mon 2015-05-18")
        expect(page.locator("#details")).to_contain_text("the embassy’s calendar")
        page.get_by_role("button", name="Take it back").click()
        expect(ceremony.locator(".when")).to_have_text("Sun 2015-05-10")
        page.get_by_label("When", exact=True).fill("the twelfth of never")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#outcome")).to_contain_text("the twelfth of never")
        page.close()


def test_what_is_being_typed_outlives_what_comes_in(browser: Browser, database: TimelineDatabase) -> None:
    with served(database, "--edit") as address:
        page = browser.new_page()
        page.goto(address)
        page.locator("#list a", has_text="Strike").click()
        page.get_by_text("Correct", exact=True).click()
        page.get_by_role("textbox", name="Title").fill("General str")
        add_samples(database, [Sample("Drought", day(2022, 1, 1))])
        expect(page.get_by_role("status").first).to_have_text("3 events")
        page.keyboard.type("ike")
        expect(page.get_by_role("textbox", name="Title")).to_have_value("General strike")
        page.close()
