"""`Analysis`: everything that was found in one document, as one immutable value."""

from dataclasses import dataclass

from eventdb.anchoring.likely import Likely
from eventdb.anchoring.reason import Reason
from eventdb.anchoring.tlink import TLink
from eventdb.events.mention import EventMention, Status
from eventdb.expression.frame import Reading, Resolution
from eventdb.language.timex import Timex
from eventdb.temporal.extent import Extent
from eventdb.text import Diagnostic, Document, Span

__all__ = ["Analysis", "Event", "Reason", "ResolvedTimex", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or heading; `number` counts from 1."""

    number: int
    span: Span
    heading: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedTimex:
    """A time expression and what it came to mean in its place. `id` is "t1", "t2" …"""

    id: str
    timex: Timex
    resolution: Resolution
    sentence: int


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the document: all its mentions, and when it happened.

    `basis` is the kind of reason for its date: "stated" (a calendar date in the text), "deictic"
    (counted from the document's date), "event-relative", "named-period", "tense" (only before,
    after or at the document's date), "given" (a person said so), or "none". `basis_text` says it
    in a few words for a table: "2 days before the visit". `expression` is the symbolic expression in its
    text notation.

    `likely` is where a report most likely puts what its text does not date; `extent` stays what is sure.

    `salient` tells whether a person would give it a line on a timeline; sayings and states of mind
    without a date of their own are kept, but stay in the background. `quote` is what tells of it, where
    that is not the sentence of its first mention.
    """

    id: str
    title: str
    status: Status
    mentions: tuple[str, ...]
    extent: Extent
    basis: str
    basis_text: str
    expression: str | None
    reasons: tuple[Reason, ...]
    alternatives: tuple[Reading, ...] = ()
    salient: bool = True
    quote: str | None = None
    likely: Likely | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """The outcome of `eventdb.analyze`. Ids ("e1", "m1", "t1") are local to the document.

    `possible_creation_times` says in words which dates the text allows where none was given.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    timexes: tuple[ResolvedTimex, ...]
    mentions: tuple[EventMention, ...]
    events: tuple[Event, ...]
    links: tuple[TLink, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    possible_creation_times: str | None = None

    def mention(self, id: str) -> EventMention:
        """The mention with this id. Raises `KeyError` where there is none."""
        for mention in self.mentions:
            if mention.id == id:
                return mention
        raise KeyError(id)

    def sentence_of(self, span: Span) -> Sentence | None:
        """The sentence that holds the start of a span."""
        holds = (s for s in self.sentences if s.span.start <= span.start < max(s.span.end, s.span.start + 1))
        return next(holds, None)
