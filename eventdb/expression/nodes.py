"""The operators and leaves of a time expression (SCATE; Bethard and Parker 2016). Values only."""

from dataclasses import dataclass
from enum import StrEnum

from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


class Field(StrEnum):
    """What a repeating time fixes within a larger one. Values in parentheses are TIMEX3's."""

    UNIT = "unit"  # any whole unit: "week" in "last week"; the value is a `Unit`
    HALF = "half"  # 1, 2
    QUARTER = "quarter"  # 1-4
    SEASON = "season"  # "SP" "SU" "FA" "WI", meteorological, northern
    MONTH = "month"  # 1-12
    WEEK = "week"  # ISO week 1-53
    DAY = "day"  # of the month, 1-31
    WEEKDAY = "weekday"  # ISO, 1 is Monday
    WEEKEND = "weekend"  # "WE": Saturday and Sunday
    WORKDAY = "workday"  # "WD": any day from Monday to Friday
    HOLIDAY = "holiday"  # a key of data/holidays.toml
    PART = "part"  # part of day: "MO" "MI" "AF" "EV" "NI" "DT"
    HOUR = "hour"  # 0-24
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Expression:
    """Base of all nodes."""


@dataclass(frozen=True, slots=True)
class Repeating:
    """A time that recurs: "April", "Tuesday", "3 May", "week" (SCATE: Repeating).

    Fields are ordered from coarse to fine, as `Field` is.
    "3 May at noon" → ``Repeating(((Field.MONTH, 5), (Field.DAY, 3), (Field.HOUR, 12)))``
    """

    fields: tuple[tuple[Field, int | str | Unit], ...]

    @property
    def coarsest(self) -> Field | None:
        """The field that recurs least often; None where nothing is fixed."""
        return self.fields[0][0] if self.fields else None

    @classmethod
    def of(cls, field: Field, value: int | str | Unit) -> "Repeating":
        """A repeating time of one field."""
        return cls(((field, value),))

    @classmethod
    def unit(cls, unit: Unit) -> "Repeating":
        """Any whole unit: "week" in "last week"."""
        return cls(((Field.UNIT, unit),))


# ---------------------------------------------------------------- leaves


@dataclass(frozen=True, slots=True)
class DocumentTime(Expression):
    """When the document was written: "today", "now"."""


@dataclass(frozen=True, slots=True)
class ReferenceTime(Expression):
    """The time that the text is talking about: the base of "the following day", "two years later"."""


@dataclass(frozen=True, slots=True)
class EventTime(Expression):
    """The time of an event. `ref` is an event's id, or the words of the text until it is anchored."""

    ref: str


@dataclass(frozen=True, slots=True)
class Year(Expression):
    """A year, or with `missing` digits a decade, century or millennium: "the 1990s" → ``Year(199, 1)``.

    Astronomical: 44 BCE → ``Year(-43)``.
    """

    digits: int
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Century(Expression):
    """An ordinal century: the 19th → ``Century(19)``, 1800-1899; -5 is the 5th BCE."""

    number: int


@dataclass(frozen=True, slots=True)
class NamedPeriod(Expression):
    """A named historical period, a key of data/periods.toml: "World War II"."""

    key: str


@dataclass(frozen=True, slots=True)
class Vague(Expression):
    """A time without bounds: TIMEX3 ``PAST_REF``, ``PRESENT_REF``, ``FUTURE_REF`` ("recently", "now")."""

    ref: str


# ---------------------------------------------------------------- operators


@dataclass(frozen=True, slots=True)
class Last(Expression):
    """The latest one before the base: "last April"; with a period the stretch up to it: "the last 3 days"."""

    what: Repeating | Period
    base: Expression = DocumentTime()


@dataclass(frozen=True, slots=True)
class Next(Expression):
    """The first one after the base: "next week"; with a period the stretch from it: "the next 3 days"."""

    what: Repeating | Period
    base: Expression = DocumentTime()


@dataclass(frozen=True, slots=True)
class This(Expression):
    """The one around the base: "this month", "this Friday" (that of the base's week)."""

    what: Repeating | Period
    base: Expression = DocumentTime()


@dataclass(frozen=True, slots=True)
class Nearest(Expression):
    """One that the text leaves open ("Tuesday", "3 May"): tense decides, else the nearest."""

    what: Repeating
    base: Expression = ReferenceTime()


@dataclass(frozen=True, slots=True)
class Nth(Expression):
    """The n-th within the base, from its end where negative: "the third Tuesday of May 2014".

    With a period the stretch at the base's begin or end: "the first ten months of 1915" is
    ``Nth(1, +10 months, Year(1915))``, "the last two weeks of May" has -1.
    """

    n: int
    what: Repeating | Period
    base: Expression


@dataclass(frozen=True, slots=True)
class Closest(Expression):
    """The n-th by its distance from the base, on either side: "the Sunday closest to 8 May"."""

    n: int
    what: Repeating
    base: Expression


@dataclass(frozen=True, slots=True)
class Intersection(Expression):
    """A repeating time within the base: "April 2014", "Friday last week", "tomorrow at noon"."""

    base: Expression
    what: Repeating


@dataclass(frozen=True, slots=True)
class Shift(Expression):
    """The base moved by a period, as exact as the period's unit: "two days after X".

    `exact` ("to the day", "exactly") keeps the day whatever the unit.
    """

    base: Expression
    period: Period
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Before(Expression):
    """All time before the base begins: "pre-war"."""

    base: Expression


@dataclass(frozen=True, slots=True)
class After(Expression):
    """All time after the base ends: "post-2008"."""

    base: Expression


@dataclass(frozen=True, slots=True)
class Between(Expression):
    """From the start of one time to the end of another: "May 3-5", "2008 to 2010"."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Part(Expression):
    """A part of the base: "START" (early, beginning of), "MID", "END" (late), "HALF1" or "HALF2"."""

    which: str
    base: Expression


@dataclass(frozen=True, slots=True)
class Approximate(Expression):
    """ "about 1120", "circa": qualifies, moves no bound."""

    base: Expression


@dataclass(frozen=True, slots=True)
class Duration(Expression):
    """A length of time that is placed nowhere: "for three weeks". `mod` as in TIMEX3 (MORE_THAN …)."""

    period: Period
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Recurrence(Expression):
    """A set of times (TIMEX3 SET): "every morning", "twice a week" (quant EVERY, freq 2X)."""

    what: Repeating | Period
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Unknown(Expression):
    """A phrase about time that is kept but cannot be understood: "the day he was born"."""

    text: str
