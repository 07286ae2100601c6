"""Whether a text is a history, which goes on from what it told, or news, which count from their own day."""

from collections.abc import Sequence

from eventdb.anchoring.dependence import depends_on_document, is_weekday, subexpressions
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.expression.nodes import DocumentTime, Year
from eventdb.language.timex import Timex
from eventdb.temporal.calendar import civil
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import Span

_DATELINE = 3
"""Among the first so many times of a text is its dateline."""

_ENOUGH = 3
"""Stated years that make a text with a far later date of its own a history; without one, the first does."""


def is_history(timexes: Sequence[Timex], creation: Interval | None) -> bool:
    """Whether a text tells of years long before its own date, rather than of its own days.

    Years that it states count for it; years about its own date, and twice as much weekdays, "last week"
    and the like, against it. A chronology that states years and never speaks from its own day is one, too;
    a text that states its own day at the top is none.
    """
    if datelines(timexes, creation):
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


def datelines(timexes: Sequence[Timex], creation: Interval | None) -> tuple[Span, ...]:
    """Where a text states at its top, year and all, the day that it is of."""
    if creation is None:
        return ()
    return tuple(timex.span for timex in timexes[:_DATELINE] if _is_of(timex, creation))


def _is_of(timex: Timex, creation: Interval) -> bool:
    """Whether a time states, year and all, the day that a document is of."""
    if depends_on_document(timex.expression):
        return False
    stated = evaluate(timex.expression, Frame()).interval
    return stated is not None and stated.unit is Unit.DAY and stated.covers(creation)
