"""Last, next, this, and what the text leaves open, seen from Tuesday 2015-05-12 unless said."""

from dataclasses import replace

import pytest
from expressions import AT_SIX, ON_TUESDAY, TUESDAY, edtf, on, others, resolve, when

from eventdb.expression.frame import Direction, Frame
from eventdb.expression.notation import dump
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

PAST = replace(ON_TUESDAY, direction=Direction.PAST)
FUTURE = replace(ON_TUESDAY, direction=Direction.FUTURE)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Last(day)", "2015-05-11"),
        ("Last(week)", "[2015-05-04..2015-05-10]"),
        ("Last(month)", "2015-04"),
        ("Last(quarter)", "2015-33"),
        ("Last(year)", "2014"),
        ("Last(decade)", "200X"),
        ("Last(Friday)", "2015-05-08"),
        ("Last(Monday)", "2015-05-11"),
        ("Last(Tuesday)", "2015-05-05"),
        ("Last(weekend)", "[2015-05-09..2015-05-10]"),
        ("Last(April)", "2015-04"),
        ("Last(May)", "2014-05"),
        ("Last(October)", "2014-10"),
        ("Last(summer)", "2014-22"),
        ("Last(winter)", "2014-24"),
        ("Last(Holiday(christmas))", "2014-12-25"),
        ("Last(night)", "[2015-05-11T17..2015-05-12T06]"),
        ("Last(year, Intersection(Year(2014), Q2))", "2013"),
        ("Last(week, Year(2014))", "[2013-12-23..2013-12-29]"),
    ],
)
def test_last(notation: str, expected: str) -> None:
    assert when(notation) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Next(day)", "2015-05-13"),
        ("Next(week)", "[2015-05-18..2015-05-24]"),
        ("Next(month)", "2015-06"),
        ("Next(year)", "2016"),
        ("Next(Monday)", "2015-05-18"),
        ("Next(Friday)", "2015-05-22"),
        ("Next(weekend)", "[2015-05-23..2015-05-24]"),
        ("Next(June)", "2015-06"),
        ("Next(April)", "2016-04"),
        ("Next(May)", "2016-05"),
        ("Next(morning)", "[2015-05-13T00..2015-05-13T11]"),
        ("Next(13th)", "2015-05-13"),
    ],
)
def test_next(notation: str, expected: str) -> None:
    assert when(notation) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("This(week)", "[2015-05-11..2015-05-17]"),
        ("This(month)", "2015-05"),
        ("This(century)", "20XX"),
        ("This(Friday)", "2015-05-15"),
        ("This(Monday)", "2015-05-11"),
        ("This(summer)", "2015-22"),
        ("This(April)", "2015-04"),
        ("This(morning)", "[2015-05-12T00..2015-05-12T11]"),
        ("This(night)", "[2015-05-12T17..2015-05-13T06]"),
    ],
)
def test_this(notation: str, expected: str) -> None:
    assert when(notation) == expected


@pytest.mark.parametrize("operator", ["This(day", "Next(day", "Last(day", "This(week", "This(Friday"])
def test_a_day_of_a_month_is_not_made_up(operator: str) -> None:
    june = Frame(reference=Interval.of(Unit.MONTH, instant(1806, 6)))
    resolution = resolve(f"{operator}, ReferenceTime())", june)
    assert resolution.interval is None
    assert str(resolution.problem).startswith("nothing tells which")


def test_this_winter_may_have_begun_last_year() -> None:
    assert when("This(winter)", on("2016-01-20")) == "2015-24"


def test_last_april_may_be_that_of_the_year_before() -> None:
    (other,) = resolve("Last(April)").alternatives
    assert edtf(other.interval) == "2014-04"
    assert (other.value, other.reason) == ("2014-04", "the April of the year before")
    assert other.expression is not None
    assert dump(other.expression) == "Intersection(Last(year), April)"
    assert when(dump(other.expression)) == "2014-04"


def test_next_friday_may_be_the_coming_one() -> None:
    (other,) = resolve("Next(Friday)").alternatives
    assert edtf(other.interval) == "2015-05-15"
    assert other.expression is not None
    assert dump(other.expression) == "Nearest(Friday, DocumentTime())"
    assert resolve(dump(other.expression), FUTURE).interval == other.interval


def test_where_nearness_and_calendar_agree_there_is_one_reading() -> None:
    assert others("Last(May)") == {}
    assert others("Last(Friday)") == {}
    assert others("Next(Monday)") == {}
    assert others("Last(week)") == {}


def test_on_a_saturday_last_friday_is_yesterday_or_that_of_last_week() -> None:
    assert when("Last(Friday)", on("2015-05-16")) == "2015-05-15"
    assert others("Last(Friday)", on("2015-05-16")) == {"2015-05-08": "the Friday of the week before"}


# ---------------------------------------------------------------- what the text leaves open


@pytest.mark.parametrize(
    ("notation", "past", "future"),
    [
        ("Nearest(Tuesday)", "2015-05-12", "2015-05-12"),
        ("Nearest(Friday)", "2015-05-08", "2015-05-15"),
        ("Nearest(Monday)", "2015-05-11", "2015-05-18"),
        ("Nearest(May)", "2015-05", "2015-05"),
        ("Nearest(April)", "2015-04", "2016-04"),
        ("Nearest(May 12th)", "2015-05-12", "2015-05-12"),
        ("Nearest(May 3rd)", "2015-05-03", "2016-05-03"),
        ("Nearest(Holiday(easter))", "2015-04-05", "2016-03-27"),
        ("Nearest(15h)", "2015-05-12T15:00", "2015-05-12T15:00"),
        ("Nearest(Q1)", "2015-33", "2016-33"),
    ],
)
def test_the_tense_decides(notation: str, past: str, future: str) -> None:
    assert when(notation, PAST) == past
    assert when(notation, FUTURE) == future


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Nearest(Tuesday)", "2015-05-12"),
        ("Nearest(Wednesday)", "2015-05-06"),
        ("Nearest(May 20th)", "2015-05-20"),
        ("Nearest(December 25th)", "2014-12-25"),
        ("Nearest(October)", "2015-10"),
        ("Nearest(20th)", "2015-05-20"),
    ],
)
def test_without_a_tense_weekdays_are_past_and_dates_the_nearest(notation: str, expected: str) -> None:
    assert when(notation) == expected


def test_the_others_are_kept() -> None:
    assert others("Nearest(Tuesday)") == {
        "2015-05-05": "the Tuesday before",
        "2015-05-19": "the Tuesday after",
    }
    assert others("Nearest(Friday)", PAST) == {"2015-05-15": "the Friday after"}
    assert others("Nearest(Friday)", FUTURE) == {"2015-05-08": "the Friday before"}


def test_at_six_in_the_evening_three_is_past_and_nine_to_come() -> None:
    past, future = replace(AT_SIX, direction=Direction.PAST), replace(AT_SIX, direction=Direction.FUTURE)
    assert when("Nearest(15h)", AT_SIX) == "2015-05-12T15:00"
    assert when("Nearest(15h)", past) == "2015-05-12T15:00"
    assert when("Nearest(15h)", future) == "2015-05-13T15:00"
    assert when("Nearest(21h)", past) == "2015-05-11T21:00"
    assert when("Nearest(21h)", future) == "2015-05-12T21:00"
    assert when("Nearest(morning)", past) == "[2015-05-12T00..2015-05-12T11]"
    assert when("Nearest(morning)", future) == "[2015-05-13T00..2015-05-13T11]"


def test_a_date_in_the_year_that_the_text_is_talking_about() -> None:
    assert when("Nearest(April)", replace(ON_TUESDAY, reference=parse_edtf("2009").hull)) == "2009-04"


def test_nothing_tells_which_friday_of_a_year() -> None:
    in_2009 = replace(ON_TUESDAY, reference=parse_edtf("2009").hull)
    assert when("Nearest(Friday)", in_2009) == "nothing tells which Friday is meant"
    assert when("Nearest(Friday, Year(2009))") == "nothing tells which Friday is meant"
    assert resolve("Nearest(Friday)", in_2009).value == "XXXX-WXX-5"


@pytest.mark.parametrize("operator", ["Last", "Next", "This", "Nearest"])
def test_what_never_comes(operator: str) -> None:
    resolution = resolve(f"{operator}(February 30th, DocumentTime())")
    assert resolution.problem == "the calendar has no 30 February there"
    assert resolution.value == "XXXX-02-30"


@pytest.mark.parametrize(
    "notation",
    [
        "Last(Friday, Vague(PAST_REF))",
        "Next(Friday, Vague(FUTURE_REF))",
        "This(Friday, Vague(PAST_REF))",
        "Nearest(Friday, Before(Year(2014)))",
    ],
)
def test_from_an_open_base_nothing_is_found(notation: str) -> None:
    assert when(notation) == "nothing tells which Friday is meant"


def test_the_frame_of_these_tests_is_a_tuesday() -> None:
    assert resolve("DocumentTime()").interval == TUESDAY
