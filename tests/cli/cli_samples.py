"""How to run a command line; a text, and a stand-in for its analysis whose every letter is known."""

from collections.abc import Callable

from click.testing import Result

from eventdb.analysis import Analysis, Event, Reason, ResolvedTimex, Sentence
from eventdb.anchoring.given import NOTHING, Given
from eventdb.events.mention import Aspect, EventMention, Participant, Status, Tense
from eventdb.expression.frame import Reading, Resolution
from eventdb.expression.nodes import Unknown
from eventdb.expression.outcome import NO_DOCUMENT_TIME
from eventdb.language.timex import Timex, TimexType
from eventdb.temporal.calendar import instant
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document, Span

TEXT = (
    "Ann Smith signed the treaty in Geneva on 4 March 2019. Talks resume on Tuesday. Bo Li did not resign.\n"
)
Run = Callable[..., Result]
SIGNED = Interval.of(Unit.DAY, instant(2019, 3, 4))


def analysis_of(document: Document, given: Given = NOTHING) -> Analysis:
    """Three events: one dated by the text, one planned for the document's day, one that was denied."""
    created = document.creation_time
    tuesday = Resolution(created.interval, "") if created else Resolution(None, "", problem=NO_DOCUMENT_TIME)
    rows = (
        ("signed", "Ann Smith signed the treaty", Status.ASSERTED, SIGNED, "stated", '"on 4 March 2019"'),
        ("resume", "Talks to resume", Status.PLANNED, tuesday.interval, "deictic", '"on Tuesday"'),
        ("resign", "Bo Li did not resign", Status.NEGATED, None, "none", ""),
    )
    return Analysis(
        document=document,
        sentences=(Sentence(1, Span(0, 54)), Sentence(2, Span(55, 79)), Sentence(3, Span(80, 101))),
        timexes=(
            _timex("t1", "4 March 2019", Resolution(SIGNED, "2019-03-04"), 1),
            _timex("t2", "Tuesday", tuesday, 2),
        ),
        mentions=tuple(_mention(number, *row[:3]) for number, row in enumerate(rows, 1)),
        events=tuple(_event(number, row, created) for number, row in enumerate(rows, 1)),
        links=(),
        possible_creation_times=None if created else "a day after 2019-03-04",
    )


Row = tuple[str, str, Status, Interval | None, str, str]


def _timex(id: str, words: str, resolution: Resolution, sentence: int) -> ResolvedTimex:
    return ResolvedTimex(id, Timex(_span(words), words, TimexType.DATE, Unknown(words)), resolution, sentence)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _mention(number: int, trigger: str, title: str, status: Status) -> EventMention:
    first = number == 1
    return EventMention(
        id=f"m{number}",
        span=_span(trigger),
        clause=_span(trigger),
        sentence=number,
        trigger=trigger,
        lemma=trigger,
        event_class="OCCURRENCE",
        tense=Tense.PAST,
        aspect=Aspect.NONE,
        status=status,
        modality=None,
        reported_by="the mayor" if first else None,
        participants=(Participant(_span("Ann Smith"), "Ann Smith", "agent", "person"),) if first else (),
        place="Geneva" if first else None,
        title=title,
    )


def _event(number: int, row: Row, created: CreationTime | None) -> Event:
    trigger, title, status, interval, basis, basis_text = row
    reasons = {
        "signed": (Reason("timex", "4 March 2019", "2019-03-04", _span("4 March 2019"), 1),),
        "resume": (Reason("document", "document", "2019-03-06", None, None),) if created else (),
        "resign": (),
    }
    other = Reading(Interval.of(Unit.DAY, instant(2018, 3, 4)), "2018-03-04", "the year before")
    return Event(
        id=f"e{number}",
        title=title,
        status=status,
        mentions=(f"m{number}",),
        extent=Extent.within(interval) if interval else Extent(),
        basis=basis if interval else "none",
        basis_text=basis_text if interval else "",
        expression="Intersection(Year(2019), March 4th)" if number == 1 else None,
        reasons=reasons[trigger],
        alternatives=(other,) if number == 1 else (),
    )
