"""What is given about a document beside its text: dates that a person corrected, and who is the same as whom.

A given date enters the constraint network as any other link does, so that whatever is anchored on the
event moves with it; its strength decides whether it or the text yields. A date that is rejected takes the
event out of the network, together with all that hung on it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from eventdb.anchoring.clusters import Cluster
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.events.mention import EventMention
from eventdb.temporal.extent import Extent
from eventdb.text import Diagnostic, Span, Stage


@dataclass(frozen=True, slots=True)
class GivenDate:
    """When the event whose trigger stands at `place` happened; None: not when the text seems to say.

    `phrase` says in a few words where that comes from ("given by Ann", "event 7 in “Report”"), `remark`
    adds to it ("on 2026-11-24: the agenda says so"). `strength` is CORRECTION where a person dated the
    event, COREFERENCE where another text that tells of it does.
    """

    place: Span
    extent: Extent | None
    phrase: str
    remark: str = ""
    strength: Strength = Strength.CORRECTION

    @property
    def reason(self) -> str:
        """What contradicts a text that says otherwise: "the date given by Ann", "event 7 in “Report”"."""
        return f"the date {self.phrase}" if self.strength is Strength.CORRECTION else self.phrase


@dataclass(frozen=True, slots=True)
class Given:
    """All that is given about a document.

    `same` are pairs of places that tell of one event, `apart` those that tell of another event than
    the mentions that they seem to take up. A place is the span of a mention's trigger.
    """

    dates: tuple[GivenDate, ...] = ()
    same: tuple[tuple[Span, Span], ...] = ()
    apart: tuple[Span, ...] = ()


NOTHING = Given()


@dataclass(frozen=True, slots=True)
class Testimony:
    """What is given, on the scene of the document.

    `links` tie mentions to the given `dates`, which are named "g1", "g2" …, and to one another;
    `rejected` are the mentions whose date is not what the text seems to say.
    """

    links: tuple[TLink, ...]
    dates: Mapping[str, GivenDate]
    rejected: Mapping[str, GivenDate]

    @property
    def extents(self) -> Mapping[str, Extent]:
        """The given dates as times that no link moves."""
        return {id: given.extent for id, given in self.dates.items() if given.extent is not None}

    def beside(self, links: Iterable[TLink]) -> tuple[TLink, ...]:
        """The links with those of a text, but for what ties down events whose date is rejected."""
        told = (link for link in links if link.strength is Strength.COREFERENCE or not self._rejects(link))
        return (*self.links, *told)

    def _rejects(self, link: TLink) -> bool:
        return link.source in self.rejected or link.target in self.rejected

    def qualified(self, extent: Extent, links: Iterable[TLink]) -> Extent:
        """With the "about" and "perhaps" of the dates that were given, for a link carries bounds alone."""
        given = [self.extents[link.target] for link in links if link.target in self.dates]
        approximate, uncertain = any(e.approximate for e in given), any(e.uncertain for e in given)
        return replace(
            extent,
            approximate=extent.approximate or approximate,
            uncertain=extent.uncertain or uncertain,
        )

    def settles(self, cluster: Cluster) -> bool:
        """Whether the date of an event is given or rejected, so that nobody need guess it."""
        spoken = self.rejected.keys() | {link.source for link in self.links if link.target in self.dates}
        return any(mention.id in spoken for mention in cluster.mentions)


NO_TESTIMONY = Testimony((), {}, {})


def testify(scene: Scene, clusters: Iterable[Cluster], given: Given) -> Testimony:
    """Find the mentions that are spoken of; a date is given to all mentions of its event."""
    told = {mention.id: cluster for cluster in clusters for mention in cluster.mentions}
    links, dates, rejected = [*_identities(scene, given)], {}, {}
    for number, date in enumerate(given.dates, 1):
        mention = scene.mention_over(date.place)
        for each in told[mention.id].mentions if mention is not None else ():
            if date.extent is None:
                rejected[each.id] = date
            else:
                links.append(_link(each, f"g{number}", date.strength, date.reason))
                dates[f"g{number}"] = date
    return Testimony(tuple(links), dates, rejected)


def unless_apart(scene: Scene, links: Iterable[TLink], apart: tuple[Span, ...]) -> tuple[TLink, ...]:
    """The links that say of two mentions that they are one event, but for what those apart take up.

    What takes up one of these in turn goes with it.
    """
    alone = {mention.id for place in apart if (mention := scene.mention_over(place)) is not None}
    return tuple(link for link in links if link.source not in alone)


def unfound(scene: Scene, given: Given) -> Iterator[Diagnostic]:
    """A problem for each date whose event the analysis does not find."""
    for date in given.dates:
        if scene.mention_over(date.place) is None:
            words = date.place.of(scene.parse.text)
            message = (
                f"“{words}” is not found to be an event: its date ({date.phrase}) is kept, and moves nothing"
            )
            yield Diagnostic(Stage.ANCHORING, date.place, message)


def _identities(scene: Scene, given: Given) -> Iterator[TLink]:
    for place, other in given.same:
        telling, told = scene.mention_over(place), scene.mention_over(other)
        if telling is not None and told is not None:
            reason = f"the same event as “{told.trigger}”, as was stated"
            yield _link(telling, told.id, Strength.CORRECTION, reason)


def _link(mention: EventMention, target: str, strength: Strength, reason: str) -> TLink:
    return TLink(mention.id, Relation.SIMULTANEOUS, target, strength, mention.span, reason)
