"""What a text is talking about: the time that its next "in March" or "two days later" goes on from."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from eventdb.anchoring.dependence import compares_by_year, subexpressions
from eventdb.expression.frame import Direction
from eventdb.expression.nodes import (
    Approximate,
    Between,
    DocumentTime,
    Expression,
    Field,
    NamedPeriod,
    Nearest,
    Vague,
    Year,
)
from eventdb.language.timex import Timex, TimexType
from eventdb.temporal.calendar import DAY, HOUR, civil
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

YEAR = 366 * DAY
_HALF_A_DAY = 12  # hours


class Standing(Enum):
    """Where a time expression stands: in a text that goes on, over an entry of a log or diary, or in one."""

    TEXT = auto()
    STAMP = auto()
    IN_ENTRY = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a time expression is counted from: its time, where it is told, and whether it is named.

    "The week after the vote" names its event; "the following week" goes on from the one told last.
    """

    extent: Extent
    place: int
    named: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a time expression: where the tense points, and from which event it goes on.

    A `glance` is of what was before the story: "had begun in May".
    """

    direction: Direction | None = None
    told: Told | None = None
    standing: Standing = Standing.TEXT
    glance: bool = False


PLAIN = Setting()
"""That of a time expression about which nothing is known."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The time told last and its place; its day and clock time, if so much was told; the quarter in focus.

    The `entry` is the day that stands over what is being told: its writer's day.
    """

    time: Interval | None = None
    place: int = field(default=0, compare=False)
    day: Interval | None = None
    clock: Interval | None = None
    quarter: Interval | None = None
    passed: Interval | None = None  # a stated time that was left aside
    entry: Interval | None = None

    def moved_to(self, time: Interval, place: int) -> "Focus":
        """The focus after a time was told."""
        near = self.day is not None and abs(self.day.sides[0] - time.sides[0]) <= YEAR
        day = time if length(time) <= DAY else self.day if near else None
        clock = time if length(time) <= HOUR else None
        return Focus(time, place, day, clock, self.quarter, entry=self.entry)

    def over_entry(self, time: Interval | None, place: int) -> "Focus":
        """The focus in an entry over which a time stands."""
        if time is None or not is_scene(time):
            return replace(self, entry=None)
        entry = Interval.of(Unit.DAY, time.sides[0]) if length(time) <= DAY else None
        return replace(self.moved_to(time, place), entry=entry)

    def day_of(self, expression: Expression) -> Interval | None:
        """The day of a clock time: the day told last, or the next where 23:50 was told and 01:30 follows."""
        if self.day is None:
            return None
        day, hour = Interval.of(Unit.DAY, self.day.sides[0]), _hour(expression)
        if self.clock is None or hour is None or civil(self.clock.sides[0]).hour - hour <= _HALF_A_DAY:
            return day
        return Interval(day.sides[1], day.sides[1] + DAY)

    def reporting(self, timex: Timex, time: Interval | None, written: Interval | None) -> "Focus":
        """With the quarter that figures are told of, until they are told of years or of another length."""
        if compares_by_year(timex.expression):
            return self
        if time is not None and time.unit is Unit.QUARTER and _is_reported(time, written):
            return replace(self, quarter=time)
        told_of_years = time is not None and time.unit is Unit.YEAR
        return replace(self, quarter=None) if told_of_years or timex.type is TimexType.DURATION else self

    def blurs(self, time: Interval) -> bool:
        """Whether a time only says less exactly what was told: "that year", after its May."""
        return self.time is not None and length(time) > length(self.time) and time.overlaps(self.time)


def is_scene(time: Interval) -> bool:
    """Whether a story can be at a time: within a year."""
    return time.bounded and length(time) <= YEAR


def leads_on(timex: Timex) -> bool:
    """Whether a story can go on from an expression: it is neither vague nor the name of a period.

    Nor is it a part of any day: "at night", "the night guard".
    """
    expression = timex.expression
    if isinstance(expression, Nearest) and expression.what.coarsest is Field.PART:
        return False
    return not any(isinstance(part, Vague | NamedPeriod) for part in subexpressions(expression))


def is_beside_the_story(timex: Timex) -> bool:
    """ "today" in a history, and the last year of "from 1914 to 1918"."""
    if any(isinstance(part, DocumentTime) for part in subexpressions(timex.expression)):
        return True
    last = timex.range.last if isinstance(timex.range, Between) else None
    return isinstance(timex.expression, Year) and timex.expression == last


def length(interval: Interval) -> int:
    """Of a bounded interval, in seconds."""
    return interval.sides[1] - interval.sides[0]


def _is_reported(quarter: Interval, written: Interval | None) -> bool:
    """Whether figures of a quarter can be new: it has begun, and not more than a year ago."""
    if written is None:
        return True
    return written.sides[0] - YEAR <= quarter.sides[0] <= written.sides[0]


def _hour(expression: Expression) -> int | None:
    if isinstance(expression, Approximate):
        return _hour(expression.base)
    fields = dict(expression.what.fields) if isinstance(expression, Nearest) else {}
    hour = fields.get(Field.HOUR)
    return hour if isinstance(hour, int) else None
