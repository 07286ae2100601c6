"""What a file tells of events, as the `Analysis` of its text."""

from dataclasses import replace

from eventdb.analysis import Analysis, Event, Reason, Sentence
from eventdb.anchoring.given import NOTHING, Given, GivenDate
from eventdb.anchoring.reasons import given_reason
from eventdb.anchoring.tlink import Strength
from eventdb.events.mention import Aspect, EventMention, Participant, Tense
from eventdb.imports.reading import Rejected, Told, rows_of, understood
from eventdb.imports.recipe import Recipe
from eventdb.temporal.display import display
from eventdb.temporal.extent import Extent
from eventdb.text import Diagnostic, Document, Span, Stage


def imported(document: Document, recipe: Recipe, given: Given = NOTHING) -> Analysis:
    """The events of a text by its recipe: a sentence, a mention and an event for each row.

    A date that is `given` goes before that of the row.
    A row that cannot be used is a diagnostic.

    Raises:
        DocumentError: the text is not of the recipe's format.
        MissingExtra: the format needs a package that is not installed.
    """
    found = list(understood(rows_of(document.text, recipe.format), recipe))
    told = [(one, _trimmed(one.place, document.text)) for one in found if isinstance(one, Told)]
    dates = {date.place: date for date in sorted(given.dates, key=lambda date: date.strength)}
    return Analysis(
        document=document,
        sentences=tuple(Sentence(n, span) for n, (_, span) in enumerate(told, 1)),
        timexes=(),
        mentions=tuple(_mention(n, one, span) for n, (one, span) in enumerate(told, 1)),
        events=tuple(_event(n, one, dates.get(span)) for n, (one, span) in enumerate(told, 1)),
        links=(),
        diagnostics=tuple(_problem(one) for one in found if isinstance(one, Rejected)),
    )


def _problem(row: Rejected) -> Diagnostic:
    return Diagnostic(Stage.READ, row.place, f"line {row.line} cannot be used: {row.reason}")


def _trimmed(place: Span, text: str) -> Span:
    words = place.of(text)
    start = place.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _mention(number: int, told: Told, span: Span) -> EventMention:
    return EventMention(
        id=f"m{number}",
        span=span,
        clause=span,
        sentence=number,
        trigger=told.title,
        lemma=told.title,
        event_class="OCCURRENCE",
        tense=Tense.NONE,
        aspect=Aspect.NONE,
        status=told.status,
        modality=None,
        reported_by=None,
        participants=tuple(Participant(span, name, "participant", "other") for name in told.who),
        place=told.where,
        title=told.title,
        nominal=True,
    )


def _event(number: int, told: Told, given: GivenDate | None) -> Event:
    written = Reason("imported", told.when, f"{display(told.extent)}, line {told.line}", told.place, number)
    event = Event(
        id=f"e{number}",
        title=told.title,
        status=told.status,
        mentions=(f"m{number}",),
        extent=told.extent,
        basis="imported",
        basis_text=told.basis_text or f"“{told.when}”, line {told.line}",
        expression=None,
        reasons=(written,),
        quote=told.quote,
    )
    if given is not None and (given.strength is Strength.CORRECTION or not told.extent.bounded):
        return _corrected(event, given, number)
    return event if told.extent.bounded else _undated(event)


def _corrected(event: Event, given: GivenDate, number: int) -> Event:
    """The event at the date that is given, with that of its row as the one that was not chosen."""
    if given.extent is None or not given.extent.bounded:
        return _undated(event)
    rejected = (replace(reason, kind="rejected") for reason in event.reasons if event.extent.bounded)
    return replace(
        event,
        extent=given.extent,
        basis="given" if given.strength is Strength.CORRECTION else "event-relative",
        basis_text=given.phrase,
        reasons=(given_reason(given, number), *rejected),
    )


def _undated(event: Event) -> Event:
    return replace(event, extent=Extent(), basis="none", basis_text="", reasons=())
