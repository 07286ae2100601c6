"""The HTML page as text: what is in it, and that nothing in it can run but its own program."""

import base64
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from eventdb.formats import page as package
from eventdb.formats.page import evidence_values, live_values, page_html, page_values
from eventdb.formats.page.document import embedded_json
from eventdb.query.selection import Dating, Selection
from eventdb.store.database import Database
from eventdb.store.models import Document, Entity, Event, Participation
from eventdb.temporal.calendar import DAY

ASSETS = Path(package.__file__).with_name("assets")
SOURCES = Path(__file__).parents[2] / "page"
HOSTILE = "</script><script>alert(1)</script><!-- \u2028 & '\""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Database.open(tmp_path / "events.db", create=True) as database, database.session() as opened:
        text = "Kites 🪁 were banned. Then nothing.\n\nA strike began."
        document = Document(
            sha256="1", text=text, analyzed_with="0", title=HOSTILE, source="javascript:alert(1)"
        )
        opened.add(event(document, HOSTILE, text.index("banned"), 6))
        opened.add(event(document, "Strike", text.index("strike"), 6))
        opened.flush()
        yield opened


def event(document: Document, title: str, start: int, length: int) -> Event:
    taking_part = Participation(entity=Entity(name=title, kind="person"), role="agent", start=0, end=0)
    return Event(
        document=document, title=title, when="1970-01-01", status="asserted", basis="stated", basis_text="",
        quote=HOSTILE, edtf="1970-01-01", approximate=False, uncertain=False, begin_earliest=0,
        begin_latest=DAY, end_earliest=0, end_latest=DAY, start=start, end=start + length,
        participations=[taking_part],
    )  # fmt: skip


def embedded(html: str) -> Any:
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    return json.loads(data)


def test_the_data_reads_back_as_it_was(session: Session) -> None:
    values = page_values(session, Selection())
    assert embedded(page_html(values)) == json.loads(json.dumps(values))
    assert [row["title"] for row in values["events"]] == [HOSTILE, "Strike"]


def test_marks_count_characters_of_the_passage(session: Session) -> None:
    values = page_values(session, Selection())
    for row, word in zip(values["events"], ("banned", "strike"), strict=True):
        passage = values["documents"][0]["passages"][row["evidence"]["passage"]]
        _, _, start, end = row["evidence"]["marks"]
        assert passage[start:end] == word


def test_a_passage_that_tells_of_several_events_stands_once(session: Session) -> None:
    document = session.get_one(Document, 1)
    session.add(event(document, "Kites", 0, 5))
    session.flush()
    values = page_values(session, Selection())
    assert len(values["events"]) == 3
    assert len(values["documents"][0]["passages"]) == 2


def test_a_live_page_holds_no_evidence_until_it_asks(session: Session) -> None:
    values, live = page_values(session, Selection()), live_values(session, Selection())
    for whole, row in zip(values["events"], live["events"], strict=True):
        asked = evidence_values(session, session.get_one(Event, row["id"]))
        passage = values["documents"][0]["passages"][whole["evidence"]["passage"]]
        assert whole == row | {"evidence": asked | {"passage": whole["evidence"]["passage"]}}
        assert asked["passage"] == passage
    assert "connect-src 'self'" in page_html(live)


def test_no_text_of_a_document_becomes_markup(session: Session) -> None:
    html = page_html(page_values(session, Selection()))
    assert html.count("<script") == 2
    assert html.count("<!--") == 0
    assert "alert(1)</script>" not in html
    assert "<title>&lt;/script&gt;" in html


def test_embedded_json_escapes_whatever_begins_markup_and_half_characters() -> None:
    text = embedded_json({"title": HOSTILE + "\ud800"})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["title"] == HOSTILE + "?"


def test_the_policy_allows_the_page_s_own_script_and_style_and_no_network(session: Session) -> None:
    html = page_html(page_values(session, Selection()))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', html)
    for name in ("script", "style"):
        (text,) = re.findall(rf"<{name}>(.*?)</{name}>", html, re.DOTALL)
        digest = base64.b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_names_no_other_place_on_the_network(session: Session) -> None:
    html = page_html(page_values(session, Selection()))
    addresses = set(re.findall(r"https?://[\w./-]+", html))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1999/xlink",
                         "http://www.w3.org/2000/xmlns/", "http://www.w3.org/XML/1998/namespace"}  # fmt: skip


def test_a_limit_says_of_how_many_events_these_are(session: Session) -> None:
    values = page_values(session, Selection(limit=1, dating=Dating.ALL))
    assert (len(values["events"]), values["total"]) == (1, 2)
    assert page_values(session, Selection(limit=2))["total"] == 2


def test_a_page_of_several_documents_says_how_many(session: Session) -> None:
    assert page_values(session, Selection())["title"] == HOSTILE
    session.add(event(Document(sha256="2", text="", analyzed_with="0"), "Flood", 0, 1))
    session.flush()
    assert page_values(session, Selection())["title"] == "Timeline of 2 documents"


def test_the_program_is_made_from_the_sources_beside_it() -> None:
    """Else: cd page; npm install --no-package-lock; npm run build."""
    digest = sha256()
    for path in (SOURCES / "package.json", *sorted((SOURCES / "src").iterdir())):
        digest.update(f"{path.relative_to(SOURCES)}\n".encode() + path.read_bytes())
    assert (ASSETS / "page.js").read_text().startswith(f"/* sources {digest.hexdigest()};")


def test_the_program_never_reads_text_as_markup() -> None:
    for path in (SOURCES / "src").iterdir():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", path.read_text()
        )


def test_the_licences_of_what_is_in_the_program_come_with_it() -> None:
    licences = (ASSETS / "LICENSES.txt").read_text()
    for name in ("d3-brush", "d3-scale", "d3-selection", "d3-time", "d3-zoom"):
        assert re.search(rf"^{name} \d+\.\d+\.\d+\n\nCopyright .* Bostock", licences, re.MULTILINE)
