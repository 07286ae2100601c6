"""Whether a text is a history, which goes on from what it told, or news, which count from their own day."""

from collections.abc import Sequence

from eventdb.anchoring.dependence import (
    depends_on_document,
    is_weekday,
    speaks_from_today,
    subexpressions,
    years_in,
)
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.language.timex import Timex, TimexType
from eventdb.temporal.calendar import civil
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import Span

_DATELINE = 3
"""Among the first so many times of a text is its dateline."""

_ENOUGH = 3
"""Stated years that make a text with a far later date of its own a history; without one, the first does."""

_LONG = 10
"""Years after which a text that opens with a day, and never speaks from its own, is no news of it."""


def is_history(timexes: Sequence[Timex], creation: Interval | None) -> bool:
    """Whether a text tells of years long before its own date, rather than of its own days.

    Years that it states count for it; years about its own date, and twice as much weekdays, "last week"
    and the like, against it. A chronology that states years and never speaks from its own day is one, too,
    and a text that opens long ago and stays there; a text that states its own day at the top is none.
    """
    if datelines(timexes, creation):
        return False
    written = civil(creation.start).year if creation is not None and creation.start is not None else None
    stated = [years_in(timex.expression) for timex in timexes]
    near = sum(any(_is_close(year, written) for year in years) for years in stated)
    far = sum(not all(_is_close(year, written) for year in years) for years in stated)
    deictic = sum(speaks_from_today(timex.expression) for timex in timexes)
    of_its_day = deictic + sum(any(map(is_weekday, subexpressions(timex.expression))) for timex in timexes)
    enough = _ENOUGH if written is not None else 1
    chronology = of_its_day == 0 and far + near >= enough
    long_ago = near == 0 and deictic == 0 and _opens_long_ago(timexes, written, by_day=of_its_day > 0)
    return chronology or long_ago or (far >= enough and far > near and far > 2 * of_its_day)


def _is_close(year: int, written: int | None) -> bool:
    return written is not None and abs(year - written) <= 1


def _opens_long_ago(timexes: Sequence[Timex], written: int | None, *, by_day: bool) -> bool:
    """Whether the first time of a text is a month of a year long past, or its day where weekdays follow.

    A bare year may be an aside: "Born in 1940, he was elected in May".
    """
    first = next((t for t in timexes if t.type in (TimexType.DATE, TimexType.TIME)), None)
    if (
        first is None
        or written is None
        or not any(year < written - _LONG for year in years_in(first.expression))
    ):
        return False
    opening = evaluate(first.expression, Frame()).interval
    return opening is not None and opening.bounded and opening.grain <= (Unit.DAY if by_day else Unit.MONTH)


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
