"""`Likely`: where an event most likely lies, beside what the text surely says."""

from dataclasses import dataclass

from eventdb.temporal.extent import Extent
from eventdb.text import Span


@dataclass(frozen=True, slots=True)
class Likely:
    """The best single guess of a report's event, right with a `probability`, marked as uncertain.

    `extent` is None where the text itself dates the event, or nothing is likelier than what it says.
    `dates` tells whether it gives what happened one day that is likelier than all others together; a
    timeline shows it then. `relation` is how the event stands to the document's date, as TimeML's
    annotators would say it: "before", "overlap" or "after". `lead` is where the text dates its news, if
    the event is taken to be of that day and not of the report's own.
    """

    extent: Extent | None
    probability: float
    relation: str
    dates: bool = False
    lead: Span | None = None
