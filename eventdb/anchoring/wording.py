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
    Relation.IS_INCLUDED: "when",
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
    if link.strength is Strength.CORRECTION or link.target.startswith("g"):
        return link.reason
    if link.target not in clusters:
        return quoted
    own = clusters[link.source].id == cluster.id
    name = event_name(scene, clusters[link.target if own else link.source], link.span)
    if link.distance is not None:
        return f"{_amount(link.distance)} {_side(link.distance, own=own)} {name}"
    if link.offset is not None:
        return f"{quoted}, counted {'from' if own else 'on to'} {name}"
    return quoted if own else f"{_FROM_TARGET[link.relation]} {name}"


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
