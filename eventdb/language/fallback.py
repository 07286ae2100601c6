"""Lines that are a date as a whole, in any language, by the package dateparser: where no rule reads them.

It is never told what day it is. Every phrase is read twice, as if on two invented days: what comes out the
same is a date of its own; what lies equally far from both is an offset from the document's date; what
agrees in month and day, or in the day of the week, recurs.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from eventdb.expression.nodes import (
    DocumentTime,
    Expression,
    Field,
    Intersection,
    Nearest,
    Repeating,
    Shift,
    This,
    Year,
)
from eventdb.language.classify import classify
from eventdb.language.timex import Timex
from eventdb.temporal.calendar import civil
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import Span

_BASES = (datetime(2001, 3, 14, 3, 7), datetime(2010, 10, 8, 16, 41))
"""Two moments that have nothing in common: not the month, the day, the day of the week, or the hour."""

_PHRASE = 60
"""Characters of a line that may be a date as a whole."""


class Day(NamedTuple):
    """What dateparser read: a moment, and how exact it is ("day", "month", "year", "week", "time")."""

    moment: datetime
    period: str


def find_dates(text: str, code: str, locale: str | None = None) -> tuple[Timex, ...]:
    """The lines of a text that are a date and nothing else, in a language that dateparser knows."""
    return tuple(_lines(text, _known((locale or code).replace("_", "-")) or code))


def _lines(text: str, code: str) -> Iterator[Timex]:
    for match in re.finditer(r"[^\n]+", text):
        line = match.group().strip()
        start = match.start() + match.group().find(line)
        expression = _expression(line, code) if 0 < len(line) <= _PHRASE else None
        if expression is not None:
            yield _timex(Span(start, start + len(line)), line, expression)


def _timex(span: Span, text: str, expression: Expression) -> Timex:
    kind = classify(expression)
    return Timex(span, text, kind.type, expression, mod=kind.mod, rules=("dateparser",))


# ---------------------------------------------------------------- dateparser


def _settings(base: datetime) -> dict[str, Any]:
    return {"RELATIVE_BASE": base, "RETURN_AS_TIMEZONE_AWARE": False}


@cache
def _known(language: str) -> str | None:
    """The code under which dateparser knows a language or locale: "pt_BR" as "pt-BR", "xx" as none."""
    from dateparser.data.languages_info import language_locale_dict

    wanted = language.replace("_", "-")
    short = wanted.split("-", maxsplit=1)[0].lower()
    if short not in language_locale_dict:
        return None
    return wanted if wanted in language_locale_dict[short] else short


@cache
def _parser(code: str | None, base: datetime, strict: bool) -> Any:
    from dateparser.date import DateDataParser

    settings = _settings(base) | {"STRICT_PARSING": strict}
    if code is None:
        return DateDataParser(settings=settings)
    if "-" in code:
        return DateDataParser(locales=[code], settings=settings)
    return DateDataParser(languages=[code], settings=settings)


def _read(phrase: str, code: str | None, base: datetime, *, strict: bool) -> Day | None:
    try:
        data = _parser(code, base, strict).get_date_data(phrase)
    except (ValueError, OverflowError, TypeError, KeyError, AttributeError, IndexError):
        return None
    if data is None or data.date_obj is None:
        return None
    return Day(data.date_obj.replace(tzinfo=None), data.period)


# ---------------------------------------------------------------- from two readings to one expression


def _expression(phrase: str, code: str) -> Expression | None:
    first, second = (_read(phrase, code, base, strict=False) for base in _BASES)
    if first is None or second is None:
        return None
    if _same(first, second):
        return _absolute(first)
    distances = [day.moment - base for day, base in zip((first, second), _BASES, strict=True)]
    if abs(distances[0] - distances[1]) < timedelta(minutes=1):
        return _distant(distances[0])
    return _months_away(first, second) or _of_day(first, second)


def _same(first: Day, second: Day) -> bool:
    """Whether both are one date, as far as it is exact: what a month leaves open is taken from the base."""
    a, b = first.moment, second.moment
    match first.period:
        case "year":
            return a.year == b.year
        case "month":
            return (a.year, a.month) == (b.year, b.month)
        case _:
            return a == b


def _absolute(day: Day) -> Expression:
    year = Year(day.moment.year)
    if day.period == "year":
        return year
    fields: tuple[tuple[Field, int | str | Unit], ...] = ((Field.MONTH, day.moment.month),)
    if day.period != "month":
        fields += ((Field.DAY, day.moment.day),)
    return Intersection(year, Repeating(fields + _clock(day)))


def _clock(day: Day) -> tuple[tuple[Field, int | str | Unit], ...]:
    """The time of day, where there is one: midnight is what dateparser gives for none."""
    moment = day.moment
    if not (moment.hour or moment.minute):
        return ()
    return (Field.HOUR, moment.hour), (Field.MINUTE, moment.minute)


def _distant(distance: timedelta) -> Expression:
    """So many days or minutes from the document's time."""
    minutes = round(distance.total_seconds() / 60)
    if minutes == 0:
        return This(Repeating.unit(Unit.DAY))
    for unit, length in ((Unit.DAY, 24 * 60), (Unit.HOUR, 60)):
        if minutes % length == 0:
            return Shift(DocumentTime(), Period.of(minutes // length, unit))
    return Shift(DocumentTime(), Period.of(minutes, Unit.MINUTE))


def _months_away(first: Day, second: Day) -> Expression | None:
    """So many months or years from the document's time: the day of the month stays."""
    months = [_months(day.moment, base) for day, base in zip((first, second), _BASES, strict=True)]
    if months[0] is None or months[0] != months[1]:
        return None
    years, rest = divmod(months[0], 12)
    period = Period.of(years, Unit.YEAR) if rest == 0 else Period.of(months[0], Unit.MONTH)
    return Shift(DocumentTime(), period)


def _months(moment: datetime, base: datetime) -> int | None:
    if moment.day != base.day:
        return None
    return (moment.year - base.year) * 12 + moment.month - base.month


def _of_day(first: Day, second: Day) -> Expression | None:
    """A time of day, on a day that lies equally far from both, or recurs, or on the day itself."""
    days = [day.moment.date() for day in (first, second)]
    offsets = {(day - base.date()).days for day, base in zip(days, _BASES, strict=True)}
    clock = _clock(first) if _clock(first) == _clock(second) else ()
    if len(offsets) == 1:
        offset = offsets.pop()
        day: Expression = This(Repeating.unit(Unit.DAY))
        if offset:
            day = Shift(DocumentTime(), Period.of(offset, Unit.DAY), exact=True)
        return Intersection(day, Repeating(clock)) if clock else day
    return _recurring(*days, month_alone=first.period == "month", clock=clock)


def _recurring(
    first: date, second: date, *, month_alone: bool, clock: tuple[tuple[Field, int | str | Unit], ...]
) -> Expression | None:
    """The same day of the year in both, or the same day of the week near both."""
    if first.month == second.month and month_alone:
        return Nearest(Repeating.of(Field.MONTH, first.month))
    if (first.month, first.day) == (second.month, second.day):
        return Nearest(Repeating(((Field.MONTH, first.month), (Field.DAY, first.day), *clock)))
    near = all(abs((day - base.date()).days) <= 7 for day, base in zip((first, second), _BASES, strict=True))
    if near and first.isoweekday() == second.isoweekday():
        weekday = Nearest(Repeating.of(Field.WEEKDAY, first.isoweekday()))
        return Intersection(weekday, Repeating(clock)) if clock else weekday
    return None


# ---------------------------------------------------------------- one phrase


def read_date(text: str, reference: Interval | None = None) -> Timex | None:
    """A date that a person typed in some language, or None; relative only to the reference given."""
    base = None if reference is None or reference.start is None else _datetime(reference.start)
    day = _read(text, None, base or _BASES[0], strict=base is None)
    if day is None or (base is None and day != _read(text, None, _BASES[1], strict=True)):
        return None
    return _timex(Span(0, len(text)), text, _absolute(day))


def _datetime(seconds: int) -> datetime | None:
    when = civil(seconds)
    return datetime(*when) if datetime.min.year <= when.year <= datetime.max.year else None
