"""Paragraphs and headings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.events.blocks import find_blocks


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
