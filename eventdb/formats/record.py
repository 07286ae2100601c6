"""`EventRecord`: what a writer knows of an event. Plain values, whatever store they came from."""

from typing import NamedTuple


class EventRecord(NamedTuple):
    """One event, flat; the fields are the columns of `csv` and the keys of `json` and `jsonl`.

    `when` is for people, `edtf` for programs; `likely` is the day, in EDTF, of what the text does not date
    (`eventdb.store.models.Event`). The four bounds say between which moments the event
    began and ended: ISO 8601, inclusive at the grain they are written in, None where unbounded.
    `who` names the participants, with commas between. `start` and `end` are the offsets of the
    event's word in its document's text.
    """

    id: int
    when: str
    event: str
    status: str
    who: str
    where: str
    basis: str
    basis_text: str
    edtf: str
    likely: str | None
    begin_earliest: str | None
    begin_latest: str | None
    end_earliest: str | None
    end_latest: str | None
    expression: str | None
    quote: str
    document_id: int
    document: str
    source: str | None
    start: int
    end: int
