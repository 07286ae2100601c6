"""Making a `Resolution`: placed on the axis, or unresolved with the reason."""

from eventdb.expression.frame import Reading, Resolution, Step
from eventdb.temporal.display import display_interval
from eventdb.temporal.interval import Interval
from eventdb.temporal.timex3 import date_value
from eventdb.temporal.unit import Unit

NO_DOCUMENT_TIME = "the document's date is not known"


def placed(
    interval: Interval,
    *,
    unit: Unit | None = None,
    value: str | None = None,
    reason: str = "",
    phrase: str = "",
    alternatives: tuple[Reading, ...] = (),
    approximate: bool = False,
) -> Resolution:
    """What is denoted is known. Unit and value are those of the interval unless given.

    The step says what it came to; without a `phrase` it is told in the words of the expression.
    """
    return Resolution(
        interval,
        interval_value(interval) if value is None else value,
        interval.grain if unit is None else unit,
        approximate=approximate,
        alternatives=alternatives,
        steps=(Step(phrase, display_interval(interval), reason),),
    )


def unresolved(problem: str, value: str = "", unit: Unit | None = None) -> Resolution:
    """What is denoted cannot be told: `problem` says why; `value` holds what is known all the same."""
    return Resolution(None, value, unit, problem=problem)


def as_it_is(base: Resolution, reason: str) -> Resolution:
    """The base itself, for a reason that is worth telling."""
    assert base.interval is not None  # an operator is only asked for a base that is placed
    return placed(base.interval, unit=base.unit, value=base.value, reason=reason)


def interval_value(interval: Interval) -> str:
    """The TIMEX3 value of an interval; of one that is no calendar unit its first and last in EDTF's form."""
    unit = interval.unit or interval.grain
    if interval.start is None or interval.end is None:
        edge = interval.start if interval.start is not None else interval.end
        return "" if edge is None else date_value(edge - (interval.start is None), unit)
    first, last = date_value(interval.start, unit), date_value(interval.end - 1, unit)
    return first if first == last else f"{first}/{last}"
