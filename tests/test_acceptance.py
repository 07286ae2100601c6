"""The article in seeds/, from the file through the database: what happened, when, and on what basis."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

import eventdb
from eventdb.formats.source import read_source
from eventdb.store import edits
from eventdb.store.corrections import Statement
from eventdb.store.models import Document, Event, Mention, Timex
from eventdb.store.revision import Revision
from eventdb.temporal.edtf import parse_edtf

ARTICLE = Path(__file__).parent.parent / "seeds" / "kerry-in-russia.txt"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    database = eventdb.open(tmp_path_factory.mktemp("acceptance") / "events.db", create=True)
    with database.session() as session:
        eventdb.save(session, eventdb.analyze(read_source(str(ARTICLE)).document))
    with database.session() as session:
        yield session


def told(session: Session, trigger: str, quote: str) -> Event:
    """The event that a trigger tells of in the sentence with these words."""
    found = session.scalars(select(Mention).where(Mention.trigger == trigger)).all()
    return next(m.event for m in found if m.sentence is not None and quote in m.sentence.text)


@pytest.mark.parametrize(
    ("trigger", "quote", "edtf", "basis"),
    [
        ("meet", "was planned to meet Russian President Vladimir Putin on Tuesday", "2015-05-12", "deictic"),
        ("meeting", "The meeting in Sochi marks the first visit", "2015-05-12", "deictic"),
        ("visit", "The visit comes two days after", "2015-05-12", "deictic"),
        ("attended", "Angela Merkel attended a wreath-laying ceremony", "2015-05-10", "event-relative"),
        ("visit", "Angela Merkel’s visit to Moscow on Sunday", "2015-05-10", "deictic"),
        ("called", "he called for an improvement in ties", "2015-05-10", "event-relative"),
        ("erupted", "since the Ukraine crisis erupted last April", "2014-04", "deictic"),
        ("began", "since fighting began in April 2014", "2014-04", "stated"),
        ("killed", "More than 6,000 people have been killed", "2014-04/2015-05-12", "event-relative"),
        ("annexation", "The conflict followed Russia’s annexation", "[..2014-04]", "event-relative"),
        ("killed", "Russians killed during World War II", "[1939-09-01..1945-09-02]", "named-period"),
        ("issued", "Russia’s foreign ministry issued a statement", "[..2015-05-12]", "tense"),
        ("praised", "Dmitry Peskov praised", "[..2015-05-12]", "tense"),
    ],
)
def test_when_it_happened(session: Session, trigger: str, quote: str, edtf: str, basis: str) -> None:
    event = told(session, trigger, quote)
    assert (event.edtf, event.basis) == (edtf, basis), event.why()
    mention = next(m for m in event.mentions if m.trigger == trigger and m.sentence)
    assert mention.sentence is not None
    assert any(quote in m.sentence.text for m in event.mentions if m.sentence)


def test_the_anchor_of_the_ceremony_is_the_visit(session: Session) -> None:
    ceremony = told(session, "attended", "Angela Merkel attended")
    visit = told(session, "visit", "The visit comes two days after")
    assert ceremony.basis_text == "2 days before the visit"
    assert any(r.phrase == "the visit" and "2015-05-12" in r.meaning for r in ceremony.reasons)
    assert visit.title == "John Kerry to meet Vladimir Putin"
    assert visit.status == "planned"


def test_the_rejected_april_is_kept_with_its_reason(session: Session) -> None:
    crisis = told(session, "erupted", "since the Ukraine crisis erupted last April")
    [rejected] = crisis.alternatives
    assert rejected.edtf == "2015-04"
    assert "in April 2014" in rejected.reason
    assert "more than a year of tensions" in rejected.reason


def test_tensions_began_more_than_a_year_before_and_go_on(session: Session) -> None:
    tensions = told(session, "tensions", "more than a year of tensions over Ukraine")
    assert (tensions.earliest, tensions.latest) == (None, None)
    assert tensions.edtf == "[..2014-05-11]/[2015-05-12..]"
    assert tensions.when == "since before Mon 2014-05-12"


def test_support_is_being_provided_on_the_day_of_the_article(session: Session) -> None:
    support = told(session, "providing", "The US is currently providing")
    assert support.edtf == "[..2015-05-12]/[2015-05-12..]"
    assert support.basis == "deictic"


def test_the_cold_war_is_a_named_period(session: Session) -> None:
    period = session.scalars(select(Timex).where(Timex.text.like("%Cold War"))).one()
    assert period.expression == "NamedPeriod(cold-war)"
    assert period.signal == "since"


def test_every_date_leads_back_to_its_words(session: Session) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    for event in session.scalars(select(Event)):
        assert text[event.start : event.end] == event.mentions[0].trigger
        assert event.quote
        assert event.edtf == ".." or event.reasons, event.title


def test_without_a_date_nothing_is_anchored(tmp_path: Path) -> None:
    copy = tmp_path / "article.txt"
    copy.write_bytes(ARTICLE.read_bytes())
    database = eventdb.open(tmp_path / "events.db", create=True)
    with database.session() as session:
        eventdb.save(session, eventdb.analyze(read_source(str(copy)).document))
    with database.session() as session:
        document = session.scalars(select(Document)).one()
        assert document.created is None
        assert document.possible_creation_times == "a Tuesday between 2014-05 and 2015-12"
        relative = session.scalars(select(Timex).where(Timex.problem.is_not(None))).all()
        assert {"Tuesday", "last April", "Sunday", "currently"} <= {timex.text for timex in relative}
        assert told(session, "attended", "Angela Merkel attended").edtf == ".."
        assert told(session, "began", "since fighting began").edtf == "2014-04"


def test_correcting_the_date_of_the_visit_moves_the_ceremony(tmp_path: Path) -> None:
    database = eventdb.open(tmp_path / "events.db", create=True)
    with database.session() as session:
        eventdb.save(session, eventdb.analyze(read_source(str(ARTICLE)).document))
        visit = told(session, "visit", "The visit comes two days after")
        revision = Revision(session, Statement("Ann", "2026-11-24T10:00:00.000000+00:00", "the agenda"))
        edits.set_date(revision, visit, parse_edtf("2015-05-20"))
        ceremony = told(session, "attended", "Angela Merkel attended")
        assert (ceremony.edtf, ceremony.basis) == ("2015-05-18", "event-relative")
        assert "given by Ann = 2015-05-20" in ceremony.why()
        assert told(session, "began", "since fighting began").edtf == "2014-04"
