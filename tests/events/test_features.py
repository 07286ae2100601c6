"""Features depend on what is around a word, and on nothing else."""

import numpy as np

from eventdb.events.columns import columns_of
from eventdb.events.features import find_features
from eventdb.events.syntax import parse


def features_of(text: str, word: str) -> set[int]:
    columns = columns_of(parse(text))
    row = [token.text for token in columns.tokens].index(word)
    return set(find_features(columns, np.array([row])).keys.tolist())


def test_the_same_sentence_later_in_a_text_has_the_same_features() -> None:
    sentence = "The council rejected the old plan."
    assert features_of(sentence, "rejected") == features_of(f"Nobody laughed.\n\n{sentence}", "rejected")


def test_another_object_changes_some_features_only() -> None:
    one = features_of("The council rejected the old plan.", "rejected")
    other = features_of("The council rejected the old bridge.", "rejected")
    assert one != other
    assert len(one & other) > len(one) / 2


def test_features_belong_to_their_rows() -> None:
    columns = columns_of(parse("Workers went home and children slept."))
    both = find_features(columns, np.array([1, 5]))
    alone = find_features(columns, np.array([5]))
    assert sorted(both.keys[both.owners == 1].tolist()) == sorted(alone.keys.tolist())
