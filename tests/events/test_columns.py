"""Tokens of several blocks as one table."""

import numpy as np
import pytest

from eventdb.events.columns import Columns, columns_of
from eventdb.events.syntax import parse

TEXT = "A long strike\n\nThe strike had not ended. Workers went home."


@pytest.fixture(scope="module")
def columns() -> Columns:
    return columns_of(parse(TEXT))


def words() -> list[str]:
    return [token.text for token in parse(TEXT).tokens]


def test_heads_count_over_all_blocks(columns: Columns) -> None:
    strike, ended = words().index("strike", 3), words().index("ended")
    assert columns.head[strike] == ended
    assert columns.head[ended] == ended
    assert ended not in columns.children


def test_a_row_outside_the_document_reads_as_nothing(columns: Columns) -> None:
    lemmas = columns.at("lemma", np.array([-1, 1, len(words())]))
    assert lemmas[0] == lemmas[2] == 0
    assert lemmas[1] != 0


def test_one_lemma_is_one_number_in_every_block(columns: Columns) -> None:
    lemmas = columns.values["lemma"]
    assert lemmas[words().index("strike")] == lemmas[words().index("strike", 3)]


def test_auxiliaries_and_negation_make_the_verb_group(columns: Columns) -> None:
    groups = columns.values["group"]
    assert groups[words().index("ended")] != 0
    assert groups[words().index("went")] == 0


def test_listed_words_are_marked(columns: Columns) -> None:
    assert columns.values["listed"][words().index("strike")] == 1
    assert columns.values["listed"][words().index("Workers")] == 0
