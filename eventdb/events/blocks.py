"""Headings and paragraphs: the stretches of a text that a sentence cannot cross."""

import re
from collections.abc import Iterator
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

_NEARLY_FULL = 0.8  # of the longest line: people who break lines by hand do so a little before
_WRAPPED_WIDTHS = range(40, 131)  # characters: an editor wraps neither shorter nor longer lines


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading: a short line that ends without a full stop."""

    span: Span
    heading: bool


def find_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and headings of a text, in order; together they cover all its words.

    A blank line ends a block, and so does a line break, unless the next word would not have fitted on
    the line or a full line breaks off: unless somebody wrapped the paragraph. The dateline of a report
    is a heading of its own.
    """
    blocks: list[Block] = []
    for paragraph in _PARAGRAPH.finditer(text):
        for span in _unwrap(text, [Span(*m.span()) for m in _LINE.finditer(text, *paragraph.span())]):
            stripped = _strip(text, span)
            if stripped.start < stripped.end:
                blocks += _blocks(text, stripped)
    return tuple(blocks)


def _blocks(text: str, span: Span) -> Iterator[Block]:
    """A paragraph or heading, after the dateline where there is one: that is no part of its sentence."""
    dateline = _DATELINE.match(text, span.start, span.end)
    if dateline is not None and dateline.end() < span.end:
        yield Block(_strip(text, Span(*dateline.span())), heading=True)
        span = Span(dateline.end(), span.end)
    yield Block(span, _is_heading(span.of(text)))


def _unwrap(text: str, lines: list[Span]) -> list[Span]:
    width = max(line.end - line.start for line in lines)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        if width in _WRAPPED_WIDTHS and _was_wrapped(before.of(text), line.of(text), width):
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
