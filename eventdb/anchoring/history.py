"""Whether a text is a history, which goes on from what it told, or news, which count from their own day."""

from collections.abc import Sequence

from eventdb.anchoring.dependence import depends_on_document, is_weekday, subexpressions
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.expression.nodes import DocumentTime, Intersection, Year
from eventdb.language.timex import Timex, TimexType
from eventdb.temporal.calendar import civil
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_DATELINE = 3
"""Among the first so many times of a text is its dateline."""

_ENOUGH = 3
"""Stated years that make a text with a far later date of its own a history; without one, the first does."""


def is_history(timexes: Sequence[Timex], creation: Interval | None) -> bool:
    """Whether a text tells of years long before its own date, rather than of its own days.

    Years that it states count for it; years about its own date, and twice as much weekdays, "last week"
    and the like, against it. A chronology that states years, or begins with a day or month of a far year, and
    never speaks from its own day is one, too; a text that states its own day at the top is none.
    """
    if creation is not None and any(_is_of(timex, creation) for timex in timexes[:_DATELINE]):
        return False
    written = civil(creation.start).year if creation is not None and creation.start is not None else None
    far = near = of_its_day = 0
    for timex in timexes:
        parts = subexpressions(timex.expression)
        years = _years(timex)
        close = [year for year in years if written is not None and abs(year - written) <= 1]
        far += len(close) < len(years)
        near += bool(close)
        of_its_day += any(isinstance(part, DocumentTime) or is_weekday(part) for part in parts)
    enough = _ENOUGH if written is not None else 1
    begins_far = far > 0 and written is not None and _begins_far_from(timexes, written)
    chronology = of_its_day == 0 and (far + near >= enough or begins_far)
    return chronology or (far >= enough and far > near and far > 2 * of_its_day)


def _years(timex: Timex) -> list[int]:
    parts = subexpressions(timex.expression)
    return [part.digits for part in parts if isinstance(part, Year) and part.missing == 0]


def _begins_far_from(timexes: Sequence[Timex], written: int) -> bool:
    """Whether the first time of a text is a day or month of another year, more than one away from its own."""
    first = next((timex for timex in timexes if timex.type in (TimexType.DATE, TimexType.TIME)), None)
    stated = first is not None and isinstance(first.expression, Intersection)
    return first is not None and stated and any(abs(year - written) > 1 for year in _years(first))


def _is_of(timex: Timex, creation: Interval) -> bool:
    """Whether a time states, year and all, the day that a document is of."""
    if depends_on_document(timex.expression):
        return False
    stated = evaluate(timex.expression, Frame()).interval
    return stated is not None and stated.unit is Unit.DAY and stated.covers(creation)
