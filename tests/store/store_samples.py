"""A small analysis made by hand, so that the store is tested without any analysis of text."""

from dataclasses import replace

from eventdb.analysis import Analysis, Event, Reason, ResolvedTimex, Sentence
from eventdb.anchoring.tlink import Relation, Strength, TLink, distance
from eventdb.events.mention import Aspect, EventMention, Participant, Status, Tense
from eventdb.expression.frame import Reading, Resolution, Step
from eventdb.expression.nodes import Field, Nearest, Repeating
from eventdb.language.timex import Signal, SignalKind, Timex, TimexType
from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Diagnostic, Document, Span, Stage

TEXT = (
    "Treaty signed at last\n"
    "The minister arrived in Geneva on\nTuesday. Ana Silva had signed the treaty two days before the visit. "
    "Some day the border will open."
)
TUESDAY = Interval.of(Unit.DAY, instant(2021, 3, 9))
"""The document's own day."""


def span(words: str) -> Span:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def day(interval: Interval, offset: int = 0) -> Interval:
    """The day that lies so many days from another."""
    assert interval.start is not None
    start = interval.start + offset * DAY
    return Interval(start, start + DAY)


def mention(id: str, trigger: str, sentence: int, title: str, *participants: Participant) -> EventMention:
    """A plain past-tense mention."""
    return EventMention(
        id=id,
        span=span(trigger),
        clause=span(trigger),
        sentence=sentence,
        trigger=trigger,
        lemma=trigger,
        event_class="OCCURRENCE",
        tense=Tense.PAST,
        aspect=Aspect.NONE,
        status=Status.ASSERTED,
        modality=None,
        reported_by=None,
        participants=participants,
        place=None,
        title=title,
    )


def sample_analysis(today: Interval | None = TUESDAY) -> Analysis:
    """Three events: an arrival (mentioned twice) on a Tuesday, a signing two days before, one undated."""
    sentences = (
        Sentence(1, span("Treaty signed at last"), heading=True),
        Sentence(2, span("The minister arrived in Geneva on\nTuesday.")),
        Sentence(3, span("Ana Silva had signed the treaty two days before the visit.")),
        Sentence(4, span("Some day the border will open.")),
    )
    created = CreationTime(today, "given with --date") if today else None
    return Analysis(
        document=Document(TEXT, created, title="Treaty", source="The Daily Example"),
        sentences=sentences,
        timexes=(_tuesday(today),),
        mentions=_mentions(),
        events=_events(today),
        links=_links(),
        diagnostics=(
            Diagnostic(Stage.ANCHORING, span("Some day"), "no date follows from it", (span("Tuesday"),)),
        ),
        possible_creation_times=None if today else "a Tuesday",
    )


def _mentions() -> tuple[EventMention, ...]:
    minister = Participant(span("The minister"), "The minister", "agent", "person")
    geneva = Participant(span("Geneva"), "Geneva", "in", "place")
    silva = Participant(span("Ana Silva"), "Ana Silva", "agent", "person")
    opening = mention("m4", "open", 4, "The border to open")
    return (
        replace(mention("m1", "visit", 3, "The visit", minister), tense=Tense.NONE),
        replace(
            mention("m2", "arrived", 2, "The minister arrived in Geneva", minister, geneva), place="Geneva"
        ),
        mention("m3", "had signed", 3, "Ana Silva signed the treaty", silva),
        replace(
            opening, status=Status.HYPOTHETICAL, tense=Tense.FUTURE, modality="will", reported_by="Ana Silva"
        ),
    )


def _tuesday(today: Interval | None) -> ResolvedTimex:
    expression = Nearest(Repeating.of(Field.WEEKDAY, 2))
    signal = Signal(Span(span("Tuesday").start - 3, span("Tuesday").start - 1), SignalKind.AT)
    timex = Timex(span("Tuesday"), "Tuesday", TimexType.DATE, expression, signal, rules=("weekday", "bare"))
    if today is None:
        return ResolvedTimex("t1", timex, Resolution(None, "XXXX-WXX-2", problem="no date is known"), 2)
    other = Reading(day(today, 7), "2021-03-16", "the one after", expression)
    steps = (Step("Tuesday", "2021-03-09", "the document's own day"), Step("on", "that day"))
    return ResolvedTimex(
        "t1", timex, Resolution(today, "2021-03-09", Unit.DAY, None, False, (other,), steps), 2
    )


def _events(today: Interval | None) -> tuple[Event, ...]:
    arrived = Extent.within(today) if today else Extent()
    signed = Extent.within(day(today, -2)) if today else Extent()
    basis = ("deictic", '"on Tuesday"') if today else ("none", "")
    relative = ("event-relative", "2 days before the visit") if today else ("none", "")
    other = Reading(day(today or TUESDAY, -9), "2021-02-28", "a week earlier") if today else None
    reasons = (
        Reason("link", "two days before", "the visit, 2021-03-09", span("two days before"), 3),
        Reason("document", "document", "2021-03-09, given with --date"),
    )
    return (
        Event(
            "e1", "The minister arrived in Geneva", Status.ASSERTED, ("m1", "m2"), arrived, *basis, None, ()
        ),
        Event(
            "e2",
            "Ana Silva signed the treaty",
            Status.ASSERTED,
            ("m3",),
            signed,
            *relative,
            "Shift(EventTime(e1), -2 days)",
            reasons if today else (),
            (other,) if other else (),
        ),
        Event("e3", "The border to open", Status.HYPOTHETICAL, ("m4",), Extent(), "none", "", None, ()),
    )


def _links() -> tuple[TLink, ...]:
    before = Period.of(-2, Unit.DAY)
    two_days = span("two days before")
    return (
        TLink("e1", Relation.IS_INCLUDED, "t1", Strength.SYNTAX, span("on\nTuesday"), "on Tuesday"),
        TLink(
            "e2", Relation.IS_INCLUDED, "e1", Strength.SYNTAX, two_days, "two days before", distance(before)
        ),
        TLink("e1", Relation.BEFORE, "t0", Strength.TENSE, span("arrived"), "past tense"),
    )
