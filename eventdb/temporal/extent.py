"""`Extent`: when something happened, with honest uncertainty (CIDOC-CRM: time-span; EDTF level 1)."""

from dataclasses import dataclass

from eventdb.temporal.calendar import DAY
from eventdb.temporal.interval import Interval, earlier, later


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where one instant lies: ``earliest <= instant < latest``, seconds since 1970; None = unbounded."""

    earliest: int | None = None
    latest: int | None = None

    @property
    def empty(self) -> bool:
        """Whether no instant satisfies both bounds."""
        return self.earliest is not None and self.latest is not None and self.earliest >= self.latest

    @property
    def interval(self) -> Interval:
        """The same as an interval. Raises `ValueError` where the bounds are empty."""
        return Interval(self.earliest, self.latest)

    def meet(self, other: "Bounds") -> "Bounds":
        """Both constraints at once; may be empty."""
        return Bounds(later(self.earliest, other.earliest), earlier(self.latest, other.latest))


UNBOUNDED = Bounds()


@dataclass(frozen=True, slots=True)
class Extent:
    """The begin and the end of something, each known within bounds.

    An event of one instant somewhere in May 2015 has the same bounds for begin and end; one that
    fills the month begins within its first day and ends within its last.

    `approximate` (EDTF ``~``) and `uncertain` (EDTF ``?``) qualify; they move no bound.
    """

    begin: Bounds = UNBOUNDED
    end: Bounds = UNBOUNDED
    approximate: bool = False
    uncertain: bool = False

    @classmethod
    def within(cls, interval: Interval, *, approximate: bool = False) -> "Extent":
        """One time, somewhere in the interval: "in May 2015"."""
        bounds = Bounds(interval.start, interval.end)
        return cls(bounds, bounds, approximate=approximate)

    @classmethod
    def spanning(cls, interval: Interval) -> "Extent":
        """A time that is all of an interval: it begins and ends at known instants."""
        return cls(Bounds(interval.start, interval.start), Bounds(interval.end, interval.end))

    @classmethod
    def filling(cls, interval: Interval, *, grain: int = DAY) -> "Extent":
        """All of the interval: "throughout May 2015". `grain` (seconds) is how exact its ends are."""
        begin = UNBOUNDED if interval.start is None else Bounds(interval.start, interval.start + grain)
        end = UNBOUNDED if interval.end is None else Bounds(interval.end - grain, interval.end)
        return cls(begin, end)

    @property
    def hull(self) -> Interval:
        """From the earliest possible begin to the latest possible end."""
        return Interval(self.begin.earliest, self.end.latest)

    @property
    def certain(self) -> Interval | None:
        """The stretch in which it was surely going on, or None: EDTF cannot say it, a timeline draws it."""
        start, end = self.begin.latest, self.end.earliest
        return Interval(start, end) if start is not None and end is not None and start < end else None

    @property
    def dated(self) -> bool:
        """Whether both a first and a last possible moment are known."""
        return self.begin.earliest is not None and self.end.latest is not None

    @property
    def bounded(self) -> bool:
        """Whether anything is known at all."""
        return self.begin != UNBOUNDED or self.end != UNBOUNDED

    @property
    def empty(self) -> bool:
        """Whether the bounds contradict one another."""
        normalised = self.normalised()
        return normalised.begin.empty or normalised.end.empty

    def meet(self, other: "Extent") -> "Extent":
        """What both say together; may be `empty`, which is a contradiction."""
        return Extent(
            self.begin.meet(other.begin),
            self.end.meet(other.end),
            approximate=self.approximate or other.approximate,
            uncertain=self.uncertain or other.uncertain,
        ).normalised()

    def normalised(self) -> "Extent":
        """The same with the end not before the begin: each bound as tight as the other allows."""
        begin = Bounds(self.begin.earliest, earlier(self.begin.latest, self.end.latest))
        end = Bounds(later(self.end.earliest, self.begin.earliest), self.end.latest)
        return Extent(begin, end, self.approximate, self.uncertain)

    def possibly(self, window: Interval) -> bool:
        """Whether it may have been going on at some moment of the window."""
        return self.hull.overlaps(window)

    def definitely(self, window: Interval) -> bool:
        """Whether all of it surely lies in the window."""
        return self.bounded and window.covers(self.hull)
