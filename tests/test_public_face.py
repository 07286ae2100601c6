"""What a script sees after `import eventdb`."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

import eventdb
from eventdb import Event
from eventdb.query import possibly, text

DOCUMENT = eventdb.SourceDocument(
    "Parliament opened on Monday. Two days later Ana Silva resigned in Lisbon.",
    eventdb.CreationTime(eventdb.Interval(1615334400, 1615420800), "given"),  # 10 March 2021
    title="Lisbon",
)


def modules_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_importing_eventdb_loads_next_to_nothing() -> None:
    loaded = modules_after("import eventdb")
    assert {name for name in loaded if name.startswith("eventdb")} == {"eventdb"}
    assert loaded.isdisjoint({"sqlalchemy", "spacy", "alembic", "dateparser", "re2"})


def test_opening_loads_no_analysis(tmp_path: Path) -> None:
    path = tmp_path / "events.db"
    eventdb.open(path, create=True).close()
    loaded = modules_after(f"import eventdb; list(eventdb.open({str(path)!r}).timeline(since='2014'))")
    assert loaded.isdisjoint({"spacy", "alembic", "dateparser", "re2", "rich", "holidays"})


@pytest.mark.parametrize("name", eventdb.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(eventdb, name) is not None
    assert name in dir(eventdb)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="module 'eventdb' has no attribute 'nonsense'"):
        eventdb.nonsense  # type: ignore[attr-defined]  # noqa: B018  # that is the test


def test_version_is_that_of_the_package() -> None:
    assert eventdb.__version__ == "0.1.0"


def test_models_are_sqlalchemy_models() -> None:
    assert eventdb.Document.__tablename__ == "document"
    assert not hasattr(eventdb.SourceDocument, "__tablename__")


def test_from_a_text_to_a_timeline(tmp_path: Path) -> None:
    with eventdb.open(tmp_path / "events.db", create=True) as db:
        with db.session() as session:
            eventdb.save(session, eventdb.analyze(DOCUMENT))
        found = {event.title: (event.when, event.why()) for event in db.timeline(since="2021")}
        assert any("opened" in title and when == "Mon 2021-03-08" for title, (when, _) in found.items())
        kept = list(db.timeline(since="2021"))
        assert all(event.why().startswith(event.title[:9]) for event in kept)
        with db.session() as session:
            assert openings(session) == 1


def openings(session: Session) -> int:
    return len(session.scalars(select(Event).where(possibly("2021-03"), text("parliament opened"))).all())


def test_parse_resolves_a_phrase() -> None:
    phrase = eventdb.parse("two days after last Friday", "2015-05-12")
    assert phrase.resolution.value == "2015-05-10"
