"""What a text is talking about. Texts of news are of Tuesday 12 May 2015, histories of the year 2009."""

import pytest

from eventdb.anchoring.history import is_history
from eventdb.anchoring.reference import resolve_timexes
from eventdb.expression.frame import Direction, Resolution
from eventdb.language import find_timexes
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document

NEWS = Interval.of(Unit.DAY, instant(2015, 5, 12))
LATER = Interval.of(Unit.DAY, instant(2009, 12, 19))
REPORT = Interval.of(Unit.DAY, instant(1989, 10, 30))


def resolved(text: str, written: Interval | None = NEWS) -> dict[str, Resolution]:
    """The resolutions by the words of the text."""
    document = Document(text, None if written is None else CreationTime(written))
    timexes = [(f"t{n}", timex) for n, timex in enumerate(find_timexes(text))]
    found = resolve_timexes(document, timexes, {})
    return {timex.text: found[id] for id, timex in timexes}


def values(text: str, written: Interval | None = NEWS) -> list[str]:
    return [resolution.value for resolution in resolved(text, written).values()]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("The siege began in 1805. It ended in 1807, and peace came in 1810.", LATER, True),
        ("The siege began in 1805. It ended in 1807, and peace came in 1810.", None, True),
        ("He was born in 1940, and left in 1960.", NEWS, False),
        ("Born in 1940, he was elected in May.", NEWS, False),
        ("The school closed on 1 September 1939. It reopened on 15 January.", NEWS, True),
        ("The strike began on Monday, 3 May 1926. On Wednesday the trams stopped.", NEWS, True),
        ("The strike began in May 1926. On Wednesday it was remembered.", NEWS, False),
        ("The law of 1949 was changed in 1952 and 1982. It failed on Monday, said the court last week, on "
         "Friday and again on Sunday.", NEWS, False),
    ],
)  # fmt: skip
def test_a_history_states_its_years(text: str, written: Interval | None, expected: bool) -> None:
    assert is_history(find_timexes(text), written) is expected


def test_a_short_history_goes_on_from_where_it_opened() -> None:
    told = "The school closed on 1 September 1939. It reopened on 15 January and moved on the 20th."
    assert values(told) == ["1939-09-01", "1940-01-15", "1940-01-20"]


STORY = "War broke out in 1805 and lasted until 1807. The peace was signed on 9 July 1807. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In October the fleet returned.", "1807-10"),
        ("In February the king died.", "1808-02"),
        ("In June the king had wavered.", "1807-06"),
        ("Two days later the envoys left.", "1807-07-11"),
    ],
)
def test_a_story_goes_on_from_what_it_told(text: str, expected: str) -> None:
    assert values(STORY + text, LATER)[-1] == expected


@pytest.mark.parametrize(
    "aside",
    [
        "Today a monument stands there. ",
        "A play of 1962 tells of it, before the treaty of 14 September 1807. ",
        "The kings of 1614 had been weaker, until the decree of 2 August 1807. ",
    ],
)
def test_an_aside_does_not_lead_a_story_away(aside: str) -> None:
    assert values(STORY + aside + "In October the fleet returned.", LATER)[-1] == "1807-10"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("We came two years ago.", "1805"),
        ("Today we leave.", "XXXX-XX-XX"),
        ("It will end next year.", "1808"),
    ],
)
def test_what_a_history_quotes_was_said_when_its_story_was(said: str, value: str) -> None:
    text = STORY + f'There had been others in 1790, in 1795 and in 1799. In October 1807 he said: "{said}"'
    assert values(text, LATER)[-1] == value


def test_the_year_does_not_blur_what_was_told_of_a_month() -> None:
    text = STORY + "In November 1807 snow fell. It was the coldest winter since 1807. In January it thawed."
    assert values(text, LATER)[-1] == "1808-01"


def test_news_count_from_their_own_day() -> None:
    text = "In 1998 and 2001 and again in 2004 it failed. He said on Monday that in April it would work."
    assert values(text)[-2:] == ["2015-05-11", "2015-04"]


def test_the_end_of_a_range_follows_its_start() -> None:
    assert values("The pass was closed from November to February.") == ["2014-11", "2015-02"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit in the third quarter rose from $2 million a year ago.", ["1989-Q3", "1988-Q3"]),
        ("Profit for the quarter rose from $2 million a year earlier.", ["1989-Q3", "1988-Q3"]),
        ("Sales fell in the year-ago quarter.", ["1988-Q3"]),
        ("In the third quarter it lost money. For nine months sales rose from those of a year ago.",
         ["1989-Q3", "P9M", "1988"]),
        ("The firm moved here a year ago.", ["1988"]),
        ("Sales in the latest period fell from those of a year earlier.", ["1989-Q3", "1988-Q3"]),
        ("For the quarter ended Sept. 30 profit was $3 million, up from $2 million a year earlier. Sales "
         "fell from those of the year-ago quarter.", ["1989-Q3", "1989-09-30", "1988-Q3", "1988-Q3"]),
        ("In the nine months ended Sept. 30 profit rose from that of a year ago.",
         ["P9M", "1989-09-30", "1988"]),
    ],
)  # fmt: skip
def test_figures_are_compared_with_the_same_quarter(text: str, expected: list[str]) -> None:
    assert values(text, REPORT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plant will open in two weeks.", "2015-W22"),
        ("The plant was built in two weeks.", None),
        ("The plant will open within two weeks.", "2015-05-12 2015-05-26"),
    ],
)
def test_a_length_points_ahead_in_the_future_tense(text: str, expected: str | None) -> None:
    resolution = resolved(text)["two weeks"]
    assert resolution.value == "P2W"
    if expected is None:
        assert resolution.interval is None
    elif " " in expected:
        assert resolution.interval == Interval(NEWS.start, instant(2015, 5, 27))
    else:
        assert resolution.interval == Interval.of(Unit.WEEK, instant(2015, 5, 26))


def test_within_a_time_is_counted_to_the_minute_where_the_minute_is_known() -> None:
    evening = Interval.of(Unit.MINUTE, instant(2015, 5, 12, 18))
    resolution = resolved("The plant will open within three days.", evening)["three days"]
    assert resolution.interval == Interval(evening.start, instant(2015, 5, 15, 18))


def test_a_text_that_is_a_time_and_nothing_else_means_the_coming_one() -> None:
    assert values("Friday at 4pm") == ["2015-05-15T16:00"]
    assert values("Christmas") == ["2015-12-25"]


def test_a_day_soon_to_come_is_not_that_of_the_year_before() -> None:
    assert values("It declared a dividend, payable June 1.") == ["2015-06-01"]
    assert values("It declared a dividend on April 1.") == ["2015-04-01"]


def test_both_ends_of_a_range_lie_where_the_first_does() -> None:
    document = Document("open on Friday from 10 am to 12 pm", CreationTime(NEWS))
    timexes = [(f"t{n}", timex) for n, timex in enumerate(find_timexes(document.text))]
    apart = {"t0": Direction.PAST, "t1": Direction.FUTURE}
    found = [resolution.value for resolution in resolve_timexes(document, timexes, apart).values()]
    assert found == ["2015-05-08T10:00", "2015-05-08T12:00"]


def test_a_quarter_that_is_all_a_text_says_is_the_coming_one() -> None:
    assert values("third quarter", Interval.of(Unit.DAY, instant(2015, 2, 12))) == ["2015-Q3"]
