"""Whole phrases, as a person types them."""

import pytest

from eventdb.expression.notation import dump
from eventdb.language.phrases import read_phrase
from eventdb.language.timex import SignalKind


@pytest.mark.parametrize(
    ("phrase", "notation"),
    [
        ("May", "Nearest(May)"),
        ("march", "Nearest(March)"),
        ("3/4", "Nearest(March 4th)"),
        ("1850", "Year(1850)"),
        ("the 15th", "Nearest(15th)"),
        ("World War II", "NamedPeriod(world-war-ii)"),
        ("from 1939 to 1945", "Between(Year(1939), Year(1945))"),
        ("two days", "Duration(2 days)"),
        ("in two days", "Shift(DocumentTime(), +2 days)"),
        ("two days after the vote", 'Shift(EventTime("the vote"), +2 days)'),
        ("three weeks before they met", 'Shift(EventTime("they met"), -3 weeks)'),
        ("two days into the siege", 'Shift(EventTime("the siege"), +2 days)'),
        ("the day after the storm", 'Next(day, EventTime("the storm"))'),
        ("the eve of the election", 'Shift(EventTime("the election"), -1 day)'),
        ("after the vote", 'After(EventTime("the vote"))'),
        ("before the war", 'Before(EventTime("the war"))'),
        ("  last Friday. ", "Last(Friday)"),
    ],
)
def test_phrase(phrase: str, notation: str) -> None:
    timex = read_phrase(phrase)
    assert timex is not None
    assert dump(timex.expression) == notation


@pytest.mark.parametrize(
    "phrase", ["", "  ", "gibberish", "the vote", "5", "x" * 400, "on and on", "the eve of"]
)
def test_no_phrase(phrase: str) -> None:
    assert read_phrase(phrase) is None


def test_a_signal_before_the_phrase_is_kept() -> None:
    timex = read_phrase("since April 2014")
    assert timex is not None
    assert timex.signal is not None
    assert timex.signal.kind is SignalKind.SINCE


def test_locale() -> None:
    timex = read_phrase("3/4", locale="en_GB")
    assert timex is not None
    assert dump(timex.expression) == "Nearest(April 3rd)"
