"""Other languages, by the package dateparser: it finds absolute and relative dates in some 200 locales.

It is never told what day it is. What it reads against one invented day and against another is compared:
what stays is a date of its own, what moves along is an offset from the document's date.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from eventdb.expression.nodes import DocumentTime, Expression, Field, Intersection, Repeating, Shift, Year
from eventdb.language.timex import Timex, TimexType
from eventdb.temporal.calendar import DAY, civil, date_of, day_number
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import Span

_BASES = (datetime(2001, 3, 14), datetime(2010, 10, 6))
"""Two Wednesdays on which nothing of a date is the same but the weekday."""

_LONGEST = 2000
"""Characters of a text that is searched at once: dateparser's search is slow on long ones."""

Day = tuple[datetime, str]


def find_dates(text: str, language: str, locale: str | None = None) -> tuple[Timex, ...]:
    """The dates of a text in another language; none where dateparser does not know the language."""
    code = _known(language)
    if code is None:
        return ()
    found: list[Timex] = []
    for start, piece in _pieces(text):
        found.extend(_dates_in(piece, start, code))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        for start in range(0, len(line), _LONGEST):
            yield match.start() + start, line[start : start + _LONGEST]


def _dates_in(piece: str, offset: int, code: str) -> Iterator[Timex]:
    position = 0
    for phrase, expression in _search(piece, code):
        start = piece.find(phrase, position)
        if start < 0:
            continue
        position = start + len(phrase)
        span = Span(offset + start, offset + position)
        yield Timex(span, phrase, TimexType.DATE, expression, rules=("dateparser",))


def _search(piece: str, code: str) -> Iterator[tuple[str, Expression]]:
    """What is found with one day as base, told apart by reading it with the other."""
    for phrase in _substrings(piece, code):
        expression = _expression(phrase, code)
        if expression is not None:
            yield phrase, expression


def _substrings(piece: str, code: str) -> list[str]:
    from dateparser.search import search_dates

    try:
        found = search_dates(piece, languages=[code], settings=_settings(_BASES[0]))
    except Exception:  # dateparser's search raises many kinds on odd texts; none says anything of ours
        return []
    return [phrase for phrase, *_ in found or ()]


def _settings(base: datetime) -> dict[str, Any]:
    return {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": False}


@cache
def _known(language: str) -> str | None:
    """The code under which dateparser knows a language: "pt-BR" and "pt_br" as "pt"."""
    from dateparser.data.languages_info import language_locale_dict

    wanted = language.replace("_", "-")
    short = wanted.split("-", maxsplit=1)[0].lower()
    return next((code for code in (wanted, short) if code in language_locale_dict), None)


@cache
def _parser(code: str | None, base: datetime, strict: bool) -> Any:
    from dateparser.date import DateDataParser

    settings = _settings(base) | {"STRICT_PARSING": strict}
    return DateDataParser(languages=None if code is None else [code], settings=settings)


def _read(phrase: str, code: str | None, base: datetime, *, strict: bool) -> Day | None:
    try:
        data = _parser(code, base, strict).get_date_data(phrase)
    except (ValueError, OverflowError, TypeError, KeyError, AttributeError):
        return None
    return None if data is None or data.date_obj is None else (data.date_obj, data.period)


def _expression(phrase: str, code: str | None) -> Expression | None:
    first, second = (_read(phrase, code, base, strict=False) for base in _BASES)
    if first is None or second is None:
        return None
    if first[0].date() == second[0].date():
        return _absolute(*first)
    return _offset(first, second) or _recurring(first[0], second[0])


def _absolute(day: datetime, period: str) -> Expression:
    year = Year(day.year)
    if period == "year":
        return year
    fields: tuple[tuple[Field, int | str | Unit], ...] = ((Field.MONTH, day.month),)
    if period != "month":
        fields += ((Field.DAY, day.day),)
    if day.hour or day.minute:
        fields += ((Field.HOUR, day.hour), (Field.MINUTE, day.minute))
    return Intersection(year, Repeating(fields))


def _offset(first: Day, second: Day) -> Expression | None:
    """The same distance from both bases: so many days."""
    days = [(day.date() - base.date()).days for (day, _), base in zip((first, second), _BASES, strict=True)]
    if days[0] == days[1]:
        return Shift(DocumentTime(), Period.of(days[0], Unit.DAY), exact=True)
    months = [_months(day, base) for (day, _), base in zip((first, second), _BASES, strict=True)]
    if months[0] is not None and months[0] == months[1]:
        years, rest = divmod(months[0], 12)
        period = Period.of(years, Unit.YEAR) if rest == 0 else Period.of(months[0], Unit.MONTH)
        return Shift(DocumentTime(), period)
    return None


def _months(day: datetime, base: datetime) -> int | None:
    """Whole months from the base, where the day of the month is the same."""
    return (day.year - base.year) * 12 + day.month - base.month if day.day == base.day else None


def _recurring(first: datetime, second: datetime) -> Expression | None:
    """The same day of the year in both: the year is left open."""
    from eventdb.expression.nodes import Nearest

    if (first.month, first.day) == (second.month, second.day):
        return Nearest(Repeating(((Field.MONTH, first.month), (Field.DAY, first.day))))
    return None


# ---------------------------------------------------------------- one phrase


def read_date(text: str, reference: Interval | None = None) -> Timex | None:
    """A date that a person typed in some language, or None; relative only to the reference given."""
    base = None if reference is None or reference.start is None else _datetime(reference.start)
    day = _read(text, None, base or _BASES[0], strict=base is None)
    if day is None or (base is None and day != _read(text, None, _BASES[1], strict=True)):
        return None
    return Timex(Span(0, len(text)), text, TimexType.DATE, _absolute(*day), rules=("dateparser",))


def _datetime(seconds: int) -> datetime | None:
    when = civil(seconds)
    if not datetime.min.year <= when.year <= datetime.max.year:
        return None
    return datetime(*date_of(day_number(when.year, when.month, when.day))) + timedelta(seconds=seconds % DAY)
