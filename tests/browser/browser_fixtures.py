"""A real Chromium, and pages over real databases. `make test-browser` runs these tests."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from page_samples import OpenPage
from playwright.sync_api import Browser, Page, expect, sync_playwright

from eventdb.formats.page import page_html, page_values
from eventdb.query.selection import Dating, Selection
from eventdb.query.timeline import TimelineDatabase

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000  # milliseconds: a busy machine is slow, which no test of what is shown is about
EVERYTHING = Selection(dating=Dating.ALL)
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: that of the system, or the one that $CHROMIUM names."""
    program = os.environ.get("CHROMIUM") or which("chromium") or which("chromium-browser")
    if program is None:
        pytest.fail(
            "the browser tests need Chromium: apt-get install chromium, or name one with CHROMIUM=PATH"
        )
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens the page of a database in a window; an error in it fails the test, and so does a request."""
    problems: list[str] = []
    contexts = []

    def opened(database: TimelineDatabase, **options: object) -> Page:
        with database.session(read_only=True) as session:
            html = page_html(page_values(session, EVERYTHING))
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 860}} | options))  # type: ignore[arg-type]  # as Playwright names them
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: problems.append(asked.url) if asked.url != file.as_uri() else None)
        page.goto(file.as_uri())
        expect(page.locator(".item, .cluster").first).to_be_attached()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [problem for problem in problems if not problem.startswith("data:,")] == []
