"""What figures can mean: years, days, clock times, ISO 8601 and slashed dates; in any language."""

import re
from collections.abc import Callable, Iterator

from eventdb.expression.nodes import Between, Expression, Field, Intersection, Repeating, Year
from eventdb.language.tokens import Token
from eventdb.temporal.calendar import is_date
from eventdb.temporal.unit import Unit

Reading = tuple[str, object]
"""A category and a value."""

_FULL_YEAR = 4
_PIVOT = 50
"""Two-digit years up to this are of the 2000s, as POSIX nearly has it (69 there)."""


def readings(token: Token, *, day_first: bool = False, decimal_comma: bool = False) -> Iterator[Reading]:
    """Everything that a token of figures can mean.

    `day_first`: 3/4 is 3 April. `decimal_comma`: 2.000 is two thousand.

    "1998" is a number and a year; "3/4/2015" is a date; "9:30" a clock time.
    """
    read = _READERS.get(token.shape) if not decimal_comma else _WITH_COMMA.get(token.shape)
    if read is not None:
        yield from read(token.text, day_first)


def full_year(year: int, digits: int) -> int:
    """The year that is meant where only two digits are written.

    >>> full_year(14, 2), full_year(71, 2), full_year(1071, 4)
    (2014, 1971, 1071)
    """
    if digits >= 3:
        return year
    return year + (2000 if year <= _PIVOT else 1900)


def calendar_day(year: int, month: int, day: int) -> Expression | None:
    """A day of a year; None where the calendar has no such day."""
    if not is_date(year, month, day):
        return None
    return Intersection(Year(year), Repeating(((Field.MONTH, month), (Field.DAY, day))))


def clock_time(hour: int, minute: int = 0, second: int | None = None) -> Repeating | None:
    """A time of day; None where no clock shows it."""
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and (minute or second)):
        return None
    fields: list[tuple[Field, int | str | Unit]] = [(Field.HOUR, hour), (Field.MINUTE, minute)]
    if second is not None:
        fields.append((Field.SECOND, second))
    return Repeating(tuple(fields))


def _number(text: str, _: bool) -> Iterator[Reading]:
    if len(text) > 9:
        return
    value = int(text)
    yield "number", value
    if len(text) == _FULL_YEAR and 1000 <= value < 2200:
        yield "year4", value
    if len(text) == _FULL_YEAR and (clock := clock_time(value // 100, value % 100)):
        yield "military", clock
    if len(text) == 8 and 1900 <= value // 10000 < 2100:
        day = calendar_day(value // 10000, value // 100 % 100, value % 100)
        if day is not None:
            yield "full-day", day


def _grouped(text: str, _: bool) -> Iterator[Reading]:
    yield "large-number", int(text.replace(",", ""))


def _decimal(text: str, day_first: bool) -> Iterator[Reading]:
    yield "decimal", float(text)
    first, second = text.split(".")
    if len(second) == 2 and (clock := clock_time(int(first), int(second))):
        yield "dotted-clock", clock
    day = day_in_figures(first, second, day_first=day_first)
    if day is not None and (len(second) == 2 or day_first):
        yield "dotted-day", day


def _pointed(text: str, day_first: bool) -> Iterator[Reading]:
    """Where decimals have a comma, a point stands between thousands, or in a date or clock time."""
    if re.fullmatch(r"\d{1,3}\.\d{3}", text):
        yield "large-number", int(text.replace(".", ""))
    else:
        yield from _decimal(text, day_first)


def _comma(text: str, _: bool) -> Iterator[Reading]:
    yield "decimal", float(text.replace(",", "."))


def _ordinal(text: str, _: bool) -> Iterator[Reading]:
    yield "ordinal", int(text[:-2])


def _clock(text: str, _: bool) -> Iterator[Reading]:
    parts = [int(part) for part in re.split("[:hH]", re.sub(r"[.,]\d+$", "", text))]
    if clock := clock_time(*parts):
        yield "clock", clock


def _decade(text: str, _: bool) -> Iterator[Reading]:
    """ "1990s" ten years, "1800s" a hundred; but "2000s" are ten, as everybody still says."""
    digits = re.sub(r"\D", "", text)
    yield "era-decade", int(digits)
    if len(digits) == _FULL_YEAR:
        century = digits.endswith("00") and digits != "2000"
        yield "decade", Year(int(digits) // 100, 2) if century else Year(int(digits) // 10, 1)
    elif len(digits) == 2:
        yield "short-decade", int(digits) // 10


def _short_year(text: str, _: bool) -> Iterator[Reading]:
    yield "short-year", int(text[1:])


def _iso(text: str, _: bool) -> Iterator[Reading]:
    day = calendar_day(*(int(part) for part in text[:10].split("-")))
    time = re.match(r"(\d\d):(\d\d)(?::(\d\d))?", text[11:])
    if day is None:
        return
    if time is None:
        yield "full-day", day
        return
    clock = clock_time(int(time[1]), int(time[2]), None if time[3] is None else int(time[3]))
    if clock is not None:
        yield "time", Intersection(day, clock)


def _iso_week(text: str, _: bool) -> Iterator[Reading]:
    year, week, *day = re.split("-?W|-", text)
    found: Expression = Intersection(Year(int(year)), Repeating.of(Field.WEEK, int(week)))
    if day:
        found = Intersection(found, Repeating.of(Field.WEEKDAY, int(day[0])))
    yield "full-date", found


def _iso_quarter(text: str, _: bool) -> Iterator[Reading]:
    yield "full-date", Intersection(Year(int(text[:4])), Repeating.of(Field.QUARTER, int(text[-1])))


def _numeric(text: str, day_first: bool) -> Iterator[Reading]:
    """ "3/4/2015", "2015/4/3", "3.4.15", "3-4-15"."""
    first, second, third = re.split("[/.-]", text)
    if len(first) == _FULL_YEAR:
        day = _year_first(int(first), int(second), int(third))
    elif len(first) <= 2 and (len(third) == 4 or (len(third) == 2 and not _is_version(text))):
        year = full_year(int(third), len(third))
        day = year_last(int(first), int(second), year, day_first=day_first or "." in text)
    else:
        day = None
    if day is not None:
        yield "full-day", day


def _is_version(text: str) -> bool:
    """ "1.10.30" numbers a release; a date with points has two figures for the day and the month."""
    return "." in text and len(text) < len("27.03.15")


def _year_first(year: int, month: int, day: int) -> Expression | None:
    return calendar_day(year, month, day) or calendar_day(year, day, month)


def year_last(first: int, second: int, year: int, *, day_first: bool) -> Expression | None:
    """Day, month and year in figures, in the order of the locale, or the one that the calendar allows."""
    american = calendar_day(year, first, second)
    european = calendar_day(year, second, first)
    return (european or american) if day_first else (american or european)


def _textual(text: str, _: bool) -> Iterator[Reading]:
    """ "22/Jan/2019", "2019/22/Jan"; the month's name is left to the language."""
    parts = re.split("[/-]", text)
    first, last = (int(part) for part in parts if part.isdigit())
    yield "textual-date", (first, next(part.lower() for part in parts if part.isalpha()), last)


def _slash(text: str, day_first: bool) -> Iterator[Reading]:
    """ "3/4" a day of a year or a fraction, "4/2015" and "2015/04" a month, "2014/15" two years."""
    first, second = text.split("/")
    a, b = int(first), int(second)
    if len(first) == _FULL_YEAR and len(second) in (2, 4):
        later = b if len(second) == _FULL_YEAR else a // 100 * 100 + b
        if later == a + 1:
            yield "year-span", Between(Year(a), Year(later))
        elif len(second) == 2 and 1 <= b <= 12:
            yield "full-date", Intersection(Year(a), Repeating.of(Field.MONTH, b))
    elif len(second) == _FULL_YEAR and 1 <= a <= 12:
        yield "full-date", Intersection(Year(b), Repeating.of(Field.MONTH, a))
    elif len(second) <= 2 and len(first) <= 2:
        yield from _day_or_fraction(a, b, day_first)


def day_in_figures(first: str, second: str, *, day_first: bool) -> Repeating | None:
    """A day and a month in figures, in the order of the locale where both orders would do."""
    a, b = int(first), int(second)
    month, day = (b, a) if (day_first and b <= 12) or a > 12 else (a, b)
    if max(len(first), len(second)) > 2 or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Repeating(((Field.MONTH, month), (Field.DAY, day)))


def month_in_figures(year: str, month: str) -> Expression | None:
    """ "2014-10", "2014-05"; but "1908-10" are two years."""
    later = int(year) % 100 < int(month)
    if len(year) != _FULL_YEAR or len(month) != 2 or later or not 1 <= int(month) <= 12:
        return None
    return Intersection(Year(int(year)), Repeating.of(Field.MONTH, int(month)))


def month_before_year(month: str, year: str) -> Expression | None:
    """ "11 / 2016", "3-2015"."""
    if len(year) != _FULL_YEAR or len(month) > 2 or not 1 <= int(month) <= 12:
        return None
    return Intersection(Year(int(year)), Repeating.of(Field.MONTH, int(month)))


def _day_or_fraction(a: int, b: int, day_first: bool) -> Iterator[Reading]:
    day = day_in_figures(str(a), str(b), day_first=day_first)
    if day is not None:
        yield "slashed-day", day
    if 0 < a < b <= 12:
        yield "fraction", a / b
    if 0 < a == b - 1 <= 30:
        yield "slashed-days", (a, b)


_READERS: dict[str, Callable[[str, bool], Iterator[Reading]]] = {
    "number": _number,
    "grouped": _grouped,
    "decimal": _decimal,
    "comma": _comma,
    "ordinal": _ordinal,
    "clock": _clock,
    "hclock": _clock,
    "decade": _decade,
    "shortyear": _short_year,
    "iso": _iso,
    "isoweek": _iso_week,
    "isoquarter": _iso_quarter,
    "numeric": _numeric,
    "textual": _textual,
    "slash": _slash,
}

_WITH_COMMA = _READERS | {"decimal": _pointed}
