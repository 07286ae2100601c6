"""When a holiday or observance falls in a year: the rules of data/holidays.toml."""

import warnings
from collections.abc import Mapping
from functools import cache
from typing import Any

from eventdb.resources import load_toml
from eventdb.temporal.calendar import DAY, HOUR, civil, day_number, instant, is_date, weekday
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_CHURCH_YEARS = range(326, 4100)
"""The years for which the rules of Easter hold and `dateutil.easter` knows it."""

_PACKAGE_YEARS = range(1900, 2101)
"""No calendar of the package `holidays` reaches beyond."""


def holidays() -> dict[str, dict[str, Any]]:
    """The rules by key."""
    rules: dict[str, dict[str, Any]] = load_toml("holidays.toml")["holidays"]
    return rules


def observances(key: str, year: int) -> list[Interval]:
    """The days of a holiday in a year, or its hours: one interval, or none where it has no known date.

    A lunar holiday may come twice in a year. ``observances("easter", 2015)`` is 5 April 2015.
    """
    rule = holidays().get(key)
    if rule is None or year < rule.get("since", year):
        return []
    first, last = rule.get("clock", (0, 24 * rule.get("days", 1)))
    days = (start + rule.get("plus", 0) * DAY for start in _starts(rule, year))
    return [Interval(day + int(first * HOUR), day + int(last * HOUR)) for day in days]


def _starts(rule: Mapping[str, Any], year: int) -> list[int]:
    match rule:
        case {"month": month, "day": day, "weekday": number}:
            return [_weekday_up_to(instant(year, month, day), number)]
        case {"month": month, "day": day}:
            return [instant(year, month, day)] if is_date(year, month, day) else []
        case {"month": month, "weekday": number, "nth": nth}:
            return [_nth_weekday(year, month, number, nth)]
        case {"dates": dates}:
            return [instant(day.year, day.month, day.day) for day in dates if day.year == year]
        case {"easter": offset} | {"orthodox-easter": offset}:
            return [easter + offset * DAY for easter in _easter(year, orthodox="orthodox-easter" in rule)]
        case _:
            category = rule.get("category", "public")
            categories = (category,) if isinstance(category, str) else tuple(category)
            return _from_package(rule["country"], categories, rule["called"], year)


def _nth_weekday(year: int, month: int, number: int, nth: int) -> int:
    first = instant(year, month)
    if nth > 0:
        return first + (number - weekday(first)) % 7 * DAY + (nth - 1) * 7 * DAY
    last = Unit.MONTH.add(first, 1) - DAY
    return last - (weekday(last) - number) % 7 * DAY + (nth + 1) * 7 * DAY


def _weekday_up_to(day: int, number: int) -> int:
    """The last Sunday up to 24 December is the fourth of Advent."""
    return day - (weekday(day) - number) % 7 * DAY


def _easter(year: int, *, orthodox: bool) -> list[int]:
    """Easter Sunday; before 1583 in the Julian calendar that the texts themselves use."""
    from dateutil.easter import easter

    if year not in _CHURCH_YEARS:
        return []
    sunday = easter(year, 1 if year < 1583 else 2 if orthodox else 3)  # Julian, orthodox, western
    return [day_number(sunday.year, sunday.month, sunday.day) * DAY]


@cache
def _from_package(country: str, categories: tuple[str, ...], called: str, year: int) -> list[int]:
    """The first days of the runs that the package `holidays` calls so; one may have begun last year."""
    if year not in _PACKAGE_YEARS:
        return []
    from holidays import country_holidays

    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # a year that a calendar does not reach gives no days, which is enough
        calendar = country_holidays(country, years=[year - 1, year], language="en_US", categories=categories)
    named = sorted(
        day_number(day.year, day.month, day.day)
        for day, names in calendar.items()
        if called in (name.removesuffix(" (estimated)") for name in names.split("; "))
    )
    firsts = [day * DAY for day in named if day - 1 not in named]
    return [first for first in firsts if civil(first).year == year]
