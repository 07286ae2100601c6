"""TIMEX3 `value` text (TimeML 1.2.1, https://timeml.github.io; Ferro et al. 2005, TIDES 2003).

| what                       | value                                   |
|----------------------------|-----------------------------------------|
| day, week, month, year     | 2015-05-12, 2015-W20, 2015-05, 2015     |
| quarter, half, season      | 2015-Q2, 2015-H1, 2015-SP               |
| weekend                    | 2015-W20-WE                             |
| decade, century            | 199, 18 (the leading digits)            |
| before year 1              | BC0044, BC0044-03-15                    |
| clock time, part of day    | 2015-05-12T15:00, 2015-05-12TMO         |
| what the text leaves open  | XXXX-04, XXXX-WXX-2, XXXX-05-03         |
| duration                   | P2D, PT3H, P1Y6M, PXY, P20Y (2 decades) |

Decades and centuries of a duration are counted in years, as most annotated news does. Half a year is
P6M, two and a half years are P2.5Y, an hour and a half is PT1H30M.
"""

from eventdb.temporal.calendar import civil, iso_week
from eventdb.temporal.edtf import date_text
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

_UNKNOWN = {
    Unit.SECOND: "XXXX-XX-XXTXX:XX:XX",
    Unit.MINUTE: "XXXX-XX-XXTXX:XX",
    Unit.HOUR: "XXXX-XX-XXTXX",
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
    Unit.MILLENNIUM: "X",
}


def unknown_value(unit: Unit) -> str:
    """The value of a unit of which nothing is known but that it is one.

    >>> unknown_value(Unit.MONTH)
    'XXXX-XX'
    """
    return _UNKNOWN[unit]


def year_value(year: int) -> str:
    """A year; before year 1 with BC and the traditional number.

    >>> year_value(2015), year_value(-43)
    ('2015', 'BC0044')
    """
    return f"BC{1 - year:04}" if year < 1 else f"{year:04}"


def date_value(seconds: int, unit: Unit) -> str:
    """The value of the unit that holds an instant.

    >>> date_value(0, Unit.WEEK), date_value(0, Unit.DECADE)
    ('1970-W01', '197')
    """
    when = civil(seconds)
    year = year_value(when.year)
    if unit > Unit.YEAR:
        return year[: Unit.YEAR - unit]
    match unit:
        case Unit.HALF:
            return f"{year}-H{(when.month - 1) // 6 + 1}"
        case Unit.QUARTER:
            return f"{year}-Q{(when.month - 1) // 3 + 1}"
        case Unit.WEEK:
            week_year, week = iso_week(seconds)
            return f"{year_value(week_year)}-W{week:02}"
        case _:
            return year + date_text(seconds, unit)[len(date_text(seconds, Unit.YEAR)) :]


# ---------------------------------------------------------------- durations

_DESIGNATORS = {
    Unit.YEAR: ("", "Y"),
    Unit.HALF: ("", "H"),
    Unit.QUARTER: ("", "Q"),
    Unit.MONTH: ("", "M"),
    Unit.WEEK: ("", "W"),
    Unit.DAY: ("", "D"),
    Unit.HOUR: ("T", "H"),
    Unit.MINUTE: ("T", "M"),
    Unit.SECOND: ("T", "S"),
}
_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_OPEN = {Unit.DECADE: "PXDE", Unit.CENTURY: "PXCE", Unit.MILLENNIUM: "PXML"}
_FINER = {
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.QUARTER: (Unit.MONTH, 3),
    Unit.WEEK: (Unit.DAY, 7),
    Unit.DAY: (Unit.HOUR, 24),
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.MINUTE: (Unit.SECOND, 60),
}


def period_value(period: Period) -> str:
    """The value of an amount of time, without its sign.

    >>> period_value(Period.of(2, Unit.DAY)), period_value(Period.of(None, Unit.YEAR))
    ('P2D', 'PXY')
    """
    if len(period.amounts) == 1 and period.vague and period.unit in _OPEN:
        return _OPEN[period.unit]
    return _designated(_in_years(period))


def iso_duration(period: Period) -> str | None:
    """The amount in ISO 8601 alone, which has no quarters and halves; None where it is left open.

    >>> iso_duration(Period.of(2, Unit.QUARTER))
    'P6M'
    """
    if period.vague:
        return None
    months = {Unit.QUARTER: 3, Unit.HALF: 6}
    amounts = [
        (Unit.MONTH, _times(n, months[u])) if u in months else (u, n) for u, n in _in_years(period).amounts
    ]
    return _designated(Period(tuple(amounts)))


def _in_years(period: Period) -> Period:
    """Decades and more as years, and fractions as whole smaller units where that is exact."""
    amounts: dict[Unit, Count] = {}
    for unit, count in period.amounts:
        target = Unit.YEAR if unit in _YEARS else unit
        for piece, number in _whole(target, _times(count, _YEARS.get(unit, 1))):
            known = amounts.get(piece, 0)
            amounts[piece] = None if known is None or number is None else known + number
    return Period(tuple(amounts.items()))


def _times(count: Count, factor: int) -> Count:
    return None if count is None else abs(count) * factor


def _whole(unit: Unit, count: Count) -> list[tuple[Unit, Count]]:
    """A fraction of a calendar unit below one, and any of a clock unit, in whole smaller units."""
    if not isinstance(count, float) or count.is_integer():
        return [(unit, None if count is None else int(count))]
    finer, ratio = _FINER.get(unit, (unit, 1))
    rest = round(count % 1 * ratio, 6)
    if not rest.is_integer() or (unit > Unit.HOUR and count > 1):
        return [(unit, count)]
    return [(u, n) for u, n in ((unit, int(count)), (finer, int(rest))) if n] or [(unit, 0)]


def _designated(period: Period) -> str:
    text, in_time = "P", False
    for unit, count in sorted(period.amounts, reverse=True):
        prefix, designator = _DESIGNATORS[unit]
        text += prefix if not in_time else ""
        in_time = in_time or bool(prefix)
        text += f"{'X' if count is None else f'{count:g}' if isinstance(count, float) else count}{designator}"
    return text
