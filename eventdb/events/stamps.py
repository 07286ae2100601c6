"""The times that stand over what happened then, in logs, chronicles and diaries."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from eventdb.text import Span

SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")

_BEFORE = re.compile(r"[ \t]*(?P<mark>(?:(?:[-*•–]|\#{1,6})[ \t]+|\d{1,3}[.)][ \t]+)?[\[(|]?[ \t]*)")
_AFTER = re.compile(r"[\])]?(?:[ \t]*[:|–—-](?=\s)|[ \t]{2,}|\t|(?<=[\])]) )[ \t]*(?=[^\s|])")
"""What may stand before a stamp on its line, and part it from its entry: "- [21:47] …", "12 May 1998: …"."""

_BEFORE_WORDS = re.compile(r" (?=[\"“'‘]?[A-ZÀ-Þ])")
"""After a stamp in figures: "21:47 Alarm raised"."""

_FULL_STOP = re.compile(r"\.(?:[ \t]*[–—-])?[ \t]+(?=[\"“'‘]?[A-ZÀ-Þ\d])")
"""After a stamp in a diary: "Friday 6th. A letter from John"."""

_AFTER_SENTENCE = re.compile(r"[.!?][\"'”’)]*[ \t]+$")
_NO_WORD = re.compile(r"[^\w\n]*(?=\n|\Z)")

_WIDEST_MARK = 40  # characters
_LONGEST_LINE = 1000


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time that stands over an entry, and the place in the text where the entry begins.

    That of a diary stands over all paragraphs until the next heading.
    """

    time: Span
    entry: int
    diary: bool = False


def find_stamps(text: str, times: Sequence[Span], days: Collection[Span]) -> dict[int, Stamp]:
    """The times that stand over the rest of their lines, by where those lines begin; and over what follows
    them, where several `days` are lines of their own.
    """
    found: dict[int, Stamp] = {}
    alone: dict[int, Stamp] = {}
    for time in times:
        mark, day = _mark(text, time), time in days
        stamp = _within(text, time, day) if mark is None else _stamp(text, time, day)
        if stamp is not None:
            found[time.start if mark is None else mark] = stamp
        elif mark is not None and day and _is_alone(text, time):
            alone[mark] = Stamp(time, time.end, diary=True)
    return found | (alone if len(alone) > 1 else {})


def _mark(text: str, time: Span) -> int | None:
    """Where a line begins whose first words are a time."""
    nearest = max(0, time.start - _WIDEST_MARK)
    line = text.rfind("\n", nearest, time.start) + 1
    before = _BEFORE.fullmatch(text, line, time.start) if line > 0 or nearest == 0 else None
    return None if before is None else before.start("mark")


def _is_alone(text: str, time: Span) -> bool:
    """Whether nothing follows a day on its line, and the line begins something new."""
    return _NO_WORD.match(text, time.end) is not None and _begins(text, time)


def _stamp(text: str, time: Span, day: bool) -> Stamp | None:
    """A stamp at the beginning of a line."""
    after = _AFTER.match(text, time.end)
    if after is None and text[time.start].isdigit():
        after = _BEFORE_WORDS.match(text, time.end)
    if after is not None:
        return Stamp(time, after.end())
    stop = _FULL_STOP.match(text, time.end)
    return Stamp(time, stop.end(), day) if stop is not None and _begins(text, time) else None


def _within(text: str, time: Span, day: bool) -> Stamp | None:
    """A stamp in figures that is a sentence within a paragraph: "… 13 January. Wind from the south"."""
    stop = _FULL_STOP.match(text, time.end)
    if stop is None or not any(character.isdigit() for character in time.of(text)):
        return None
    ended = _AFTER_SENTENCE.search(text, max(0, time.start - _WIDEST_MARK), time.start)
    return None if ended is None else Stamp(time, stop.end(), day)


def _begins(text: str, time: Span) -> bool:
    """Whether its line does not go on with a sentence of the line before."""
    before = text[max(0, time.start - _LONGEST_LINE) : time.start].rpartition("\n")[0]
    line = before.rstrip(" \t").rpartition("\n")[2]
    return not line or SENTENCE_END.search(line) is not None
