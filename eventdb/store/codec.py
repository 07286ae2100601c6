"""Domain values to rows and back. The only module that knows both."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version

from eventdb import analysis as domain
from eventdb.events.mention import EventMention
from eventdb.expression.frame import Reading, Resolution
from eventdb.expression.notation import dump
from eventdb.store import models
from eventdb.store.creation import creation_columns, kept_creation
from eventdb.store.lookup import content_hash
from eventdb.store.models.span import FOREVER
from eventdb.store.names import Names
from eventdb.store.plain import NewRow, tracked
from eventdb.temporal.display import display
from eventdb.temporal.edtf import format_extent, iso_earliest, iso_latest
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.text import Diagnostic, Span
from eventdb.text import Document as SourceDocument


def source_document(row: models.Document) -> SourceDocument:
    """The document as it was read, to analyse it again."""
    return SourceDocument(
        text=row.text,
        creation_time=kept_creation(row),
        title=row.title,
        source=row.source,
        language=row.language,
        locale=row.locale,
        language_basis=row.language_basis,
        updated=row.updated,
        recipe=row.recipe,
        pages=tuple(Span(page.start, page.end) for page in row.pages),
    )


def document_row(
    analysis: domain.Analysis, names: Names, path: str | None = None, new: NewRow = tracked
) -> models.Document:
    """All rows of an analysis, hanging on their document, not yet in a session.

    `new` makes them: objects of the ORM, or plain ones (see `eventdb.store.plain`).
    """
    document = text_row(analysis.document, path, new)
    document.possible_creation_times = analysis.possible_creation_times
    document.analyzed_with = _version()
    participants = (participant for mention in analysis.mentions for participant in mention.participants)
    names.look_up(
        (participant.name for participant in participants),
        (mention.place for mention in analysis.mentions if mention.place),
    )
    rows = _Rows(analysis, names, document, new)
    for sentence in analysis.sentences:
        rows.sentences[sentence.number] = _sentence(sentence, rows)
    for timex in analysis.timexes:
        rows.timexes[timex.id] = _timex(timex, rows)
    for event in analysis.events:
        rows.events[event.id] = _event(event, rows)
    document.links = _links(rows)
    document.diagnostics = [_diagnostic(problem, rows) for problem in analysis.diagnostics]
    return document


def text_row(source: SourceDocument, path: str | None = None, new: NewRow = tracked) -> models.Document:
    """The row of a document in which nobody looked for events yet, not yet in a session."""
    return new(
        models.Document,
        title=source.title,
        source=source.source,
        path=path,
        text=source.text,
        sha256=content_hash(source.text),
        language=source.language,
        language_basis=source.language_basis,
        locale=source.locale,
        updated=source.updated,
        recipe=source.recipe,
        pages=[
            new(models.Page, number=number, start=page.start, end=page.end)
            for number, page in enumerate(source.pages, 1)
        ],
        **creation_columns(source.creation_time),
    )


@cache
def _version() -> str:
    return version("eventdb")


@dataclass(slots=True)
class _Rows:
    """The rows made so far, by the ids that the analysis uses for them."""

    analysis: domain.Analysis
    names: Names
    document: models.Document
    new: NewRow
    sentences: dict[int, models.Sentence] = field(default_factory=dict)
    timexes: dict[str, models.Timex] = field(default_factory=dict)
    events: dict[str, models.Event] = field(default_factory=dict)
    mentions: dict[str, EventMention] = field(init=False)

    def __post_init__(self) -> None:
        self.mentions = {mention.id: mention for mention in self.analysis.mentions}

    @property
    def text(self) -> str:
        return self.analysis.document.text

    def quote(self, number: int | None) -> str | None:
        """A sentence on one line."""
        sentence = self.sentences.get(number) if number is not None else None
        return " ".join(sentence.text.split()) if sentence else None


def _sentence(sentence: domain.Sentence, rows: _Rows) -> models.Sentence:
    return rows.new(
        models.Sentence,
        document=rows.document,
        number=sentence.number,
        text=sentence.span.of(rows.text),
        heading=sentence.heading,
        start=sentence.span.start,
        end=sentence.span.end,
    )


def _timex(resolved: domain.ResolvedTimex, rows: _Rows) -> models.Timex:
    timex, resolution = resolved.timex, resolved.resolution
    interval = resolution.interval or Interval(None, None)
    row = rows.new(
        models.Timex,
        document=rows.document,
        sentence=rows.sentences.get(resolved.sentence),
        text=timex.text,
        type=timex.type.value,
        value=resolution.value,
        mod=timex.mod,
        quant=timex.quant,
        freq=timex.freq,
        signal=timex.signal.span.of(rows.text) if timex.signal else None,
        signal_kind=timex.signal.kind.value if timex.signal else None,
        expression=dump(timex.expression),
        rules=" · ".join(timex.rules),
        steps=_steps(resolution),
        problem=resolution.problem,
        approximate=resolution.approximate,
        earliest=_storable(interval.start),
        latest=_storable(interval.end),
        start=timex.span.start,
        end=timex.span.end,
    )
    row.alternatives = [_alternative(reading, rows) for reading in resolution.alternatives]
    return row


def _steps(resolution: Resolution) -> str:
    lines = (f"{step.phrase} = {step.result}, {step.reason}".rstrip(", ") for step in resolution.steps)
    return "\n".join(lines)


def _alternative(reading: Reading, rows: _Rows) -> models.Alternative:
    return rows.new(
        models.Alternative,
        edtf=format_extent(Extent.within(reading.interval)),
        value=reading.value,
        reason=reading.reason,
        expression=dump(reading.expression) if reading.expression else None,
        earliest=_storable(reading.interval.start),
        latest=_storable(reading.interval.end),
    )


def _event(event: domain.Event, rows: _Rows) -> models.Event:
    mentions = sorted((rows.mentions[id] for id in event.mentions), key=lambda found: found.span)
    first = mentions[0]
    place = next((mention.place for mention in mentions if mention.place), None)
    likely = event.likely.extent if event.likely is not None and event.likely.dates else None
    return rows.new(
        models.Event,
        document=rows.document,
        title=event.title,
        status=event.status.value,
        basis=event.basis,
        basis_text=event.basis_text,
        quote=event.quote or rows.quote(first.sentence) or "",
        expression=event.expression,
        salient=event.salient,
        sentence=rows.sentences.get(first.sentence),
        place=rows.names.place(place) if place else None,
        start=first.span.start,
        end=first.span.end,
        mentions=[_mention(mention, rows) for mention in mentions],
        participations=_participations(mentions, rows),
        reasons=[_reason(reason, number, rows) for number, reason in enumerate(event.reasons, 1)],
        alternatives=[_alternative(reading, rows) for reading in event.alternatives],
        likely=None if likely is None else format_extent(likely),
        **(_extent_columns(event.extent) | ({} if likely is None else {"when": display(likely)})),
    )


def _extent_columns(extent: Extent) -> dict[str, str | int | None]:
    first, last = extent.begin.earliest, extent.end.latest
    return {
        "when": display(extent),
        "edtf": format_extent(extent),
        "earliest": None if first is None else iso_earliest(first),
        "latest": None if last is None else iso_latest(last),
        "begin_earliest": _storable(extent.begin.earliest),
        "begin_latest": _storable(extent.begin.latest),
        "end_earliest": _storable(extent.end.earliest),
        "end_latest": _storable(extent.end.latest),
        "approximate": extent.approximate,
        "uncertain": extent.uncertain,
    }


def _storable(seconds: int | None) -> int | None:
    """A bound as 64 bits hold it: one some 292 billion years away says no more than an open side."""
    return seconds if seconds is not None and abs(seconds) < FOREVER else None


def _mention(mention: EventMention, rows: _Rows) -> models.Mention:
    return rows.new(
        models.Mention,
        sentence=rows.sentences.get(mention.sentence),
        title=mention.title,
        trigger=mention.trigger,
        lemma=mention.lemma,
        event_class=mention.event_class,
        tense=mention.tense.value,
        aspect=mention.aspect.value,
        status=mention.status.value,
        modality=mention.modality,
        reported_by=mention.reported_by,
        place=mention.place,
        start=mention.span.start,
        end=mention.span.end,
        clause_start=mention.clause.start,
        clause_end=mention.clause.end,
    )


def _participations(mentions: Iterable[EventMention], rows: _Rows) -> list[models.Participation]:
    """Each entity once in each role, where it is named first."""
    found: dict[tuple[str, str, str], Span] = {}
    for mention in mentions:
        for participant in mention.participants:
            found.setdefault((participant.name, participant.kind, participant.role), participant.span)
    return [
        rows.new(
            models.Participation,
            entity=rows.names.entity(name, kind),
            role=role,
            start=span.start,
            end=span.end,
        )
        for (name, kind, role), span in found.items()
    ]


def _reason(reason: domain.Reason, position: int, rows: _Rows) -> models.Reason:
    return rows.new(
        models.Reason,
        position=position,
        kind=reason.kind,
        phrase=reason.phrase,
        meaning=reason.meaning,
        quote=rows.quote(reason.sentence),
        sentence=rows.sentences.get(reason.sentence) if reason.sentence is not None else None,
        start=reason.span.start if reason.span else None,
        end=reason.span.end if reason.span else None,
    )


def _links(rows: _Rows) -> list[models.Link]:
    return [
        rows.new(
            models.Link,
            source_event=rows.events[link.source],
            relation=link.relation.value,
            target_event=rows.events.get(link.target),
            target_timex=rows.timexes.get(link.target),
            offset=None if link.offset is None else str(link.distance or dump(link.offset)),
            strength=link.strength.name.lower(),
            reason=link.reason,
            start=link.span.start,
            end=link.span.end,
        )
        for link in rows.analysis.links
    ]


def _diagnostic(problem: Diagnostic, rows: _Rows) -> models.Diagnostic:
    related = " ".join(f"{span.start}-{span.end}" for span in problem.related)
    return rows.new(
        models.Diagnostic,
        stage=problem.stage.value,
        text=problem.span.of(rows.text),
        message=problem.message,
        related=related or None,
        start=problem.span.start,
        end=problem.span.end,
    )
