"""Links and events in a few plain words, for tables and for `why`."""

from collections.abc import Mapping
from textwrap import shorten

from eventdb.anchoring.clusters import Cluster
from eventdb.anchoring.likely import Likely
from eventdb.anchoring.scene import DOCUMENT_TIME, Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink
from eventdb.temporal.period import Period
from eventdb.text import Span

_LONGEST = 56  # characters of an event's name or of a quotation within a line

_FROM_TARGET = {
    Relation.IS_INCLUDED: "around the time of",
    Relation.SIMULTANEOUS: "at the time of",
    Relation.INCLUDES: "during",
    Relation.BEFORE: "after",
    Relation.AFTER: "before",
    Relation.BEGUN_BY: "at the start of",
    Relation.ENDED_BY: "at the end of",
    Relation.BEGINS: "since",
    Relation.ENDS: "until",
    Relation.BEGINS_BEFORE: "begins after",
    Relation.BEGINS_AFTER: "begins before",
    Relation.ENDS_BEFORE: "ends after",
    Relation.ENDS_AFTER: "ends before",
    Relation.DURING: "around",
}
_FROM_CLAUSE = {
    Relation.IS_INCLUDED: "around the time when",
    Relation.SIMULTANEOUS: "when",
    Relation.INCLUDES: "when",
    Relation.BEGUN_BY: "when",
    Relation.ENDED_BY: "when",
}
_LIMITS = {
    Relation.BEGINS_AFTER: "at least ",
    Relation.ENDS_BEFORE: "at most ",
    Relation.BEFORE: "less than ",
    Relation.ENDED_BY: "until ",
    Relation.BEGUN_BY: "since ",
}
_TENSE = {
    Relation.BEFORE: "told in the past",
    Relation.INCLUDES: "told in the present",
    Relation.AFTER: "still to come",
    Relation.ENDS_AFTER: "up to the document’s date",
    Relation.ENDS_BEFORE: "up to the document’s date",
}


def event_name(scene: Scene, cluster: Cluster, near: Span) -> str:
    """A short name for an event, as it is told nearest to a place: "the visit", else its title."""
    nouns = [m for m in cluster.mentions if m.nominal and scene.token_of(m).pos_ == "NOUN"]
    if nouns:
        return f"the {min(nouns, key=lambda m: m.span.distance(near)).trigger.lower()}"
    return _shortened(_within_a_sentence(scene, cluster))


def _within_a_sentence(scene: Scene, cluster: Cluster) -> str:
    """A title without the capital of its beginning, unless a name begins it."""
    title, first = cluster.title, cluster.title.split(" ", 1)[0]
    named = first in scene.names.first_words or first in scene.proper_words
    return title if named or first == "I" else title[:1].lower() + title[1:]


def link_words(scene: Scene, clusters: Mapping[str, Cluster], cluster: Cluster, link: TLink) -> str:
    """What a link says of an event: "2 days before the visit", "“on Tuesday”", "told in the past"."""
    quoted = f"“{_shortened(link.span.of(scene.parse.text))}”"
    if link.target == DOCUMENT_TIME:
        return quoted if link.offset is not None else _TENSE.get(link.relation, link.reason)
    if link.strength is Strength.CORRECTION:
        return link.reason
    if link.target not in clusters or link.source == link.target:
        return quoted
    own = clusters[link.source].id == cluster.id
    other = clusters[link.target if own else link.source]
    return _beside(scene, other, link, quoted, own=own)


def _beside(scene: Scene, other: Cluster, link: TLink, quoted: str, *, own: bool) -> str:
    """How an event stands to another: "2 days before the visit", "when the plant closed"."""
    name = event_name(scene, other, link.span)
    if link.distance is not None:
        limit = _LIMITS.get(link.relation, "") if own else ""
        return f"{limit}{_amount(link.distance)} {_side(link.distance, own=own)} {name}"
    if own:
        named = link.offset is None or any(link.span.covers(m.span) for m in other.mentions)
        return quoted if named else f"{quoted}, counted from {name if _is_noun(name) else f'when {name}'}"
    if link.offset is not None:
        return f"the time from which {quoted} is counted"
    words = _FROM_TARGET[link.relation]
    return f"{words if _is_noun(name) else _FROM_CLAUSE.get(link.relation, words)} {name}"


def _is_noun(name: str) -> bool:
    """Whether an event is called by a noun, "the visit", and not by its clause."""
    return name.startswith("the ") and name.count(" ") == 1


def likely_words(likely: Likely | None) -> str:
    """What a likely day is, "the report’s day"; nothing where there is none."""
    if likely is None or not likely.dates:
        return ""
    return "the report’s day" if likely.lead is None else "the lead’s day"


def _shortened(text: str) -> str:
    """One line, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else shorten(line, _LONGEST, placeholder=" …")


def _amount(offset: Period) -> str:
    return str(-offset if offset.past else offset).replace("X ", "some ")


def _side(offset: Period, *, own: bool) -> str:
    return "before" if offset.past == own else "after"
