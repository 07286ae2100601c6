"""Keeps a database of the schema as it is released, so that every later version can be tried on it.

    python tests/store/freeze_schema.py

Writes `tests/data/events-NUMBER.db.gz`: the file as this eventdb makes it, with rows in every table, a number
that was given and is free again, and text that is not plain. Run it when a version with a new schema is
released, and never again for that schema: what is released is what people have.
"""

import gzip
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy import delete
from store_samples import TEXT, TUESDAY, day, sample_analysis

from eventdb.store import schema
from eventdb.store.database import Database
from eventdb.store.lookup import get_document
from eventdb.store.models import Correction, Event
from eventdb.store.repository import replace as replace_analysis
from eventdb.store.repository import save

FOLDER = Path(__file__).parents[1] / "data"


def frozen_file(revision: str) -> Path:
    """Where the database of a released schema is kept."""
    return FOLDER / f"events-{revision}.db.gz"


def thaw(revision: str, path: Path) -> Path:
    """Unpacks the database of a released schema."""
    path.write_bytes(gzip.decompress(frozen_file(revision).read_bytes()))
    return path


def fill(path: Path) -> None:
    """Rows in every table: two documents, one redated, a corrected event, and one that is gone."""
    other = sample_analysis()
    text = f"{TEXT} It’s “naïve” — 会议; DROP TABLE event; <b>\x1b[2J"
    other = replace(other, document=replace(other.document, text=text, title="O'Hara's \"notes\"\n会议"))
    with Database.open(path, create=True) as database:
        with database.session() as session:
            save(session, sample_analysis(), path="treaty.txt")
            save(session, other)
        with database.session() as session:
            replace_analysis(session, get_document(session, 1), sample_analysis(day(TUESDAY, 1)))
            when = "2021-03-11T10:00:00+00:00"
            session.add(Correction(event_id=2, when=when, who="Ann", why="seen", field="title", old="a"))
            session.execute(delete(Event).where(Event.id == 6))


def main() -> int:
    """Write the file; exit status 1 where the schema is frozen already."""
    target = frozen_file(schema.HEAD)
    if target.exists():
        print(f"{target} is there already: a released schema does not change")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.db"
        fill(path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        target.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    print(f"{target}: {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
