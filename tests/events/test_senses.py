"""The table of WordNet's topics."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.events.model import load_model
from eventdb.events.senses import Senses, pack_sense, sense_keys
from eventdb.events.syntax import iter_tokens, parse


@given(st.integers(0, 44), st.integers(0, 44), st.integers(0, 7), st.booleans())
def test_what_is_packed_is_read_again(first: int, mostly: int, eventful: int, derived: bool) -> None:
    lemma, part = np.array([77], dtype=np.uint64), np.array([92], dtype=np.uint64)
    entry = np.array([pack_sense(first, mostly, eventful, derived)], dtype=np.uint16)
    columns = Senses(sense_keys(lemma, part), entry).columns(lemma, part)
    read = [int(columns[name][0]) for name in ("sense", "mostly", "eventful", "derived")]
    assert read == [first + 1, mostly + 1, eventful + 1, int(derived) + 1]


def test_an_unknown_lemma_has_no_sense() -> None:
    nothing = np.array([123], dtype=np.uint64)
    columns = load_model("en").senses.columns(nothing, nothing)
    assert [int(column[0]) for column in columns.values()] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("sentence", "person"),
    [("A judge spoke.", True), ("The engineers left.", True), ("A bridge fell.", False)],
)
def test_nouns_for_people(sentence: str, person: bool) -> None:
    noun = next(token for token in iter_tokens(parse(sentence)) if token.pos_ == "NOUN")
    assert load_model("en").senses.names_person(noun) is person
