"""Readers of the corpora that say when events happened, for `train_report.py`.

A label is either an outcome of `eventdb.anchoring.report_model`, or the bounds of begin and end, as days.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.language import find_timexes
from eventdb.temporal.edtf import iso_earliest, parse_edtf
from eventdb.temporal.extent import Bounds, Extent
from eventdb.text import Span

RELATIONS = {
    "BEFORE": "before", "IBEFORE": "before", "ENDED_BY": "before", "AFTER": "after", "IAFTER": "after",
    "BEGUN_BY": "after", "IS_INCLUDED": "day", "SIMULTANEOUS": "day", "INCLUDES": "ongoing",
    "DURING": "ongoing",
}  # fmt: skip
_PAIRS = (("BEFORE", "AFTER"), ("INCLUDES", "IS_INCLUDED"), ("BEGINS", "BEGUN_BY"), ("ENDS", "ENDED_BY"))
INVERSE = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}
POINT = re.compile(r"(?:after(?P<after>[\d-]{10}))?(?:before(?P<before>[\d-]{10}))?|(?P<day>[\d-]{10})")
NO_SPACE_BEFORE = frozenset(
    [*".,;:!?)]}%'”…", *(mark + word for mark in "'’" for word in ("s", "re", "ve", "ll", "d", "m")), "n't"]
)
NO_SPACE_AFTER = frozenset([*"([{$£€#“", "``"])


@dataclass
class Labelled:
    """A text with its date, and what a corpus says of some of its words. `kind` is the model's head."""

    name: str
    kind: str
    text: str
    date: str
    labels: dict[Span, str | Extent]


# ---------------------------------------------------------------- TimeML and TimeBank-EventTime


class TimeML:
    """The text of a TimeML file, its date, its events by id, and their relations to its date."""

    def __init__(self, path: Path) -> None:
        root = ElementTree.parse(path).getroot()
        self.name = path.stem
        self.events: dict[str, Span] = {}
        self._pieces: list[str] = []
        written, body = root.find("DCT/TIMEX3"), root.find("TEXT")
        assert written is not None, path
        assert body is not None, path
        self._walk(body)
        self.text, self.date = "".join(self._pieces), str(written.get("value"))
        event_of = {m.get("eiid"): str(m.get("eventID")) for m in root.iter("MAKEINSTANCE")}
        self.relations: dict[str, str] = {}
        for link in root.iter("TLINK"):
            relation, source, target = (link.get(k) for k in ("relType", "eventInstanceID", "relatedToTime"))
            if link.get("timeID") and link.get("relatedToEventInstance"):
                source, target = link.get("relatedToEventInstance"), link.get("timeID")
                relation = INVERSE.get(str(relation), relation)
            if target == written.get("tid") and source in event_of:
                self.relations[event_of[source]] = str(relation)

    def _walk(self, node: ElementTree.Element) -> None:
        start = sum(map(len, self._pieces))
        self._pieces.append(node.text or "")
        for child in node:
            self._walk(child)
            self._pieces.append(child.tail or "")
        if node.tag == "EVENT":
            self.events[str(node.get("eid"))] = Span(start, sum(map(len, self._pieces)))


def read_relations(folder: Path) -> Iterator[Labelled]:
    """Every event of TempEval-3's training data that a TLINK relates to the document's date."""
    for path in sorted(folder.glob("*/*.tml")):
        document = TimeML(path)
        labels: dict[Span, str | Extent] = {
            document.events[event]: RELATIONS[relation] for event, relation in document.relations.items()
        }
        if labels:
            yield Labelled(document.name, "relation", document.text, document.date, labels)


def read_event_times(table: Path, timebank: Path) -> Iterator[Labelled]:
    """Every event of TimeBank-EventTime with one time."""
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    for line in table.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        rows[fields[0]][fields[4]] = fields[-1].replace(" ", "")
    for name, times in rows.items():
        document = TimeML(timebank / f"{name}.tml")
        labels: dict[Span, str | Extent] = {
            document.events[event]: extent
            for event, time in times.items()
            if event in document.events and (extent := event_time(time)) is not None
        }
        yield Labelled(name, "time", document.text, document.date, labels)


def event_time(label: str) -> Extent | None:
    """The notation of TimeBank-EventTime: "1998-01-08", "beginPoint=after…endPoint=before…"."""
    parts = re.fullmatch(r"beginPoint=(.*)endPoint=(.*)", label)
    points = [_point(part) for part in (parts.groups() if parts else (label, label))]
    begin, end = points
    return None if begin is None or end is None else Extent(begin, end)


def _point(text: str) -> Bounds | None:
    if text == "xxxx-xx-xx":
        return Bounds()
    match = POINT.fullmatch(text)
    if match is None or not text:
        return None
    first, last = match["day"] or match["after"], match["day"] or match["before"]
    return Bounds(
        None if first is None else parse_edtf(first).begin.earliest,
        None if last is None else parse_edtf(last).end.latest,
    )


# ---------------------------------------------------------------- timelines of SemEval-2015 Task 4


class Wikinews:
    """A tokenised article: its sentences as lines, the place of every token, and its date line's day."""

    def __init__(self, path: Path) -> None:
        root = ElementTree.parse(path).getroot()
        self.name = str(root.get("doc_id"))
        lines: dict[int, list[str]] = defaultdict(list)
        for token in root.findall("token"):
            lines[int(str(token.get("sentence")))].append(token.text or "")
        self.text, self.tokens = "", {}
        for number in range(max(lines) + 1):
            self.text += "\n" if number else ""
            self.tokens[number] = list(self._line(lines[number]))
        self.date = _day(self.text.split("\n")[1])

    def _line(self, words: list[str]) -> Iterator[tuple[str, Span]]:
        glue, opened = True, False
        for word in words:
            closing = word in ('"', "''") and opened
            if not (glue or closing or word in NO_SPACE_BEFORE):
                self.text += " "
            glue = word in NO_SPACE_AFTER
            if word in ('"', "``", "''"):
                opened = glue = not closing
            start = len(self.text)
            self.text += word
            yield word.lower(), Span(start, len(self.text))

    def find(self, sentence: int, words: str) -> Span | None:
        """Where a sentence has these words, joined by "_" in the timeline."""
        parts, tokens = words.lower().split("_"), self.tokens.get(sentence, [])
        for at in range(len(tokens) - len(parts) + 1):
            if [word for word, _ in tokens[at : at + len(parts)]] == parts:
                return Span(tokens[at][1].start, tokens[at + len(parts) - 1][1].end)
        return None


def _day(line: str) -> str:
    """The day that a date line states, as ISO text."""
    [timex] = find_timexes(line, "en")
    interval = evaluate(timex.expression, Frame()).interval
    assert interval is not None, line
    return iso_earliest(interval.sides[0])


def read_timelines(articles: Path, timelines: Path) -> Iterator[Labelled]:
    """Every event of an article that some timeline dates."""
    found = {article.name: article for article in map(Wikinews, sorted(articles.glob("*.xml")))}
    labels: dict[str, dict[Span, str | Extent]] = defaultdict(dict)
    for path in sorted(timelines.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            order, date, *mentions = (field.strip() for field in line.split("\t"))
            if order == "0" or not date or date.startswith("X"):
                continue
            for mention in mentions:
                name, sentence, words = (*mention.split("-", 2), "", "")[:3]
                place = (
                    found[name].find(int(sentence), words) if name in found and sentence.isdigit() else None
                )
                if place is not None:
                    labels[name][place] = parse_edtf(date.replace("-XX", ""))
    for name, article in found.items():
        if labels[name]:
            yield Labelled(name, "time", article.text, article.date, labels[name])
