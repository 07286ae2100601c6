"""Ambiguous expressions, settled by the rest of the document.

"last April" in a text of May 2015 is April 2015 or April 2014. Where the text also says "since
fighting began in April 2014", the second reading agrees with it; it is taken, and the other one kept
as the rejected alternative with the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from eventdb.anchoring.narrowing import shifted
from eventdb.anchoring.reference import depends_on_document
from eventdb.anchoring.scene import DOCUMENT_TIME, Scene, extended_span
from eventdb.anchoring.tlink import Relation, TLink
from eventdb.expression.frame import Reading, Resolution
from eventdb.expression.nodes import Expression, Last, Next
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.text import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the text that agrees with a reading."""

    span: Span
    words: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Settled:
    """Resolutions in their best readings, and what speaks for those that were ambiguous."""

    resolutions: dict[str, Resolution]
    evidence: dict[str, tuple[Evidence, ...]]


def settle(
    scene: Scene, resolutions: Mapping[str, Resolution], links: tuple[TLink, ...], written: Extent | None
) -> Settled:
    """Each resolution in the reading that the document supports best.

    A reading needs more support than the first choice to replace it. `written` is the document's
    date, if known.
    """
    weighing = _Weighing(scene, resolutions, links, written)
    settled, evidence = dict(resolutions), {}
    for id, timex in scene.timexes:
        if resolutions[id].alternatives and _ambiguous(timex.expression):
            chosen, support = weighing.best(id)
            if support:
                settled[id], evidence[id] = _choose(resolutions[id], chosen, support), support
    return Settled(settled, evidence)


def _ambiguous(expression: Expression) -> bool:
    """Whether usage itself is divided: "last April", "next Friday"."""
    return isinstance(expression, Last | Next)


@dataclass(frozen=True, slots=True)
class _Weighing:
    scene: Scene
    resolutions: Mapping[str, Resolution]
    links: tuple[TLink, ...]
    written: Extent | None

    def best(self, id: str) -> tuple[Reading, tuple[Evidence, ...]]:
        """The reading with the most evidence, the first choice where there is a tie."""
        readings = tuple(_readings(self.resolutions[id]))
        support = [(*self._stated(r.interval), *self._lasting(id, r.interval)) for r in readings]
        best = max(range(len(readings)), key=lambda n: (len(support[n]), -n))
        return readings[best], support[best]

    def _stated(self, interval: Interval) -> Iterator[Evidence]:
        """Dates that the text states in full and that lie within the reading."""
        for id, timex in self.scene.timexes:
            found = self.resolutions[id].interval
            if found is not None and not depends_on_document(timex.expression) and interval.covers(found):
                yield self._evidence(extended_span(timex))

    def _lasting(self, id: str, interval: Interval) -> Iterator[Evidence]:
        """What has lasted so long that it began no earlier than the event does in this reading.

        "more than a year of tensions over Ukraine": the crisis in Ukraine did not erupt last month.
        """
        matter = self._names(link.source for link in self.links if link.target == id)
        for link in self.links:
            if link.relation is not Relation.BEGINS_BEFORE or link.target != DOCUMENT_TIME:
                continue
            begun = shifted(self.written, link.offset, exact=True) if self.written and link.offset else None
            if begun is None or interval.start is None or begun.start is None:
                continue
            if interval.start < begun.start and matter & self._names([link.source]):
                yield self._evidence(link.span)

    def _names(self, mentions: "Iterator[str] | list[str]") -> set[str]:
        """The names in the clauses of mentions."""
        wanted = set(mentions)
        clauses = [m.clause for m in self.scene.mentions if m.id in wanted]
        return {name.full for clause in clauses for name in self.scene.names.within(clause)}

    def _evidence(self, span: Span) -> Evidence:
        return Evidence(span, span.of(self.scene.parse.text), self.scene.sentence_number(span) or 0)


def _readings(resolution: Resolution) -> Iterator[Reading]:
    if resolution.interval is not None:
        reason = resolution.steps[-1].reason if resolution.steps else ""
        yield Reading(resolution.interval, resolution.value, reason)
    yield from resolution.alternatives


def _choose(resolution: Resolution, chosen: Reading, support: tuple[Evidence, ...]) -> Resolution:
    rejected = tuple(
        replace(reading, reason=_why_not(support))
        for reading in _readings(resolution)
        if reading.interval != chosen.interval
    )
    return replace(resolution, interval=chosen.interval, value=chosen.value, alternatives=rejected)


def _why_not(support: tuple[Evidence, ...]) -> str:
    places = " and ".join(f"“{e.words}” (sentence {e.sentence})" for e in support)
    return f"{places} {'agrees' if len(support) == 1 else 'agree'} with the other reading"
