"""The proleptic Gregorian calendar on integers, for any year (Python's `datetime` ends at 1 and 9999).

Days count from 1970-01-01. The two conversions are Howard Hinnant's `days_from_civil` and
`civil_from_days` (https://howardhinnant.github.io/date_algorithms.html).
"""

from functools import lru_cache
from typing import NamedTuple

MINUTE = 60
HOUR = 3600
DAY = 86400
WEEK = 7 * DAY

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Civil(NamedTuple):
    """A moment in civil time: astronomical year, month 1-12, day 1-31, and the time of day."""

    year: int
    month: int = 1
    day: int = 1
    hour: int = 0
    minute: int = 0
    second: int = 0


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February.

    >>> is_leap(1900), is_leap(2000), is_leap(-4)
    (False, True, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day: 30 February is none."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01.

    >>> day_number(1969, 12, 31), day_number(2015, 5, 12)
    (-1, 16567)
    """
    year -= month <= 2
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468


def date_of(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; the inverse of `day_number`."""
    day += 719468
    era = day // 146097
    day_of_era = day - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + (3 if shifted_month < 10 else -9)
    year = year_of_era + era * 400 + (month <= 2)
    return year, month, day_of_year - (153 * shifted_month + 2) // 5 + 1


def instant(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """Seconds since 1970-01-01T00:00:00 of a moment in civil time.

    >>> instant(1970, 1, 2, 0, 0, 1)
    86401
    """
    return day_number(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second


@lru_cache(maxsize=1 << 14)
def civil(seconds: int) -> Civil:
    """The civil time of an instant; the inverse of `instant`.

    >>> civil(-1)
    Civil(year=1969, month=12, day=31, hour=23, minute=59, second=59)
    """
    day, rest = divmod(seconds, DAY)
    hour, rest = divmod(rest, HOUR)
    minute, second = divmod(rest, MINUTE)
    return Civil(*date_of(day), hour, minute, second)


def weekday(seconds: int) -> int:
    """ISO number of the day of the week: 1 is Monday, 7 is Sunday.

    >>> weekday(instant(2015, 5, 12))  # a Tuesday
    2
    """
    return (seconds // DAY + 3) % 7 + 1


def iso_week(seconds: int) -> tuple[int, int]:
    """ISO 8601 week-numbering year and week.

    >>> iso_week(instant(2016, 1, 1))
    (2015, 53)
    """
    thursday = seconds // DAY - (weekday(seconds) - 1) + 3
    year = date_of(thursday)[0]
    return year, (thursday - day_number(year, 1, 1)) // 7 + 1
