"""`Unit`: the grain of a time, from a second to a millennium (SCATE: Unit; duckling: grain)."""

from enum import IntEnum

from eventdb.temporal.calendar import DAY, HOUR, MINUTE, civil, instant, month_length, weekday

_SECONDS = (1, MINUTE, HOUR, DAY, 7 * DAY)
_MONTHS = (0, 0, 0, 0, 0, 1, 3, 6, 12, 120, 1200, 12000)
"""Lengths by unit: seconds up to the week, months from the month on."""

_FEWEST_DAYS = (0, 0, 0, 0, 0, 28, 90, 181, 365, 3652, 36524, 365242)
_MOST_DAYS = (0, 0, 0, 0, 0, 31, 92, 184, 366, 3653, 36525, 365243)
"""From the month on a unit does not always have the same length."""


class Unit(IntEnum):
    """A calendar unit; ordered, so that ``Unit.DAY < Unit.MONTH``. Weeks start on Monday."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    WEEK = 4
    MONTH = 5
    QUARTER = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10
    MILLENNIUM = 11

    @property
    def word(self) -> str:
        """The singular English word: "day"."""
        return self.name.lower()

    def may_last(self, seconds: int) -> bool:
        """Whether there is such a unit of this length.

        >>> Unit.MONTH.may_last(28 * DAY), Unit.MONTH.may_last(27 * DAY)
        (True, False)
        """
        if self <= Unit.WEEK:
            return seconds == _SECONDS[self]
        return _FEWEST_DAYS[self] * DAY <= seconds <= _MOST_DAYS[self] * DAY

    def floor(self, seconds: int) -> int:
        """The start of the unit that holds an instant.

        >>> Unit.MONTH.floor(instant(2015, 5, 12)) == instant(2015, 5, 1)
        True
        """
        if self is Unit.WEEK:
            return Unit.DAY.floor(seconds) - (weekday(seconds) - 1) * DAY
        if self <= Unit.DAY:
            return seconds - seconds % _SECONDS[self]
        when = civil(seconds)
        months = when.year * 12 + when.month - 1
        year, month = divmod(months - months % _MONTHS[self], 12)
        return instant(year, month + 1)

    def add(self, seconds: int, count: int) -> int:
        """The instant `count` units on (back where negative); a day that a month lacks becomes its last.

        >>> Unit.MONTH.add(instant(2015, 1, 31), 1) == instant(2015, 2, 28)
        True
        """
        if self <= Unit.WEEK:
            return seconds + count * _SECONDS[self]
        when = civil(seconds)
        year, month = divmod(when.year * 12 + when.month - 1 + count * _MONTHS[self], 12)
        day = min(when.day, month_length(year, month + 1))
        return instant(year, month + 1, day, when.hour, when.minute, when.second)
