"""Paragraphs and headings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.events.blocks import find_blocks
from eventdb.text import Span


def blocks(text: str) -> list[tuple[str, bool]]:
    return [(block.span.of(text), block.heading) for block in find_blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peace talks open\n\nThe talks opened on Monday.",
            ["Peace talks open", "The talks opened on Monday."],
        ),
        ("First item.\nSecond item.", ["First item.", "Second item."]),
        ("  \n\n One.  \n \n Two. ", ["One.", "Two."]),
        ("", []),
    ],
)
def test_a_blank_line_or_a_short_line_ends_a_block(text: str, expected: list[str]) -> None:
    assert [block for block, _ in blocks(text)] == expected


def test_a_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The ministers of both countries met in the capital and\n"
        "agreed to open the border again on the first day of the\nmonth of May."
    )
    assert blocks(text) == [(text, False)]


def test_a_paragraph_that_was_wrapped_by_hand_is_one_block() -> None:
    text = (
        "The ministers of both countries met in the capital on\n"
        "12 May and agreed to open the border again, for the time\nbeing."
    )
    assert blocks(text) == [(text, False)]


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    assert blocks("No rush to leave\n\nThe firms stay.") == [
        ("No rush to leave", True),
        ("The firms stay.", False),
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "LINDVIK, 14 November 2024 -",
        "NEW HARLOW (NP) --",
        "BERGEN, Norway, Feb. 20 (Press Post) _",
        "OSLO —",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence_after_it(dateline: str) -> None:
    assert blocks(f"{dateline} Rescue teams came.") == [(dateline, True), ("Rescue teams came.", False)]


@pytest.mark.parametrize("text", ["UNESCO - the body for culture - agreed.", "The vote was 4 - 3 in May."])
def test_other_dashes_are_part_of_their_sentence(text: str) -> None:
    assert blocks(text) == [(text, False)]


@given(st.text(alphabet="ab .\n\t“”", max_size=200))
def test_blocks_hold_every_word_once_and_in_order(text: str) -> None:
    found = find_blocks(text)
    assert " ".join(b.span.of(text) for b in found).split() == text.split()
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("line", "stamp", "entry"),
    [
        ("21:47 Alarm raised in the boiler room", "21:47", "Alarm raised in the boiler room"),
        ("[21:47] alarm raised", "21:47", "alarm raised"),
        ("- 12 May 1998: the board meets.", "12 May 1998", "the board meets."),
        ("May 1998 – Works at Harlow bought", "May 1998", "Works at Harlow bought"),
        ("2024-02-29 21:47 | Pump stopped", "2024-02-29 21:47", "Pump stopped"),
        ("3) 1904: Chapel built", "1904", "Chapel built"),
        ("Friday 6th. A letter from John.", "Friday 6th", "A letter from John."),
        ("13 January. Wind from the south.", "13 January", "Wind from the south."),
    ],
)
def test_a_time_stands_over_the_rest_of_its_line(line: str, stamp: str, entry: str) -> None:
    time = Span(line.index(stamp), line.index(stamp) + len(stamp))
    found = find_blocks(line, [time])
    assert [b.span.of(line) for b in found if b.stamp == time] == [entry]
    assert [b.heading for b in found] == [True, False]


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Monday the council met.", "Monday"),
        ("12 May was a Tuesday.", "12 May"),
        ("2019", "2019"),
        ("Alarm raised at 21:47: crew sent", "21:47"),
        ("1990-1995 figures are wrong.", "1990-1995"),
        ("He came back in 1920. Then he fell ill.", "1920"),
        ("Nobody came back. Monday. Perhaps.", "Monday"),
    ],
)
def test_other_times_are_part_of_their_sentence(line: str, time: str) -> None:
    found = find_blocks(line, [Span(line.index(time), line.index(time) + len(time))])
    assert [(b.span.of(line), b.stamp) for b in found] == [(line, None)]


def test_a_date_that_is_a_sentence_parts_a_paragraph_into_entries() -> None:
    text = "12 May 1899. Left the hut. No wind. 13 May. Snow all day."
    times = [Span(0, 11), Span(text.index("13 May"), text.index("13 May") + 6)]
    found = find_blocks(text, times)
    assert [(b.span.of(text), b.stamp and b.stamp.of(text)) for b in found] == [
        ("12 May 1899.", None),
        ("Left the hut. No wind.", "12 May 1899"),
        ("13 May.", None),
        ("Snow all day.", "13 May"),
    ]


def test_an_entry_is_never_joined_to_the_line_before() -> None:
    text = "21:47 Alarm raised by the night watch in hall four\n21:52 Crew sent\n22:10 Fire out"
    times = [Span(at, at + 5) for at in (text.index("21:47"), text.index("21:52"), text.index("22:10"))]
    assert [b.span.of(text) for b in find_blocks(text, times) if b.stamp is not None] == [
        "Alarm raised by the night watch in hall four",
        "Crew sent",
        "Fire out",
    ]


def test_a_mark_of_markdown_is_no_part_of_a_heading() -> None:
    assert blocks("# Failure of the pump\nIt failed.") == [
        ("Failure of the pump", True),
        ("It failed.", False),
    ]


def test_a_day_that_ends_a_sentence_stands_over_nothing() -> None:
    text = "The council sat until late in the evening and went home on\nMonday. Then it rained."
    time = Span(text.index("Monday"), text.index("Monday") + 6)
    assert [b.stamp for b in find_blocks(text, [time])] == [None]


def test_an_entry_of_a_diary_goes_on_until_the_next_heading() -> None:
    text = "Monday. Rain.\n\nThe roof leaks.\n\nOn roofs\n\nThey leak."
    found = find_blocks(text, [Span(0, 6)], [Span(0, 6)])
    assert [(b.span.of(text), b.stamp is not None) for b in found] == [
        ("Monday.", False),
        ("Rain.", True),
        ("The roof leaks.", True),
        ("On roofs", False),
        ("They leak.", False),
    ]
