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

_NO_WORD = re.compile(r"[\W_]*")


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
    lines = [(time, line, _line_end(text, time)) for time in times if (line := _mark(text, time)) is not None]
    alone = {
        line: Stamp(time, end, diary=True)
        for time, line, end in lines
        if time in days and _is_alone(text, time, end)
    }
    beside = {
        line: stamp for time, line, _ in lines if (stamp := _stamp(text, time, time in days)) is not None
    }
    return beside | (alone if len(alone) > 1 else {})


def _mark(text: str, time: Span) -> int | None:
    """Where a line begins whose first words are a time."""
    before = _BEFORE.fullmatch(text, text.rfind("\n", 0, time.start) + 1, time.start)
    return None if before is None else before.start("mark")


def _line_end(text: str, time: Span) -> int:
    end = text.find("\n", time.end)
    return len(text) if end < 0 else end


def _is_alone(text: str, time: Span, end: int) -> bool:
    """Whether nothing follows a day on its line, and the line begins something new."""
    return _NO_WORD.fullmatch(text, time.end, end) is not None and _begins(text, time)


def _stamp(text: str, time: Span, day: bool) -> Stamp | None:
    after = _AFTER.match(text, time.end)
    if after is None and text[time.start].isdigit():
        after = _BEFORE_WORDS.match(text, time.end)
    if after is not None:
        return Stamp(time, after.end())
    stop = _FULL_STOP.match(text, time.end)
    return Stamp(time, stop.end(), day) if stop is not None and _begins(text, time) else None


def _begins(text: str, time: Span) -> bool:
    """Whether its line does not go on with a sentence of the line before."""
    before = text[: max(0, text.rfind("\n", 0, time.start))].rstrip(" \t").rsplit("\n", 1)[-1]
    return not before or SENTENCE_END.search(before) is not None
