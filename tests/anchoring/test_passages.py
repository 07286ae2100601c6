"""Passages in, dated events out: the tables in tests/corpus/anchoring.

Every passage stands for a construction in which a date hangs on an event, as reports, histories and records
use it. An extent is EDTF; the basis says what it rests on. `distractors` never happened.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from eventdb.analysis import Analysis, Event
from eventdb.events.mention import Status
from eventdb.pipeline import analyze
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import format_extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document

FOLDER = Path(__file__).parent.parent / "corpus" / "anchoring"
PASSAGES = {
    f"{path.stem}-{number}": passage
    for path in sorted(FOLDER.glob("*.toml"))
    for number, passage in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["passage"], 1)
}


def analysis_of(passage: dict[str, Any]) -> Analysis:
    written = None
    if "written" in passage:
        year, month, day = map(int, passage["written"].split("-"))
        written = CreationTime(Interval.of(Unit.DAY, instant(year, month, day)), "given with --date")
    return analyze(Document(passage["text"], written))


def event_of(analysis: Analysis, trigger: str) -> Event | None:
    """The event of the first mention with these words."""
    ids = [mention.id for mention in analysis.mentions if mention.trigger == trigger]
    return next((e for e in analysis.events if ids and ids[0] in e.mentions), None)


@pytest.mark.parametrize("name", PASSAGES)
def test_passage(name: str) -> None:
    passage = PASSAGES[name]
    analysis = analysis_of(passage)
    found = {trigger: event_of(analysis, trigger) for trigger, _, _ in passage.get("events", ())}
    for event in found.values():
        if event is not None:  # shown where a test fails
            print(event.title, *(f"\n  {r.kind}: {r.phrase} = {r.meaning}" for r in event.reasons))
    told = {t: None if e is None else (format_extent(e.extent), e.basis) for t, e in found.items()}
    assert told == {trigger: (when, basis) for trigger, when, basis in passage.get("events", ())}


@pytest.mark.parametrize("name", [name for name, passage in PASSAGES.items() if "distractors" in passage])
def test_what_did_not_happen_is_not_asserted(name: str) -> None:
    passage = PASSAGES[name]
    analysis = analysis_of(passage)
    events = {trigger: event_of(analysis, trigger) for trigger in passage["distractors"]}
    assert [t for t, e in events.items() if e is not None and e.status is Status.ASSERTED] == []
