"""The page as a person uses it: it shows, moves, zooms, filters and explains, by mouse and by keyboard."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from page_samples import OpenPage, Sample, article_database, day, sample_database
from playwright.sync_api import Page, expect

from eventdb.query.timeline import TimelineDatabase
from eventdb.store.models import Document, Event
from eventdb.temporal.calendar import instant
from eventdb.temporal.extent import Bounds, Extent

pytest_plugins = ["browser_fixtures"]
pytestmark = pytest.mark.browser
CEREMONY = "Angela Merkel attended a wreath-laying ceremony in Moscow"


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> TimelineDatabase:
    return article_database(tmp_path_factory.mktemp("article"))


@pytest.fixture
def page(open_page: OpenPage, article: TimelineDatabase) -> Page:
    return open_page(article)


def line(page: Page, title: str) -> str:
    return page.locator("#list a", has_text=title).first.inner_text()


def titles(page: Page) -> list[str]:
    return page.locator("#list .what").all_inner_texts()


def in_view(page: Page) -> list[str]:
    """The titles that are to be seen in the timeline, from left to right."""
    found: list[str] = page.evaluate(
        """() => {
          const frame = document.querySelector("#timeline").getBoundingClientRect();
          return [...document.querySelectorAll(".item")]
            .map((item) => [...item.children])
            .map(([label, bar]) => ({ title: label.textContent, bar: bar.getBoundingClientRect() }))
            .filter(({ bar }) => bar.right > frame.left && bar.left < frame.right)
            .sort((a, b) => a.bar.left - b.bar.left)
            .map(({ title }) => title);
        }"""
    )
    return found


def eventually(page: Page, condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether something is soon so: what is drawn comes a frame or two later, on a busy machine more."""
    until = time.monotonic() + seconds
    while not (true := condition()) and time.monotonic() < until:
        page.wait_for_timeout(20)
    return true


def test_events_are_listed_dates_first(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Kerry in Russia to Meet Putin, Lavrov")
    assert line(page, CEREMONY).startswith("Sun 2015-05-10")
    years = page.locator("#list h2").all_inner_texts()
    assert years == sorted(years)
    expect(page.get_by_role("status")).to_have_text(f"{len(titles(page))} events")


def test_an_event_tells_its_words_in_their_paragraph_and_how_its_date_is_known(page: Page) -> None:
    page.locator("#list a", has_text=CEREMONY).click()
    details = page.get_by_role("complementary")
    expect(details.get_by_role("heading", level=2)).to_have_text(CEREMONY)
    expect(details.locator("blockquote b")).to_have_text("attended")
    expect(details.locator("mark")).to_contain_text("two days after German Chancellor Angela Merkel attended")
    chain = details.locator(".chain li")
    expect(chain.first).to_contain_text("days before")
    expect(chain.filter(has_text="the document = 2015-05-12")).to_have_count(1)
    expect(details).to_contain_text("If the document’s date changes, this date moves with it.")
    assert page.url.endswith(page.locator("#list a[aria-current]").get_attribute("href") or "-")


def test_the_readings_that_were_not_chosen_are_told(page: Page) -> None:
    page.locator("#list a", has_text="The Ukraine crisis erupted").first.click()
    expect(page.locator(".chain .rejected")).to_contain_text("chosen over 2015-04")


def test_what_an_event_is_tied_to_leads_there(page: Page) -> None:
    page.locator("#list a", has_text=CEREMONY).click()
    page.locator("#details li a", has_text="John Kerry to meet Vladimir Putin").click()
    expect(page.locator("#details h2")).to_have_text("John Kerry to meet Vladimir Putin")
    page.go_back()
    expect(page.locator("#details h2")).to_have_text(CEREMONY)


def test_an_address_with_an_event_opens_it(open_page: OpenPage, article: TimelineDatabase) -> None:
    page = open_page(article)
    page.locator("#list a", has_text=CEREMONY).click()
    page.reload()
    expect(page.locator("#details h2")).to_have_text(CEREMONY)


def test_words_names_dates_and_basis_filter(page: Page) -> None:
    everything = len(titles(page))
    page.get_by_label("Search titles").fill("WREATH moscow")
    found = titles(page)
    assert CEREMONY in found
    assert "The Ukraine crisis erupted" not in found
    expect(page.get_by_role("status")).to_have_text(f"{len(found)} of {everything} events")
    page.get_by_role("button", name="Clear").click()
    assert len(titles(page)) == everything
    page.get_by_label("Who takes part").fill("merkel")
    assert CEREMONY in titles(page)
    assert all("Merkel" in line(page, title) for title in titles(page))
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("How the date is known").select_option("event-relative")
    assert 0 < len(titles(page)) < everything


def test_dates_filter_by_what_may_have_been_going_on(page: Page) -> None:
    page.get_by_label("Since").fill("2014-04")
    page.get_by_label("Until").fill("2014-04-30")
    found = titles(page)
    assert "The Ukraine crisis erupted" in found
    assert "Russia’s annexation of the Crimean peninsula in southern Ukraine" in found
    assert CEREMONY not in found
    page.get_by_label("Since").fill("next moon")
    expect(page.get_by_label("Since")).to_have_attribute("aria-invalid", "true")


def test_the_timeline_follows_the_filter(page: Page) -> None:
    page.get_by_label("Search titles").fill("wreath-laying ceremony")
    expect(page.locator(".item")).to_have_count(1)
    page.get_by_label("Search titles").fill("no such thing")
    expect(page.get_by_text("No event matches.")).to_be_visible()


def test_an_outlier_does_not_press_the_rest_together(page: Page) -> None:
    assert "Russians killed" not in in_view(page)
    page.get_by_role("button", name="Show all").click()
    assert eventually(page, lambda: in_view(page)[0] == "Russians killed")


def test_zooming_in_parts_what_stood_together(page: Page) -> None:
    page.get_by_role("button", name="Show all").click()
    assert eventually(page, lambda: magnification(page) < 1.05)
    before = magnification(page)
    page.locator(".cluster").last.click()
    assert eventually(page, lambda: magnification(page) > 4 * before)
    page.locator("#timeline").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, 400)
    page.keyboard.up("Control")
    assert eventually(page, lambda: page.locator("#axis .fine").count() > 3)


def magnification(page: Page) -> float:
    """How many times the view would fit in all there is, by the strip under the timeline."""
    times: float = page.evaluate(
        """() => {
          const selection = document.querySelector("#overview .selection").getBoundingClientRect();
          return document.querySelector("#overview").getBoundingClientRect().width / selection.width;
        }"""
    )
    return times


def test_dragging_moves_and_does_not_open(page: Page) -> None:
    before = in_view(page)
    box = page.locator("#timeline").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 600, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + 100, steps=4)
    page.mouse.up()
    assert eventually(page, lambda: in_view(page) != before)
    expect(page.locator("#details")).to_be_hidden()


def test_plain_wheels_scroll_the_page(page: Page) -> None:
    page.locator("#timeline").hover()
    page.mouse.wheel(0, 200)
    page.wait_for_function("scrollY > 100")
    assert page.evaluate("scrollY") > 100


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("merkel")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator("#details h2")).to_be_focused()
    first = page.locator("#details h2").inner_text()
    page.keyboard.press("j")
    expect(page.locator("#details h2")).not_to_have_text(first)
    page.keyboard.press("k")
    expect(page.locator("#details h2")).to_have_text(first)
    page.keyboard.press("Escape")
    expect(page.locator("#details")).to_be_hidden()
    expect(page.locator("#list a", has_text=first).first).to_be_focused()


def test_the_timeline_moves_and_zooms_by_keys(page: Page) -> None:
    page.locator("#timeline").focus()
    before = magnification(page)
    page.keyboard.press("+")
    assert eventually(page, lambda: magnification(page) > before * 1.3)
    seen = in_view(page)
    page.keyboard.press("ArrowLeft")
    assert eventually(page, lambda: in_view(page) != seen)
    page.keyboard.press("0")
    assert eventually(page, lambda: "Russians killed" in in_view(page))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#details")).to_be_visible()


def test_what_is_drawn_has_a_name_for_those_who_hear_it(page: Page) -> None:
    expect(page.get_by_role("group", name="Timeline. Left and right move")).to_be_visible()
    for role in ("button", "textbox", "searchbox", "combobox", "link"):
        for found in page.get_by_role(role).all():
            assert found.evaluate("(e) => e.ariaLabel || e.textContent || e.labels?.length || e.title")
    assert page.locator("#list ol").count() == page.locator("#list section[aria-label]").count()


def test_lanes_by_participant(page: Page) -> None:
    page.get_by_label("Lanes").select_option("who")
    expect(page.locator(".lane", has_text="others")).to_be_visible()
    lanes = page.locator(".lane").all_inner_texts()
    assert "Angela Merkel" in lanes
    assert lanes[-1] == "others"
    tops = [box["y"] for lane in page.locator(".lane").all() if (box := lane.bounding_box())]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_uncertainty_is_drawn(open_page: OpenPage, tmp_path: Path) -> None:
    january, june, july = (instant(2020, month, 1) for month in (1, 6, 7))
    samples = (
        Sample("On a day", day(2020, 3, 1)),
        Sample("Within half a year", Extent(Bounds(january, july), Bounds(january, july))),
        Sample("Begun in spring", Extent(Bounds(january, june), Bounds(july, july + 86400))),
        Sample("Going on", Extent(Bounds(january, january + 86400), Bounds(june, None))),
        Sample("Over by June", Extent(Bounds(None, june), Bounds(None, june))),
    )
    page = open_page(sample_database(tmp_path, samples))
    shapes = {
        title: page.locator(".item", has_text=title).locator(".bar").get_attribute("class")
        for title in (sample.title for sample in samples)
    }
    assert shapes == {
        "On a day": "bar dot",
        "Within half a year": "bar within",
        "Begun in spring": "bar certain",
        "Going on": "bar certain open-right",
        "Over by June": "bar within open-left",
    }
    bar = page.locator(".item", has_text="Begun in spring").locator(".bar")
    core, width = bar.evaluate("(e) => [parseFloat(e.style.getPropertyValue('--core')), e.clientWidth]")
    assert core / width == pytest.approx((june - january) / (july + 86400 - january), abs=0.02)


def test_a_likely_day_is_a_ring_beside_what_is_sure(open_page: OpenPage, tmp_path: Path) -> None:
    database = sample_database(tmp_path, [Sample("Met", Extent(Bounds(None, instant(2020, 5, 1)))),
                                          Sample("Strike", day(2020, 1, 1))])  # fmt: skip
    with database.session() as session:
        session.get_one(Event, 1).likely = "2020-02-15?"
    page = open_page(database)
    (ring,) = page.locator(".likely:not(.legend *)").all()
    place, bar = ring.bounding_box(), page.locator(".item", has_text="Met").locator(".bar").bounding_box()
    assert place is not None
    assert bar is not None
    assert place["x"] < bar["x"] + bar["width"]


def test_years_before_the_first_have_their_names(open_page: OpenPage, tmp_path: Path) -> None:
    samples = (Sample("Caesar died", day(-43, 3, 15)), Sample("Augustus died", day(14, 8, 19)))
    page = open_page(sample_database(tmp_path, samples))
    assert page.locator("#list h2").all_inner_texts() == ["44 BCE", "14"]
    assert "40 BCE" in page.locator("#axis text").all_text_contents()
    page.get_by_label("Until").fill("1 BCE")
    assert titles(page) == ["Caesar died"]


def test_nothing_hostile_runs(open_page: OpenPage, tmp_path: Path) -> None:
    attacks = (
        "</script><script>document.title='hit'</script>",
        "<img src=x onerror=document.title='hit'>",
        "<svg onload=document.title='hit'>",
        "--><iframe src=javascript:parent.document.title='hit'>",
        "${document.title='hit'}",
        "\u202egnihton\x00\x1b[2J",
    )
    samples = [Sample(attack, day(2020, 1, n), (attack,)) for n, attack in enumerate(attacks, 1)]
    database = sample_database(tmp_path, samples)
    page = open_page(database)
    page.get_by_label("Lanes").select_option("who")
    for row in page.locator("#list a").all():
        row.click()
        expect(row).to_have_attribute("aria-current", "true")
    assert page.title() == "Report 0"
    assert page.locator("#list .what").first.inner_text() == attacks[0]
    assert page.locator("script").count() == 2
    assert page.locator("iframe, #canvas svg, #list svg, img").count() == 0


@pytest.mark.parametrize(
    ("source", "followed"),
    [("https://example.org/a?b=1", True), ("javascript:alert(1)", False), ("BBC", False)],
)
def test_only_addresses_of_the_web_are_followed(
    open_page: OpenPage, tmp_path: Path, source: str, followed: bool
) -> None:
    database = sample_database(tmp_path, [Sample("Strike", day(2020, 1, 1))])
    with database.session() as session:
        session.get_one(Document, 1).source = source
    page = open_page(database)
    page.locator("#list a").click()
    expect(page.locator("#details figcaption")).to_be_visible()
    link = page.locator("#details figcaption a")
    assert [found.get_attribute("href") for found in link.all()] == ([source] if followed else [])
