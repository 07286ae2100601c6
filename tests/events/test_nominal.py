"""The form in which an event is told."""

import pytest

from eventdb.events.nominal import is_nominal, predicate_of
from eventdb.events.syntax import iter_tokens, parse


@pytest.mark.parametrize(
    ("text", "word", "predicate"),
    [
        ("The army was ready.", "ready", "was"),
        ("The army attacked.", "attacked", "attacked"),
        ("The angry crowd left.", "angry", "angry"),
    ],
)
def test_an_adjective_is_told_by_its_copula(text: str, word: str, predicate: str) -> None:
    token = next(t for t in iter_tokens(parse(text)) if t.text == word)
    assert predicate_of(token).text == predicate


@pytest.mark.parametrize(
    ("text", "word", "nominal"),
    [("The visit ended.", "visit", True), ("Fighting began.", "Fighting", True), ("They met.", "met", False)],
)
def test_nouns_and_gerunds_in_a_nouns_place_are_things(text: str, word: str, nominal: bool) -> None:
    token = next(t for t in iter_tokens(parse(text)) if t.text == word)
    assert is_nominal(token) is nominal
