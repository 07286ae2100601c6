"""From mentions to events: which mentions are one event, what it is called, how the text stands to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import TLink
from eventdb.events.mention import EventMention, Status, Tense

_BACKGROUND = ("I_STATE", "PERCEPTION")


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions of one event, in order of the text. The id is that of the event ("e1")."""

    id: str
    mentions: tuple[EventMention, ...]
    best: EventMention

    @property
    def title(self) -> str:
        """The title of the mention that tells most."""
        return self.best.title

    @property
    def status(self) -> Status:
        """What the verbs say; a noun only names what a verb has told."""
        told = [m.status for m in self.mentions if not m.nominal] or [m.status for m in self.mentions]
        return self.best.status if self.best.status in told else told[0]


def find_clusters(scene: Scene, same: Iterable[TLink]) -> tuple[Cluster, ...]:
    """Join the mentions that links call one event; every mention is in exactly one cluster."""
    leader = {m.id: m.id for m in scene.mentions}

    def root(id: str) -> str:
        while leader[id] != id:
            id = leader[id]
        return id

    for link in same:
        leader[root(link.source)] = root(link.target)
    members: dict[str, list[EventMention]] = {}
    for mention in scene.mentions:
        members.setdefault(root(mention.id), []).append(mention)
    return tuple(
        Cluster(f"e{n}", tuple(group), max(group, key=lambda m: _telling(scene, m)))
        for n, group in enumerate(members.values(), 1)
    )


def _telling(scene: Scene, mention: EventMention) -> tuple[bool, bool, int, int]:
    """How much a mention says: a full verb of its own, participants; the earlier one where equal."""
    light = mention.lemma in scene.lexicon.order["light"] | scene.lexicon.order["identity"]
    verb = not mention.nominal and not light
    return not light, verb, len(mention.participants), -mention.span.start


def _is_aside(scene: Scene, mention: EventMention, *, dated: bool) -> bool:
    order = scene.lexicon.order
    if mention.event_class in _BACKGROUND or mention.lemma in order["after"] | order["before"]:
        return True
    return mention.event_class == "REPORTING" and (not dated or scene.frames_speech(mention))


def is_salient(scene: Scene, cluster: Cluster, *, dated: bool) -> bool:
    """Whether a person would give the event a line on a timeline.

    What the text gives a date is; else a main clause that names somebody, and a noun that is taken up
    again and says whose. Sayings, opinions, states of mind and asides are not, but in a log.
    """
    if cluster.status not in (Status.ASSERTED, Status.PLANNED):
        return False
    best = cluster.best
    entered = scene.parse.sentences[best.sentence - 1].stamp is not None
    if dated:
        return entered or not _is_aside(scene, best, dated=True)
    if _is_aside(scene, best, dated=False):
        return False
    if best.nominal:
        return len(cluster.mentions) > 1 and bool(best.participants)
    finite = best.tense in (Tense.PAST, Tense.PRESENT, Tense.FUTURE)
    main = scene.token_of(best).dep_ in ("ROOT", "conj")
    return finite and main and bool(scene.names.within(best.clause)) and best.reported_by is None
