"""`TLink`: a temporal relation of an event to a time or to another event (TimeML: TLINK)."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from eventdb.expression.nodes import Expression, ReferenceTime, Shift
from eventdb.temporal.period import Period
from eventdb.text import Span


class Relation(StrEnum):
    """How the source stands to the target, in TimeML's names (Allen's relations, coarsened)."""

    IS_INCLUDED = "IS_INCLUDED"  # somewhere within the target: "on Tuesday"
    SIMULTANEOUS = "SIMULTANEOUS"  # at the same time
    INCLUDES = "INCLUDES"  # going on all through the target: "currently"
    BEFORE = "BEFORE"  # ends before the target begins, the target's own day allowed
    AFTER = "AFTER"  # begins after the target ends, the target's own day allowed
    BEGUN_BY = "BEGUN_BY"  # begins with the target: "since April"
    ENDED_BY = "ENDED_BY"  # ends with the target: "until Friday"
    BEGINS = "BEGINS"  # is the moment at which the target begins: "fighting broke out"
    ENDS = "ENDS"  # is the moment at which the target ends
    BEGINS_BEFORE = "BEGINS_BEFORE"  # begins not after the target begins
    BEGINS_AFTER = "BEGINS_AFTER"  # begins not before the target begins: "no earlier than"
    ENDS_BEFORE = "ENDS_BEFORE"  # ends not after the target ends: "by Friday"
    ENDS_AFTER = "ENDS_AFTER"  # ends not before the target ends
    DURING = "DURING"  # lasts through the target: "throughout 2014"
    LASTS = "LASTS"  # lasts for the offset, source and target being one: "a siege of nine days"


class Strength(IntEnum):
    """How far a link is to be trusted; in a contradiction the weaker one yields."""

    NARRATIVE = 1  # order of telling
    TENSE = 2  # the verb's tense against the document's date
    NEAR = 3  # the nearest time expression, no syntactic path
    COREFERENCE = 4  # two mentions are one event
    SYNTAX = 5  # the expression depends on the event's word
    CORRECTION = 6  # a person said so


def distance(period: Period, *, exact: bool = False) -> Shift:
    """An offset that is a plain amount of time: two days after, or before where it is negative."""
    return Shift(ReferenceTime(), period, exact)


@dataclass(frozen=True, slots=True)
class TLink:
    """`source` is an event id; `target` an event id, a timex id ("t3"), or "t0", the document's date.

    With an `offset` the source stands so to a time that is counted from the target, which is the offset's
    `ReferenceTime()`: "two days after the ceremony" → ``TLink("e9", SIMULTANEOUS, "e10",
    offset=Shift(ReferenceTime(), +2 days))``, "until the morning after the vote" → ENDED_BY with
    ``Intersection(Next(day, ReferenceTime()), morning)``. IS_INCLUDED in place of SIMULTANEOUS where the
    target lasts, and the offset is counted from its end: "two days after the war".
    `span` is the stretch of text that says so; `reason` says it in words.
    """

    source: str
    relation: Relation
    target: str
    strength: Strength
    span: Span
    reason: str
    offset: Expression | None = None

    @property
    def distance(self) -> Period | None:
        """How far the source lies from the target, if the text counts it in units; negative: before it."""
        return self.offset.period if isinstance(self.offset, Shift) else None
