"""A timeline database: reads documents, finds the events in them, and works out when each happened.

>>> import eventdb
>>> db = eventdb.open("events.db")
>>> for event in db.timeline(since="2014", who="Merkel"):
...     print(event.when, event.title, event.why())

`open` gives a `Database`; `parse` resolves one phrase; `analyze` reads a `SourceDocument` and
returns an `Analysis` without touching a database. The models (`Event`, `Document`, `Mention` …)
are SQLAlchemy's; `eventdb.query` holds filters that compose with ``select(Event)``.

Names are loaded when they are first used, so that importing eventdb costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eventdb.analysis import Analysis
    from eventdb.errors import EventdbError
    from eventdb.phrase import parse
    from eventdb.pipeline import analyze
    from eventdb.query.selection import Selection
    from eventdb.query.timeline import TimelineDatabase as Database
    from eventdb.store.bulk import save_all
    from eventdb.store.models import (
        Alternative,
        Correction,
        Diagnostic,
        Document,
        Entity,
        Event,
        Link,
        Mention,
        Page,
        Participation,
        Place,
        Reason,
        Sentence,
        Timex,
    )
    from eventdb.store.repository import save
    from eventdb.temporal.extent import Extent
    from eventdb.temporal.interval import Interval
    from eventdb.text import CreationTime
    from eventdb.text import Document as SourceDocument

    __version__: str
    open = Database.open

__all__ = [
    "Alternative",
    "Analysis",
    "Correction",
    "CreationTime",
    "Database",
    "Diagnostic",
    "Document",
    "Entity",
    "Event",
    "EventdbError",
    "Extent",
    "Interval",
    "Link",
    "Mention",
    "Page",
    "Participation",
    "Place",
    "Reason",
    "Selection",
    "Sentence",
    "SourceDocument",
    "Timex",
    "analyze",
    "open",
    "parse",
    "save",
    "save_all",
]

_ORIGINS = {
    "Analysis": "eventdb.analysis:Analysis",
    "CreationTime": "eventdb.text:CreationTime",
    "Database": "eventdb.query.timeline:TimelineDatabase",
    "EventdbError": "eventdb.errors:EventdbError",
    "Extent": "eventdb.temporal.extent:Extent",
    "Interval": "eventdb.temporal.interval:Interval",
    "Selection": "eventdb.query.selection:Selection",
    "SourceDocument": "eventdb.text:Document",
    "analyze": "eventdb.pipeline:analyze",
    "open": "eventdb.query.timeline:TimelineDatabase.open",
    "parse": "eventdb.phrase:parse",
    "save": "eventdb.store.repository:save",
    "save_all": "eventdb.store.bulk:save_all",
}
"""Where the names come from that are not models."""


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # a type checker would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            from importlib.metadata import version  # reading metadata costs milliseconds

            return version("eventdb")
        if name not in __all__:
            raise AttributeError(f"module 'eventdb' has no attribute {name!r}")
        module, _, path = _ORIGINS.get(name, f"eventdb.store.models:{name}").partition(":")
        value: Any = import_module(module)
        for part in path.split("."):
            value = getattr(value, part)
        globals()[name] = value
        return value
