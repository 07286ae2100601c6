"""What a person types as a search, for both kinds of database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import make_url, select

from eventdb.errors import QueryError
from eventdb.query.filters import text
from eventdb.query.fulltext import fts5_query, terms, tsquery
from eventdb.store.models import Event


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Crimea", '"Crimea"'),
        ("Crimea sanctions", '"Crimea" "sanctions"'),
        ("sanction*", '"sanction"*'),
        ('"Prime Minister" visit', '"Prime Minister" "visit"'),
        ('"not closed', '"not closed"'),
        ("AND OR NOT", '"AND" "OR" "NOT"'),
        ("title:x (y) ^z - 'q'", '"title:x" "(y)" "^z" "\'q\'"'),
    ],
)
def test_every_word_is_only_a_word(typed: str, expected: str) -> None:
    assert fts5_query(terms(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Crimea sanction*", "(Crimea) & (sanction:*)"),
        ('"Prime Minister" visit', "(Prime <-> Minister) & (visit)"),
        ("wreath-lay*", "(wreath <-> lay:*)"),
        ("a&b | !c:* <-> (d)", "(a <-> b) & (c:*) & (d)"),
        ("café_x 6,000", "(cafe <-> x) & (6 <-> 000)"),
        ("it's", "(it <-> s)"),
    ],
)
def test_postgresql_gets_words_alone(typed: str, expected: str) -> None:
    assert tsquery(terms(typed)) == expected


@pytest.mark.parametrize("typed", ["", "  ", "— *", '""'])
def test_search_without_a_word(typed: str) -> None:
    with pytest.raises(QueryError, match="there is no word to search for"):
        text(typed)


@given(st.text(max_size=30))
def test_any_search_is_balanced_or_refused(typed: str) -> None:
    try:
        expression = fts5_query(terms(typed))
    except QueryError:
        assert not any(character.isalnum() for character in typed)
    else:
        assert expression.count('"') % 2 == 0


def test_sqlite_searches_its_full_text_table() -> None:
    sql = str(select(Event.id).where(text("Crimea")).compile(dialect=make_url("sqlite://").get_dialect()()))
    assert "event.id IN (SELECT rowid FROM event_fts WHERE event_fts MATCH ?)" in sql


def test_postgresql_searches_its_own_way() -> None:
    query = select(Event.id).where(text("Crimea sanction*"))
    compiled = query.compile(dialect=make_url("postgresql://").get_dialect()())
    assert "@@ to_tsquery('eventdb', " in str(compiled)
    assert [tsquery(found) for found in compiled.params.values()] == ["(Crimea) & (sanction:*)"]


def test_statements_are_compiled_once_for_all_words() -> None:
    first, second = (select(Event.id).where(text(words))._generate_cache_key() for words in ("Crimea", "a b"))
    assert first is not None
    assert second is not None
    assert first.key == second.key
