"""Rows of a large database, always the same for the same number of events."""

import random
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from eventdb.analysis import Analysis, Event, Sentence
from eventdb.events.mention import Aspect, EventMention, Participant, Status, Tense
from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.edtf import iso_earliest, iso_latest
from eventdb.temporal.extent import Bounds, Extent
from eventdb.text import Document, Span

EVENTS_PER_DOCUMENT = 20
PARTICIPANTS = 3
RARE_WORD, USUAL_WORD = "quicksilver", "government"
BASES = ("stated", "deictic", "event-relative", "named-period", "tense")
STATUSES = ("asserted",) * 8 + ("planned", "negated")
_YEAR = 366 * DAY
_LENGTHS = ((DAY, 50), (28 * DAY, 12), (365 * DAY, 12), (9 * _YEAR, 6), (80 * _YEAR, 4), (300 * _YEAR, 1))
_OPEN = (("since", 4), ("until", 7), ("open", 2), ("none", 2))
_WORDS = [f"{a}{b}{c}" for a in ("ba", "co", "di", "fu", "ge")
          for b in ("lan", "mer", "nor", "pit", "rus", "tav")
          for c in ("dale", "ed", "ing", "ment", "s", "tion", "wick", "y")]  # fmt: skip

Table = tuple[str, tuple[str, ...], Iterator[tuple[Any, ...]]]


class Rows:
    """The rows of every table, made as they are asked for."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.documents = max(1, count // EVENTS_PER_DOCUMENT)
        self.entities = max(PARTICIPANTS, count // 20)

    def tables(self) -> Iterator[Table]:
        """Name, columns and rows of each table, parents first."""
        yield "document", ("id", "title", "source", "analyzed_with", "sha256", "text"), self._documents()
        yield "entity", ("id", "name", "kind"), self._entities()
        yield "event", EVENT_COLUMNS, self._events()
        columns = ("event_id", "entity_id", "role", "start", "end")
        yield "participation", columns, self._participations()

    def _documents(self) -> Iterator[tuple[Any, ...]]:
        for id in range(1, self.documents + 1):
            yield (
                id,
                f"Report {id}",
                f"https://example.org/{id}",
                "0",
                sha256(str(id).encode()).hexdigest(),
                "",
            )

    def _entities(self) -> Iterator[tuple[Any, ...]]:
        for id in range(1, self.entities + 1):
            yield id, f"Person {id}", "person"

    def _events(self) -> Iterator[tuple[Any, ...]]:
        chance = random.Random(7)
        for id in range(1, self.count + 1):
            bounds = random_bounds(chance)
            yield (
                id, min((id - 1) // EVENTS_PER_DOCUMENT + 1, self.documents), "2014-03-17",
                sentence(chance, 6), chance.choice(STATUSES), chance.choice(BASES), "“on Monday”",
                sentence(chance, 14), "2014-03-17", 0, 0, int(chance.random() < 0.8), *bounds, 0, 5,
                None if bounds[0] is None else iso_earliest(bounds[0]),
                None if bounds[3] is None else iso_latest(bounds[3]),
            )  # fmt: skip

    def _participations(self) -> Iterator[tuple[Any, ...]]:
        chance = random.Random(11)
        for id in range(1, self.count + 1):
            chosen = {int(self.entities * chance.random() ** 3) + 1 for _ in range(PARTICIPANTS)}
            for number, entity in enumerate(chosen):
                yield id, entity, "agent" if number == 0 else "with", 0, 5


EVENT_COLUMNS = (
    "id", "document_id", "when", "title", "status", "basis", "basis_text", "quote", "edtf",
    "approximate", "uncertain", "salient", "begin_earliest", "begin_latest", "end_earliest", "end_latest",
    "start", "end", "earliest", "latest",
)  # fmt: skip


def sentence(chance: random.Random, length: int) -> str:
    """Words without meaning; the usual word in four of five, the rare one in one of 50,000."""
    words = [chance.choice(_WORDS) for _ in range(length)]
    if chance.random() < 0.55:
        words[0] = USUAL_WORD
    if chance.random() < 1 / 50_000:
        words[1] = RARE_WORD
    return " ".join(words)


def random_bounds(chance: random.Random) -> tuple[int | None, ...]:
    """Four bounds of any kind: two thirds of the dates are of the last 130 years."""
    year = chance.uniform(1900, 2031) if chance.random() < 0.67 else chance.uniform(-3000, 1900)
    start = (instant(int(year)) // DAY + int(year % 1 * 365)) * DAY
    kinds = (*_LENGTHS, *_OPEN)
    (kind,) = chance.choices([k for k, _ in kinds], [weight for _, weight in kinds])
    match kind:
        case int():
            return start, start + kind, start, start + kind
        case "since":
            return start, start + DAY, start, None
        case "until":
            return None, start, None, start
        case "open":
            return None, start, start, None
        case _:
            return None, None, None, None


def create_sources(count: int) -> list[Analysis]:
    """Analyses as the pipeline would give them, for so many documents."""
    chance = random.Random(3)
    return [_analysis(number, chance) for number in range(count)]


def _analysis(number: int, chance: random.Random) -> Analysis:
    sentences = [sentence(chance, 14) for _ in range(EVENTS_PER_DOCUMENT)]
    text = f"{number}. " + "\n".join(sentences)
    spans, position = [], len(f"{number}. ")
    for words in sentences:
        spans.append(Span(position, position + len(words)))
        position += len(words) + 1
    found = tuple(Sentence(n, span) for n, span in enumerate(spans, 1))
    return Analysis(
        document=Document(text, None, title=f"Report {number}"),
        sentences=found,
        timexes=(),
        mentions=tuple(_mention(n, span, chance) for n, span in enumerate(spans, 1)),
        events=tuple(_event(n, chance) for n in range(1, EVENTS_PER_DOCUMENT + 1)),
        links=(),
    )


def _mention(number: int, span: Span, chance: random.Random) -> EventMention:
    trigger = Span(span.start, span.start + 5)
    people = {f"Person {chance.randrange(5000)}" for _ in range(PARTICIPANTS)}
    return EventMention(
        id=f"m{number}", span=trigger, clause=span, sentence=number, trigger="event", lemma="event",
        event_class="OCCURRENCE", tense=Tense.PAST, aspect=Aspect.NONE, status=Status.ASSERTED, modality=None,
        reported_by=None, place=None, title="Something happened",
        participants=tuple(Participant(trigger, name, "agent", "person") for name in sorted(people)),
    )  # fmt: skip


def _event(number: int, chance: random.Random) -> Event:
    begin_earliest, begin_latest, end_earliest, end_latest = random_bounds(chance)
    extent = Extent(Bounds(begin_earliest, begin_latest), Bounds(end_earliest, end_latest))
    title = sentence(chance, 6)
    return Event(f"e{number}", title, Status.ASSERTED, (f"m{number}",), extent, "stated", "", None, ())
