"""The constraint network: links between events and times, propagated to the tightest sound bounds.

A simple temporal network over the endpoints of events (Dechter, Meiri and Pearl 1991), with bounds
instead of distances because calendar offsets ("two months after") are not numbers of seconds. Links
are taken in order of strength; one that would leave an event no time at all is put aside as a
conflict: the weaker link yields.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eventdb.anchoring.narrowing import Pair, narrow
from eventdb.anchoring.tlink import TLink
from eventdb.temporal.extent import Bounds, Extent

_MOST_ROUNDS = 40  # a link's applications in one propagation: offsets in a circle may creep for ever


@dataclass(frozen=True, slots=True)
class Conflict:
    """A link that had to yield, and the links that it contradicts."""

    link: TLink
    against: tuple[TLink, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """Which link set each bound of an event; None where the bound is open."""

    begin_earliest: TLink | None = None
    begin_latest: TLink | None = None
    end_earliest: TLink | None = None
    end_latest: TLink | None = None

    @property
    def links(self) -> tuple[TLink, ...]:
        """The distinct links, those of the begin first."""
        four = (self.begin_earliest, self.begin_latest, self.end_earliest, self.end_latest)
        return tuple(dict.fromkeys(link for link in four if link is not None))


@dataclass(frozen=True, slots=True)
class Solution:
    """The extents of all nodes, what they rest on, and what contradicts them."""

    extents: Mapping[str, Extent]
    support: Mapping[str, Support]
    accepted: tuple[TLink, ...]
    conflicts: tuple[Conflict, ...]


def solve(fixed: Mapping[str, Extent], links: Iterable[TLink]) -> Solution:
    """Propagate links over the events that they name.

    `fixed` holds the times that no link moves: time expressions and the document's own date.
    """
    network = _Network(fixed)
    for link in sorted(links, key=lambda link: -link.strength):
        network.add(link)
    return network.solution()


class _Network:
    def __init__(self, fixed: Mapping[str, Extent]) -> None:
        self._fixed = fixed
        self._extents: dict[str, Extent] = {}
        self._support: dict[str, Support] = {}
        self._touching: defaultdict[str, list[TLink]] = defaultdict(list)
        self._accepted: list[TLink] = []
        self._conflicts: list[Conflict] = []

    def add(self, link: TLink) -> None:
        """Take a link in, or note the conflict and leave everything as it was."""
        undo: dict[str, tuple[Extent | None, Support | None]] = {}
        empty = self._propagate(link, undo)
        if empty is None:
            self._accepted.append(link)
            for node in (link.source, link.target):
                if node not in self._fixed:
                    self._touching[node].append(link)
            return
        against = tuple(other for other in self._support.get(empty, Support()).links if other != link)
        self._restore(undo)
        before = self._support.get(empty, Support()).links
        self._conflicts.append(Conflict(link, before or against))

    def solution(self) -> Solution:
        """The state so far, as values."""
        return Solution(
            dict(self._extents), dict(self._support), tuple(self._accepted), tuple(self._conflicts)
        )

    def _propagate(self, link: TLink, undo: dict[str, tuple[Extent | None, Support | None]]) -> str | None:
        """Apply a link and all that follows from it; the name of a node left without any time, or None."""
        queue, rounds = deque([link]), defaultdict[int, int](int)
        while queue:
            current = queue.popleft()
            rounds[id(current)] += 1
            if rounds[id(current)] > _MOST_ROUNDS:
                continue
            pair = narrow(current, Pair(self._extent(current.source), self._extent(current.target)))
            for node, extent in ((current.source, pair.source), (current.target, pair.target)):
                if node in self._fixed or extent == self._extent(node):
                    continue
                self._set(node, extent, current, undo)
                if extent.empty:
                    return node
                queue.extend(other for other in self._touching[node] if other is not current)
        return None

    def _extent(self, node: str) -> Extent:
        return self._fixed.get(node) or self._extents.get(node) or Extent()

    def _set(
        self, node: str, extent: Extent, by: TLink, undo: dict[str, tuple[Extent | None, Support | None]]
    ) -> None:
        undo.setdefault(node, (self._extents.get(node), self._support.get(node)))
        before, support = self._extent(node), self._support.get(node, Support())
        self._support[node] = Support(
            *_setters(before.begin, extent.begin, by, support.begin_earliest, support.begin_latest),
            *_setters(before.end, extent.end, by, support.end_earliest, support.end_latest),
        )
        self._extents[node] = extent

    def _restore(self, undo: dict[str, tuple[Extent | None, Support | None]]) -> None:
        for node, (extent, support) in undo.items():
            self._extents.pop(node, None)
            self._support.pop(node, None)
            if extent is not None:
                self._extents[node] = extent
            if support is not None:
                self._support[node] = support


def _setters(
    before: Bounds, after: Bounds, by: TLink, earliest: TLink | None, latest: TLink | None
) -> tuple[TLink | None, TLink | None]:
    """Who set the two bounds of an endpoint: the new link where it moved one, else who did before."""
    return (
        by if after.earliest != before.earliest else earliest,
        by if after.latest != before.latest else latest,
    )
