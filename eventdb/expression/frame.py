"""What an expression is evaluated against, and the outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from eventdb.expression.nodes import Expression
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


class Direction(StrEnum):
    """Where the governing verb's tense points."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Frame:
    """The circumstances of an evaluation. Nothing is ever taken from the clock.

    `creation_time` is the document's day (or minute); None where it is unknown, and then what
    hangs on it stays unresolved. `reference` is what the text is talking about (None: the creation
    time). `anchors` gives the extents of events by id.
    """

    creation_time: Interval | None = None
    reference: Interval | None = None
    anchors: Mapping[str, Extent] = field(default_factory=dict)
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning, in words: phrase "last Friday", result "2015-05-08", why."""

    phrase: str
    result: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One of several things an expression can denote here: "last April" may be 2014-04 or 2015-04."""

    interval: Interval
    value: str
    reason: str = ""
    expression: Expression | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome of an evaluation.

    `interval` is the hull of what is denoted (a side may be unbounded), or None where nothing could
    be resolved; `problem` then says why. `unit` is the grain; `value` the TIMEX3 value;
    `alternatives` are readings that were not chosen.
    """

    interval: Interval | None
    value: str
    unit: Unit | None = None
    duration: Period | None = None
    approximate: bool = False
    alternatives: tuple[Reading, ...] = ()
    steps: tuple[Step, ...] = ()
    problem: str | None = None
