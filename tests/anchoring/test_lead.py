"""The day of the news. Written on Tuesday 12 May 2015."""

import pytest

from eventdb.anchoring.lead import find_news
from eventdb.anchoring.scene import Scene
from eventdb.events.extract import find_mentions
from eventdb.events.syntax import parse
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval

LEAD = "The mayor of the old town of Almsted opened the bridge, which engineers had closed."


def news_of(text: str, **dates: str) -> str | None:
    """The day of the news where some words are of some dates."""
    syntax = parse(text)
    scene = Scene.of(syntax, find_mentions(syntax), ())
    extents = {m.id: parse_edtf(dates.get(m.trigger, "..")) for m in scene.mentions}
    written = parse_edtf("2015-05-12").hull
    assert isinstance(written, Interval)
    found = find_news(scene, extents, written)
    return None if found is None else format_extent(Extent.within(found.day))


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"opened": "2015-05-11"}, "2015-05-11"),
        ({"opened": "2015-05-12"}, "2015-05-12"),
        ({"opened": "2015-05"}, None),  # no one day
        ({"opened": "2015-04-20"}, None),  # no news
        ({"opened": "2015-05-14"}, None),  # still to come
        ({"closed": "2015-05-11"}, None),  # not what the lead tells first of all
        ({}, None),
    ],
)
def test_the_lead_dates_the_news(dates: dict[str, str], expected: str | None) -> None:
    assert news_of(LEAD, **dates) == expected


def test_headings_and_by_lines_are_no_lead() -> None:
    text = f"Bridge opened\n\nBy Ada Lind.\n\n{LEAD}"
    assert news_of(text, opened="2015-05-11") == "2015-05-11"
    assert news_of("Bridge opened\n", opened="2015-05-11") is None
