"""Real SQLite files, empty or with one small document."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from store_samples import sample_analysis

from eventdb.store.database import Database
from eventdb.store.repository import save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of a test lies; not there yet."""
    return tmp_path / "events.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """An empty database."""
    with Database.open(path, create=True) as opened:
        yield opened


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with one document and its three events."""
    with database.session() as session:
        save(session, sample_analysis(), path="treaty.txt")
    return database


@pytest.fixture
def session(filled: Database) -> Iterator[Session]:
    """A session on the database with one document."""
    with filled.session() as opened:
        yield opened
