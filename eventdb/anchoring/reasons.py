"""Why an event has its date: the chain from the event back to what the text states.

"two days before the visit" ← the visit, 2015-05-12 ← "on Tuesday" ← the document's date, 2015-05-12
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eventdb.anchoring.clusters import Cluster
from eventdb.anchoring.consistency import Evidence
from eventdb.anchoring.counting import inverse
from eventdb.anchoring.dependence import depends_on_document, names_period
from eventdb.anchoring.given import GivenDate, Testimony
from eventdb.anchoring.likely import Likely
from eventdb.anchoring.reason import Reason
from eventdb.anchoring.scene import DOCUMENT_TIME, Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.anchoring.wording import event_name, likely_words, link_words
from eventdb.expression.frame import Reading, Resolution
from eventdb.expression.nodes import After, Before, EventTime, Expression
from eventdb.expression.notation import dump
from eventdb.expression.rebase import rebased
from eventdb.language.timex import Timex
from eventdb.temporal.display import display
from eventdb.temporal.edtf import format_extent
from eventdb.temporal.extent import Extent
from eventdb.text import Document, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an event's date rests on. See `eventdb.analysis.Event` for the fields."""

    basis: str
    basis_text: str
    expression: str | None
    reasons: tuple[Reason, ...]
    alternatives: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One event: its mentions, when it happened, and why."""

    cluster: Cluster
    extent: Extent
    explanation: Explanation
    salient: bool
    likely: Likely | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """All that was concluded about one document, to tell reasons from."""

    document: Document
    scene: Scene
    clusters: Mapping[str, Cluster]  # by mention id
    extents: Mapping[str, Extent]  # by event id
    support: Mapping[str, tuple[TLink, ...]]  # by event id: the links that set its bounds
    resolutions: Mapping[str, Resolution]
    evidence: Mapping[str, tuple[Evidence, ...]]
    testimony: Testimony

    @property
    def timexes(self) -> Mapping[str, Timex]:
        """The time expressions by id."""
        return dict(self.scene.timexes)


def explain(case: Case, cluster: Cluster, likely: Likely | None = None) -> Explanation:
    """Basis, formula and chain of reasons of an event; why its likely time is likely comes last."""
    links = principal_links(case, cluster)
    guessed = tuple(_guessed(case, likely)) if likely is not None else ()
    rejected = case.testimony.rejected.get(cluster.best.id)
    if rejected is not None:
        return Explanation("none", "", None, (given_reason(rejected),), ())
    if not links:
        return Explanation("none", likely_words(likely), None, guessed, ())
    first = links[0]
    reasons = tuple(dict.fromkeys((*_chain(case, cluster, links, visited={cluster.id}), *guessed)))
    alternatives = case.resolutions[first.target].alternatives if first.target in case.resolutions else ()
    return Explanation(
        _basis(case, first),
        likely_words(likely) or _words(case, cluster, first),
        _formula(case, cluster, first),
        reasons,
        alternatives,
    )


def _words(case: Case, cluster: Cluster, link: TLink) -> str:
    """What a link says of an event, in a few words."""
    given = case.testimony.dates.get(link.target)
    return given.phrase if given else link_words(case.scene, case.clusters, cluster, link)


def principal_links(case: Case, cluster: Cluster) -> list[TLink]:
    """The links that set the event's bounds, the most telling first."""
    return sorted(case.support.get(cluster.id, ()), key=lambda link: (_rank(link), -link.strength))


def _rank(link: TLink) -> int:
    if link.target == DOCUMENT_TIME:
        return 3
    if link.target.startswith(("t", "g")):
        return 0
    return 1 if link.offset is not None else 2


def _basis(case: Case, link: TLink) -> str:
    if link.target == DOCUMENT_TIME:
        return "tense" if link.offset is None else "deictic"
    if link.target in case.testimony.dates:
        return "given" if link.strength is Strength.CORRECTION else "event-relative"
    timex = case.timexes.get(link.target)
    if timex is None:
        return "event-relative"
    if names_period(timex.expression):
        return "named-period"
    return "deictic" if depends_on_document(timex.expression) else "stated"


def _formula(case: Case, cluster: Cluster, link: TLink) -> str | None:
    """The symbolic expression behind the date: "Shift(EventTime('the visit'), -2 days)"."""
    timex = case.timexes.get(link.target)
    if timex is not None:
        return dump(timex.expression)
    if link.target == DOCUMENT_TIME or link.target in case.testimony.dates:
        return None
    if link.source == link.target:
        return None
    own = case.clusters[link.source].id == cluster.id
    anchor = case.clusters[link.target if own else link.source]
    other = EventTime(event_name(case.scene, anchor, link.span))
    expression = _relative(link, other, own=own)
    return None if expression is None else dump(expression)


def _relative(link: TLink, other: EventTime, *, own: bool) -> Expression | None:
    if link.offset is not None:
        offset = link.offset if own else inverse(link.offset)
        return None if offset is None else rebased(offset, other)
    before = Relation.BEFORE if own else Relation.AFTER
    after = Relation.AFTER if own else Relation.BEFORE
    return Before(other) if link.relation is before else After(other) if link.relation is after else None


# ---------------------------------------------------------------- the chain


def _chain(case: Case, cluster: Cluster, links: Sequence[TLink], visited: set[str]) -> Iterator[Reason]:
    for link in links:
        words = _words(case, cluster, link)
        if link.target in case.resolutions:
            yield from _timex(case, link)
        elif link.target in case.testimony.dates:
            date = case.testimony.dates[link.target]
            yield given_reason(date, case.scene.sentence_number(date.place))
        elif link.target == DOCUMENT_TIME:
            yield _reason(case, "link", words, link.reason, link.span)
            yield from _document(case)
        else:
            yield _reason(case, "link", words, "", link.span)
            yield from _other_event(case, cluster, link, visited)


def _other_event(case: Case, cluster: Cluster, link: TLink, visited: set[str]) -> Iterator[Reason]:
    source, target = case.clusters[link.source], case.clusters[link.target]
    other = target if source.id == cluster.id else source
    if other.id in visited:
        return
    visited.add(other.id)
    when = display(case.extents[other.id])
    yield _reason(
        case, "reference", event_name(case.scene, other, link.span), _identity(other, when), other.best.span
    )
    yield from _chain(case, other, principal_links(case, other), visited)


def _identity(cluster: Cluster, when: str) -> str:
    """The date, and under what other name the text first told of the event."""
    nouns = [m for m in cluster.mentions if m.nominal]
    if not nouns or cluster.best.nominal:
        return when
    return f"{when}, the same event as “{cluster.best.title}”"


def _guessed(case: Case, likely: Likely) -> Iterator[Reason]:
    """Why a report's event is likely of a day that the text does not give it."""
    if likely.extent is None or not likely.dates:
        return
    because = f"likely at {likely.probability:.0%}: what a report does not date is mostly of its day"
    meaning = f"{display(replace(likely.extent, uncertain=False))}, {because}"
    if likely.lead is None:
        yield Reason("likely", likely_words(likely), meaning)
    else:
        yield _reason(case, "likely", likely_words(likely), meaning, likely.lead)
    yield from _document(case)


def _timex(case: Case, link: TLink) -> Iterator[Reason]:
    timex, resolution = case.timexes[link.target], case.resolutions[link.target]
    because = resolution.steps[-1].reason if resolution.steps else ""
    when = format_extent(Extent.within(resolution.interval)) if resolution.interval else "unresolved"
    evidence = case.evidence.get(link.target, ())
    meaning = when if evidence or not because else f"{when}, {because}"
    yield _reason(case, "timex", link.span.of(case.scene.parse.text), meaning, link.span)
    for item in evidence:
        yield Reason("agrees", f"“{item.words}”", "", item.span, item.sentence)
    if evidence:
        for reading in resolution.alternatives:
            yield _reason(case, "rejected", reading.value, reading.reason, timex.span)
    if depends_on_document(timex.expression):
        yield from _document(case)


def given_reason(date: GivenDate, sentence: int | None = None) -> Reason:
    """What a person said stands in no text; what another document tells is told of the words of this one."""
    when = "not so" if date.extent is None else format_extent(date.extent)
    meaning = f"{when}, {date.remark}".rstrip(", ")
    if date.strength is Strength.CORRECTION:
        return Reason("given", date.phrase, meaning)
    return Reason("telling", date.phrase, meaning, date.place, sentence)


def _document(case: Case) -> Iterator[Reason]:
    written = case.document.creation_time
    if written is not None:
        when = format_extent(Extent.within(written.interval))
        yield Reason("document", "the document", f"{when}, {written.basis}")


def _reason(case: Case, kind: str, phrase: str, meaning: str, span: Span) -> Reason:
    return Reason(kind, phrase, meaning, span, case.scene.sentence_number(span))
