"""Lines that are a date, and what a person types, through dateparser."""

import pytest

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.expression.notation import dump
from eventdb.language import find_timexes
from eventdb.language.fallback import find_dates, read_date
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

REFERENCE = Interval.of(Unit.DAY, instant(2015, 5, 12))


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("12 maggio 2015", "Intersection(Year(2015), May 12th)"),
        ("ieri", "Shift(DocumentTime(), -1 day)"),
        ("oggi", "This(day)"),
        ("3 mesi fa", "Shift(DocumentTime(), -3 months)"),
        ("2 anni fa", "Shift(DocumentTime(), -2 years)"),
        ("3 maggio", "Nearest(May 3rd)"),
        ("maggio 2014", "Intersection(Year(2014), May)"),
        ("2 ore fa", "Shift(DocumentTime(), -2 hours)"),
        ("lunedì", "Nearest(Monday)"),
        ("12/05/2015 09:30", "Intersection(Year(2015), May 12th 9h 30m)"),
    ],
)
def test_a_line_that_is_a_date(text: str, notation: str) -> None:
    (timex,) = find_dates(f"Roma\n  {text}", "it")
    assert dump(timex.expression) == notation
    assert (timex.text, timex.span.start) == (text, 7)
    assert timex.rules == ("dateparser",)


def test_dates_are_found_in_running_text_with_their_place() -> None:
    text = "La réunion a eu lieu le 12 mai 2015.\nPuis vint le 3 juin 2015."
    found = find_timexes(text, "fr")
    assert [t.span.of(text) for t in found] == [t.text for t in found]
    assert [dump(t.expression) for t in found] == [
        "Intersection(Year(2015), May 12th)",
        "Intersection(Year(2015), June 3rd)",
    ]


@pytest.mark.parametrize("language", ["xx", "tlh", ""])
def test_an_unknown_language_has_no_dates(language: str) -> None:
    assert find_timexes("12 Mai 2015", language) == ()


def test_a_locale_is_used_where_it_is_known() -> None:
    (timex,) = find_timexes("3/4/2015", "fr", "fr-CA")
    assert timex.text == "3/4/2015"


@pytest.mark.parametrize("text", ["", "\n\n", "((((", "99999999999999", "\x00\x01", "ح" * 50])
def test_odd_texts_do_no_harm(text: str) -> None:
    for language in ("de", "ar", "zh"):
        assert isinstance(find_timexes(text, language), tuple)


def test_what_a_person_types_counts_from_the_reference_alone() -> None:
    timex = read_date("vor zwei Tagen", REFERENCE)
    assert timex is not None
    assert evaluate(timex.expression, Frame()).value == "2015-05-10"
    assert read_date("vor zwei Tagen") is None
    absolute = read_date("12 mai 2015")
    assert absolute is not None
    assert evaluate(absolute.expression, Frame()).value == "2015-05-12"
    assert read_date("quatsch", REFERENCE) is None
    assert read_date("vor zwei Tagen", Interval.of(Unit.DAY, instant(-44, 3, 15))) is None
