"""TIMEX3 type and attributes of an expression."""

import pytest

from eventdb.expression.notation import load
from eventdb.language.classify import classify
from eventdb.language.timex import TimexType


@pytest.mark.parametrize(
    ("notation", "type_", "mod"),
    [
        ("Year(2014)", TimexType.DATE, None),
        ("Last(week)", TimexType.DATE, None),
        ("Last(3 days)", TimexType.DURATION, None),
        ("Next(X weeks)", TimexType.DURATION, None),
        ("Part(START, Last(3 days))", TimexType.DURATION, "START"),
        ("Part(START, Year(1998))", TimexType.DATE, "START"),
        ("Part(MID, Nearest(afternoon))", TimexType.TIME, "MID"),
        ("Approximate(Year(1120))", TimexType.DATE, "APPROX"),
        ("Approximate(Nearest(12h 0m))", TimexType.TIME, "APPROX"),
        ("Before(Year(1914))", TimexType.DATE, "BEFORE"),
        ("After(Year(1959))", TimexType.DATE, "AFTER"),
        ("Intersection(This(day), night)", TimexType.TIME, None),
        ("Shift(DocumentTime(), -2 hours)", TimexType.TIME, None),
        ("Shift(DocumentTime(), -2 days)", TimexType.DATE, None),
        ("Next(hour)", TimexType.TIME, None),
        ("Duration(1 year, MORE_THAN)", TimexType.DURATION, "MORE_THAN"),
        ("Vague(PRESENT_REF)", TimexType.DATE, None),
    ],
)
def test_type_and_mod(notation: str, type_: TimexType, mod: str | None) -> None:
    found = classify(load(notation))
    assert (found.type, found.mod) == (type_, mod)


def test_sets_carry_quantity_and_frequency() -> None:
    found = classify(load('Recurrence(1 week, quant=EVERY, freq="2X")'))
    assert found == (TimexType.SET, None, "EVERY", "2X")
