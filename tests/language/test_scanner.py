"""The scanner: islands, offsets in characters, and time that grows with the text alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.language import find_timexes
from eventdb.language.tagger import english


def islands(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in english().scanner.islands(text)]


def test_islands_hold_a_trigger() -> None:
    assert islands("in the house on the hill") == []
    assert islands("They met in the spring of 1943 near Kursk") == ["in the spring of 1943"]
    assert islands("Monday was cold. Tuesday was not.") == ["Monday", "Tuesday"]


def test_a_line_break_does_not_end_an_island_but_an_empty_line_does() -> None:
    assert islands("last\nyear") == ["last\nyear"]
    assert islands("in May\n\n1943 was") == ["in May", "1943"]


def test_words_inside_words_are_none() -> None:
    assert islands("mayhem monthly-ish Sundays' decadence") == ["monthly", "Sundays"]
    assert find_timexes("émay 2014é") == ()


@pytest.mark.parametrize("before", ["", "é", "日本語 ", "\U0001f600 ", "𝔘𝔫𝔦 \u2028 "])
def test_offsets_are_characters(before: str) -> None:
    text = f"{before} – «Früh» – on 3 May 2014, … dann in April 2015 – Ende"
    assert [t.span.of(text) for t in find_timexes(text)] == ["3 May 2014", "April 2015"]
    assert all(t.text == t.span.of(text) for t in find_timexes(text))


def test_lone_surrogates_do_no_harm() -> None:
    text = "\ud800 on 3 May 2014 \udfff"
    assert [t.text for t in find_timexes(text)] == ["3 May 2014"]


@pytest.mark.parametrize(
    "piece",
    ["last ", "1", "2015 ", "a", "12:30", "the first of the ", "last last last Monday ", "May5,2015-", "é "],
)
def test_no_text_is_slow(piece: str) -> None:
    """Twice the text takes about twice the time; a quarter of a million characters well under a second."""
    text = piece * (250_000 // len(piece))
    find_timexes(text)
    started = time.process_time()
    find_timexes(text)
    assert time.process_time() - started < 2


def test_long_islands_are_cut_at_spaces() -> None:
    text = "Monday " * 1000
    assert len(find_timexes(text)) == 1000


@given(st.text(max_size=80))
def test_nothing_is_raised_and_spans_are_in_order(text: str) -> None:
    end = 0
    for timex in find_timexes(text):
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert timex.text == timex.span.of(text)
        end = timex.span.end


_PHRASES = (
    "last next this May March 2015 '98 first second of in on at to - , and 3 10:30 days week ago later 5/3",
    "Q3 1990s before after early end the a half quarter morning every since Easter BC year's 3rd hundred",
)
_WORDS = st.sampled_from([word for phrase in _PHRASES for word in phrase.split()])


@given(st.lists(_WORDS, min_size=1, max_size=12))
def test_any_row_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for timex in find_timexes(text):
        assert timex.rules
        if timex.signal is not None:
            assert not timex.signal.span.overlaps(timex.span)
