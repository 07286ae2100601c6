"""The page on paper, on a phone, in the dark, with 20,000 events. Pictures go to $SCREENSHOTS, if set."""

import os
import statistics
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_samples import OpenPage, article_database, many, sample_database
from playwright.sync_api import Page, expect

from eventdb.query.timeline import TimelineDatabase

pytest_plugins = ["browser_fixtures"]
pytestmark = pytest.mark.browser
FRAME = 1000 / 60
ROUNDS = 3
Keep = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> TimelineDatabase:
    return article_database(tmp_path_factory.mktemp("article"))


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Takes a picture of the window; it must show something."""
    folder = Path(os.environ.get("SCREENSHOTS") or tmp_path)

    def taken(page: Page, name: str) -> None:
        page.wait_for_timeout(250)
        file = folder / f"page-{name}.png"
        page.screenshot(path=file)
        assert file.stat().st_size > 10_000

    return taken


def test_with_an_event_open(open_page: OpenPage, article: TimelineDatabase, keep: Keep) -> None:
    page = open_page(article)
    page.locator("#list a", has_text="wreath-laying ceremony").click()
    expect(page.locator("#details h2")).to_be_focused()
    page.evaluate("scrollTo(0, 0)")
    assert not overflowing(page)
    keep(page, "event")


def test_in_the_dark(open_page: OpenPage, article: TimelineDatabase, keep: Keep) -> None:
    page = open_page(article, color_scheme="dark")
    page.get_by_label("Lanes").select_option("who")
    keep(page, "dark")
    background, ink = page.evaluate(
        "(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(document.body))"
    )
    assert brightness(background) < 60
    assert brightness(ink) > 180


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_that_keeps_people_out(
    open_page: OpenPage, article: TimelineDatabase, colours: str
) -> None:
    page = open_page(article, color_scheme=colours, bypass_csp=True)
    page.locator("#list a", has_text="wreath-laying ceremony").click()
    expect(page.locator("#details h2")).to_be_focused()
    page.get_by_label("Lanes").select_option("who")
    page.wait_for_timeout(250)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def brightness(color: str) -> float:
    """Of "rgb(23, 24, 27)", from 0 to 255."""
    return statistics.mean(map(int, color.removeprefix("rgb(").removesuffix(")").split(",")))


def test_on_a_phone(open_page: OpenPage, article: TimelineDatabase, keep: Keep) -> None:
    page = open_page(article, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert not overflowing(page)
    keep(page, "phone")
    page.locator("#list a").first.tap()
    sheet = page.get_by_role("complementary")
    expect(sheet).to_be_visible()
    assert not overflowing(page)
    for button in page.locator("#details nav button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 32
    sheet.get_by_role("button", name="Close").tap()
    expect(sheet).to_be_hidden()


def overflowing(page: Page) -> bool:
    """Whether the page is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def test_on_paper(open_page: OpenPage, article: TimelineDatabase, tmp_path: Path) -> None:
    page = open_page(article)
    page.emulate_media(media="print")
    expect(page.get_by_label("Search titles")).to_be_hidden()
    expect(page.locator("#list .citation").first).to_be_visible()
    expect(page.locator("#timeline")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.locator("#timeline").evaluate("(frame) => frame.clientWidth")
    assert paper == pytest.approx(182 / 25.4 * 96, abs=1)
    right = page.locator(".item .bar").evaluate_all(
        "(bars) => Math.max(...bars.map((bar) => bar.getBoundingClientRect().left))"
    )
    assert right < paper
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    file = tmp_path / "page.pdf"
    page.pdf(path=file, format="A4")
    assert file.read_bytes().startswith(b"%PDF")


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> TimelineDatabase:
    return sample_database(tmp_path_factory.mktemp("crowd"), many(20_000), documents=50)


def test_paper_gets_the_events_that_the_window_did_not_show_yet(
    open_page: OpenPage, crowd: TimelineDatabase
) -> None:
    page = open_page(crowd)
    page.get_by_label("Who takes part").fill("Person 0")
    matching = int(page.get_by_role("status").inner_text().split()[0].replace(",", ""))
    assert page.locator("#list li").count() < matching
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#list li")).to_have_count(matching)


def test_twenty_thousand_events_stay_fluid(open_page: OpenPage, crowd: TimelineDatabase, keep: Keep) -> None:
    page = open_page(crowd)
    expect(page.get_by_role("status")).to_have_text("20,000 events")
    keep(page, "20000")
    assert page.locator(".cluster").count() > 5
    assert page.locator("#canvas > *").count() < 400
    for name, key in (("pan", "ArrowLeft"), ("zoom in", "+"), ("zoom out", "-")):
        page.locator("#timeline").focus()
        times = [time for _ in range(ROUNDS) for time in work(page, key)]
        print(f"{name}: median {statistics.median(times):.1f} ms a frame, worst {max(times):.1f}")
        assert min(times) < FRAME  # what else a busy machine does adds to the others


def work(page: Page, key: str) -> list[float]:
    """How many milliseconds the page works in each of 12 frames in which a key moves it, layout included."""
    times: list[float] = page.evaluate(
        """async (key) => {
          const frame = document.querySelector("#timeline");
          const times = [];
          for (let press = 0; press < 12; press++) {
            await new Promise((drawn) => {
              let begun = 0;
              requestAnimationFrame(() => { begun = performance.now(); });
              frame.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
              requestAnimationFrame(() => {
                frame.getBoundingClientRect();
                times.push(performance.now() - begun);
                drawn();
              });
            });
          }
          return times;
        }""",
        key,
    )
    return times
