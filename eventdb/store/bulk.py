"""Many documents at once: what keeps a database fast is put off until all rows are there."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from sqlalchemy import Connection, exists, select
from sqlalchemy.orm import Session

from eventdb.analysis import Analysis
from eventdb.store.codec import document_row
from eventdb.store.derived import TRIGGERS
from eventdb.store.lookup import content_hash, find_documents
from eventdb.store.models import Event
from eventdb.store.names import Names
from eventdb.store.plain import PlainRows

_PORTION = 500
"""How many documents are held in memory and written together."""


def save_all(
    session: Session, analyses: Iterable[tuple[Analysis, str | None]], *, added: str | None = None
) -> list[int]:
    """Keeps analyses and the paths of their documents; returns the numbers of the documents, in order.

    A text that is there already, or comes twice, is left as it is. `added` is the moment (ISO, UTC), if
    it is known. It is one transaction, so all are kept or none; into an empty database it is as
    fast as `sqlite3` alone can write the rows.
    """
    connection = session.connection()
    if session.scalar(select(exists().where(Event.id > 0))):
        return list(_saved(session, iter(analyses), added))
    with put_off(connection):
        return list(_saved(session, iter(analyses), added))


def _saved(
    session: Session, analyses: Iterator[tuple[Analysis, str | None]], added: str | None
) -> Iterator[int]:
    rows = PlainRows()
    names = Names(session, rows.new)
    while some := list(islice(analyses, _PORTION)):
        hashes = [content_hash(analysis.document.text) for analysis, _ in some]
        known = dict(find_documents(session, hashes))
        for hash, (analysis, path) in zip(hashes, some, strict=True):
            if hash not in known:
                known[hash] = document_row(analysis, names, path, rows.new)
                known[hash].added = added
        rows.insert(session.connection())
        yield from (known[hash].id for hash in hashes)


@contextmanager
def put_off(connection: Connection) -> Iterator[None]:
    """Meanwhile SQLite keeps no index and no full text; they are made at the end, all at once.

    Dropping and making them belongs to the transaction: whatever happens, they are there. Indexes that
    people made are kept too, and triggers of theirs go on.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    query = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    found = [row for row in connection.exec_driver_sql(query) if row.type == "index" or row.name in TRIGGERS]
    quote = connection.dialect.identifier_preparer.quote
    for row in found:
        connection.exec_driver_sql(f"DROP {row.type.upper()} {quote(row.name)}")
    yield
    for row in found:
        connection.exec_driver_sql(row.sql)
    connection.exec_driver_sql("INSERT INTO event_fts (event_fts) VALUES ('rebuild')")
