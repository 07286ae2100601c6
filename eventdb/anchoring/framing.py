"""What a time expression is evaluated against: the document's date, or where its text is."""

from dataclasses import dataclass

from eventdb.anchoring.dependence import (
    comes_yearly,
    compares_by_year,
    counts_days,
    counts_on,
    depends_on_document,
    is_clock_time,
    is_day_of_year,
    is_quarter,
    is_quarterly,
    is_weekday,
)
from eventdb.anchoring.focus import YEAR, Focus, Setting, Standing, length
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Direction, Frame
from eventdb.expression.nodes import Expression, Last, Repeating
from eventdb.language.timex import Timex
from eventdb.temporal.calendar import DAY
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_WEEK = 7 * DAY

_QUARTER = 92 * DAY

_CLOSE = 200
"""Within how many characters a day goes on from another."""


@dataclass(frozen=True, slots=True)
class Framing:
    """How a text counts: from when it was `written`, or as a `history` from what it told.

    It may be a time `alone`, or several `listed` after one that has a year.
    """

    written: Interval | None
    history: bool
    alone: bool
    listed: bool

    def frame(self, focus: Focus, timex: Timex, setting: Setting) -> Frame:
        """What a time expression is evaluated against, where the text tells of `focus`."""
        expression, direction = timex.expression, setting.direction
        if not depends_on_document(expression):
            return Frame(self.written)
        if is_quarter(expression) and not self.alone:
            direction = None if direction is Direction.FUTURE else Direction.PAST
        in_entry = self._frame_of_entry(focus, expression, setting)
        return (
            in_entry
            or self._frame_of_story(focus, timex, setting)
            or Frame(self.written, direction=direction)
        )

    def _frame_of_story(self, focus: Focus, timex: Timex, setting: Setting) -> Frame | None:
        """Of what goes on from the quarter, the day or the time that was told."""
        expression, quarter = timex.expression, focus.quarter
        if is_quarterly(expression):
            quarter = quarter or _quarter_before(self.written)
        if quarter is not None and (compares_by_year(expression) or is_quarterly(expression)):
            return Frame(self.written, quarter)
        if focus.day is not None and is_clock_time(expression):
            return Frame(self.written, focus.day_of(expression))
        if self._goes_on(focus, timex):
            told_last = focus.day if focus.day is not None and counts_days(expression) else focus.time
            return Frame(self.written, told_last, direction=None if self.history else setting.direction)
        if self._follows_closely(focus, timex):
            return Frame(self.written, focus.time, direction=Direction.FUTURE)
        return None

    def _frame_of_entry(self, focus: Focus, expression: Expression, setting: Setting) -> Frame | None:
        """A diary counts from the day of the entry, which itself follows the day of the entry before."""
        if focus.entry is None or is_clock_time(expression):
            return None
        if setting.standing is Standing.STAMP:
            return Frame(self.written, focus.entry, direction=Direction.FUTURE)
        counted = setting.standing is Standing.IN_ENTRY and not counts_on(expression)
        return Frame(focus.entry, direction=setting.direction) if counted else None

    def _follows_closely(self, focus: Focus, timex: Timex) -> bool:
        """Whether a day without a year stands close to a day, month or quarter of another year than the
        document's: "was charged on 3 March 2003 and went before the court on 9 May".
        """
        if self.written is None or focus.time is None or length(focus.time) > _QUARTER:
            return False
        close = timex.span.start - focus.place <= _CLOSE
        return close and is_day_of_year(timex.expression) and not _near(focus.time, self.written)

    def _goes_on(self, focus: Focus, timex: Timex) -> bool:
        """Whether it is counted from the time told last: in a history what the text leaves open.

        A weekday is so only where the story goes day by day. A list goes on in the year of its first date.
        """
        if counts_on(timex.expression):
            return True
        if is_weekday(timex.expression):
            return self.history and focus.time is not None and length(focus.time) <= _WEEK
        return self.history or (self.listed and comes_yearly(timex.expression))


def _near(day: Interval, written: Interval) -> bool:
    """Whether a day is within a year of the document's."""
    return abs(day.sides[0] - written.sides[0]) < YEAR


def _quarter_before(written: Interval | None) -> Interval | None:
    """ "the quarter" that a text reports on is the last that was over."""
    return None if written is None else evaluate(Last(Repeating.unit(Unit.QUARTER)), Frame(written)).interval
