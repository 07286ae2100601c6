"""What a mention looks like to the model of when a report's events happened.

A column is one thing seen of the mention: its verb, what it hangs on, where it stands, which times are
near. A template names the columns that it combines; each combination is hashed to one feature. Few of
them hold words: the model is to know how reports are written, not what they are about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np

from eventdb.anchoring.scene import Scene
from eventdb.events.hashing import Numbers, combine_each
from eventdb.events.mention import EventMention
from eventdb.events.tree import Token
from eventdb.events.weights import Features
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval

_OWN = ("class", "tense", "status", "dep", "tag", "lemma", "reported")
_ABOVE = ("above.tense", "above.class", "above.placed", "above.lemma", "prep")
_PLACE = ("sentence", "quoted")
_TIMES = ("near", "near.inside", "times")
# fmt: off
_TEMPLATES: tuple[tuple[str, ...], ...] = (
    ("placed",), ("dateline",), ("tense", "dep"), ("determiner", "dateline"),
    ("class", "tense", "status", "dep"), ("class", "tense", "status", "dep", "dateline"),
    *((a,) for a in (*_OWN, *_ABOVE, *_PLACE, *_TIMES)),
    *((a, b) for a in _OWN for b in ("placed", "dateline")),
    *((a, b) for a in ("class", "tense") for b in (*_ABOVE, *_TIMES)),
    *(("class", "tense", b) for b in _PLACE),
)
_CHILD_TEMPLATES = (("child",), ("child", "tense"))
# fmt: on
_ADVERBS = frozenset({"advmod", "npadvmod", "neg", "mark", "aux", "auxpass", "det", "poss"})
_QUOTES = '“”"`'
_FAR = 4  # sentences from the beginning
_CLOSING = 3  # characters at the end of a sentence
_DATELINE = 3  # among the first so many times


@dataclass(frozen=True)
class Report:
    """A document as one looks at it to tell when its events happened.

    `written` is the document's day, `times` what its time expressions denote, and `extents` what the text
    surely says of the time of each mention.
    """

    scene: Scene
    written: Interval
    times: Mapping[str, Interval | None]
    extents: Mapping[str, Extent]

    @cached_property
    def dateline(self) -> bool:
        """Whether a line near the top tells of nothing but the document's own day: "OSLO, May 12 (NTB) –"."""
        first = (t for id, t in self.scene.timexes[:_DATELINE] if self.side(self.times[id]) == "day")
        lines = (self.scene.parse.sentence_of(timex.span.start) for timex in first)
        return any(s is not None and s.heading and not self.scene.mentions_in(s.number) for s in lines)

    @cached_property
    def rank(self) -> Sequence[str]:
        """For each sentence "heading", or how far it is from the beginning: "1" … "4"."""
        ranks, count = [], 0
        for sentence in self.scene.parse.sentences:
            count += not sentence.heading
            ranks.append("heading" if sentence.heading else str(min(count, _FAR)))
        return ranks

    @cached_property
    def times_in(self) -> Mapping[int, list[tuple[str, int]]]:
        """The time expressions of each sentence, by its number: their ids and starts."""
        found: dict[int, list[tuple[str, int]]] = {}
        for id, timex in self.scene.timexes:
            number = self.scene.sentence_number(timex.span)
            if number is not None:
                found.setdefault(number, []).append((id, timex.span.start))
        return found

    def side(self, time: Interval | None) -> str:
        """How a time stands to the document's day: "past", "day", "future", "around" or "unknown"."""
        if time is None or time.start is None or time.end is None:
            return "unknown"
        if self.written.covers(time):
            return "day"
        start, end = self.written.sides
        return "past" if time.end <= start else "future" if time.start >= end else "around"

    def placed(self, extent: Extent) -> str:
        """How the sure time of an event stands to the document's day, in one word."""
        begin, end = extent.begin, extent.end
        if not extent.bounded:
            return "nowhere"
        if extent.dated:
            return self.side(extent.hull)
        if end.latest is not None:
            return "until" if end.latest >= self.written.sides[0] else "long until"
        if begin.latest is not None and begin.latest <= self.written.sides[1]:
            return "ongoing"
        return "from" if begin.earliest is not None else "open"


def find_features(report: Report, mentions: Sequence[EventMention]) -> Features:
    """The features of some mentions of a report, hashed."""
    seen = [_columns(report, mention) for mention in mentions]
    columns = {name: _numbers([column[name] for column in seen]) for name in (seen[0] if seen else ())}
    owners, children = _children(report.scene, mentions)
    own = combine_each(_TEMPLATES, columns)
    beside = {name: column[owners] for name, column in columns.items()} | {"child": children}
    theirs = combine_each(_CHILD_TEMPLATES, beside, len(_TEMPLATES))
    return Features.of((np.arange(len(mentions)), own), (owners, theirs))


def _numbers(texts: Sequence[str]) -> Numbers:
    return np.array([crc32(text.encode()) for text in texts], dtype=np.uint64)


def _children(scene: Scene, mentions: Sequence[EventMention]) -> tuple[np.ndarray, Numbers]:
    """The adverbs, auxiliaries and conjunctions of every mention, each with its mention's position."""
    pairs = [
        (n, child.lemma_.lower())
        for n, mention in enumerate(mentions)
        for child in scene.token_of(mention).children
        if child.dep_ in _ADVERBS
    ]
    return np.array([n for n, _ in pairs], dtype=np.int64), _numbers([lemma for _, lemma in pairs])


def _columns(report: Report, mention: EventMention) -> dict[str, str]:
    token = report.scene.token_of(mention)
    return {
        "class": mention.event_class,
        "tense": f"{mention.tense} {mention.aspect} {mention.nominal}",
        "status": f"{mention.status} {mention.modality}",
        "dep": token.dep_,
        "tag": token.tag_,
        "lemma": mention.lemma,
        "reported": str(mention.reported_by is not None),
        "determiner": next(
            (c.lower_ for c in token.children if c.dep_ in ("det", "poss")), str(mention.nominal)
        ),
        "placed": report.placed(report.extents[mention.id]),
        "dateline": str(report.dateline),
        "sentence": report.rank[mention.sentence - 1],
        "quoted": str(_quoted(report.scene, mention)),
        **_above(report, token),
        **_times(report, mention),
    }


def _above(report: Report, token: Token) -> dict[str, str]:
    """What the word hangs on: the nearest verb above that tells of an event, and a preposition between."""
    scene = report.scene
    verb = scene.governing_mention(token.head, verb=True) if token.head != token else None
    return {
        "above.tense": f"{verb.tense} {verb.aspect} {verb.status}" if verb is not None else "",
        "above.class": f"{verb.event_class} {token.dep_}" if verb is not None else "",
        "above.placed": report.placed(report.extents[verb.id]) if verb is not None else "",
        "above.lemma": token.head.lemma_.lower() if verb is None else verb.lemma,
        "prep": token.head.lower_ if token.dep_ in ("pobj", "pcomp") else "",
    }


def _quoted(scene: Scene, mention: EventMention) -> bool:
    """Whether somebody's own words tell of it."""
    text, sentence = scene.parse.text, scene.parse.sentences[mention.sentence - 1]
    before = text[sentence.span.start : mention.span.start]
    closing = text[max(mention.span.end, sentence.span.end - _CLOSING) : sentence.span.end]
    marks = sum(map(before.count, _QUOTES))
    return bool(marks % 2) or (marks == 0 and any(mark in closing for mark in _QUOTES))


def _times(report: Report, mention: EventMention) -> dict[str, str]:
    here = report.times_in.get(mention.sentence, ())
    if not here:
        return dict.fromkeys(_TIMES, "")
    id, start = min(here, key=lambda pair: abs(pair[1] - mention.span.start))
    side = report.side(report.times[id])
    inside = mention.clause.start <= start < mention.clause.end
    return {
        "near": f"{side} {start < mention.span.start}",
        "near.inside": f"{side} {inside}",
        "times": " ".join(sorted({report.side(report.times[id]) for id, _ in here})),
    }
