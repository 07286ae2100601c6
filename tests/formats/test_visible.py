import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.formats.visible import escape_json, one_line, shorten, visible, width


def test_escape_sequences_are_shown_not_sent() -> None:
    assert visible("wiped\x1b[2J clean\x9b") == "wiped\\x1b[2J clean\\x9b"


def test_marks_that_reverse_the_reading_order_are_shown() -> None:
    assert visible("abc\u202edef") == "abc\\u202edef"


def test_a_lone_surrogate_can_be_printed() -> None:
    assert visible("\ud83d").encode() == b"\\ud83d"


def test_line_ends_and_tabs_stay() -> None:
    assert visible("a\tb\nc") == "a\tb\nc"


def test_a_cell_is_one_line() -> None:
    assert one_line(" a\n  b\tc ") == "a b c"


@given(st.text())
def test_json_reads_back_as_the_same_value_and_holds_no_control_character(text: str) -> None:
    escaped = escape_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(escaped) == [text]
    assert visible(escaped) == escaped


@pytest.mark.parametrize(
    ("text", "columns"), [("Kerry", 5), ("会议", 4), ("Zu\u0308rich", 6), ("", 0), ("“day”", 5)]
)
def test_width_counts_terminal_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(), st.integers(1, 40))
def test_a_shortened_text_fits(text: str, columns: int) -> None:
    assert width(shorten(text, columns)) <= columns


def test_a_text_that_fits_is_left_alone() -> None:
    assert shorten("Merkel", 6) == "Merkel"


def test_a_cut_is_marked() -> None:
    assert shorten("Merkel visits", 8) == "Merkel…"
