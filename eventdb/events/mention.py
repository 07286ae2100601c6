"""`EventMention`: an event as one sentence tells it (TimeML: EVENT and MAKEINSTANCE)."""

from dataclasses import dataclass
from enum import StrEnum

from eventdb.text import Span


class Tense(StrEnum):
    """TimeML tense of the verb group that carries the event; NONE for nouns and bare infinitives."""

    PAST = "PAST"
    PRESENT = "PRESENT"
    FUTURE = "FUTURE"
    INFINITIVE = "INFINITIVE"
    PRESPART = "PRESPART"
    PASTPART = "PASTPART"
    NONE = "NONE"


class Aspect(StrEnum):
    """TimeML aspect."""

    NONE = "NONE"
    PROGRESSIVE = "PROGRESSIVE"
    PERFECTIVE = "PERFECTIVE"
    PERFECTIVE_PROGRESSIVE = "PERFECTIVE_PROGRESSIVE"


class Status(StrEnum):
    """How the text stands to an event. Only `ASSERTED` ones happened, as far as the text goes."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"  # conditional, possible, wished, generic
    REJECTED = "rejected"  # a person said that there is no such event


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something that takes part, and as what.

    `name` is normalised within the document ("Kerry" → "John Kerry"); `role` is "agent", "patient",
    "with" or another preposition; `kind` is "person", "organisation", "place" or "other".
    """

    span: Span
    name: str
    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention. `span` is the trigger, `clause` the stretch of text that tells of the event.

    `event_class` is TimeML's (OCCURRENCE, STATE, REPORTING, ASPECTUAL, PERCEPTION, I_ACTION, I_STATE).
    `modality` is the modal verb or adverb, if any. `reported_by` names who says so, where the text
    only reports it. `nominal`: told as a thing ("the visit"), not by a verb. `title` stands alone:
    "Angela Merkel attended a wreath-laying ceremony in Moscow".
    """

    id: str
    span: Span
    clause: Span
    sentence: int
    trigger: str
    lemma: str
    event_class: str
    tense: Tense
    aspect: Aspect
    status: Status
    modality: str | None
    reported_by: str | None
    participants: tuple[Participant, ...]
    place: str | None
    title: str
    nominal: bool = False
