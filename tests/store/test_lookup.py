"""Finding what is kept, by number and by content."""

import pytest
from sqlalchemy.orm import Session
from store_samples import TEXT

from eventdb.errors import NotFound
from eventdb.query.filters import undated
from eventdb.store.database import Database
from eventdb.store.lookup import count_events, find_document, get_document, get_event


def test_the_same_text_is_found_again(session: Session) -> None:
    found = find_document(session, TEXT)
    assert found is not None
    assert found.id == 1
    assert find_document(session, TEXT + "!") is None


def test_missing_event_names_what_there_is(session: Session) -> None:
    assert get_event(session, 2).title == "Ana Silva signed the treaty"
    with pytest.raises(NotFound, match=r"^no event 99: this database has events 1 to 3$"):
        get_event(session, 99)


def test_missing_document_names_what_there_is(session: Session) -> None:
    with pytest.raises(NotFound, match=r"^no document 2: this database has only document 1$"):
        get_document(session, 2)


def test_empty_database_says_that_it_has_none(database: Database) -> None:
    with database.session() as session, pytest.raises(NotFound, match=r"^no event 1: this database has none"):
        get_event(session, 1)


def test_number_too_large_for_the_database_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound, match=f"no event {2**70}"):
        get_event(session, 2**70)


def test_events_are_counted(session: Session) -> None:
    assert count_events(session) == 3
    assert count_events(session, undated()) == 1
