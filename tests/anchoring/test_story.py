"""Which account of a history is believed; the texts are of the year 2009."""

import pytest

from eventdb.anchoring.focus import Setting, Told
from eventdb.anchoring.story import Story
from eventdb.language import find_timexes
from eventdb.temporal.calendar import instant
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

LATER = Interval.of(Unit.DAY, instant(2009, 12, 19))
SIEGE = "The war began in 1804. In May 1805 they laid siege. In June 1806 the walls fell. "


def told(text: str, events: dict[str, Told] | None = None) -> list[str]:
    """The values of a text's time expressions; `events` by the words of those that go on from them."""
    timexes = find_timexes(text)
    story = Story(timexes, LATER)
    for timex in timexes:
        story.go_on(timex, Setting(told=(events or {}).get(timex.text)))
    return [resolution.value for resolution in story.resolutions()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended in May 1808. A league had been made in April 1805. On 23 May it declared war. "
         "In the summer it fought, and in the spring of 1806 it lost.", "1805-05-23"),
        ("It ended in May 1808. By a law of 1802 that was slow. On 23 May it rained, and on 2 June 1808 it "
         "was dry.", "1808-05-23"),
        ("In April it ended, after the truce of May 1807. The king died on 23 May 1808.", "1807-04"),
    ],
)  # fmt: skip
def test_what_follows_tells_an_aside_from_a_step_back(text: str, expected: str) -> None:
    assert expected in told(SIEGE + text)


def test_a_story_goes_on_from_before_a_glance_back() -> None:
    text = SIEGE + "It was as a decade earlier. In October peace was made."
    assert told(text)[-2:] == ["1796", "1806-10"]


def test_a_step_back_weighs_more_than_one_on() -> None:
    assert told(SIEGE + "In October peace was made. In January it was broken.")[-2:] == ["1806-10", "1807-01"]


def test_the_ends_of_a_range_follow_one_another_in_every_account() -> None:
    assert told(SIEGE + "It rained from November to February.")[-2:] == ["1806-11", "1807-02"]


def test_an_event_told_after_the_last_date_is_what_a_history_goes_on_from() -> None:
    text = SIEGE + "Four years after that the town burned. The next year it was built up."
    later = Told(Extent.within(Interval.of(Unit.YEAR, instant(1810))), text.index("burned"))
    assert told(text, {"The next year": later})[-1] == "1811"
    earlier = Told(Extent.within(Interval.of(Unit.YEAR, instant(1802))), text.index("began"))
    assert told(text, {"The next year": earlier})[-1] == "1807"


def test_this_day_is_the_day_told_last() -> None:
    text = "It began in 1804 and raged in 1805. On 9 May 1806 walls fell. The duke called this day his best."
    assert told(text)[-1] == "1806-05-09"


def test_an_aside_may_be_named_twice() -> None:
    text = (
        "It began in May 1789. The last assembly, held in 1614, was no help: nobody knew the rules of 1614. "
    )
    assert told(text + "On 27 March the duke gave way. In July 1789 it was over.")[-2] == "1789-03-27"


def test_a_list_of_dates_goes_on_in_the_year_that_it_names() -> None:
    timexes = find_timexes("Aug 3, 2007. Aug 9, Aug 20")
    story = Story(timexes, LATER, alone=True)
    for timex in timexes:
        story.go_on(timex)
    assert [one.value for one in story.resolutions()] == ["2007-08-03", "2007-08-09", "2007-08-20"]


def test_what_was_before_the_story_leaves_it_where_it_is() -> None:
    timexes = find_timexes("In the autumn of 1643 it rained. He had come in May. On 14 October it began.")
    story = Story(timexes, None)
    for timex in timexes:
        story.go_on(timex, Setting(glance=timex.text == "May"))
    assert [resolution.value for resolution in story.resolutions()] == ["1643-FA", "1643-05", "1643-10-14"]


def test_a_day_goes_on_from_one_of_another_year_that_stands_close() -> None:
    text = "It was closed on 20 January 2007. The hearing was on 9 May."
    assert told(text) == ["2007-01-20", "2007-05-09"]
    assert told(text.replace(". The", "." + " It was long." * 20 + " The")) == ["2007-01-20", "2010-05-09"]
    assert told("It was closed in March 2007. The hearing was on 9 May.") == ["2007-03", "2007-05-09"]
    assert told("It was closed in 2007. The hearing was on 9 May.")[1] != "2007-05-09"
