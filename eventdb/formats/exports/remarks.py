"""What an export tells the person of events that a format cannot hold."""

from collections.abc import Iterator

_NAMED = 5


class LeftOut:
    """The events that were left out, by the reason."""

    def __init__(self) -> None:
        self._events: dict[str, list[int]] = {}

    def add(self, reason: str, event: int) -> None:
        """Notes an event; a reason reads on from "left out: "."""
        self._events.setdefault(reason, []).append(event)

    def remarks(self, verb: str = "left out") -> Iterator[str]:
        """A line for each reason: "2 events left out (4, 7): iCalendar has only the years 1 to 9999"."""
        for reason, events in self._events.items():
            noun = "event" if len(events) == 1 else "events"
            yield f"{len(events)} {noun} {verb} ({_numbers(events)}): {reason}"


def _numbers(events: list[int]) -> str:
    shown = ", ".join(map(str, events[:_NAMED]))
    return f"{shown} …" if len(events) > _NAMED else shown
