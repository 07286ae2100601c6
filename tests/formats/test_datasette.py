"""Datasette itself, over a database, with the metadata that we write for it."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from eventdb.formats.datasette import datasette_metadata
from eventdb.resources import load_toml
from eventdb.store.database import Database
from eventdb.store.models import Base, Document, Entity, Event, Participation, Reason
from eventdb.temporal.calendar import DAY, instant

QUERIES = load_toml("datasette.toml")["queries"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my events.db"
    with Database.open(path, create=True) as database, database.session() as session:
        document = Document(sha256="1", text="", analyzed_with="0", title="Almanac")
        session.add_all([event(document, "Treaties were signed", 2014), event(document, "A strike", 2016)])
    return path


def event(document: Document, title: str, year: int) -> Event:
    start = instant(year, 12, 31)
    entity = Entity(name=f"Ana Silva of {year}", kind="person")
    silva = Participation(entity=entity, role="agent", start=0, end=0)
    reason = Reason(position=1, kind="timex", phrase="that day", meaning=f"{year}-12-31")
    return Event(
        document=document, title=title, when=f"{year}-12-31", status="asserted", basis="stated",
        basis_text="“that day”", quote=title, edtf=f"{year}-12-31", approximate=False, uncertain=False,
        begin_earliest=start, begin_latest=start + DAY, end_earliest=start, end_latest=start + DAY,
        start=0, end=1, participations=[silva], reasons=[reason],
    )  # fmt: skip


def ask(file: Path, path: str) -> Any:
    """What Datasette answers."""
    datasette = Datasette([str(file)], metadata=json.loads(datasette_metadata(file)))

    async def get() -> Any:
        answer = await datasette.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json() if ".json" in path else answer.text

    return asyncio.run(get())


def rows(file: Path, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(file, f"/my+events/{path}&_shape=array")
    return found


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("search.json?words=treaty", ["Treaties were signed"]),
        ("possibly_between.json?since=2014-12-01&until=2014-12-31", ["Treaties were signed"]),
        ("possibly_between.json?since=2014-12-01&until=2014-12-30", []),
        ("possibly_between.json?since=2014-01-01&until=2017-01-01", ["Treaties were signed", "A strike"]),
        ("definitely_between.json?since=2016-12-31&until=2016-12-31", ["A strike"]),
        ("definitely_between.json?since=2017-01-01&until=2018-12-31", []),
        ("who.json?name=silva", ["Treaties were signed", "A strike"]),
        ("who.json?name=of+2016", ["A strike"]),
    ],
)
def test_the_forms_find_events(file: Path, query: str, titles: list[str]) -> None:
    assert [row.get("event", row.get("title")) for row in rows(file, query)] == titles


def test_why_tells_the_steps(file: Path) -> None:
    (step,) = rows(file, "why.json?event=1")
    assert (step["phrase"], step["meaning"]) == ("that day", "2014-12-31")


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_can_be_sent(file: Path, query: str) -> None:
    parameters = "words=treaty&since=2014-01-01&until=2014-12-31&name=Ana&event=1"
    assert isinstance(rows(file, f"{query}.json?{parameters}"), list)


def test_the_timeline_has_facets_and_a_search(file: Path) -> None:
    page = ask(file, "/my+events/timeline?_search=treaties")
    assert "Treaties were signed" in page
    assert "A strike" not in page
    facets = ask(file, "/my+events/timeline.json?_shape=objects")["facet_results"]
    assert set(facets) == {"status", "where", "document"}


def test_rows_are_named_by_their_labels(file: Path) -> None:
    assert "Almanac" in ask(file, "/my+events/event")
    tables = ask(file, "/my+events.json")["tables"]
    assert "alembic_version" in [table["name"] for table in tables if table["hidden"]]


def test_only_tables_and_columns_that_there_are_are_named() -> None:
    known = {table.name: set(table.columns.keys()) for table in Base.metadata.sorted_tables}
    tables = load_toml("datasette.toml")["tables"]
    for name, about in tables.items():
        if name in known:
            named = {*about.get("facets", ()), about.get("label_column", "id"), about.get("sort", "id")}
            assert named <= known[name]
    assert tables.keys() - known.keys() == {"timeline", "alembic_version"}
