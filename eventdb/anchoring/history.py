"""Whether a text is a history, which goes on from what it told, or news, which count from their own day."""

from collections.abc import Sequence

from eventdb.anchoring.dependence import is_weekday, subexpressions
from eventdb.expression.nodes import DocumentTime, Year
from eventdb.language.timex import Timex
from eventdb.temporal.calendar import civil
from eventdb.temporal.interval import Interval

_ENOUGH = 3
"""Stated years that make a text with a far later date of its own a history; without one, the first does."""


def is_history(timexes: Sequence[Timex], creation: Interval | None) -> bool:
    """Whether a text tells of years long before its own date, rather than of its own days.

    Years that it states count for it; years about its own date, and twice as much weekdays, "last week"
    and the like, against it. A chronology that states years and never speaks from its own day is one, too.
    """
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
