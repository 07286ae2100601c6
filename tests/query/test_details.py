"""All that is known of an event, as plain values."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from query_samples import Sample, add_samples
from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.query.context import Passage, Related, Said, Telling
from eventdb.query.details import Evidence, details, evidence, outlines, sources
from eventdb.query.selection import Dating, Selection
from eventdb.store import edits
from eventdb.store.corrections import Statement
from eventdb.store.database import Database
from eventdb.store.models import Diagnostic, Document, Event, Link, Mention, Reason, Sentence
from eventdb.store.revision import Revision
from eventdb.store.undo import undo
from eventdb.temporal.calendar import instant
from eventdb.text import Span

TEXT = "Almanac\n\nThe queen died. A strike began two days later, and ended in May.\n\nNothing else."
STRIKE = Span(TEXT.index("A strike"), TEXT.index("\n\nNothing"))
EVERYTHING = Selection(statuses=(), salient=None, dating=Dating.ALL)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A strike that is told twice and dated by a death, in a document with paragraphs."""
    samples = (Sample("The queen died", "1714-08-01", ("The queen",)), Sample("Strike", "1714-08-03"))
    with Database.open(tmp_path / "events.db", create=True) as database, database.session() as opened:
        add_samples(opened, samples)
        document = opened.get_one(Document, 1)
        document.text = TEXT
        sentence = Sentence(
            document=document,
            number=3,
            text=STRIKE.of(TEXT),
            heading=False,
            start=STRIKE.start,
            end=STRIKE.end,
        )
        opened.add(sentence)
        death, strike = opened.scalars(select(Event).order_by(Event.id))
        strike.sentence = sentence
        strike.start, strike.end = STRIKE.start + 2, STRIKE.start + 8
        strike.mentions = [mention(sentence, "strike"), mention(sentence, "ended")]
        strike.reasons = [reason(sentence, "two days later")]
        for strength in ("syntax", "narrative"):
            opened.add(link(document, strike, death, strength))
        opened.flush()
        opened.expire_all()
        yield opened


def mention(sentence: Sentence, trigger: str) -> Mention:
    start = TEXT.index(trigger)
    return Mention(
        sentence=sentence, title=f"Strike {trigger}", trigger=trigger, lemma=trigger,
        event_class="OCCURRENCE", tense="past", aspect="none", status="asserted",
        start=start, end=start + len(trigger), clause_start=start, clause_end=start + len(trigger),
    )  # fmt: skip


def reason(sentence: Sentence, words: str) -> Reason:
    start = TEXT.index(words)
    return Reason(
        position=1, kind="link", phrase=words, meaning="1714-08-03", quote=sentence.text, sentence=sentence,
        start=start, end=start + len(words),
    )  # fmt: skip


def link(document: Document, source: Event, target: Event, strength: str) -> Link:
    return Link(
        document_id=document.id, source_event=source, relation="SIMULTANEOUS", target_event=target,
        strength=strength, reason=f"by {strength}", start=0, end=1,
    )  # fmt: skip


def problem(start: int, message: str) -> Diagnostic:
    return Diagnostic(
        document_id=1, stage="anchoring", text="x", message=message, start=start, end=start + 3,
        related=f"{start + 4}-{start + 5}",
    )  # fmt: skip


def strike_of(session: Session) -> Evidence:
    return next(found for outline, found in details(session, EVERYTHING) if outline.title == "Strike")


def test_the_paragraph_is_that_in_which_the_event_is_told(session: Session) -> None:
    strike = strike_of(session)
    start = TEXT.index("The queen")
    assert strike.passage == Passage(start, TEXT[start : STRIKE.end])
    assert (strike.sentence, strike.sentence_number) == (STRIKE, 3)
    assert strike.trigger.of(TEXT) == "strike"


def test_what_stands_in_no_text_has_its_quote_for_a_paragraph(session: Session) -> None:
    session.get_one(Document, 1).text = ""
    assert strike_of(session).passage.text == "A sentence."


def test_steps_tell_what_is_known_and_where_it_stands(session: Session) -> None:
    (step,) = strike_of(session).steps
    assert (step.kind, step.claim, step.sentence) == ("link", "two days later = 1714-08-03", 3)
    assert step.quote == STRIKE.of(TEXT)


def test_further_tellings_leave_out_the_first(session: Session) -> None:
    (telling,) = strike_of(session).tellings
    assert telling == Telling("Strike ended", STRIKE.of(TEXT), 3)


def test_an_event_that_is_told_elsewhere_says_where(session: Session) -> None:
    death, strike = session.scalars(select(Event).order_by(Event.id))
    death.same_as = strike.id
    session.flush()
    assert strike_of(session).tellings[1:] == (
        Telling("The queen died", "A sentence.", None, "1714-08-01", "Almanac"),
    )
    (of_death,) = evidence(session, death).tellings
    assert (of_death.title, of_death.sentence) == ("Strike", 3)


def test_what_people_said_and_did_not_take_back(session: Session) -> None:
    strike = session.scalars(select(Event).where(Event.title == "Strike")).one()
    ann = Statement("Ann", "2026-11-24T10:00:00.000000+00:00", "the agenda")
    revision = Revision(session, ann)
    edits.tag(revision, [strike], ["trial"])
    edits.note(revision, strike, "ask Kim")
    found = evidence(session, strike)
    assert found.tags == ("trial",)
    assert found.said == (
        Said("tag: +trial", "Ann", ann.when, "the agenda"),
        Said("note: +ask Kim", "Ann", ann.when, "the agenda"),
    )
    undo(Revision(session, Statement("Bo", "2026-11-25T10:00:00.000000+00:00")))
    assert evidence(session, strike).said == ()


def test_events_are_tied_both_ways_but_not_by_the_order_of_telling(session: Session) -> None:
    (death, of_death), (strike, of_strike) = details(session, EVERYTHING)
    assert of_death.related == (Related(strike.id, "by syntax"),)
    assert of_strike.related == (Related(death.id, "by syntax"),)


def test_conflicts_are_those_of_its_own_words(session: Session) -> None:
    place, other = TEXT.index("two days"), TEXT.index("Nothing")
    for start, message in ((place, "two days against three"), (other, "not about it")):
        session.add(problem(start, message))
    session.flush()
    assert strike_of(session).conflicts == ("two days against three",)


def test_an_outline_is_what_a_timeline_shows(session: Session) -> None:
    death, strike = outlines(session, EVERYTHING)
    assert [outline for outline, _ in details(session, EVERYTHING)] == [death, strike]
    assert (death.who, death.when, death.likely) == (("The queen",), "1714-08-01", None)
    assert death.bounds[0] == instant(1714, 8, 1)


def test_the_likely_day_stands_beside_the_bounds(session: Session) -> None:
    session.get_one(Event, 1).likely = "1714-08-02?"
    death, _ = outlines(session, EVERYTHING)
    assert death.likely == (instant(1714, 8, 2), instant(1714, 8, 3))


def test_the_evidence_of_one_event_is_that_in_the_list(session: Session) -> None:
    for outline, found in details(session, EVERYTHING):
        assert evidence(session, session.get_one(Event, outline.id)) == found


def test_certainty_and_the_document(session: Session) -> None:
    (death, found), _ = details(session, EVERYTHING)
    assert found.certainty == "certain to the day"
    (source,) = sources(session, [death.document_id])
    assert (source.id, source.title, source.source) == (1, "Almanac", "The Daily Example")
