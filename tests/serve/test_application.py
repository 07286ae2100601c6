"""The page served: what it answers, to whom, and what it refuses."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from eventdb.query.selection import Selection
from eventdb.query.timeline import TimelineDatabase
from eventdb.serve.application import TimelinePage, application
from eventdb.store.models import Document, Event

PORT = 8123
HERE = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[TimelineDatabase]:
    with TimelineDatabase.open(tmp_path / "events.db", create=True) as opened:
        add(opened, "Strike")
        yield opened


@pytest.fixture
def client(database: TimelineDatabase) -> TestClient:
    return TestClient(application(database, Selection(), PORT), base_url=HERE)


def event(title: str) -> Event:
    document = Document(sha256=title, text=title, analyzed_with="0", title=f"On the {title}")
    return Event(
        document=document, title=title, when="1970", status="asserted", basis="stated", basis_text="",
        quote=title, edtf="1970", approximate=False, uncertain=False, begin_earliest=0, start=0,
        end=1,
    )  # fmt: skip


def add(database: TimelineDatabase, title: str) -> None:
    with database.session() as session:
        session.add(event(title))


def titles(client: TestClient) -> list[str]:
    return [event["title"] for event in client.get("/events.json").json()["events"]]


def test_the_page_holds_the_events_and_may_ask_its_own_server(client: TestClient) -> None:
    answer = client.get("/")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    (data,) = re.findall(r'id="data">(.*?)</script>', answer.text, re.DOTALL)
    assert json.loads(data)["live"] is True
    assert json.loads(data)["events"][0]["title"] == "Strike"
    assert "connect-src 'self'" in answer.headers["content-security-policy"]


def test_the_events_are_those_of_the_moment(client: TestClient, database: TimelineDatabase) -> None:
    assert titles(client) == ["Strike"]
    add(database, "Flood")
    assert sorted(titles(client)) == ["Flood", "Strike"]


def test_what_is_known_of_an_event_is_asked_for_by_its_number(client: TestClient) -> None:
    found = client.get("/events/1.json").json()
    assert (found["passage"], found["edtf"]) == ("Strike", "1970")
    missing = client.get("/events/99.json")
    assert (missing.status_code, missing.text) == (
        404,
        "no event 99: this database has only event 1\n",
    )


def test_only_what_is_selected_is_shown(database: TimelineDatabase) -> None:
    add(database, "Flood")
    client = TestClient(application(database, Selection(text="flood"), PORT), base_url=HERE)
    assert titles(client) == ["Flood"]


async def first_lines(page: TimelinePage, count: int) -> list[str]:
    stream = page._changes()
    lines = [await anext(stream)]
    add(page.database, "Flood")
    lines += [await anext(stream) for _ in range(count - 1)]
    await stream.aclose()  # type: ignore[attr-defined]  # an async generator has it, an iterator need not
    return lines


def test_a_change_is_told_to_whoever_listens(database: TimelineDatabase) -> None:
    import anyio

    first, second = anyio.run(first_lines, TimelinePage(database, Selection()), 2)
    assert first == "retry: 1000\n\n"
    assert re.fullmatch(r"data: \d+\n\n", second)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8123", "127.0.0.1:9999", "127.0.0.1", "[::1]:8123"]
)
def test_another_name_for_this_computer_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/events.json", headers={"host": host})
    assert answer.status_code == 421
    assert "Strike" not in answer.text


def test_localhost_is_this_computer(client: TestClient) -> None:
    assert client.get("/", headers={"host": f"localhost:{PORT}"}).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_the_page_of_another_site_is_given_nothing(client: TestClient, site: str) -> None:
    asked = {"sec-fetch-site": site, "sec-fetch-mode": "cors"}
    assert client.get("/events.json", headers=asked).status_code == 403
    assert client.get("/", headers=asked).status_code == 403
    assert client.get("/", headers={"sec-fetch-site": site, "sec-fetch-mode": "navigate"}).status_code == 200


def test_every_answer_is_closed_to_frames_guesses_and_caches(client: TestClient) -> None:
    for path in ("/", "/events.json", "/nothing"):
        headers = client.get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(client: TestClient, method: str) -> None:
    assert client.request(method, "/events.json").status_code == 405
