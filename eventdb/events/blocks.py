"""Headings, paragraphs and entries: the stretches of a text that a sentence cannot cross."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eventdb.text import Span

_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_LONGEST_HEADING = 120  # characters
_DATELINE = re.compile(
    r"""
    [A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,} (?:[ ][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*)*     # MOSCOW, NEW YORK
    (?:,[ ][A-Z][\w.’]*(?:[ ][A-Z][\w.’]*)*)?                  # , Russia
    (?:,?[ ](?:\d{1,2}[ ])?[A-Z][a-z]{2,8}\.?(?:[ ]\d{1,2})?(?:,?[ ]\d{4})?)?  # , May 12, 2015
    (?:[ ]\([\w .,/-]{2,30}\))?                               # (AP)
    [ ]?[-–—_]{1,2}[ ]+ (?=["“'‘(]?[A-ZÀ-Þ])
    """,
    re.VERBOSE,
)
"""Where and when a report was written, before its first words."""

_BEFORE_STAMP = re.compile(r"[ \t]*(?P<mark>(?:[-*•–][ \t]+|\d{1,3}[.)][ \t]+)?[\[(|]?[ \t]*)")
_AFTER_STAMP = re.compile(r"[\])]?(?:[ \t]*[:|–—-](?=\s)|[ \t]{2,}|\t|(?<=[\])]) )[ \t]*(?=[^\s|])")
"""What may stand before a stamp on its line, and part it from its entry: "- [21:47] …", "12 May 1998: …"."""

_BEFORE_WORDS = re.compile(r" (?=[\"“'‘]?[A-ZÀ-Þ])")
"""After a stamp in figures: "21:47 Alarm raised"."""

_AFTER_SENTENCE = re.compile(r"[.!?][\"'”’)]*[ \t]+$")
_AS_SENTENCE = re.compile(r"\.[ \t]+(?=[\"“'‘]?[A-ZÀ-Þ])")
"""Around a stamp that is a sentence of its own, as in a diary: "13 January. Wind from the south"."""

_NEARLY_FULL = 0.8  # of the longest line: people who break lines by hand do so a little before
_WRAPPED_WIDTHS = range(40, 131)  # characters: an editor wraps neither shorter nor longer lines


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading: a short line that ends without a full stop.

    What stands behind a time in a log or a chronicle is an entry; the time, a heading before it, is its
    `stamp`: "21:47 Alarm raised", "- 12 May 1998: The board meets".
    """

    span: Span
    heading: bool
    stamp: Span | None = None


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A time at the beginning of a line, and where the entry begins that it stands over."""

    time: Span
    entry: int


def find_blocks(text: str, times: Sequence[Span] = ()) -> tuple[Block, ...]:
    """The paragraphs, headings and entries of a text, in order; together they cover all its words.

    A blank line ends a block, and so does a line break, unless the next word would not have fitted on
    the line or a full line breaks off: unless somebody wrapped the paragraph. The dateline of a report
    is a heading of its own. An entry begins with one of the `times`.
    """
    stamps = dict(_stamps(text, times))
    blocks: list[Block] = []
    for paragraph in _PARAGRAPH.finditer(text):
        lines = [Span(*m.span()) for m in _LINE.finditer(text, *paragraph.span())]
        for span in _unwrap(text, lines, {_strip(text, line).start for line in lines} & stamps.keys()):
            for entry in _entries(span, stamps):
                stripped = _strip(text, entry)
                if stripped.start < stripped.end:
                    blocks += _blocks(text, stripped, stamps)
    return tuple(blocks)


def _stamps(text: str, times: Sequence[Span]) -> Iterator[tuple[int, _Stamp]]:
    """The times that stand over the rest of their lines, by where those lines begin."""
    for time in times:
        line = text.rfind("\n", 0, time.start) + 1
        before = _BEFORE_STAMP.fullmatch(text, line, time.start)
        figures = any(character.isdigit() for character in time.of(text))
        after = _AS_SENTENCE.match(text, time.end) if figures else None
        if before is None:
            if after is not None and _AFTER_SENTENCE.search(text, line, time.start):
                yield time.start, _Stamp(time, after.end())
            continue
        after = after or _AFTER_STAMP.match(text, time.end)
        if after is None and text[time.start].isdigit():
            after = _BEFORE_WORDS.match(text, time.end)
        if after is not None:
            yield before.start("mark"), _Stamp(time, after.end())


def _entries(span: Span, stamps: Mapping[int, _Stamp]) -> Iterator[Span]:
    """A stretch of text, parted before each stamp within it."""
    inside = sorted(start for start in stamps if span.start < start < span.end)
    yield from (Span(*ends) for ends in pairwise([span.start, *inside, span.end]))


def _blocks(text: str, span: Span, stamps: Mapping[int, _Stamp]) -> Iterator[Block]:
    """A paragraph or heading, after a dateline or stamp: that is no part of its sentence."""
    stamp = stamps.get(span.start)
    if stamp is not None:
        yield Block(_strip(text, Span(span.start, stamp.entry)), heading=True)
        yield Block(Span(stamp.entry, span.end), heading=False, stamp=stamp.time)
        return
    dateline = _DATELINE.match(text, span.start, span.end)
    if dateline is not None and dateline.end() < span.end:
        yield Block(_strip(text, Span(*dateline.span())), heading=True)
        span = Span(dateline.end(), span.end)
    yield Block(span, _is_heading(span.of(text)))


def _unwrap(text: str, lines: list[Span], entries: set[int]) -> list[Span]:
    """The lines, joined where one was broken by hand; never before an entry."""
    width = max(line.end - line.start for line in lines)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        wrapped = width in _WRAPPED_WIDTHS and _was_wrapped(before.of(text), line.of(text), width)
        if wrapped and _strip(text, line).start not in entries:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _was_wrapped(line: str, following: str, width: int) -> bool:
    """Whether the next word would not have fitted, or a nearly full line breaks off in mid-sentence."""
    words, length = following.split(maxsplit=1), len(line.rstrip())
    broken_off = length >= _NEARLY_FULL * width and not _SENTENCE_END.search(line)
    return bool(words) and (broken_off or length + 1 + len(words[0]) > width)


def _strip(text: str, span: Span) -> Span:
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and not _SENTENCE_END.search(line)
