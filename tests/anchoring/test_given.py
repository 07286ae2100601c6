"""What a person states beside the text: text and statement in, dates and reasons out."""

import pytest

from eventdb.analysis import Analysis, Event
from eventdb.anchoring.given import Given, GivenDate
from eventdb.anchoring.tlink import Strength
from eventdb.pipeline import analyze
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document, Span

TUESDAY = CreationTime(Interval.of(Unit.DAY, instant(2015, 5, 12)), "given with --date")
VISIT = (
    "Smith visited Oslo on Tuesday. The visit came two days after Jones left Bergen. "
    "The mayor praised the visit."
)


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def analysed(text: str, given: Given) -> Analysis:
    return analyze(Document(text, TUESDAY), given)


def told(analysis: Analysis, trigger: str) -> Event:
    """The event of which a trigger tells first."""
    mention = next(m for m in analysis.mentions if m.trigger == trigger)
    return next(event for event in analysis.events if mention.id in event.mentions)


def date(text: str, words: str, edtf: str | None, strength: Strength = Strength.CORRECTION) -> GivenDate:
    extent = None if edtf is None else parse_edtf(edtf)
    return GivenDate(place(text, words), extent, "given by Ann", "on 2026-01-02: the agenda", strength)


def test_nothing_given_changes_nothing() -> None:
    assert analysed(VISIT, Given()) == analyze(Document(VISIT, TUESDAY))


@pytest.mark.parametrize("words", ["visited", "visit came"])
def test_given_date_moves_what_is_anchored_on_it(words: str) -> None:
    """By whichever of its mentions the event is named."""
    found = analysed(VISIT, Given((date(VISIT, words, "2015-05-20"),)))
    assert format_extent(told(found, "visited").extent) == "2015-05-20"
    assert told(found, "visited").basis == "given"
    assert told(found, "visited").basis_text == "given by Ann"
    left = told(found, "left")
    assert (format_extent(left.extent), left.basis) == ("2015-05-18", "event-relative")
    assert [(r.kind, r.phrase, r.meaning) for r in left.reasons if r.kind == "given"] == [
        ("given", "given by Ann", "2015-05-20, on 2026-01-02: the agenda")
    ]


def test_text_that_contradicts_a_correction_yields_and_is_told() -> None:
    found = analysed(VISIT, Given((date(VISIT, "visited", "2015-05-20"),)))
    conflicts = [problem.message for problem in found.diagnostics if problem.related]
    assert "“on Tuesday” for “visited” contradicts the date given by Ann, and was put aside" in conflicts
    assert not any("document’s date" in message for message in conflicts)


def test_the_date_of_another_telling_yields_to_the_text() -> None:
    found = analysed(VISIT, Given((date(VISIT, "visited", "2015-05-20", Strength.COREFERENCE),)))
    assert format_extent(told(found, "visited").extent) == "2015-05-12"
    assert any(problem.related for problem in found.diagnostics)


def test_the_date_of_another_telling_dates_what_the_text_does_not() -> None:
    text = "Jones left Bergen two days before the trial."
    found = analysed(text, Given((date(text, "trial", "2015-04-01", Strength.COREFERENCE),)))
    assert format_extent(told(found, "left").extent) == "2015-03-30"


def test_rejected_date_takes_the_event_and_what_hangs_on_it_off_the_calendar() -> None:
    found = analysed(VISIT, Given((date(VISIT, "visited", None),)))
    visited = told(found, "visited")
    assert (format_extent(visited.extent), visited.basis) == ("..", "none")
    assert [(r.kind, r.phrase) for r in visited.reasons] == [("given", "given by Ann")]
    assert told(found, "left").basis != "event-relative"


@pytest.mark.parametrize("edtf", ["1120~", "2014-04/2015-05", "[..2014-04]", "1999?"])
def test_given_date_is_kept_as_it_was_given(edtf: str) -> None:
    text = "Smith visited Oslo."
    found = analyze(Document(text), Given((date(text, "visited", edtf),)))
    assert format_extent(told(found, "visited").extent) == edtf


def test_mention_that_stands_apart_is_an_event_of_its_own() -> None:
    together = analysed(VISIT, Given())
    assert told(together, "visit") == told(together, "visited")
    apart = analysed(VISIT, Given(apart=(place(VISIT, "visit came"),)))
    first = next(m for m in apart.mentions if m.trigger == "visit")
    assert first.id not in told(apart, "visited").mentions


def test_places_that_tell_of_one_event_share_its_date() -> None:
    text = "Smith travelled to Oslo on 3 March 2014. Lind resigned two days before the trial."
    given = Given(same=((place(text, "trial"), place(text, "travelled")),))
    found = analysed(text, given)
    assert format_extent(told(found, "trial").extent) == "2014-03-03"
    assert format_extent(told(found, "resigned").extent) == "2014-03-01"
    assert told(found, "trial") != told(found, "travelled")


def test_date_of_what_is_no_event_is_reported() -> None:
    found = analysed(VISIT, Given((date(VISIT, "Oslo", "2015-05-20"),)))
    assert [p.message for p in found.diagnostics if p.span == place(VISIT, "Oslo")] == [
        "“Oslo” is not found to be an event: its date (given by Ann) is kept, and moves nothing"
    ]
    assert analysed(VISIT, Given()).events == found.events


TALKS = (
    "The harbour talks collapsed last April, Smith said. The dockers had walked out three weeks before. "
    "The mayor resigned."
)


@pytest.mark.parametrize(
    ("edtf", "expected"), [("2014-04-10", "2014-04"), ("2015-04-10", "2015-04"), ("2013-01", "2015-04")]
)
def test_given_date_speaks_for_a_reading_of_what_usage_leaves_open(edtf: str, expected: str) -> None:
    """As a date does that the text states; the reading that it does not support is kept as rejected."""
    given = date(TALKS, "resigned", edtf)
    found = analysed(TALKS, Given((given,)))
    last_april = next(timex for timex in found.timexes if timex.timex.text == "last April")
    assert last_april.resolution.value == expected
    agrees = [r.phrase for r in told(found, "collapsed").reasons if r.kind == "agrees"]
    assert agrees == ([] if edtf == "2013-01" else ["“resigned, given by Ann”"])


def test_what_another_text_lends_speaks_for_no_reading() -> None:
    given = date(TALKS, "resigned", "2014-04-10", Strength.COREFERENCE)
    found = analysed(TALKS, Given((given,)))
    last_april = next(timex for timex in found.timexes if timex.timex.text == "last April")
    assert last_april.resolution.value == "2015-04"
