"""What a text is talking about: the time that its next "in March" or "two days later" goes on from."""

from collections.abc import Sequence
from dataclasses import replace

from eventdb.anchoring.dependence import (
    compares_by_year,
    counts_days,
    counts_on,
    depends_on_document,
    is_clock_time,
    is_quarter,
    is_quarterly,
    is_weekday,
    is_year_ago,
    subexpressions,
)
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Direction, Frame, Resolution
from eventdb.expression.nodes import (
    Between,
    DocumentTime,
    Expression,
    Field,
    Last,
    Nearest,
    ReferenceTime,
    Repeating,
    Shift,
    Vague,
    Year,
)
from eventdb.language.timex import Timex, TimexType
from eventdb.temporal.calendar import DAY, HOUR, civil
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

_LONGEST_SCENE = 366 * DAY
_DAYS = 7 * DAY
_HALF_A_DAY = 12  # hours

_BACKWARD = 3
"""How much likelier a story goes on than back: three months back weigh as nine months on."""

_ENOUGH = 3
"""Stated years that make a text with a far later date of its own a history; without one, the first does."""


_DATELINE = 3
"""Among the first so many times of a text is its dateline."""


def is_history(timexes: Sequence[Timex], creation: Interval | None) -> bool:
    """Whether a text tells of years long before its own date, rather than of its own days.

    Years that it states count for it; years about its own date, and twice as much weekdays, "last week"
    and the like, against it. A chronology that states years and never speaks from its own day is one, too;
    a text that states its own day at the top is none.
    """
    if creation is not None and any(_is_of(timex, creation) for timex in timexes[:_DATELINE]):
        return False
    written = civil(creation.start).year if creation is not None and creation.start is not None else None
    far = near = of_its_day = 0
    for timex in timexes:
        parts = subexpressions(timex.expression)
        years = [part.digits for part in parts if isinstance(part, Year) and part.missing == 0]
        close = [year for year in years if written is not None and abs(year - written) <= 1]
        far += len(close) < len(years)
        near += bool(close)
        of_its_day += any(isinstance(part, DocumentTime) or is_weekday(part) for part in parts)
    enough = _ENOUGH if written is not None else 1
    chronology = of_its_day == 0 and far + near >= enough
    return chronology or (far >= enough and far > near and far > 2 * of_its_day)


def _is_of(timex: Timex, creation: Interval) -> bool:
    """Whether a time states, year and all, the day that a document is of."""
    stated = _stated(timex)
    return stated is not None and stated.unit is Unit.DAY and stated.covers(creation)


class Focus:
    """The time that a text is talking about, as it goes on."""

    def __init__(self, timexes: Sequence[Timex], creation: Interval | None) -> None:
        self._creation = creation
        self._history = is_history(timexes, creation)
        self._coming = _coming([_stated(timex) for timex in timexes])
        self._time: Interval | None = None
        self._day: Interval | None = None
        self._clock: Interval | None = None
        self._quarter: Interval | None = None

    def frame(self, timex: Timex, direction: Direction | None) -> Frame:
        """What a time expression is evaluated against."""
        expression = timex.expression
        quarter = self._quarter
        if is_quarterly(expression):
            quarter = quarter or _quarter_before(self._creation)
        if quarter is not None and (compares_by_year(expression) or is_quarterly(expression)):
            return Frame(self._creation, quarter)
        if self._day is not None and is_clock_time(expression):
            return Frame(self._creation, self._day_of(expression, _whole_day(self._day)))
        if self._goes_on(expression):
            told_last = self._day if self._day is not None and counts_days(expression) else self._time
            return Frame(self._creation, told_last, direction=None if self._history else direction)
        if is_quarter(expression):
            direction = None if direction is Direction.FUTURE else Direction.PAST
        return Frame(self._creation, direction=direction)

    def _day_of(self, expression: Expression, day: Interval) -> Interval:
        """The day of a clock time: the day told last, or the next where 23:50 was told and 01:30 follows."""
        hour = _hour(expression)
        over_midnight = (
            self._clock is not None
            and hour is not None
            and (civil(self._clock.sides[0]).hour - hour > _HALF_A_DAY)
        )
        return Interval(day.sides[1], day.sides[1] + DAY) if over_midnight else day

    def _goes_on(self, expression: Expression) -> bool:
        """Whether it is counted from the time told last: in a history what the text leaves open.

        A weekday is so only where the story goes day by day.
        """
        if counts_on(expression):
            return True
        if is_weekday(expression):
            return self._history and self._time is not None and _length(self._time) <= _DAYS
        return self._history

    def evaluate(self, timex: Timex, frame: Frame, place: int) -> Resolution:
        """Evaluate; in a history a time that the text leaves open is the one that the story leads to."""
        expression = timex.expression
        if frame.reference is not None and frame.reference == self._quarter and is_year_ago(expression):
            expression = Shift(ReferenceTime(), Period.of(-1, Unit.YEAR))
        resolution = evaluate(expression, frame)
        told = frame.reference
        if not self._history or told is None or resolution.interval is None:
            return resolution
        return self._led_to(expression, resolution, frame, told, self._coming[place])

    @staticmethod
    def _led_to(
        expression: Expression, chosen: Resolution, frame: Frame, told: Interval, coming: Interval | None
    ) -> Resolution:
        """Of its readings the one to which the story leaps least."""
        readings = [chosen.interval, *(reading.interval for reading in chosen.alternatives)]
        best = min(readings, key=lambda interval: _leap(told, interval, coming))
        if best is None or best == chosen.interval or told.end is None or best.start is None:
            return chosen
        direction = Direction.FUTURE if best.start >= told.end else Direction.PAST
        return evaluate(expression, replace(frame, direction=direction))

    def move(self, timex: Timex, resolution: Resolution, place: int) -> None:
        """Go on to a time that was named, unless it is an aside."""
        time = resolution.interval
        self._quarter = self._quarter_after(timex, time)
        if time is None or not time.bounded or _length(time) > _LONGEST_SCENE:
            return
        if any(isinstance(part, Vague) for part in subexpressions(timex.expression)):
            return
        if not (self._history and self._is_aside(timex, time, place)):
            self._time = time
            self._day = time if _length(time) <= DAY else self._day
            self._clock = time if _length(time) <= HOUR else None

    def _quarter_after(self, timex: Timex, time: Interval | None) -> Interval | None:
        """The quarter that figures are told of, until they are told of years or of another length of time."""
        if compares_by_year(timex.expression):
            return self._quarter
        if time is not None and time.unit is Unit.QUARTER and self._is_reported(time):
            return time
        told_of_years = time is not None and time.unit is Unit.YEAR
        return None if told_of_years or timex.type is TimexType.DURATION else self._quarter

    def _is_reported(self, quarter: Interval) -> bool:
        """Whether figures of a quarter can be new: it has begun, and not more than a year ago."""
        if self._creation is None:
            return True
        start, written = quarter.sides[0], self._creation.sides[0]
        return written - _LONGEST_SCENE <= start <= written

    def _is_aside(self, timex: Timex, time: Interval, place: int) -> bool:
        """ "today" in a history, the last year of "from 1914 to 1918", a year far off that leads nowhere."""
        expression = timex.expression
        if any(isinstance(part, DocumentTime) for part in subexpressions(expression)):
            return True
        if isinstance(expression, Year) and isinstance(timex.range, Between):
            return timex.range.last == expression
        if self._time is None:
            return False
        coming = self._coming[place]
        blurred = _length(time) > _length(self._time) and time.overlaps(self._time)
        return blurred or (coming is not None and _distance(self._time, coming) < _distance(time, coming))


def _whole_day(time: Interval) -> Interval:
    return Interval.of(Unit.DAY, time.sides[0])


def _hour(expression: Expression) -> int | None:
    fields = dict(expression.what.fields) if isinstance(expression, Nearest) else {}
    hour = fields.get(Field.HOUR)
    return hour if isinstance(hour, int) else None


def _quarter_before(creation: Interval | None) -> Interval | None:
    """ "the quarter" that a text reports on is the last that was over."""
    return (
        None if creation is None else evaluate(Last(Repeating.unit(Unit.QUARTER)), Frame(creation)).interval
    )


def _stated(timex: Timex) -> Interval | None:
    """The time of an expression that states its year, and so needs no other."""
    if depends_on_document(timex.expression):
        return None
    interval = evaluate(timex.expression, Frame()).interval
    return interval if interval is not None and interval.bounded else None


def _coming(stated: Sequence[Interval | None]) -> list[Interval | None]:
    """For each place the next time after it that states its year."""
    coming: list[Interval | None] = [None]
    for interval in reversed(stated[1:]):
        coming.append(interval or coming[-1])
    return coming[::-1]


def _length(interval: Interval) -> int:
    return interval.sides[1] - interval.sides[0]


def _distance(a: Interval, b: Interval) -> int:
    return max(0, b.sides[0] - a.sides[1], a.sides[0] - b.sides[1])


def _leap(told: Interval, time: Interval | None, coming: Interval | None) -> int:
    """How far a story leaps that goes from one time to another, and then to a third."""
    if time is None or not time.bounded or not told.bounded:
        return 0
    back = max(0, told.sides[0] - time.sides[1])
    on = max(0, time.sides[0] - told.sides[1])
    beyond = 0 if coming is None else max(0, time.sides[0] - coming.sides[1])
    return _BACKWARD * back + on + beyond
