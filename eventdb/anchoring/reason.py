"""`Reason`: a step of the chain that leads to a date."""

from dataclasses import dataclass

from eventdb.text import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the chain that leads to an event's date, from the event back to its anchor.

    `phrase` is what the text says ("two days after"), `meaning` what follows from it ("the visit,
    2015-05-12"), `span` where it stands (None: not in the text, as for a date given by a person).
    `kind` is "link", "reference", "timex", "rejected", "agrees", "likely", "document", "imported" (a row of
    a file says so), "given" (a person does) or "telling" (another document does).
    """

    kind: str
    phrase: str
    meaning: str
    span: Span | None = None
    sentence: int | None = None
