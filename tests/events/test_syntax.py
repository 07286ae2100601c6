"""Sentences and offsets."""

from eventdb.events.syntax import parse, span_of
from eventdb.text import Span

TEXT = "Talks open in Vienna\n\n  The envoys met on Monday. They left “at once”.\n"


def test_sentences_are_numbered_and_cover_their_own_words() -> None:
    found = parse(TEXT).sentences
    assert [(s.number, s.heading, s.span.of(TEXT)) for s in found] == [
        (1, True, "Talks open in Vienna"),
        (2, False, "The envoys met on Monday."),
        (3, False, "They left “at once”."),
    ]


def test_tokens_lead_back_to_the_text() -> None:
    tree = parse(TEXT)
    assert all(span_of(t).of(TEXT) == t.text for s in tree.sentences for t in s.tokens)


def test_the_highest_token_of_a_span_is_its_head() -> None:
    start = TEXT.index("on Monday")
    head = parse(TEXT).token_in(Span(start, start + len("on Monday")))
    assert head is not None
    assert head.text == "on"


def test_no_token_stands_in_white_space() -> None:
    assert parse(TEXT).token_in(Span(20, 21)) is None


def test_an_empty_text_has_no_sentences() -> None:
    assert parse(" \n ").sentences == ()
