"""Where to look for what may have been going on in a window: one stretch of an index for each class of span.

An event that fits a month and lasted into the window began no earlier than a month before it; so each
`span_class` is a bounded stretch of the index (span_class, timeline_position, hull_end), already in date
order, and a database merges the stretches lazily.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import and_

from eventdb.query.filters import Condition
from eventdb.store.models import Event
from eventdb.store.models.span import FOREVER, SPAN_LENGTHS
from eventdb.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Stretch:
    """Events of one class: those at `first` or later in date order, before `end`, that last beyond `lasting`.

    All in seconds; None asks nothing.
    """

    span_class: str
    first: int | None = None
    end: int | None = None
    lasting: int | None = None

    @property
    def condition(self) -> Condition:
        """What an event of the stretch satisfies."""
        conditions = [Event.span_class == self.span_class]
        if self.first is not None:
            conditions.append(Event.timeline_position >= self.first)
        if self.end is not None:
            conditions.append(Event.timeline_position < self.end)
        if self.lasting is not None:
            conditions.append(Event.hull_end > self.lasting)
        return and_(*conditions)

    def from_position(self, position: int) -> "Stretch":
        """The stretch without what lies before a position, which must be looked for only once."""
        return replace(self, first=None) if self.first is None or self.first <= position else self


def stretches(window: Interval) -> Iterator[Stretch]:
    """What may have been going on at some moment of a window, class by class."""
    start, end = window.start, window.end
    for name, length in SPAN_LENGTHS.items():
        first = None if start is None else max(start - length + 1, -FOREVER)
        yield Stretch(name, first, end, start)
    yield Stretch("more", None, end, start)
    yield Stretch("since", None, end)
    yield Stretch("until", start)
    yield Stretch("open", None, None, start)
