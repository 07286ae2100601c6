"""The whole of the anchoring: from mentions and time expressions to dated events with reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventdb.anchoring.accompaniment import accompanying_links
from eventdb.anchoring.ages import age_links
from eventdb.anchoring.agreement import with_agreements
from eventdb.anchoring.anniversaries import anniversary_links
from eventdb.anchoring.attachment import attachment_links
from eventdb.anchoring.clusters import Cluster, find_clusters, is_salient
from eventdb.anchoring.complements import complement_links
from eventdb.anchoring.consistency import Settled, settle
from eventdb.anchoring.coreference import coreference_links
from eventdb.anchoring.creation_time import possible_creation_times
from eventdb.anchoring.durations import duration_links, lasting_links
from eventdb.anchoring.entries import entry_links, standings
from eventdb.anchoring.event_links import event_links
from eventdb.anchoring.event_times import event_time_links, find_event_timexes
from eventdb.anchoring.focus import Told
from eventdb.anchoring.fronted import fronted_links
from eventdb.anchoring.given import NO_TESTIMONY, NOTHING, Given, Testimony, testify, unfound, unless_apart
from eventdb.anchoring.likely import Likely
from eventdb.anchoring.narrative import find_anchors, told_of
from eventdb.anchoring.network import Conflict, Solution, solve
from eventdb.anchoring.reasons import Case, Conclusion, explain, principal_links
from eventdb.anchoring.reference import resolve_timexes
from eventdb.anchoring.report_time import likely_times, report_of
from eventdb.anchoring.scene import DOCUMENT_TIME, Scene
from eventdb.anchoring.tense import direction_of, looks_back, tense_links
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.expression.frame import Direction, Resolution
from eventdb.expression.nodes import Vague
from eventdb.temporal.extent import Extent
from eventdb.text import Diagnostic, Document, Stage

_FINDERS = (
    attachment_links,
    fronted_links,
    entry_links,
    event_links,
    accompanying_links,
    duration_links,
    lasting_links,
    age_links,
    anniversary_links,
    complement_links,
)
_MOST_PASSES = 6  # "the next day … the day after that …": each step may need one
_TOLD_BY_VERB = (
    Relation.SIMULTANEOUS,
    Relation.BEGUN_BY,
    Relation.ENDED_BY,
    Relation.BEGINS,
    Relation.ENDS,
)


@dataclass(frozen=True, slots=True)
class Anchored:
    """All that the anchoring concludes about a document. Links are between events, times and "t0"."""

    resolutions: Mapping[str, Resolution]
    conclusions: tuple[Conclusion, ...]
    links: tuple[TLink, ...]
    diagnostics: tuple[Diagnostic, ...]
    possible_creation_times: str | None


def anchor(document: Document, scene: Scene, given: Given = NOTHING) -> Anchored:
    """Link events and times, settle what is ambiguous, and propagate."""
    same = unless_apart(scene, coreference_links(scene), given.apart)
    stated = tuple(_stated_links(scene))
    links = (*stated, *_tense_beside(scene, stated), *same)
    written = None if document.creation_time is None else Extent.within(document.creation_time.interval)
    settled, solution = _settle_and_solve(document, scene, links, written)
    clusters = _clusters(scene, same, solution)
    testimony, at_first = testify(scene, clusters, given), {conflict.link for conflict in solution.conflicts}
    if testimony != NO_TESTIMONY:
        settled, solution = _settle_and_solve(document, scene, links, written, testimony)
        clusters = _clusters(scene, same, solution)
    case = _case(document, scene, clusters, solution, settled, testimony)
    likely = _likely(case, clusters)
    return Anchored(
        settled.resolutions,
        with_agreements(
            case, tuple(_conclude(case, cluster, likely.get(cluster.id)) for cluster in clusters)
        ),
        tuple(_between_events(case, solution.accepted)),
        (
            *_unresolved(scene, settled.resolutions),
            *_conflicts(scene, _worth_telling(solution, at_first)),
            *unfound(scene, given),
        ),
        None if written else possible_creation_times(scene, clusters, links, settled.resolutions),
    )


def _clusters(scene: Scene, same: tuple[TLink, ...], solution: Solution) -> tuple[Cluster, ...]:
    return find_clusters(scene, [link for link in same if link in solution.accepted])


def _stated_links(scene: Scene) -> Iterator[TLink]:
    """What the words say of times and events, but for tense and identity."""
    for find in _FINDERS:
        yield from find(scene)


def _tense_beside(scene: Scene, stated: Sequence[TLink]) -> Iterator[TLink]:
    """What the tenses say, but for what the text says goes on: "has been closed since March"."""
    lasting = {
        link.source
        for link in stated
        if link.target == DOCUMENT_TIME and link.relation is Relation.ENDS_AFTER
    }
    return (link for link in tense_links(scene) if link.source not in lasting)


def _settle_and_solve(
    document: Document,
    scene: Scene,
    links: tuple[TLink, ...],
    written: Extent | None,
    testimony: Testimony = NO_TESTIMONY,
) -> tuple[Settled, Solution]:
    """Evaluate and propagate, again while events that a story goes on from get other dates."""
    directions, glances = _directions(scene), _glances(scene)
    counted = find_event_timexes(scene)
    anchors = find_anchors(scene, counted, None)
    told: Mapping[str, Told] = {}
    standing = standings(scene.parse.sentences, scene.timexes)
    for _ in range(_MOST_PASSES):
        resolutions = resolve_timexes(document, scene.timexes, directions, told, standing, glances)
        settled = settle(scene, resolutions, links, written, testimony)
        fixed = {**_fixed(scene, settled.resolutions, written), **testimony.extents}
        stated = testimony.beside((*links, *event_time_links(scene, counted, anchors)))
        solution = solve(fixed, _placeable(stated, settled.resolutions, written))
        found = find_anchors(scene, counted, solution)
        then = told_of(counted, found, solution)
        if (found, then) == (anchors, told):
            break
        anchors, told = found, then
    return settled, solution


def _directions(scene: Scene) -> dict[str, Direction | None]:
    """Where the tense of the governing verb points, for each time expression."""
    directions: dict[str, Direction | None] = {}
    for id, timex in scene.timexes:
        token = scene.parse.token_in(timex.span)
        if token is not None:
            directions[id] = direction_of(scene, token, timex.signal.kind if timex.signal else None)
    return directions


def _glances(scene: Scene) -> frozenset[str]:
    """The time expressions of what was before the story."""
    tokens = ((id, scene.parse.token_in(timex.span)) for id, timex in scene.timexes)
    return frozenset(id for id, token in tokens if token is not None and looks_back(token))


def _fixed(scene: Scene, resolutions: Mapping[str, Resolution], written: Extent | None) -> dict[str, Extent]:
    """Times that no link moves. A date is all of its interval; "now" is a moment within the day."""
    fixed = {} if written is None else {DOCUMENT_TIME: written}
    for id, timex in scene.timexes:
        interval = resolutions[id].interval
        if interval is not None:
            vague = isinstance(timex.expression, Vague)
            fixed[id] = Extent.within(interval) if vague else Extent.spanning(interval)
    return fixed


def _placeable(
    links: tuple[TLink, ...], resolutions: Mapping[str, Resolution], written: Extent | None
) -> Iterator[TLink]:
    """The links whose time is known: an unresolved expression dates nothing."""
    for link in links:
        resolution = resolutions.get(link.target)
        if link.target == DOCUMENT_TIME:
            known = written is not None
        else:
            known = resolution is None or resolution.interval is not None
        if known:
            yield link


def _case(
    document: Document,
    scene: Scene,
    clusters: tuple[Cluster, ...],
    solution: Solution,
    settled: Settled,
    testimony: Testimony,
) -> Case:
    of_mention = {m.id: cluster for cluster in clusters for m in cluster.mentions}
    extents: dict[str, Extent] = {}
    support: dict[str, tuple[TLink, ...]] = {}
    for cluster in clusters:
        extent = Extent()
        links: list[TLink] = []
        for mention in cluster.mentions:
            extent = extent.meet(solution.extents.get(mention.id, Extent()))
            found = solution.support.get(mention.id)
            links.extend(found.links if found is not None else ())
        extents[cluster.id] = testimony.qualified(extent, links)
        support[cluster.id] = tuple(
            dict.fromkeys(link for link in links if not _inside(link, cluster, of_mention))
        )
    return Case(
        document, scene, of_mention, extents, support, settled.resolutions, settled.evidence, testimony
    )


def _inside(link: TLink, cluster: Cluster, of_mention: Mapping[str, Cluster]) -> bool:
    """Whether a link only ties two mentions of one event."""
    within = of_mention.get(link.source) == cluster and of_mention.get(link.target) == cluster
    return within and link.source != link.target


def _likely(case: Case, clusters: tuple[Cluster, ...]) -> Mapping[str, Likely]:
    written = case.document.creation_time
    if written is None:
        return {}
    extents = {id: case.extents[cluster.id] for id, cluster in case.clusters.items()}
    open_ones = [cluster for cluster in clusters if not case.testimony.settles(cluster)]
    return likely_times(report_of(case.scene, written.interval, case.resolutions, extents), open_ones)


def _conclude(case: Case, cluster: Cluster, likely: Likely | None) -> Conclusion:
    extent = case.extents[cluster.id]
    dated = extent.bounded and any(_dates(link, cluster) for link in principal_links(case, cluster)[:1])
    salient = is_salient(case.scene, cluster, dated=dated)
    return Conclusion(cluster, extent, explain(case, cluster, likely), salient, likely)


def _dates(link: TLink, cluster: Cluster) -> bool:
    """Whether a link gives an event a date of its own: not the tense, nor the verb that tells of it.

    "Fighting began in April" dates the beginning, and is one line on a timeline, not two.
    """
    to_an_event = link.offset is None and link.target.startswith("m")
    told_by_verb = to_an_event and link.relation in _TOLD_BY_VERB and cluster.best.nominal
    return link.strength >= Strength.NEAR and not told_by_verb


def _between_events(case: Case, links: tuple[TLink, ...]) -> Iterator[TLink]:
    """The links that the text tells, with events in place of mentions, but for those within one event."""
    for link in links:
        source = case.clusters[link.source]
        target = case.clusters.get(link.target)
        if target != source and link.target not in case.testimony.dates:
            yield TLink(
                source.id,
                link.relation,
                link.target if target is None else target.id,
                link.strength,
                link.span,
                link.reason,
                link.offset,
            )


def _unresolved(scene: Scene, resolutions: Mapping[str, Resolution]) -> Iterator[Diagnostic]:
    for id, timex in scene.timexes:
        problem = resolutions[id].problem
        if problem is not None:
            yield Diagnostic(Stage.ANCHORING, timex.span, f"“{timex.text}” has no date: {problem}")


def _worth_telling(solution: Solution, at_first: set[TLink]) -> Iterator[Conflict]:
    """The conflicts, but for a tense that yields only since a person gave another date: that says nothing."""
    for conflict in solution.conflicts:
        if conflict.link.strength > Strength.TENSE or conflict.link in at_first:
            yield conflict


def _conflicts(scene: Scene, conflicts: Iterable[Conflict]) -> Iterator[Diagnostic]:
    for conflict in conflicts:
        others = " and ".join(link.reason for link in conflict.against)
        trigger = scene.mention(conflict.link.source).trigger
        yield Diagnostic(
            Stage.ANCHORING,
            conflict.link.span,
            f"{conflict.link.reason} for “{trigger}” contradicts {others or 'itself'}, and was put aside",
            tuple(link.span for link in conflict.against),
        )
