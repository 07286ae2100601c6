"""What figures can mean."""

import pytest

from eventdb.expression.nodes import Between, Expression, Field, Intersection, Repeating, Year
from eventdb.language.numerals import calendar_day, clock_time, full_year, readings
from eventdb.language.tokens import tokens_of


def meanings(text: str, *, day_first: bool = False, decimal_comma: bool = False) -> dict[str, object]:
    (token,) = tokens_of(text, ())
    return dict(readings(token, day_first=day_first, decimal_comma=decimal_comma))


def day(year: int, month: int, day_: int) -> Expression:
    found = calendar_day(year, month, day_)
    assert found is not None
    return found


def test_four_figures_are_a_number_a_year_and_a_clock_time() -> None:
    found = meanings("1945")
    assert (found["number"], found["year4"]) == (1945, 1945)
    assert found["military"] == clock_time(19, 45)
    assert "year4" not in meanings("2368")
    assert "year4" not in meanings("812")
    assert "military" not in meanings("1875")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2015-05-12", day(2015, 5, 12)),
        ("2015/5/12", day(2015, 5, 12)),
        ("5/12/2015", day(2015, 5, 12)),
        ("5-12-15", day(2015, 5, 12)),
        ("13/5/2015", day(2015, 5, 13)),
        ("12.5.2015", day(2015, 5, 12)),
        ("27.03.71", day(1971, 3, 27)),
        ("20150512", day(2015, 5, 12)),
        ("2015/13/5", day(2015, 5, 13)),
    ],
)
def test_dates_in_figures(text: str, value: Expression) -> None:
    assert meanings(text)["full-day"] == value


def test_the_locale_decides_the_order() -> None:
    assert meanings("3/4/2015", day_first=True)["full-day"] == day(2015, 4, 3)
    assert meanings("3/4/2015")["full-day"] == day(2015, 3, 4)
    assert meanings("3/4", day_first=True)["slashed-day"] == Repeating(((Field.MONTH, 4), (Field.DAY, 3)))


@pytest.mark.parametrize(
    "text", ["2015-02-30", "02/30/2015", "2015-13-45", "99/99/2015", "1.10.30", "123/4/5678"]
)
def test_no_calendar_has_these(text: str) -> None:
    assert not {"full-day", "time"} & set(meanings(text))


def test_clock_times() -> None:
    assert meanings("9:30:15")["clock"] == Repeating(
        ((Field.HOUR, 9), (Field.MINUTE, 30), (Field.SECOND, 15))
    )
    assert meanings("10h15")["clock"] == clock_time(10, 15)
    assert meanings("7.30")["dotted-clock"] == clock_time(7, 30)
    assert "clock" not in meanings("25:10")
    assert clock_time(24, 0) is not None
    assert clock_time(24, 1) is None
    assert clock_time(9, 60) is None


def test_iso_times_weeks_and_quarters() -> None:
    assert meanings("2015-05-12T09:30")["time"] == Intersection(
        day(2015, 5, 12), Repeating(((Field.HOUR, 9), (Field.MINUTE, 30)))
    )
    assert "time" not in meanings("2015-05-12T99:30")
    assert meanings("2015-W20")["full-date"] == Intersection(Year(2015), Repeating.of(Field.WEEK, 20))
    assert meanings("2015-W20-2")["full-date"] == Intersection(
        Intersection(Year(2015), Repeating.of(Field.WEEK, 20)), Repeating.of(Field.WEEKDAY, 2)
    )
    assert meanings("2015Q3")["full-date"] == Intersection(Year(2015), Repeating.of(Field.QUARTER, 3))


def test_slashes() -> None:
    assert meanings("4/2015")["full-date"] == Intersection(Year(2015), Repeating.of(Field.MONTH, 4))
    assert meanings("2014/15")["year-span"] == Between(Year(2014), Year(2015))
    assert meanings("2014/2015")["year-span"] == Between(Year(2014), Year(2015))
    assert meanings("2014/19") == {}
    assert meanings("2014/05")["full-date"] == Intersection(Year(2014), Repeating.of(Field.MONTH, 5))
    assert meanings("1/2")["fraction"] == 0.5
    assert meanings("23/4")["slashed-day"] == Repeating(((Field.MONTH, 4), (Field.DAY, 23)))
    assert meanings("45/99") == {}


def test_decades_and_short_years() -> None:
    assert meanings("1990s")["decade"] == Year(199, 1)
    assert meanings("'90s")["short-decade"] == 9
    assert meanings("'98")["short-year"] == 98
    assert meanings("470s") == {"era-decade": 470}
    assert (full_year(98, 2), full_year(14, 2), full_year(814, 3)) == (1998, 2014, 814)


def test_other_figures() -> None:
    assert meanings("3rd")["ordinal"] == 3
    assert meanings("1,200")["large-number"] == 1200
    assert meanings("2.5")["decimal"] == meanings("2,5")["decimal"] == 2.5
    assert meanings("22/Jan/2019")["textual-date"] == (22, "jan", 2019)
    assert meanings("1234567890") == {}


def test_a_point_between_thousands() -> None:
    assert meanings("2.000")["decimal"] == 2
    assert meanings("2.000", decimal_comma=True) == {"large-number": 2000}
    assert meanings("2.5", decimal_comma=True)["decimal"] == 2.5


def test_a_day_with_a_point() -> None:
    assert meanings("22.04", day_first=True)["dotted-day"] == Repeating(((Field.MONTH, 4), (Field.DAY, 22)))
    assert "dotted-day" not in meanings("22.4")
    assert "dotted-day" not in meanings("22.14", day_first=True)
