"""Ambiguous expressions, settled by the rest of the document.

"last April" in a text of May 2015 is April 2015 or April 2014. Where the text also says "since
fighting began in April 2014", the second reading agrees with it; it is taken, and the other one kept
as the rejected alternative with the reason. A date that a person gave to an event of the document speaks
for a reading as one that the text states does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from eventdb.anchoring.counting import counted
from eventdb.anchoring.dependence import depends_on_document
from eventdb.anchoring.given import NO_TESTIMONY, Testimony
from eventdb.anchoring.scene import DOCUMENT_TIME, Scene, extended_span
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.expression.frame import Reading, Resolution
from eventdb.expression.nodes import After, Expression, Last, Next
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.text import Span

_ENOUGH = 3  # places that are named where many agree


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
    scene: Scene,
    resolutions: Mapping[str, Resolution],
    links: tuple[TLink, ...],
    written: Extent | None,
    testimony: Testimony = NO_TESTIMONY,
) -> Settled:
    """Each resolution in the reading that the document, and what people said of it, supports best.

    A reading needs more support than the first choice to replace it. `written` is the document's
    date, if known.
    """
    weighing = _Weighing(scene, resolutions, links, written, testimony)
    settled, evidence = dict(resolutions), {}
    for id, timex in scene.timexes:
        if resolutions[id].alternatives and _ambiguous(timex.expression):
            chosen, support = weighing.best(id)
            if support:
                settled[id], evidence[id] = _choose(resolutions[id], chosen, support), support
    return Settled(settled, evidence)


def _ambiguous(expression: Expression) -> bool:
    """Whether usage itself is divided: "last April", "next Friday"; not the year to June."""
    return isinstance(expression, Last | Next) and not isinstance(expression.base, After)


class _Weighing:
    """What the document says that can agree with a reading; gathered once, asked for each."""

    def __init__(
        self,
        scene: Scene,
        resolutions: Mapping[str, Resolution],
        links: tuple[TLink, ...],
        written: Extent | None,
        testimony: Testimony,
    ) -> None:
        self._scene = scene
        self._resolutions = resolutions
        self._links = links
        self._stated = (*self._stated_dates(), *self._given_dates(testimony))
        self._lasting = tuple(self._lasting_states(written)) if written is not None else ()

    def best(self, id: str) -> tuple[Reading, tuple[Evidence, ...]]:
        """The reading with the most evidence, the first choice where there is a tie."""
        readings = tuple(_readings(self._resolutions[id]))
        matter = self._names(link.source for link in self._links if link.target == id)
        support = [tuple(self._support(reading.interval, matter)) for reading in readings]
        best = max(range(len(readings)), key=lambda n: (len(support[n]), -n))
        return readings[best], support[best]

    def _support(self, interval: Interval, matter: set[str]) -> Iterator[Evidence]:
        for stated, evidence in self._stated:
            if interval.covers(stated):
                yield evidence
        for begun, names, evidence in self._lasting:
            if interval.start is not None and interval.start < begun and matter & names:
                yield evidence

    def _stated_dates(self) -> Iterator[tuple[Interval, Evidence]]:
        """Dates that the text states in full."""
        for id, timex in self._scene.timexes:
            found = self._resolutions[id].interval
            if found is not None and not depends_on_document(timex.expression):
                yield found, self._evidence(extended_span(timex))

    def _given_dates(self, testimony: Testimony) -> Iterator[tuple[Interval, Evidence]]:
        """Dates that people gave to events of the text; what another text tells is no surer than this one."""
        for id, extent in testimony.extents.items():
            given = testimony.dates[id]
            if given.strength is Strength.CORRECTION and extent.bounded:
                words = f"{given.place.of(self._scene.parse.text)}, {given.phrase}"
                yield extent.hull, replace(self._evidence(given.place), words=words)

    def _lasting_states(self, written: Extent) -> Iterator[tuple[int, set[str], Evidence]]:
        """What has lasted for so long, since when at the latest, and whom or what it is about.

        "more than a year of tensions over Ukraine": the crisis in Ukraine did not erupt last month.
        """
        for link in self._links:
            if link.relation is Relation.BEGINS_BEFORE and link.target == DOCUMENT_TIME and link.offset:
                begun = counted(link.offset, written)
                if begun is not None and begun.start is not None:
                    yield begun.start, self._names([link.source]), self._evidence(link.span)

    def _names(self, mentions: Iterable[str]) -> set[str]:
        """The names in the clauses of mentions."""
        clauses = [self._scene.mention(id).clause for id in mentions]
        return {name.full for clause in clauses for name in self._scene.names.within(clause)}

    def _evidence(self, span: Span) -> Evidence:
        return Evidence(span, span.of(self._scene.parse.text), self._scene.sentence_number(span) or 0)


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
    places = " and ".join(f"“{e.words}” (sentence {e.sentence})" for e in support[:_ENOUGH])
    return f"{places} {'agrees' if len(support) == 1 else 'agree'} with the other reading"
