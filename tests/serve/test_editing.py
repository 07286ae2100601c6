"""Corrections through the page: who may make them, what they do, and how they are taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from eventdb.formats.creation import creation_time
from eventdb.pipeline import analyze
from eventdb.query.selection import Selection
from eventdb.query.timeline import TimelineDatabase
from eventdb.serve.application import application
from eventdb.serve.editing import LARGEST, Editing
from eventdb.store.models import Correction
from eventdb.store.repository import save
from eventdb.text import Document

PORT = 8123
TOKEN = "a-secret"
TEXT = "The minister visited Oslo on 3 March 2020. Two days after the visit, the council signed the treaty."


@pytest.fixture
def database(tmp_path: Path) -> Iterator[TimelineDatabase]:
    with TimelineDatabase.open(tmp_path / "events.db", create=True) as opened:
        with opened.session() as session:
            save(session, analyze(Document(TEXT, creation_time("2020-03-20", "given"))))
        yield opened


@pytest.fixture
def client(database: TimelineDatabase) -> TestClient:
    moments = (f"2026-11-24T10:00:{second:02}.000000+00:00" for second in range(60))
    editing = Editing(TOKEN, "Ann", lambda: next(moments))
    app = application(database, Selection(), PORT, editing)
    return TestClient(app, base_url=f"http://127.0.0.1:{PORT}", headers={"authorization": f"Bearer {TOKEN}"})


def dates(client: TestClient) -> dict[str, str]:
    """When each event happened, by a word of its title."""
    events = client.get("/events.json").json()["events"]
    words = ("visited", "signed")
    return {word: event["when"] for word in words for event in events if word in event["title"]}


def number(client: TestClient, word: str) -> int:
    events = client.get("/events.json").json()["events"]
    return next(int(event["id"]) for event in events if word in event["title"])


def corrections(database: TimelineDatabase) -> int:
    with database.session(read_only=True) as session:
        return session.query(Correction).count()


def test_a_date_that_is_corrected_moves_what_hangs_on_it_and_can_be_taken_back(client: TestClient) -> None:
    before = dates(client)
    assert before == {"visited": "Tue 2020-03-03", "signed": "Thu 2020-03-05"}
    visit = number(client, "visited")
    done = client.post(f"/events/{visit}", json={"when": "2020-03-10", "why": "the diary"})
    assert done.status_code == 200
    assert dates(client) == {"visited": "Tue 2020-03-10", "signed": "Thu 2020-03-12"}
    assert {(move["old"], move["new"]) for move in done.json()["moved"]} >= {
        ("Tue 2020-03-03", "Tue 2020-03-10"),
        ("Thu 2020-03-05", "Thu 2020-03-12"),
    }
    (said,) = client.get(f"/events/{visit}.json").json()["said"]
    assert said == {
        "what": "when: Tue 2020-03-03 → Tue 2020-03-10",
        "who": "Ann",
        "when": "2026-11-24",
        "why": "the diary",
    }
    assert client.post("/undo", json={"correction": done.json()["correction"]}).status_code == 200
    assert dates(client) == before


def test_title_note_and_status_at_once(client: TestClient) -> None:
    visit = number(client, "visited")
    said = {"title": "The minister visited Bergen", "note": "ask Kim", "status": "planned"}
    assert client.post(f"/events/{visit}", json=said).status_code == 200
    (row,) = [e for e in client.get("/events.json").json()["events"] if e["id"] == visit]
    assert (row["title"], row["status"]) == ("The minister visited Bergen", "planned")
    assert len(client.get(f"/events/{visit}.json").json()["said"]) == 3


def test_what_is_so_already_is_no_correction(client: TestClient, database: TimelineDatabase) -> None:
    visit = number(client, "visited")
    assert client.post(f"/events/{visit}", json={"status": "asserted"}).json()["correction"] is None
    assert corrections(database) == 0


@pytest.mark.parametrize(
    ("path", "said", "status", "told"),
    [
        ("events/{visit}", {"when": "30 February 2020"}, 422, "30 February"),
        ("events/{visit}", {"status": "perhaps"}, 422, 'there is no status "perhaps"'),
        ("events/99999", {"title": "x"}, 404, "no event 99999"),
        ("undo", {"correction": 99}, 422, "there is no correction 99"),
        ("events/{visit}", {"id": "7"}, 400, "no correction"),
        ("events/{visit}", {"title": 7}, 400, "no correction"),
        ("events/{visit}", ["title"], 400, "no correction"),
        ("undo", {}, 400, "no correction"),
    ],
)
def test_what_does_not_hold_is_told_and_changes_nothing(
    client: TestClient, database: TimelineDatabase, path: str, said: Any, status: int, told: str
) -> None:
    answer = client.post("/" + path.format(visit=number(client, "visited")), json=said)
    assert (answer.status_code, told in answer.text) == (status, True), answer.text
    assert corrections(database) == 0


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"authorization": ""}, 401),
        ({"authorization": "Bearer "}, 401),
        ({"authorization": "Bearer another"}, 401),
        ({"authorization": "Bearer übel".encode().decode("latin-1")}, 401),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"host": "evil.example"}, 421),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"content-length": str(LARGEST + 1)}, 413),
    ],
)
def test_only_the_page_with_the_token_may_correct(
    client: TestClient, database: TimelineDatabase, headers: dict[str, str], status: int
) -> None:
    sent = [
        (name.encode(), value.encode("latin-1"))
        for name, value in ({"content-type": "application/json"} | headers).items()
    ]
    answer = client.post("/events/1", content=b'{"title": "x"}', headers=sent)
    assert answer.status_code == status
    assert corrections(database) == 0


def test_without_editing_nothing_takes_corrections(database: TimelineDatabase) -> None:
    client = TestClient(application(database, Selection(), PORT), base_url=f"http://127.0.0.1:{PORT}")
    assert client.post("/events/1", json={"title": "x"}).status_code == 404
    assert client.post("/undo", json={"correction": 1}).status_code == 404
    assert client.get("/events.json").json()["editable"] is False
