"""Headings, paragraphs and entries: the stretches of a text that a sentence cannot cross."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from eventdb.events.stamps import SENTENCE_END, Stamp, find_stamps
from eventdb.text import Span

_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_LINE = re.compile(r"[^\n]+")
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

_HEADING_MARK = re.compile(r"\#{1,6}[ \t]+(?=\S)")
"""Before a heading in Markdown."""

_NEARLY_FULL = 0.8  # of the longest line: people who break lines by hand do so a little before
_WRAPPED_WIDTHS = range(40, 131)  # characters: an editor wraps neither shorter nor longer lines


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading: a short line that ends without a full stop.

    What stands behind a time in a log or a chronicle is an entry; the time, a heading before it, is its
    `stamp`: "21:47 Alarm raised", "- 12 May 1998: The board meets". In a diary it stands over all paragraphs
    until the next heading: "Friday 6th. A letter from John", or "Friday 6th" on a line of its own;
    those after the first `goes_on`.
    """

    span: Span
    heading: bool
    stamp: Span | None = None
    goes_on: bool = False


def find_blocks(text: str, times: Sequence[Span] = (), days: Collection[Span] = ()) -> tuple[Block, ...]:
    """The paragraphs, headings and entries of a text, in order; together they cover all its words, but not
    the marks of headings in Markdown.

    A blank line ends a block, and so does a line break, unless the next word would not have fitted on
    the line or a full line breaks off: unless somebody wrapped the paragraph. The dateline of a report
    is a heading of its own. An entry begins with one of the `times`,
    that of a diary with one of the `days` among them.
    """
    stamps = find_stamps(text, times, days)
    blocks: list[Block] = []
    for paragraph in _PARAGRAPH.finditer(text):
        lines = [Span(*m.span()) for m in _LINE.finditer(text, *paragraph.span())]
        for span in _unwrap(text, lines, {_strip(text, line).start for line in lines} & stamps.keys()):
            for entry in _entries(span, stamps):
                stripped = _strip(text, entry)
                if stripped.start < stripped.end:
                    blocks += _blocks(text, stripped, stamps)
    return tuple(_continued(blocks, stamps))


def _entries(span: Span, stamps: Mapping[int, Stamp]) -> Iterator[Span]:
    """A stretch of text, parted before each stamp within it."""
    inside = sorted(start for start in stamps if span.start < start < span.end)
    yield from (Span(*ends) for ends in pairwise([span.start, *inside, span.end]))


def _blocks(text: str, span: Span, stamps: Mapping[int, Stamp]) -> Iterator[Block]:
    """A paragraph or heading, after a dateline or stamp: that is no part of its sentence."""
    stamp = stamps.get(span.start)
    if stamp is not None:
        yield Block(_strip(text, Span(span.start, stamp.entry)), heading=True)
        if stamp.entry < span.end:
            yield Block(Span(stamp.entry, span.end), heading=False, stamp=stamp.time)
        return
    mark = _HEADING_MARK.match(text, span.start, span.end)
    if mark is not None:
        yield Block(Span(mark.end(), span.end), heading=True)
        return
    dateline = _DATELINE.match(text, span.start, span.end)
    if dateline is not None and dateline.end() < span.end:
        yield Block(_strip(text, Span(*dateline.span())), heading=True)
        span = Span(dateline.end(), span.end)
    yield Block(span, _is_heading(span.of(text)))


def _continued(blocks: Iterable[Block], stamps: Mapping[int, Stamp]) -> Iterator[Block]:
    """The blocks, those of a diary under the day that stands over them."""
    above: Stamp | None = None
    for block in blocks:
        if block.heading:
            above = stamps.get(block.span.start)
        elif block.stamp is None and above is not None and above.diary:
            yield replace(block, stamp=above.time, goes_on=True)
            continue
        yield block


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
    broken_off = length >= _NEARLY_FULL * width and not SENTENCE_END.search(line)
    return bool(words) and (broken_off or length + 1 + len(words[0]) > width)


def _strip(text: str, span: Span) -> Span:
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and not SENTENCE_END.search(line)
