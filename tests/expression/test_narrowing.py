"""Within a base, beside it, between two."""

import pytest
from expressions import AT_SIX, on, resolve, when

from eventdb.expression.frame import Frame
from eventdb.temporal.unit import Unit

EVENTS = on("2015-05-12", month="2014-04", long="2014-04/2015-05-10", ongoing="2014-04/..", by="[..2014-04]")


@pytest.mark.parametrize(
    ("notation", "expected", "value"),
    [
        ("Intersection(Year(2014), April)", "2014-04", "2014-04"),
        ("Intersection(Year(2014), April 3rd)", "2014-04-03", "2014-04-03"),
        ("Intersection(Year(2014), summer)", "2014-22", "2014-SU"),
        ("Intersection(Year(2014), winter)", "2014-24", "2014-WI"),
        ("Intersection(Year(2014), Q3)", "2014-35", "2014-Q3"),
        ("Intersection(Year(2014), Holiday(easter))", "2014-04-20", "2014-04-20"),
        ("Intersection(Last(week), Friday)", "2015-05-08", "2015-05-08"),
        ("Intersection(Last(week), weekend)", "[2015-05-09..2015-05-10]", "2015-W19-WE"),
        ("Intersection(Shift(DocumentTime(), +1 day), 12h)", "2015-05-13T12:00", "2015-05-13T12:00"),
        ("Intersection(Nearest(Sunday), 24h)", "2015-05-11T00:00", "2015-05-10T24:00"),
        ("Intersection(Nearest(Sunday), night)", "[2015-05-10T17..2015-05-11T06]", "2015-05-10TNI"),
        ("Intersection(Year(2015), May 12th Tuesday)", "2015-05-12", "2015-05-12"),
        ("Intersection(Intersection(Year(2015), May 12th), Tuesday)", "2015-05-12", "2015-05-12"),
        ("Intersection(Intersection(Year(2015), May 12th), May)", "2015-05-12", "2015-05-12"),
    ],
)
def test_within(notation: str, expected: str, value: str) -> None:
    assert when(notation) == expected
    assert resolve(notation).value == value


def test_a_clock_time_within_a_clock_time_is_that_of_its_day() -> None:
    assert when("Intersection(DocumentTime(), 9h)", AT_SIX) == "2015-05-12T09:00"


def test_the_hours_of_last_night_lie_on_two_days() -> None:
    assert when("Intersection(Last(night), 22h)") == "2015-05-11T22:00"
    assert when("Intersection(Last(night), 2h)") == "2015-05-12T02:00"
    assert when("Intersection(This(evening), 20h)") == "2015-05-12T20:00"
    assert when("Intersection(This(morning), 12h)") == "2015-05-12T12:00"


def test_which_of_several_is_left_open() -> None:
    resolution = resolve("Intersection(Last(month), Friday)")
    assert when("Intersection(Last(month), Friday)") == "2015-04"
    assert (resolution.value, resolution.unit) == ("2015-04", Unit.MONTH)
    assert resolution.steps[-1].reason == "which Friday is left open"


def test_a_weekday_that_contradicts_a_date_yields_to_it() -> None:
    resolution = resolve("Intersection(Intersection(Year(2015), May 12th), Friday)")
    assert when("Intersection(Intersection(Year(2015), May 12th), Friday)") == "2015-05-12"
    assert resolution.steps[-1].reason == "though the text says Friday, which it is not"


@pytest.mark.parametrize(
    ("notation", "problem"),
    [
        ("Intersection(Year(2015), February 29th)", "there is no 29 February in 2015"),
        ("Intersection(Last(week), April)", "there is no April in week of 2015-05-04"),
        ("Intersection(Vague(PAST_REF), April)", "it has no bounds within which to look"),
        ("Nth(5, Friday, Intersection(Year(2015), June))", "no Friday number 5 is found in 2015-06"),
        ("Nth(0, Friday, Year(2015))", "there is no such Friday"),
        ("Closest(0, Friday, Year(2015))", "there is no such Friday"),
        ("Closest(1, February 30th, Year(2015))", "the calendar has no such 30 February"),
        ("Nth(1, Friday, Vague(PAST_REF))", "there is no such Friday"),
        ("Nth(99999999999999999999, day, Year(2015))", "no day number 99999999999999999999 is found in 2015"),
    ],
)
def test_what_is_not_there(notation: str, problem: str) -> None:
    assert when(notation, EVENTS) == problem


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Nth(3, Tuesday, Intersection(Year(2014), May))", "2014-05-20"),
        ("Nth(-1, Friday, Intersection(Year(2014), May))", "2014-05-30"),
        ("Nth(-1, day, Year(2014))", "2014-12-31"),
        ("Closest(1, Sunday, Intersection(Year(2015), May 8th))", "2015-05-10"),
        ("Closest(2, Sunday, Intersection(Year(2015), May 8th))", "2015-05-03"),
        ("Closest(3, Sunday, Intersection(Year(2015), May 8th))", "2015-05-17"),
        ("Closest(1, Friday, Intersection(Year(2015), May 8th))", "2015-05-08"),
        ("Closest(1, Holiday(super-tuesday), Year(2019))", "2020-03-03"),
        ("Nth(1, week, Year(2014))", "[2013-12-30..2014-01-05]"),
        ("Nth(-1, week, Year(2018))", "[2018-12-24..2018-12-30]"),
        ("Nth(1, week, Intersection(Year(2019), October))", "[2019-09-30..2019-10-06]"),
        ("Nth(100, day, Year(2014))", "2014-04-10"),
        ("Nth(2, day, EventTime(long))", "[2014-04-02..2014-05-01]"),
        ("Nth(2000, day, Year(201X))", "2015-06-23"),
    ],
)
def test_the_nth(notation: str, expected: str) -> None:
    assert when(notation, EVENTS) == expected


def test_without_a_date_the_value_says_what_is_known() -> None:
    values = {
        "Intersection(Nearest(Tuesday), 15h)": "XXXX-XX-XXT15:00",
        "Part(START, Last(month))": "XXXX-XX",
        "Nth(2, Tuesday, Last(month))": "XXXX-WXX-2",
        "Last(3 days)": "P3D",
    }
    assert {notation: resolve(notation, Frame()).value for notation in values} == values
