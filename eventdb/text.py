"""A document, places in it, and problems found there. No analysis; everything above builds on it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from eventdb.temporal.interval import Interval


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: character offsets, half-open.

    >>> Span(3, 10).of("on Tuesday")
    'Tuesday'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def distance(self, other: "Span") -> int:
        """How many characters lie between the two; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)


T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things that stand in a text without overlapping, found by place in logarithmic time."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        ordered = sorted(items, key=lambda item: item[0])
        self._spans = [span for span, _ in ordered]
        self._things = [thing for _, thing in ordered]
        self._starts = [span.start for span in self._spans]

    def covering(self, place: Span) -> T | None:
        """The thing whose span covers a place, if there is one."""
        last = bisect_right(self._starts, place.start) - 1
        return self._things[last] if last >= 0 and self._spans[last].covers(place) else None

    def within(self, span: Span) -> tuple[T, ...]:
        """The things that lie wholly inside a span, in order."""
        first, last = bisect_right(self._starts, span.start - 1), bisect_right(self._starts, span.end - 1)
        return tuple(self._things[n] for n in range(first, last) if span.covers(self._spans[n]))

    def touches(self, span: Span) -> bool:
        """Whether any of the things shares a character with a span."""
        last = bisect_right(self._starts, span.end - 1) - 1
        return last >= 0 and self._spans[last].overlaps(span)


@dataclass(frozen=True, slots=True)
class CreationTime:
    """When a document was written (TimeML: DCT), and how that is known.

    `interval` is half-open seconds; its length is the precision (a day, or a minute).
    `basis` says where it comes from: "given with --date", "stated in kerry.toml".
    """

    interval: Interval
    basis: str = "given"


@dataclass(frozen=True, slots=True)
class Document:
    """A text to analyse. Without a `creation_time` nothing is anchored to any other day.

    `language` is an ISO 639 code, and `language_basis` tells how it is known: "detected" where nothing
    states it. `updated` is when the text was last changed, in ISO 8601. `pages` are the stretches of
    the text that stand on page 1, 2 …, where it comes from a file that has pages. `recipe` tells how to
    read events from a text that is a table, a calendar or a family tree (`eventdb.imports.recipe`).
    """

    text: str
    creation_time: CreationTime | None = None
    title: str | None = None
    source: str | None = None
    language: str | None = None
    locale: str | None = None
    language_basis: str | None = None
    updated: str | None = None
    pages: tuple[Span, ...] = ()
    recipe: str | None = None


class Stage(StrEnum):
    """The stage of the analysis that met a problem."""

    READ = "read"
    LANGUAGE = "language"
    EVENTS = "events"
    ANCHORING = "anchoring"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem, kept with its place: an unresolved phrase, a contradiction, a doubtful reading."""

    stage: Stage
    span: Span
    message: str
    related: tuple[Span, ...] = field(default=())
