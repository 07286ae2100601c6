"""`Interval`: a definite stretch of time (SCATE: Interval)."""

from dataclasses import dataclass
from functools import lru_cache

from eventdb.temporal.unit import Unit


@dataclass(frozen=True, slots=True)
class Interval:
    """Half-open ``[start, end)`` in seconds since 1970; `None` is an unbounded side.

    "May 2015" is ``Interval(instant(2015, 5), instant(2015, 6))``; "since 2014" has no end.
    """

    start: int | None
    end: int | None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"an interval must end after it starts: {self.start} .. {self.end}")

    @classmethod
    def of(cls, unit: Unit, seconds: int, count: int = 1) -> "Interval":
        """The unit that holds an instant, or `count` of them from its start on."""
        start = unit.floor(seconds)
        return cls(start, unit.add(start, count))

    @property
    def bounded(self) -> bool:
        """Whether both sides are known."""
        return self.start is not None and self.end is not None

    @property
    def sides(self) -> tuple[int, int]:
        """Start and end of a bounded interval. Raises `ValueError` where a side is unbounded."""
        if self.start is None or self.end is None:
            raise ValueError(f"a bounded interval is needed, not {self.start} .. {self.end}")
        return self.start, self.end

    @property
    def unit(self) -> Unit | None:
        """The coarsest calendar unit that it exactly is, or None.

        >>> Interval.of(Unit.MONTH, 0).unit
        <Unit.MONTH: 5>
        """
        if not self.bounded:
            return None
        return _exact_unit(*self.sides)

    @property
    def grain(self) -> Unit:
        """How exact it is: the unit that it is, else the unit in which both its sides are written."""
        sides = [side for side in (self.start, self.end) if side is not None]
        if self.unit is not None:
            return self.unit
        written = (Unit.YEAR, Unit.MONTH, Unit.DAY, Unit.MINUTE)
        return next((u for u in written if all(u.floor(side) == side for side in sides)), Unit.SECOND)

    def covers(self, other: "Interval") -> bool:
        """Whether every moment of `other` lies in this interval."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share at least one moment."""
        begins = self.start is None or other.end is None or self.start < other.end
        return begins and (other.start is None or self.end is None or other.start < self.end)

    def intersection(self, other: "Interval") -> "Interval | None":
        """The moments that lie in both, or None where there are none."""
        start = later(self.start, other.start)
        end = earlier(self.end, other.end)
        if start is not None and end is not None and start >= end:
            return None
        return Interval(start, end)

    def hull(self, other: "Interval") -> "Interval":
        """The shortest interval that covers both."""
        start = None if self.start is None or other.start is None else min(self.start, other.start)
        end = None if self.end is None or other.end is None else max(self.end, other.end)
        return Interval(start, end)


def later(a: int | None, b: int | None) -> int | None:
    """The tighter of two lower bounds; None is unbounded."""
    return b if a is None else a if b is None else max(a, b)


def earlier(a: int | None, b: int | None) -> int | None:
    """The tighter of two upper bounds; None is unbounded."""
    return b if a is None else a if b is None else min(a, b)


@lru_cache(maxsize=4096)
def _exact_unit(start: int, end: int) -> Unit | None:
    """Asked again and again of the few intervals that a text is about."""
    fitting = (unit for unit in reversed(Unit) if unit.may_last(end - start))
    return next((u for u in fitting if u.floor(start) == start and u.add(start, 1) == end), None)
