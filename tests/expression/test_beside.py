"""Before, after, between, about."""

import pytest
from expressions import on, resolve, when

EVENTS = on("2015-05-12", month="2014-04", long="2014-04/2015-05-10", ongoing="2014-04/..", by="[..2014-04]")


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Between(Year(2008), Year(2010))", "[2008..2010]"),
        ("Between(Nearest(May 3rd), Nearest(5th))", "[2015-05-03..2015-05-05]"),
        ("Between(Nearest(November), Nearest(February))", "[2014-11..2015-02]"),
        ("Between(Nearest(Monday), Nearest(Friday))", "[2015-05-11..2015-05-15]"),
        ("Between(Nearest(17h), Nearest(18h))", "2015-05-12T17"),
        ("Between(Year(2008), Unknown(then))", "[2008..]"),
        ("Between(Unknown(then), Year(2008))", "[..2008]"),
        ("Between(EventTime(month), EventTime(long))", "[2014-04-01..2015-05-10]"),
        ("Between(Vague(FUTURE_REF), Nearest(April))", "[2015-05-12..]"),
    ],
)
def test_between(notation: str, expected: str) -> None:
    assert when(notation, EVENTS) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Before(NamedPeriod(world-war-ii))", "[..1939-08]"),
        ("After(Year(2008))", "[2009..]"),
        ("Before(EventTime(month))", "[..2014-04]"),
        ("After(EventTime(month))", "[2014-04..]"),
        ("Before(EventTime(long))", "[..2014-04]"),
        ("After(EventTime(long))", "[2015-05-10..]"),
    ],
)
def test_before_and_after_an_event_its_own_day_is_not_excluded(notation: str, expected: str) -> None:
    assert when(notation, EVENTS) == expected


def test_about_moves_no_bound() -> None:
    resolution = resolve("Approximate(Year(1120))")
    assert (when("Approximate(Year(1120))"), resolution.approximate) == ("1120", True)
    assert resolve("Shift(Approximate(Year(1120)), +1 year)").approximate
    assert resolve("Between(Approximate(Year(1120)), Year(1130))").approximate


@pytest.mark.parametrize(
    ("notation", "problem"),
    [
        ("Between(Year(2010), Year(2008))", "the range ends before it begins"),
        ("Between(Unknown(x), Unknown(y))", "not understood: x"),
        ("Between(Duration(1 day), Duration(2 days))", "neither end is a time"),
        ("Before(EventTime(ongoing))", "[..2014-04]"),
        ("After(EventTime(ongoing))", "nothing tells when ongoing ended"),
        ("Before(Vague(PAST_REF))", "nothing tells when in the past began"),
        ("After(Vague(FUTURE_REF))", "nothing tells when in the future ended"),
    ],
)
def test_what_is_not_there(notation: str, problem: str) -> None:
    assert when(notation, EVENTS) == problem
