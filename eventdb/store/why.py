"""The chain of reasons for an event's date, in plain words."""

import textwrap
from collections.abc import Iterator

from eventdb.store.models import Event, Reason

_LEAST_WIDTH = 60
_LEADS = {"rejected": "chosen over", "agrees": "agrees with"}


def explain(event: Event, width: int = 100) -> str:
    """How an event's date is known: the date, then one reason after the other with its quote.

        Angela Merkel attended a wreath-laying ceremony in Moscow
        Sun 2015-05-10

          two days after = the visit, 2015-05-12    "The visit comes two days after …"  sentence 5
          document = 2015-05-12                     given with --date

        As a formula  Shift(EventTime("the visit"), -2 days)

    The event must be in a session, or have its reasons loaded.
    """
    width = max(width, _LEAST_WIDTH)
    lines = textwrap.wrap(event.title, width)
    lines.append(f"{event.when}{'' if event.status == 'asserted' else f', {event.status}'}")
    reasons = [line for reason in event.reasons for line in _reason_lines(reason, width)]
    lines.extend(["", *(reasons or [f"  {_without_reasons(event)}"])])
    if event.expression:
        lines.extend(["", f"As a formula  {event.expression}"])
    if any(reason.kind == "document" for reason in event.reasons):
        lines.append("If the document's date changes, this date moves with it.")
    return "\n".join(lines)


def _without_reasons(event: Event) -> str:
    return "the text does not say when" if not event.dated else event.basis_text


def _reason_lines(reason: Reason, width: int) -> Iterator[str]:
    """Left what is known, right where it stands; each wrapped in its column."""
    left_width = width * 2 // 5
    left = textwrap.wrap(_claim(reason), left_width - 2)
    right = textwrap.wrap(_place(reason), width - left_width - 4)
    for number in range(max(len(left), len(right))):
        claim = left[number] if number < len(left) else ""
        place = right[number] if number < len(right) else ""
        yield f"  {claim:<{left_width}}{place}".rstrip()


def _claim(reason: Reason) -> str:
    lead = _LEADS.get(reason.kind)
    phrase = f"{lead} {reason.phrase}" if lead else reason.phrase
    return " = ".join(part for part in (phrase, reason.meaning) if part)


def _place(reason: Reason) -> str:
    if not reason.quote:
        return ""
    number = f"  sentence {reason.sentence.number}" if reason.sentence else ""
    return f'"{reason.quote}"{number}'
