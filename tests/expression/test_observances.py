"""Holidays: the rule of each, and the dates that history gave them."""

import pytest
from expressions import edtf

from eventdb.expression.observances import holidays, observances


@pytest.mark.parametrize(
    ("key", "year", "dates"),
    [
        ("christmas", 2015, ["2015-12-25"]),
        ("new-years-eve", 1999, ["1999-12-31"]),
        ("leap-day", 2016, ["2016-02-29"]),
        ("leap-day", 2015, []),
        ("thanksgiving", 2015, ["2015-11-26"]),
        ("black-friday", 2015, ["2015-11-27"]),
        ("labor-day", 2015, ["2015-09-07"]),
        ("memorial-day", 2015, ["2015-05-25"]),
        ("martin-luther-king-day", 2015, ["2015-01-19"]),
        ("martin-luther-king-day", 1960, []),
        ("earth-hour", 2013, ["[2013-03-23T20:30..2013-03-23T21:29]"]),
        ("super-duper-tuesday", 2008, ["2008-02-05"]),
        ("super-tuesday", 2016, ["2016-03-01"]),
        ("super-tuesday", 2015, []),
        ("maha-shivaratri", 2019, ["2019-03-04"]),
        ("maha-shivaratri", 2020, ["2020-02-21"]),
        ("election-day-us", 2016, ["2016-11-08"]),
        ("mothers-day", 2015, ["2015-05-10"]),
        ("easter", 2015, ["2015-04-05"]),
        ("easter", 1916, ["1916-04-23"]),
        ("easter", 1500, ["1500-04-19"]),
        ("easter", 100, []),
        ("orthodox-easter", 2015, ["2015-04-12"]),
        ("good-friday", 2015, ["2015-04-03"]),
        ("ash-wednesday", 2015, ["2015-02-18"]),
        ("pentecost", 2015, ["2015-05-24"]),
        ("holy-week", 2015, ["[2015-03-29..2015-04-04]"]),
        ("eid-al-fitr", 2015, ["2015-07-17"]),
        ("ramadan", 2015, ["[2015-06-18..2015-07-17]"]),
        ("ramadan", 2030, ["[2030-01-05..2030-02-03]", "[2030-12-26..2031-01-24]"]),
        ("passover", 2015, ["[2015-04-03..2015-04-11]"]),
        ("dhanteras", 2015, ["2015-11-09"]),
        ("orthodox-clean-monday", 2015, ["2015-02-23"]),
        ("administrative-professionals-day", 2015, ["2015-04-22"]),
        ("hanukkah", 2015, ["[2015-12-06..2015-12-14]"]),
        ("chinese-new-year", 2015, ["2015-02-19"]),
        ("diwali", 2015, ["2015-11-11"]),
        ("diwali", 1960, []),
        ("eid-al-fitr", 1600, []),
        ("no-such-day", 2015, []),
    ],
)
def test_when_it_falls(key: str, year: int, dates: list[str]) -> None:
    assert [edtf(interval) for interval in observances(key, year)] == dates


@pytest.mark.parametrize(("year", "day"), [(2023, "2023-12-03"), (2022, "2022-11-27"), (2015, "2015-11-29")])
def test_advent_is_counted_back_from_the_last_sunday_up_to_christmas_eve(year: int, day: str) -> None:
    assert [edtf(interval) for interval in observances("advent-1", year)] == [day]


@pytest.mark.parametrize("key", sorted(holidays()))
def test_every_rule_of_the_file_gives_a_date(key: str) -> None:
    dates = holidays()[key].get("dates")
    assert any(observances(key, year) for year in ([dates[0].year] if dates else range(2019, 2027)))


def test_every_holiday_has_names_of_its_own() -> None:
    names = [name for holiday in holidays().values() for name in holiday["en"]]
    assert len(names) == len(set(names))
    assert all(holiday["name"] for holiday in holidays().values())
