"""`parse` and `interval_of`: one phrase that a person typed."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdb.errors import UnreadablePhrase
from eventdb.expression.notation import dump
from eventdb.phrase import extent_of, interval_of, parse
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

REFERENCE = "2015-05-12"


@pytest.mark.parametrize(
    ("phrase", "interval"),
    [
        ("2014", "2014"),
        ("2014-05", "2014-05"),
        ("2014-05-03", "2014-05-03"),
        ("2014-05-03T09:30", "2014-05-03T09:30"),
        ("2014-05-03 09:30:15", "2014-05-03T09:30:15"),
        ("-0043", "-0043"),
        ("-0043-03-15", "-0043-03-15"),
        ("199X", "1990/1999"),
        ("2014/2015", "2014/2015"),
        ("2014-05/2014-07-03", "2014-05/2014-07-03"),
        ("12 May 2015", "2015-05-12"),
        ("last Friday", "2015-05-08"),
        ("two days after last Friday", "2015-05-10"),
        ("1939 to 1945", "1939/1945"),
        ("12 mai 2015", "2015-05-12"),
    ],
)
def test_phrases(phrase: str, interval: str) -> None:
    assert parse(phrase, REFERENCE).resolution.interval == parse_edtf(interval).hull


def test_the_reference_may_be_a_date_a_text_or_an_interval() -> None:
    expected = parse_edtf("2015-05-11").hull
    for reference in (date(2015, 5, 12), "12 May 2015", Interval.of(Unit.DAY, instant(2015, 5, 12))):
        assert interval_of("yesterday", reference) == expected


def test_without_a_reference_a_relative_phrase_is_understood_but_not_placed() -> None:
    parsed = parse("last Friday")
    assert dump(parsed.timex.expression) == "Last(Friday)"
    assert parsed.resolution.interval is None
    assert parsed.resolution.problem
    with pytest.raises(UnreadablePhrase, match=r'"last Friday" cannot be placed: .*date'):
        interval_of("last Friday")


@pytest.mark.parametrize(
    "phrase",
    [
        "30 February",
        "2015-02-30",
        "30 February 2014",
        "29 February 2015",
        "31 April",
        "2015-13",
        "2015-00-03",
        "2015-05-12T25:00",
    ],
)
def test_impossible_dates_are_refused(phrase: str) -> None:
    with pytest.raises(UnreadablePhrase, match=r"no calendar has|not understood"):
        parse(phrase, REFERENCE)


def test_a_leap_day_exists() -> None:
    assert interval_of("29 February 2012") == parse_edtf("2012-02-29").hull
    assert parse("29 February", REFERENCE).resolution.interval == parse_edtf("2016-02-29").hull


@pytest.mark.parametrize("phrase", ["", "gibberish", "12 apples", "199XX", "x" * 1000])
def test_unreadable_phrases(phrase: str) -> None:
    with pytest.raises(UnreadablePhrase, match="not understood"):
        parse(phrase, REFERENCE)


def test_a_length_of_time_is_no_date() -> None:
    with pytest.raises(UnreadablePhrase, match="a length of time, at no date"):
        interval_of("two days", REFERENCE)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("since 2014", "2014", None),
        ("no earlier than May 2014", "2014-05", None),
        ("until 2014", None, "2014"),
        ("by 2014", None, "2014"),
        ("in 2014", "2014", "2014"),
    ],
)
def test_signals_open_a_side(phrase: str, start: str | None, end: str | None) -> None:
    interval = interval_of(phrase)
    assert interval.start == (None if start is None else parse_edtf(start).hull.start)
    assert interval.end == (None if end is None else parse_edtf(end).hull.end)


def test_before_and_after_exclude_what_they_name() -> None:
    assert interval_of("before 2014") == Interval(None, instant(2014))
    assert interval_of("after 2014") == Interval(instant(2015), None)


def test_a_calendar_date_is_read_without_the_grammar() -> None:
    code = (
        "import sys; from eventdb.phrase import interval_of; interval_of('2014-05'); "
        "print([m for m in ('re2', 'dateparser', 'holidays', 'eventdb.language.tagger') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@settings(deadline=None)  # dateparser loads its languages on the first text that the grammar does not read
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parsed = parse(text, REFERENCE)
    except UnreadablePhrase:
        return
    assert parsed.resolution.interval is not None or parsed.resolution.problem or parsed.resolution.value


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2015-05-12", "2015-05-12"),
        ("2014-04/2015-05-12", "2014-04/2015-05-12"),
        ("2014-04..2015-05", "2014-04/2015-05"),
        ("..2015-05", "../2015-05"),
        ("about 1120", "1120~"),
        ("1120~", "1120~"),
        ("12 May 2015", "2015-05-12"),
        ("two days ago", "2015-05-10"),
        ("since 2014", "2014/[2014..]"),
        ("before 2014", "[..2013]"),
        ("[..2014-04]", "[..2014-04]"),
    ],
)
def test_when_something_happened_as_a_person_says_it(said: str, edtf: str) -> None:
    assert format_extent(extent_of(said, REFERENCE)) == edtf


@pytest.mark.parametrize("said", ["2015..2014", "2015-05/2014-04", "the day she was born", "2015-02-30", ""])
def test_what_says_no_date(said: str) -> None:
    with pytest.raises(UnreadablePhrase):
        extent_of(said, REFERENCE)
