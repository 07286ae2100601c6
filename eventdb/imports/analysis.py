"""What a file tells of events, as the `Analysis` of its text."""

from eventdb.analysis import Analysis, Event, Reason, Sentence
from eventdb.events.mention import Aspect, EventMention, Participant, Tense
from eventdb.imports.reading import Rejected, Told, rows_of, understood
from eventdb.imports.recipe import Recipe
from eventdb.temporal.display import display
from eventdb.text import Diagnostic, Document, Span, Stage


def imported(document: Document, recipe: Recipe) -> Analysis:
    """The events of a text by its recipe: a sentence, a mention and an event for each row.

    A row that cannot be used is a diagnostic.

    Raises:
        DocumentError: the text is not of the recipe's format.
        MissingExtra: the format needs a package that is not installed.
    """
    found = list(understood(rows_of(document.text, recipe.format), recipe))
    told = [one for one in found if isinstance(one, Told)]
    return Analysis(
        document=document,
        sentences=tuple(Sentence(n, _trimmed(one.place, document.text)) for n, one in enumerate(told, 1)),
        timexes=(),
        mentions=tuple(_mention(n, one, document.text) for n, one in enumerate(told, 1)),
        events=tuple(_event(n, one) for n, one in enumerate(told, 1)),
        links=(),
        diagnostics=tuple(
            Diagnostic(Stage.READ, one.place, f"line {one.line} cannot be used: {one.reason}")
            for one in found
            if isinstance(one, Rejected)
        ),
    )


def _trimmed(place: Span, text: str) -> Span:
    words = place.of(text)
    start = place.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _mention(number: int, told: Told, text: str) -> EventMention:
    span = _trimmed(told.place, text)
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


def _event(number: int, told: Told) -> Event:
    dated = told.extent.bounded
    reason = Reason("imported", told.when, f"{display(told.extent)}, line {told.line}", told.place, number)
    return Event(
        id=f"e{number}",
        title=told.title,
        status=told.status,
        mentions=(f"m{number}",),
        extent=told.extent,
        basis="imported" if dated else "none",
        basis_text=(told.basis_text or f"“{told.when}”, line {told.line}") if dated else "",
        expression=None,
        reasons=(reason,) if dated else (),
        quote=told.quote,
    )
