"""The date that stands at the head of a text, or in the name of its file.

At the head of a text a date is the document's where it is a line of its own ("12 May 2015",
"Published: May 12, 2015"), or the dateline of a report ("MOSCOW, May 12, 2015 (Reuters) - …"). Only
a whole date counts, for what lacks its year would have to be guessed; and a text in which several
lines are nothing but a date is a chronology, whose first date is not its own.
"""

import re
from collections.abc import Iterator

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.language import find_timexes
from eventdb.language.languages import PACKAGES
from eventdb.resources import load_toml
from eventdb.temporal.calendar import DAY, instant, is_date
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime

_HEAD = 8
"""How many lines of a text may hold its date."""

_SHORT = 60
"""Characters; a longer line is no date with a label."""

_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’,\s-]*\(?\s*$")
_REPORT = re.compile(r"\s*\)?[\s,]*(?:\([^)]{1,30}\)|/[^/]{1,30}/)?\s*[-–—:]")
_NOTHING = re.compile(r"[\W_]*")
_APART = re.compile(r"\s*(?:[.;|·•–—]\s+|\t)")
"""What parts the things that stand on one line: "By our staff | Published 12 May 2015 | 4 min"."""

_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def date_at_head(text: str, language: str | None = None) -> CreationTime | None:
    """The document's date as the head of its text states it, with the words as the basis.

    "MOSCOW, May 12, 2015 (AP) - They met on Tuesday." → 2015-05-12.
    """
    known = language if language in PACKAGES else "en"
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in (line[: 2 * _SHORT] for line in lines[:_HEAD]):
        for interval, before, after in _days(line, known):
            alone = _stands_alone(before, after, known) and not _several(lines, known)
            if alone or _heads_report(before, after):
                words = line if len(line) <= _SHORT else f"{line[: len(line) - len(after)]} …"
                return CreationTime(interval, f"stated at the head of the text, “{words}”")
    return None


def _days(line: str, language: str) -> Iterator[tuple[Interval, str, str]]:
    """The whole dates of a line, with what stands before and after each."""
    if not re.search(r"\d{4}", line):
        return
    for timex in find_timexes(line, language):
        interval = evaluate(timex.expression, Frame()).interval
        if interval is not None and interval.bounded and interval.sides[1] - interval.sides[0] <= DAY:
            yield interval, line[: timex.span.start], line[timex.span.end :]


def _heads_report(before: str, after: str) -> bool:
    """Whether a place in capitals stands before the date and a dash after it."""
    return _DATELINE.fullmatch(before) is not None and _REPORT.match(after) is not None


def _stands_alone(before: str, after: str, language: str) -> bool:
    """Whether nothing stands on the line but a word such as "Published", or the title of a dated paper.

    "Minutes of the parish council, 14 March 2024". Of several things on a line each counts for itself:
    "By our staff. Published on 14 March 2024."
    """
    words = load_toml(f"{language}/datelines.toml")
    last = _NOTHING.fullmatch(after) is not None
    if _words(_APART.split(before)[-1]) in words["labels"] and (last or _APART.match(after)):
        return True
    title = _words(before)
    return last and (not title or any(f"{title} ".startswith(f"{paper} ") for paper in words["papers"]))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _several(lines: list[str], language: str) -> bool:
    alone = 0
    for line in lines:
        if len(line) <= _SHORT:
            alone += any(_NOTHING.fullmatch(before + after) for _, before, after in _days(line, language))
        if alone > 1:
            return True
    return False


def date_in_name(name: str) -> CreationTime | None:
    """The day in a file's name, written year first: ``"2015-05-12 talks.pdf"``, ``"talks_20150512.txt"``."""
    for year, _, month, day in _IN_NAME.findall(name):
        numbers = (int(year), int(month), int(day))
        if 1500 <= numbers[0] < 2200 and is_date(*numbers):
            return CreationTime(Interval.of(Unit.DAY, instant(*numbers)), "in the file's name")
    return None
