"""Stretches of a length beside a base."""

import pytest
from expressions import AT_SIX, on, resolve, when

from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Last(3 days)", "[2015-05-09..2015-05-12]"),
        ("Last(2 weeks)", "[2015-04-28..2015-05-12]"),
        ("Last(2 months)", "[2015-03-12..2015-05-12]"),
        ("Last(10 years)", "[2005-05-12..2015-05-12]"),
        ("Last(-3 days)", "[2015-05-09..2015-05-12]"),
        ("Last(0.5 years)", "[2014-11-12..2015-05-12]"),
        ("Last(X weeks)", "[2015-01-12..2015-05-12]"),
        ("Next(3 days)", "[2015-05-13..2015-05-15]"),
        ("Next(2 quarters)", "2015-41"),
        ("Last(2 quarters)", "[2014-10..2015-03]"),
        ("This(3 days)", "[2015-05-09..2015-05-15]"),
        ("Last(3 days, EventTime(e1))", "[2014-04-28..2014-04-30]"),
        ("Next(3 days, EventTime(e1))", "[2014-05-04..2014-05-06]"),
        ("Last(3 days, ReferenceTime())", "[2015-05-09..2015-05-12]"),
        ("Last(3 years, Year(2014))", "[2011..2013]"),
        ("Last(0 days)", "2015-05-12"),
        ("Last(0 days, EventTime(e1))", "0 days is no time at all"),
        ("Last(2000000000 years)", "[..2015-05-12]"),
        ("Last(3 days, Vague(PAST_REF))", "nothing tells from where to count"),
        ("Next(3 days, Vague(PAST_REF))", "[2015-05-13..2015-05-15]"),
    ],
)
def test_the_stretch(notation: str, expected: str) -> None:
    assert when(notation, on("2015-05-12", e1="[2014-05-01..2014-05-03]")) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Nth(1, 10 months, Year(1915))", "[1915-01..1915-10]"),
        ("Nth(-1, 3 days, Intersection(Year(2015), May))", "[2015-05-29..2015-05-31]"),
        ("Nth(1, 2 weeks, Year(2021))", "[2021-01-04..2021-01-17]"),
        ("Nth(1, X weeks, Year(1943))", "[1943-01-04..1943-05-03]"),
        ("Nth(1, 5 years, Year(1943))", "1943"),
        ("Nth(1, 2 days, EventTime(e1))", "[2014-05-01..2014-05-04]"),
        ("Nth(-1, 2 days, EventTime(e1))", "[2014-04-30..2014-05-03]"),
        ("Nth(1, 2 days, Vague(PAST_REF))", "nothing tells from where to count"),
    ],
)
def test_the_first_or_last_stretch_of_a_base(notation: str, expected: str) -> None:
    assert when(notation, on("2015-05-12", e1="[2014-05-01..2014-05-03]")) == expected


def test_from_a_clock_time_a_stretch_is_exact() -> None:
    assert when("Last(3 hours)", AT_SIX) == "[2015-05-12T15..2015-05-12T17]"
    assert when("Next(3 hours)", AT_SIX) == "[2015-05-12T18..2015-05-12T20]"


def test_days_are_counted_from_a_day_also_where_the_minute_is_known() -> None:
    assert when("Next(3 days)", AT_SIX) == "[2015-05-13..2015-05-15]"
    assert when("Last(3 days)", AT_SIX) == "[2015-05-09..2015-05-12]"


def test_a_stretch_is_a_duration_too() -> None:
    resolution = resolve("Last(3 days)")
    assert resolution.duration == Period.of(3, Unit.DAY)
    assert (resolution.value, resolution.unit) == ("P3D", Unit.DAY)
