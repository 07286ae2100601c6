"""An event that a person states, as a document of its own that says nothing else."""

from eventdb.analysis import Analysis, Event, Sentence
from eventdb.anchoring.given import NOTHING, Given
from eventdb.anchoring.reasons import given_reason
from eventdb.anchoring.tlink import Strength
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.temporal.extent import Extent
from eventdb.text import Document, Span


def stated(document: Document, given: Given = NOTHING) -> Analysis:
    """The event whose title is the first line of a text; its date is what is given, the text is not read."""
    title = document.text.partition("\n")[0]
    mention = _mention(title)
    dates = [date for date in given.dates if date.extent is not None]
    date = max(dates, key=lambda date: date.strength, default=None)
    event = Event(
        id="e1",
        title=title,
        status=Status.ASSERTED,
        mentions=(mention.id,),
        extent=(date.extent if date else None) or Extent(),
        basis="none"
        if date is None
        else "given"
        if date.strength is Strength.CORRECTION
        else "event-relative",
        basis_text=date.phrase if date else "",
        expression=None,
        reasons=(given_reason(date, 1),) if date else (),
    )
    return Analysis(document, (Sentence(1, mention.span),), (), (mention,), (event,), ())


def _mention(title: str) -> EventMention:
    span = Span(0, len(title))
    return EventMention(
        id="m1",
        span=span,
        clause=span,
        sentence=1,
        trigger=title,
        lemma=title,
        event_class="OCCURRENCE",
        tense=Tense.NONE,
        aspect=Aspect.NONE,
        status=Status.ASSERTED,
        modality=None,
        reported_by=None,
        participants=(),
        place=None,
        title=title,
        nominal=True,
    )
