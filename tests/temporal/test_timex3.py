"""TIMEX3 values."""

import pytest

from eventdb.temporal.calendar import instant
from eventdb.temporal.period import Period
from eventdb.temporal.timex3 import date_value, iso_duration, period_value, unknown_value, year_value
from eventdb.temporal.unit import Unit

AFTERNOON = instant(2015, 5, 12, 15, 30, 9)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        (Unit.SECOND, "2015-05-12T15:30:09"),
        (Unit.MINUTE, "2015-05-12T15:30"),
        (Unit.HOUR, "2015-05-12T15"),
        (Unit.DAY, "2015-05-12"),
        (Unit.WEEK, "2015-W20"),
        (Unit.MONTH, "2015-05"),
        (Unit.QUARTER, "2015-Q2"),
        (Unit.HALF, "2015-H1"),
        (Unit.YEAR, "2015"),
        (Unit.DECADE, "201"),
        (Unit.CENTURY, "20"),
        (Unit.MILLENNIUM, "2"),
    ],
)
def test_a_moment_in_each_unit(unit: Unit, value: str) -> None:
    assert date_value(AFTERNOON, unit) == value


def test_years_before_the_first_are_counted_traditionally() -> None:
    assert [year_value(year) for year in (0, -43, 1, 966)] == ["BC0001", "BC0044", "0001", "0966"]
    assert date_value(instant(-43, 3, 15), Unit.DAY) == "BC0044-03-15"


def test_the_first_days_of_a_year_may_belong_to_the_last_week_of_the_one_before() -> None:
    assert date_value(instant(2016, 1, 1), Unit.WEEK) == "2015-W53"


@pytest.mark.parametrize("unit", Unit)
def test_an_unknown_unit_has_the_shape_of_a_known_one(unit: Unit) -> None:
    known = date_value(AFTERNOON, unit)
    masked = "".join("X" if character.isdigit() else character for character in known)
    assert unknown_value(unit) == masked


@pytest.mark.parametrize(
    ("period", "value", "iso"),
    [
        (Period.of(2, Unit.DAY), "P2D", "P2D"),
        (Period.of(-2, Unit.DAY), "P2D", "P2D"),
        (Period.of(3, Unit.HOUR), "PT3H", "PT3H"),
        (Period(((Unit.YEAR, 1), (Unit.MONTH, 6))), "P1Y6M", "P1Y6M"),
        (Period(((Unit.DAY, 1), (Unit.HOUR, 2), (Unit.MINUTE, 3))), "P1DT2H3M", "P1DT2H3M"),
        (Period.of(0.5, Unit.YEAR), "P6M", "P6M"),
        (Period.of(2.5, Unit.YEAR), "P2.5Y", "P2.5Y"),
        (Period.of(2.0, Unit.YEAR), "P2Y", "P2Y"),
        (Period.of(1.5, Unit.MINUTE), "PT1M30S", "PT1M30S"),
        (Period.of(5.5, Unit.HOUR), "PT5H30M", "PT5H30M"),
        (Period.of(0.3, Unit.MONTH), "P0.3M", "P0.3M"),
        (Period.of(2, Unit.DECADE), "P20Y", "P20Y"),
        (Period.of(1e-9, Unit.YEAR), "P0Y", "P0Y"),
        (Period.of(0.5, Unit.CENTURY), "P50Y", "P50Y"),
        (Period(((Unit.DECADE, 1), (Unit.YEAR, 2))), "P12Y", "P12Y"),
        (Period.of(3, Unit.QUARTER), "P3Q", "P9M"),
        (Period.of(1, Unit.HALF), "P1H", "P6M"),
        (Period.of(None, Unit.YEAR), "PXY", None),
        (Period.of(None, Unit.DECADE), "PXDE", None),
        (Period.of(None, Unit.HOUR), "PTXH", None),
        (Period(((Unit.DECADE, 1), (Unit.YEAR, None))), "PXY", None),
    ],
)
def test_durations(period: Period, value: str, iso: str | None) -> None:
    assert period_value(period) == value
    assert iso_duration(period) == iso
