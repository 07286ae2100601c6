"""`Timex`: an occurrence of a time expression in a text (TimeML: TIMEX3)."""

from dataclasses import dataclass
from enum import StrEnum

from eventdb.expression.nodes import Expression
from eventdb.temporal.calendar import DAY
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import Span


class TimexType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class SignalKind(StrEnum):
    """What a signal word says about the time that it binds (TimeML: SIGNAL)."""

    AT = "at"  # on, in, at, during: within
    SINCE = "since"  # since, from, as of: begins then
    UNTIL = "until"  # until, till, through, to: ends then
    BEFORE = "before"  # before, prior to
    AFTER = "after"  # after, following
    BY = "by"  # by: what is due, from the anchor on
    NOT_BEFORE = "not before"  # no earlier than
    NOT_AFTER = "not after"  # no later than
    WITHIN = "within"  # within: from the anchor on, at most so long
    FOR = "for"  # for, over: a duration

    def bind(self, interval: Interval, now: Interval | None = None) -> Interval:
        """What the signal makes of the time that it binds: "since May" has no end, "until May" no start.

        A clock time is a moment: "until 2 pm" ends, and "after 2 pm" begins, as its minute begins; only the
        last minute of a day, which stands for its end, is over when the day is. `now` is
        the document's date: what is due "by Friday" or happens "within the next ten days" comes after it.
        """
        clock = interval.unit in (Unit.MINUTE, Unit.SECOND) and (interval.end or 0) % DAY != 0
        over = interval.start if clock else interval.end
        match self:
            case SignalKind.SINCE | SignalKind.NOT_BEFORE:
                interval = Interval(interval.start, None)
            case SignalKind.UNTIL | SignalKind.BY | SignalKind.NOT_AFTER:
                interval = Interval(None, over)
            case SignalKind.BEFORE:
                interval = Interval(None, interval.start)
            case SignalKind.AFTER:
                interval = Interval(over, None)
        return _from(now, interval) if self in (SignalKind.BY, SignalKind.WITHIN) else interval


def _from(now: Interval | None, interval: Interval) -> Interval:
    """The interval from the document's date on, where it ends after that."""
    if now is None or now.start is None or interval.end is None or interval.end <= now.start:
        return interval
    return Interval(now.start, interval.end)


@dataclass(frozen=True, slots=True)
class Signal:
    """A word that binds a time expression: "since", "no later than"."""

    span: Span
    kind: SignalKind


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression as it stands in the text, not yet placed on the axis.

    `span` is TIMEX3's extent, without the signal. `rules` names the grammar rules that built the
    expression, innermost first. `mod` is TIMEX3's (START, APPROX, MORE_THAN …).

    The signal stands before the span, or closes it: "2012 or later". `trailing` is one that
    follows a length of time: the "after" of "two days after the vote".

    `range` is the whole stretch of which this is one end: TIMEX3 has two expressions in "from 1939 to
    1945", and both carry ``Between(Year(1939), Year(1945))``.
    """

    span: Span
    text: str
    type: TimexType
    expression: Expression
    signal: Signal | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    rules: tuple[str, ...] = ()
    trailing: Signal | None = None
    range: Expression | None = None
