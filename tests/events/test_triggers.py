"""Which words the classifier takes for events."""

import pytest

from eventdb.events.syntax import parse
from eventdb.events.triggers import find_triggers
from eventdb.text import Span


def triggers(text: str) -> dict[str, str]:
    return {trigger.token.text: trigger.event_class for trigger in find_triggers(parse(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge collapsed on Friday.", {"collapsed"}),
        ("The mayor said the bridge had collapsed.", {"said", "collapsed"}),
        ("The earthquake destroyed a school.", {"earthquake", "destroyed"}),
        ("The green house behind the old harbour is large.", set()),
        ("The company announced the resignation of its chairman.", {"announced", "resignation"}),
        ("After the merger, the bank will close 40 branches.", {"merger", "close"}),
    ],
)
def test_words_that_tell_of_events(text: str, expected: set[str]) -> None:
    assert set(triggers(text)) == expected


@pytest.mark.parametrize(
    ("text", "word", "event_class"),
    [
        ("The minister said that taxes would rise.", "said", "REPORTING"),
        ("The troops attacked the town.", "attacked", "OCCURRENCE"),
        ("The talks began in Geneva.", "began", "ASPECTUAL"),
        ("The company hopes to sell the plant.", "hopes", "I_STATE"),
        ("The firm agreed to buy the plant.", "agreed", "I_ACTION"),
    ],
)
def test_classes(text: str, word: str, event_class: str) -> None:
    assert triggers(text)[word] == event_class


@pytest.mark.parametrize("text", ["", "   ", "…", "Annex B"])
def test_texts_without_events(text: str) -> None:
    assert triggers(text) == {}


def test_a_trigger_knows_its_sentence() -> None:
    found = find_triggers(parse("The harbour\n\nThe fire started. It spread."))
    assert [(t.token.text, t.sentence.number) for t in found] == [("fire", 2), ("started", 2), ("spread", 3)]


def test_a_lasting_state_of_affairs_is_always_an_event() -> None:
    assert "tensions" in triggers("The harbour is quiet after months of tensions.")


@pytest.mark.parametrize(
    ("text", "time", "expected"),
    [
        ("The king has been ill since March.", "March", {"ill"}),
        ("The road was impassable on Friday.", "Friday", {"impassable"}),
        ("The king is ill.", "", set()),
    ],
)
def test_a_state_with_a_time_of_its_own_is_an_event(text: str, time: str, expected: set[str]) -> None:
    at = text.index(time)
    times = [Span(at, at + len(time))] if time else []
    assert {trigger.token.text for trigger in find_triggers(parse(text), times)} == expected
