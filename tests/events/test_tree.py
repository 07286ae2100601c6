"""Words on their trees."""

import pytest

from eventdb.events.syntax import parse
from eventdb.events.tree import Token

TEXT = "The old miller and his wife sold cattle, bread and beer. Nobody came\n\nLate news"


@pytest.fixture(scope="module")
def tokens() -> dict[str, Token]:
    return {token.text: token for token in parse(TEXT).tokens}


def test_dependents_stand_in_order_before_and_after(tokens: dict[str, Token]) -> None:
    miller = tokens["miller"]
    assert [t.text for t in miller.lefts] == ["The", "old"]
    assert [t.text for t in miller.rights] == ["and", "wife"]
    assert [t.text for t in miller.children] == ["The", "old", "and", "wife"]
    assert all(child.head is miller for child in miller.children)


def test_a_subtree_is_read_in_order_from_edge_to_edge(tokens: dict[str, Token]) -> None:
    miller = tokens["miller"]
    assert " ".join(t.text for t in miller.subtree) == "The old miller and his wife"
    assert (miller.left_edge, miller.right_edge) == (tokens["The"], tokens["wife"])
    assert (tokens["old"].left_edge, tokens["old"].right_edge) == (tokens["old"], tokens["old"])


def test_a_root_is_its_own_head(tokens: dict[str, Token]) -> None:
    assert tokens["sold"].head is tokens["sold"]
    assert [t.text for t in tokens["his"].ancestors] == ["wife", "miller", "sold"]
    assert list(tokens["sold"].ancestors) == []


def test_a_row_of_things_is_found_from_each_of_them(tokens: dict[str, Token]) -> None:
    assert [t.text for t in tokens["bread"].conjuncts] == ["cattle", "beer"]
    assert [t.text for t in tokens["cattle"].conjuncts] == ["bread", "beer"]
    assert tokens["old"].conjuncts == []


def test_sentences_and_paragraphs_end_where_they_do(tokens: dict[str, Token]) -> None:
    assert [tokens["miller"].doc[n].text for n in tokens["came"].sent] == ["Nobody", "came"]
    assert [t.text for t in tokens["came"].doc if t.ends_block] == ["came", "news"]
    assert "".join(t.text_with_ws for t in tokens["miller"].subtree) == "The old miller and his wife "
