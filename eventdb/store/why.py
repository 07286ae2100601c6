"""The chain of reasons for an event's date, in plain words."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from eventdb.store.models import Event, Reason
from eventdb.temporal.display import display
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

_LEAST_WIDTH = 60
_LEADS = {"rejected": "chosen over", "agrees": "agrees with"}
_EXCERPT = 100
"""How many characters of a sentence are quoted around the words that matter."""

_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Step:
    """One reason in words: what is known, and where that stands.

    `claim` says "on Sunday = 2015-05-10", `quote` is the part of the sentence that says so, and `sentence`
    its number; of what stands in no text, and of a reading that was not chosen, `remark` says why. `kind` is
    that of `Reason`.
    """

    kind: str
    claim: str
    quote: str | None
    sentence: int | None
    remark: str


def explain(event: Event, width: int = 100) -> str:
    """How an event's date is known: the date, then one reason after the other with its quote.

        Angela Merkel attended a wreath-laying ceremony in Moscow
        Sun 2015-05-10, certain to the day

          two days after = the visit, 2015-05-12    "The visit comes two days after …"  sentence 5
          the document = 2015-05-12                 given with --date

        As a formula  Shift(EventTime("the visit"), -2 days)
        If the document's date changes, this date moves with it.

    The event must be in a session, or have its reasons loaded.
    """
    width = max(width, _LEAST_WIDTH)
    lines = [*textwrap.wrap(event.title, width), _date(event), ""]
    lines.extend(_reasons(event, width) if event.reasons else [f"  {_without_reasons(event)}"])
    return "\n".join([*lines, *_closing(event)])


def _date(event: Event) -> str:
    status = "" if event.status == "asserted" else f", {event.status}"
    if event.likely is not None:
        return f"{event.when}, likely{status}; sure is: {display(parse_edtf(event.edtf))}"
    return f"{event.when}{certainty(event)}{status}"


def certainty(event: Event) -> str:
    """To which unit of the calendar a date is certain, if it is exactly one: ", certain to the month"."""
    begin = (event.begin_earliest, event.begin_latest)
    if begin != (event.end_earliest, event.end_latest) or event.approximate or event.uncertain:
        return ""
    start, end = begin
    if start is None or end is None:
        return ""
    units = (unit.word for unit in Unit if Interval.of(unit, start) == Interval(start, end))
    return "".join(f", certain to the {word}" for word in units)


def _without_reasons(event: Event) -> str:
    return event.basis_text if event.dated and event.basis_text else "the text does not say when"


def _closing(event: Event) -> Iterator[str]:
    moves = any(reason.kind == "document" for reason in event.reasons)
    if event.expression or moves:
        yield ""
    if event.expression:
        yield f"As a formula  {event.expression}"
    if moves:
        yield "If the document's date changes, this date moves with it."


def steps(event: Event) -> Iterator[Step]:
    """The chain of reasons, one step after the other."""
    for reason in event.reasons:
        yield Step(
            kind=reason.kind,
            claim=_claim(reason),
            quote=_excerpt(reason) if reason.quote and reason.kind != "rejected" else None,
            sentence=reason.sentence.number if reason.sentence else None,
            remark=_remark(reason),
        )


def _claim(reason: Reason) -> str:
    lead = _LEADS.get(reason.kind)
    if lead:
        return f"{lead} {reason.phrase}"
    meaning = reason.meaning if reason.quote else reason.meaning.partition(", ")[0]
    return " = ".join(part for part in (reason.phrase, meaning) if part)


def _remark(reason: Reason) -> str:
    if reason.kind == "rejected":
        return reason.meaning
    return "" if reason.quote else reason.meaning.partition(", ")[2]


def _reasons(event: Event, width: int) -> Iterator[str]:
    """Left what is known, right where it stands; each wrapped in its column."""
    left_width = width * 2 // 5
    quoted = None
    for step in steps(event):
        place = _place(step)
        if place == quoted and step.sentence:
            place = _sentence_number(step)
        else:
            quoted = place
        left = textwrap.wrap(step.claim, left_width - 2)
        right = textwrap.wrap(place, width - left_width - 4)
        for number in range(max(len(left), len(right))):
            words = left[number] if number < len(left) else ""
            source = right[number] if number < len(right) else ""
            yield f"  {words:<{left_width}}{source}".replace(_NO_BREAK, " ").rstrip()


def _place(step: Step) -> str:
    """The quote and its sentence; why a reading was rejected; of what stands in no text, who said so."""
    if step.quote is None:
        return step.remark
    quote = f'"{step.quote}"'
    return f"{quote}{_NO_BREAK * 2}{_sentence_number(step)}" if step.sentence else quote


def _sentence_number(step: Step) -> str:
    return f"sentence{_NO_BREAK}{step.sentence}" if step.sentence else ""


def _excerpt(reason: Reason) -> str:
    """The part of the sentence that holds the reason's words, cut between words."""
    quote = reason.quote or ""
    at = max(quote.find(_words(reason)), 0)
    start = max(0, min(at - _EXCERPT // 3, len(quote) - _EXCERPT))
    end = max(start + _EXCERPT, at + len(_words(reason)))
    if start > 0:
        start = quote.rfind(" ", 0, start) + 1
    if end < len(quote):
        end = (quote + " ").find(" ", end)
    before = f"…{_NO_BREAK}" if start > 0 else ""
    after = f"{_NO_BREAK}…" if end < len(quote) else ""
    return f"{before}{quote[start:end]}{after}"


def _words(reason: Reason) -> str:
    """The words of the text that the reason stands on, as they are in its quote."""
    if reason.sentence is None or reason.start is None or reason.end is None:
        return ""
    first = reason.sentence.start
    return " ".join(reason.sentence.text[reason.start - first : reason.end - first].split())
