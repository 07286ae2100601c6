"""Periods: amounts of time."""

import math

import pytest

from eventdb.temporal.period import Period, plural
from eventdb.temporal.unit import Unit

SEVERAL_DAYS = Period.of(None, Unit.DAY)


def test_a_period_is_as_exact_as_its_finest_unit() -> None:
    assert Period(((Unit.YEAR, 1), (Unit.MONTH, 3))).unit is Unit.MONTH


def test_the_opposite_of_a_period_points_to_the_past() -> None:
    assert -Period.of(2, Unit.DAY) == Period.of(-2, Unit.DAY)
    assert (-Period.of(2, Unit.DAY)).past
    assert not Period.of(2, Unit.DAY).past


def test_an_open_amount_keeps_its_direction() -> None:
    assert SEVERAL_DAYS.vague
    assert not SEVERAL_DAYS.past
    assert (-SEVERAL_DAYS).past
    back = -SEVERAL_DAYS
    assert -back == SEVERAL_DAYS


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period.of(-2, Unit.DAY), "-2 days"),
        (Period.of(1, Unit.CENTURY), "1 century"),
        (Period.of(3, Unit.CENTURY), "3 centuries"),
        (Period(((Unit.YEAR, 1), (Unit.MONTH, 3))), "1 year 3 months"),
        (SEVERAL_DAYS, "X days"),
        (-SEVERAL_DAYS, "-X days"),
    ],
)
def test_as_a_person_writes_it(period: Period, text: str) -> None:
    assert str(period) == text


def test_irregular_plurals() -> None:
    assert [plural(unit) for unit in (Unit.HALF, Unit.MILLENNIUM, Unit.WEEK)] == [
        "halves",
        "millennia",
        "weeks",
    ]


@pytest.mark.parametrize("amounts", [(), ((Unit.DAY, math.inf),), ((Unit.DAY, math.nan),)])
def test_a_period_has_finite_amounts(amounts: tuple[tuple[Unit, float], ...]) -> None:
    with pytest.raises(ValueError, match="at least one amount, and finite ones"):
        Period(amounts)


def test_only_an_open_amount_may_point_back_as_a_whole() -> None:
    with pytest.raises(ValueError, match="left open"):
        Period(((Unit.DAY, 2),), back=True)


def test_whole_counts_read_as_whole() -> None:
    assert str(Period.of(2.0, Unit.DAY)) == "2 days"
    assert str(Period.of(2.5, Unit.DAY)) == "2.5 days"
