"""Words on their trees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.events.syntax import parse
from eventdb.events.tree import Token, no_deeper
from eventdb.pipeline import analyze
from eventdb.text import Document

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


def test_no_sentence_is_too_deep_to_be_read() -> None:
    text = "He said that " * 1500 + "the old mill burned down on Friday."
    found = {mention.trigger for mention in analyze(Document(text)).mentions}
    assert {"said", "burned"} <= found


@given(st.integers(1, 40).flatmap(lambda n: st.tuples(*(st.integers(0, at) for at in range(n)))))
def test_what_hangs_too_deep_hangs_beside_its_head(heads: tuple[int, ...]) -> None:
    found = no_deeper(heads, 3)
    for word in range(len(heads)):
        path = [word]
        while found[path[-1]] != path[-1]:
            path.append(found[path[-1]])
        assert len(path) <= 4
    assert [n for n, head in enumerate(found) if n == head] == [
        n for n, head in enumerate(heads) if n == head
    ]
    assert no_deeper(heads, 40) == list(heads)
