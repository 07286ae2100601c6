"""Texts in, dated events out. Written on Tuesday 12 May 2015 unless a test says otherwise."""

import pytest

from eventdb.analysis import Analysis, Event
from eventdb.pipeline import analyze
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import format_extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document

TUESDAY = CreationTime(Interval.of(Unit.DAY, instant(2015, 5, 12)), "given with --date")


def analysis_of(text: str, written: CreationTime | None = TUESDAY) -> Analysis:
    return analyze(Document(text, written))


def event_of(analysis: Analysis, trigger: str) -> Event:
    mentions = {m.id for m in analysis.mentions if m.trigger == trigger}
    return next(e for e in analysis.events if mentions & set(e.mentions))


def when(text: str, trigger: str, written: CreationTime | None = TUESDAY) -> str:
    event = event_of(analysis_of(text, written), trigger)
    reasons = "\n".join(f"  {r.kind}: {r.phrase} = {r.meaning}" for r in event.reasons)
    print(f"{event.title}\n{reasons}")  # shown where a test fails
    return format_extent(event.extent)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The minister resigned on 3 March 2010.", "resigned", "2010-03-03"),
        ("The minister resigned on Friday.", "resigned", "2015-05-08"),
        ("The minister will resign on Friday.", "resign", "2015-05-15"),
        ("The bridge has been closed since March 2014.", "closed", "2014-03/[2015-05-12..]"),
        ("The strike lasted until Friday.", "strike", "[..2015-05-08]/2015-05-08"),
        ("The envoy left before 3 March 2010.", "left", "[..2010-03-02]"),
        ("The minister resigned.", "resigned", "[..2015-05-12]"),
        ("The firm will close a plant.", "close", "[2015-05-12..]"),
        ("The soldier died during World War II.", "died", "[1939-09-01..1945-09-02]"),
    ],
)
def test_a_time_dates_the_event_that_it_hangs_on(text: str, trigger: str, expected: str) -> None:
    assert when(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The minister resigned two days after the court met on 3 March 2010.", "resigned", "2010-03-05"),
        ("The court met two days before the minister resigned on 3 March 2010.", "met", "2010-03-01"),
        ("The visit comes two days after he held a rally. The visit is on Tuesday.", "held", "2015-05-10"),
        ("The army withdrew on 3 March 2010. Shops opened a day after the retreat.", "opened", "2010-03-04"),
        ("The siege followed the invasion. The siege began in April 2014.", "invasion", "[..2014-04]"),
        ("He lost his job when the plant closed on 3 March 2010.", "lost", "2010-03-03"),
    ],
)  # fmt: skip
def test_a_time_reaches_other_events(text: str, trigger: str, expected: str) -> None:
    assert when(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The mine closed on 3 March 2010. Miners marched a day after the closure.", "marched", "2010-03-04"),
        ("Miners marched two days after the mine closed on 3 March 2010. They struck the next day.",
         "struck", "2010-03-06"),
        ("The envoy left on 3 March 2010. He landed in Oslo the day after.", "landed", "2010-03-04"),
        ("He left exactly a week after he fell ill on 3 March 2010.", "left", "2010-03-10"),
        ("He left a week after he fell ill on 3 March 2010.", "left", "[2010-03-07..2010-03-13]"),
        ("The firm appealed on 3 March 2010. The panel met within ten days of the appeal.",
         "met", "[2010-03-03..2010-03-13]"),
        ("The bridge opened on 3 March 2010. He spoke on the second anniversary of the opening.",
         "spoke", "2012-03-03"),
        ("A dam burst on 3 March 2010. He resigned two days after the disaster.", "resigned", "2010-03-05"),
        ("They signed a treaty on 3 March 2010. Fighting stopped two days after the treaty.",
         "stopped", "2010-03-05"),
        ("The thief fled on 3 March 2010. We found it two days after his flight.", "found", "2010-03-05"),
    ],
)  # fmt: skip
def test_a_story_goes_on_from_what_was_told(text: str, trigger: str, expected: str) -> None:
    assert when(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The mine closed on 3 March 2010. He left the week after the closure.",
         "left", "[2010-03-08..2010-03-14]"),
        ("The mine closed on 3 March 2010. He left the month after the closure.", "left", "2010-04"),
        ("The vote was held on 3 March 2010. He left in the same week as the vote.",
         "left", "[2010-03-01..2010-03-07]"),
        ("The siege began on 3 March 2010. They fled on the fifth day of the siege.", "fled", "2010-03-07"),
        ("The siege began on 3 March 2010. They fled in the second week of the siege.",
         "fled", "[2010-03-10..2010-03-16]"),
        ("The mine closed on 3 March 2010. Work resumed on the second day after the closure.",
         "resumed", "2010-03-05"),
        ("The mine closed on 3 March 2010. He was arrested more than a week after the closure.",
         "arrested", "[2010-03-10..2015-05-12]"),
        ("The mine closed on 3 March 2010. He was arrested less than a week after the closure.",
         "arrested", "[2010-03-03..2010-03-10]"),
        ("The mine closed on 3 March 2010. He was arrested at 06:40 the following morning.",
         "arrested", "2010-03-04T06:40"),
        ("A rally planned for 3 March 2010 was dropped. Its leader was arrested the night before.",
         "arrested", "[2010-03-02T17..2010-03-03T06]"),
        ("The ship sailed on 3 March 2010. Ten days out, fever appeared.", "appeared", "2010-03-13"),
        ("He left the week after the rumour.", "left", "[..2015-05-12]"),
        ("The mine closed on 3 March 2010. He was arrested on the day of the closure.",
         "arrested", "2010-03-03"),
        ("The mine closed on 3 March 2010. He was freed two days after the closure, a year before his death.",
         "death", "2011"),
        ("The panel met on 3 March 2010. It refused leave to appeal a day after the meeting.",
         "refused", "2010-03-04"),
        ("A claim was issued on 3 March 2010, a hearing being fixed for 28 days later. He left on that date.",
         "left", "2010-03-31"),
        ("The mine closed on 3 March 2010. Three men left, the last of them two days after the closure.",
         "left", "[..2010-03-05]"),
        ("At 06:40 on 3 March 2010 police began a search. A man fled during the search.",
         "fled", "[2010-03-03T06:40..2010-03-03T23:59]"),
        ("A biopsy was taken on 3 March 2010. He went home two days after the biopsy.", "went", "2010-03-05"),
        ("She took up her post on 3 March 2010. He left a day after she took up the post.",
         "left", "2010-03-04"),
        ("The voyage began on 3 March 2010. He fell ill on the third night of the voyage.",
         "fell", "[2010-03-05T17..2010-03-06T06]"),
        ("The voyage began in March 2010. He fell ill on the third night of the voyage.",
         "fell", "[2010-03-03T17..2010-04-03T06]"),
        ("The strike began on 3 March 2010. On its ninth day he was arrested.", "arrested", "2010-03-11"),
        ("The siege began on 3 March 2010. He was shot on the evening of the third day.",
         "shot", "[2010-03-05T16..2010-03-05T23]"),
        ("He was in charge until 3 March 2010, when a rival was chosen.", "chosen", "2010-03-03"),
        ("A visit planned for 3 March 2010 was put off until May. He left.", "left", "[..2015-05-12]"),
        ("The council postponed the vote on 3 March 2010 to 9 April.", "postponed", "2010-03-03"),
        ("Lund resigned on 3 March 2010, effective 30 June. He spoke the day after his departure.",
         "spoke", "[..2015-05-12]"),
    ],
)  # fmt: skip
def test_a_time_is_counted_from_an_event(text: str, trigger: str, expected: str) -> None:
    assert when(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("He fell ill two days after the crash. The crash happened on 3 March 2010.", "fell", "2010-03-05"),
    ],
)
def test_an_anchor_may_come_later(text: str, trigger: str, expected: str) -> None:
    assert when(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The thief managed to escape on 3 March 2010.", "managed", "2010-03-03"),
        ("He resigned on 3 March 2010, adding that he was ill.", "adding", "2010-03-03"),
        ("He promised on 3 March 2010 to leave.", "leave", "[2015-05-12..]"),
        ("He wanted on 3 March 2010 to leave.", "leave", "[2010-03-03..]"),
        ("The firm may close a plant.", "close", "[2015-05-12..]"),
        ("The firm will not close a plant.", "close", "[2015-05-12..]"),
    ],
)
def test_a_verb_without_a_tense_takes_the_time_of_the_verb_above(
    text: str, trigger: str, expected: str
) -> None:
    assert when(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The server failed at 04:10 on Thursday. Engineers restored it at 09:55.", "2015-05-07T09:55"),
        ("The server failed at 23:50 on 3 March 2010. Engineers restored it at 01:30.", "2010-03-04T01:30"),
        ("Engineers restored it at 09:55.", "2015-05-12T09:55"),
    ],
)
def test_a_clock_time_is_of_the_day_told_last(text: str, expected: str) -> None:
    assert when(text, "restored") == expected


def test_an_anniversary_dates_what_is_celebrated() -> None:
    text = "Bells rang on Sunday, the twentieth anniversary of the attack."
    assert when(text, "attack") == "1995-05-10"


def test_what_had_been_due_may_be_past() -> None:
    assert when("Envoys had been due to sign the treaty on 11 May.", "sign") == "2015-05-11"


def test_the_rest_of_the_text_decides_between_two_aprils() -> None:
    text = "The crisis erupted last April. Thousands died since fighting began in April 2014."
    event = event_of(analysis_of(text), "erupted")
    assert format_extent(event.extent) == "2014-04"
    assert [(a.value, a.reason) for a in event.alternatives] == [
        ("2015-04", "“in April 2014” (sentence 2) agrees with the other reading")
    ]
    assert ("agrees", "“in April 2014”") in [(r.kind, r.phrase) for r in event.reasons]


def test_alone_last_april_is_the_latest() -> None:
    assert when("The crisis erupted last April.", "erupted") == "2015-04"


def test_what_lasted_more_than_a_year_began_before() -> None:
    event = event_of(
        analysis_of("The sides are ready for peace after more than a year of tensions."), "tensions"
    )
    assert event.extent.begin.latest == instant(2014, 5, 12)
    assert event.extent.end.earliest == instant(2015, 5, 12)
    assert (event.extent.begin.earliest, event.extent.end.latest) == (None, None)


def test_mentions_of_one_event_are_one_event() -> None:
    text = (
        "John Smith is to meet Ann Lee on Tuesday. The meeting in Oslo marks the first visit by a minister. "
        "The visit was long planned."
    )
    analysis = analysis_of(text)
    assert event_of(analysis, "meeting") is event_of(analysis, "visit") is event_of(analysis, "meet")


def test_a_visit_of_somebody_else_is_another_event() -> None:
    text = "John Smith’s visit to Oslo is on Tuesday. Ann Lee’s visit to Oslo was on Sunday."
    analysis = analysis_of(text)
    visits = [e for e in analysis.events if "visit" in e.title]
    assert sorted(format_extent(v.extent) for v in visits) == ["2015-05-10", "2015-05-12"]


def test_the_chain_of_reasons_leads_to_the_document() -> None:
    text = "The visit comes two days after Ann Lee attended a parade. The visit is planned for Tuesday."
    event = event_of(analysis_of(text), "attended")
    kinds = [r.kind for r in event.reasons]
    assert event.basis == "event-relative"
    assert event.basis_text == "2 days before the visit"
    assert event.expression == 'Shift(EventTime("the visit"), -2 days)'
    assert kinds[0] == "link"
    assert "reference" in kinds
    assert kinds[-1] == "document"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("He left two days after the mine closed on 3 March 2010.", "2 days after the mine closed"),
        ("He left two days after Ann Lee resigned on 3 March 2010.", "2 days after Ann Lee resigned"),
    ],
)
def test_an_event_is_named_within_a_sentence(text: str, basis: str) -> None:
    assert event_of(analysis_of(text), "left").basis_text == basis


def test_without_a_date_nothing_is_counted_from_anything() -> None:
    text = "The visit comes on Tuesday. The crisis erupted last April. Fighting began in April 2014."
    analysis = analysis_of(text, written=None)
    assert format_extent(event_of(analysis, "visit").extent) == ".."
    assert format_extent(event_of(analysis, "erupted").extent) == ".."
    assert format_extent(event_of(analysis, "began").extent) == "2014-04"
    assert [d.message for d in analysis.diagnostics] == [
        "“Tuesday” has no date: the document's date is not known",
        "“last April” has no date: the document's date is not known",
    ]
    assert analysis.possible_creation_times == "a Tuesday between 2014-05 and 2015-12"


def test_a_text_without_any_date_allows_all() -> None:
    assert analysis_of("The minister resigned.", written=None).possible_creation_times is None
    ancient = analysis_of("Anna Holm died on 4 May 44 BC.", written=None)
    assert ancient.possible_creation_times == "a day in or after 44-05 BCE"


def test_a_history_counts_from_the_date_named_last() -> None:
    text = (
        "On September 1, 1939 the army invaded. On September 17 a second army followed. "
        "The capital fell on September 27, 1939. By October 6, 1939 all was over."
    )
    assert when(text, "followed", written=None) == "1939-09-17"


def test_news_that_looks_back_is_no_history() -> None:
    text = (
        "The bank failed on Thursday, its owner said on Monday. It was founded in 1889, merged in 1921 and "
        "moved in 1950. Last month it lost its licence."
    )
    assert when(text, "failed") == "2015-05-07"


def test_a_text_without_a_date_goes_on_from_the_date_that_it_states() -> None:
    text = "You delivered the goods on 3 May 2019. On 1 June we found that two machines were broken."
    assert when(text, "found", written=None) == "2019-06-01"


def test_a_clause_told_again_is_the_same_event() -> None:
    text = "The heating failed on 9 January 2010. Four days after the heating failed, Lee wrote to us."
    assert when(text, "wrote") == "2010-01-13"


def test_an_act_of_saying_is_on_the_line_of_a_story() -> None:
    text = (
        "The heating failed on 9 January 2010. Four days after the heating failed, Lee wrote to us. "
        "The owner sent an engineer two days later."
    )
    assert when(text, "sent") == "2010-01-15"
    assert event_of(analysis_of(text), "wrote").salient


def test_words_that_only_frame_speech_are_not() -> None:
    text = "The mine closed on 3 March 2010. Ann Lee said that it was old. Miners marched two days later."
    assert when(text, "marched") == "2010-03-05"


def test_a_chronology_of_last_year_goes_on_from_its_own_dates() -> None:
    text = (
        "The lease was signed on 2 November 2013. The heating failed on 9 January 2014. On 3 February 2014 "
        "the tenants stopped paying. The council inspected the house in early March."
    )
    assert when(text, "inspected") == "[2014-03-01..2014-03-10]"


def test_what_is_planned_for_a_day_is_of_that_day() -> None:
    analysis = analysis_of("The hearing is planned for 15 June 2015.")
    hearing = event_of(analysis, "hearing")
    assert (format_extent(hearing.extent), hearing.status.value) == ("2015-06-15", "planned")
    assert hearing.salient


def test_contradictions_are_told_and_the_weaker_link_yields() -> None:
    text = "The talks on 3 March 2010 came two days after the court met on 5 March 2010."
    analysis = analysis_of(text)
    assert any("contradicts" in d.message for d in analysis.diagnostics)


def test_another_language_has_times_but_no_events() -> None:
    analysis = analyze(Document("Der Minister trat am 3. März 2010 zurück.", TUESDAY, language="de"))
    assert analysis.events == ()
    assert analysis.diagnostics[0].message.startswith("events are not looked for in “de”")


def test_the_analysis_is_a_function_of_the_document() -> None:
    text = "The minister resigned on Friday, two days after the court met."
    assert analysis_of(text) == analysis_of(text)
