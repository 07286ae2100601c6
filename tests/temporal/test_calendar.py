"""The integer calendar against Python's own, and beyond where that ends."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.temporal.calendar import (
    DAY,
    Civil,
    civil,
    date_of,
    day_number,
    instant,
    is_date,
    is_leap,
    iso_week,
    month_length,
    weekday,
)

EPOCH = date(1970, 1, 1)
ANY_DAY = st.integers(-(10**9), 10**9)


@given(st.dates())
def test_days_agree_with_datetime(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == (day - EPOCH).days
    assert weekday(day_number(day.year, day.month, day.day) * DAY) == day.isoweekday()
    assert iso_week(day_number(day.year, day.month, day.day) * DAY) == day.isocalendar()[:2]


@given(st.datetimes())
def test_seconds_agree_with_datetime(moment: datetime) -> None:
    seconds = (moment.replace(microsecond=0) - datetime(1970, 1, 1)) // timedelta(seconds=1)
    assert instant(*moment.timetuple()[:6]) == seconds
    assert civil(seconds) == Civil(*moment.timetuple()[:6])


@given(ANY_DAY)
def test_a_date_is_the_inverse_of_its_number(day: int) -> None:
    year, month, number = date_of(day)
    assert day_number(year, month, number) == day
    assert is_date(year, month, number)


@given(ANY_DAY)
def test_the_next_day_is_the_next_date(day: int) -> None:
    assert date_of(day) < date_of(day + 1)


@pytest.mark.parametrize(
    ("year", "leap"), [(1900, False), (2000, True), (0, True), (-4, True), (-100, False)]
)
def test_leap_years(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert month_length(year, 2) == (29 if leap else 28)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2015, 2, 30), (2015, 13, 1), (2015, 0, 1), (2015, 4, 31)]
)
def test_there_is_no_such_date(year: int, month: int, day: int) -> None:
    assert not is_date(year, month, day)


def test_the_ides_of_march_of_44_bce() -> None:
    assert civil(instant(-43, 3, 15)) == Civil(-43, 3, 15)
    assert instant(-43, 3, 15) < instant(1) < 0
