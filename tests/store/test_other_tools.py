"""Tools that people have open the file as it is, list the view, and find words by the full-text index."""

import asyncio
from pathlib import Path
from typing import Any

import sqlite_utils
from datasette.app import Datasette

from eventdb.store.database import Database


def asked(path: Path, *addresses: str) -> list[Any]:
    """What Datasette answers, as JSON."""

    async def ask() -> list[Any]:
        datasette = Datasette([str(path)])
        answers = [await datasette.client.get(f"/events/{address}") for address in addresses]
        assert [answer.status_code for answer in answers] == [200] * len(addresses)
        return [answer.json() for answer in answers]

    return asyncio.run(ask())


def test_sqlite_utils_lists_the_view_and_searches(filled: Database, path: Path) -> None:
    tables = sqlite_utils.Database(path)
    assert tables.view_names() == ["timeline"]
    assert [row["event"] for row in tables["timeline"].rows] == [
        "Ana Silva signed the treaty",
        "The minister arrived in Geneva",
        "The border to open",
    ]
    events = tables.table("event")
    assert events.detect_fts() == "event_fts"
    assert [row["id"] for row in events.search("treaties")] == [2]
    assert events.strict


def test_sqlite_utils_may_write(filled: Database, path: Path) -> None:
    tables = sqlite_utils.Database(path)
    tables.table("event").update(2, {"title": "Ana Silva ratified it"})
    assert [row["id"] for row in tables.table("event").search("ratify")] == [2]


def test_datasette_lists_the_view_and_searches(filled: Database, path: Path) -> None:
    (timeline,) = asked(path, "timeline.json?_shape=array")
    assert [row["when"] for row in timeline] == ["Sun 2021-03-07", "Tue 2021-03-09", "undated"]
    words, participants = asked(
        path, "event.json?_shape=array&_search=treaties", "participation.json?_shape=array&_labels=on"
    )
    assert [row["id"] for row in words] == [2]
    assert participants[0]["event_id"] == {"value": 1, "label": "The minister arrived in Geneva"}
