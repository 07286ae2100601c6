"""Tokens: figures in their written forms, words, abbreviations, marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.language.tokens import normalised, tokens_of, words_of

ABBREVIATIONS = frozenset({"jan.", "hrs."})


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("2015-05-12", ["iso"]),
        ("2015-05-12T09:30:15", ["iso"]),
        ("2015-05-12 09:30Z", ["iso"]),
        ("2015-W20-2", ["isoweek"]),
        ("2015-Q3", ["isoquarter"]),
        ("3/4/2015", ["numeric"]),
        ("27.03.15", ["numeric"]),
        ("22/Jan/2019", ["textual"]),
        ("9:30", ["clock"]),
        ("10h15", ["hclock"]),
        ("3/4", ["slash"]),
        ("1990s", ["decade"]),
        ("'90s", ["decade"]),
        ("3rd", ["ordinal"]),
        ("1,000", ["grouped"]),
        ("2.5", ["decimal"]),
        ("1998", ["number"]),
        ("'98", ["shortyear"]),
        ("year's", ["word", "possessive"]),
        ("9 a.m.", ["number", "dotted"]),
        ("1914–18", ["number", "dash2", "number"]),
        ("7pm", ["number", "word"]),
    ],
)
def test_shapes(text: str, shapes: list[str]) -> None:
    assert [token.shape for token in tokens_of(text, ABBREVIATIONS)] == shapes


def test_an_abbreviation_keeps_its_point_and_a_sentence_its_own() -> None:
    assert [t.text for t in tokens_of("Jan. 3 in May.", ABBREVIATIONS)] == ["Jan.", "3", "in", "May", "."]


def test_normal_forms() -> None:
    assert normalised("P.M.", "dotted") == "pm"
    assert normalised("Jan.") == "jan"
    assert words_of("New Year’s Day") == ("new", "year", "'s", "day")
    assert words_of("mid-day") == ("mid", "-", "day")
    assert [t.word for t in tokens_of("O’CLOCK", ())] == ["o'clock"]


@given(st.text(max_size=60))
def test_tokens_lie_in_order_and_cover_all_that_is_not_space(text: str) -> None:
    position = 0
    for token in tokens_of(text, ABBREVIATIONS):
        assert text[position : token.start].strip() == ""
        assert text[token.start : token.end] == token.text
        position = token.end
    assert text[position:].strip() == ""
