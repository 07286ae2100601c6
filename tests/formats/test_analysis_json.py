import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from eventdb.analysis import Analysis, Event, ResolvedTimex
from eventdb.anchoring.likely import Likely
from eventdb.errors import ResourceError
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.expression.frame import Resolution
from eventdb.expression.nodes import Duration, Unknown
from eventdb.formats.analysis_json import analysis_json, relation_to
from eventdb.formats.analysis_lines import analyze_lines
from eventdb.language.timex import Signal, SignalKind, Timex, TimexType
from eventdb.parallel import analyze_each
from eventdb.pipeline import analyze_timexes
from eventdb.temporal.calendar import instant
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document, Span

TEXT = "They met on 4 March 2019 for two days."
DAY = Interval.of(Unit.DAY, instant(2019, 3, 4))
CREATION = Interval.of(Unit.DAY, instant(2019, 3, 6))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def timex(words: str, kind: TimexType, resolution: Resolution, signal: Signal | None = None) -> ResolvedTimex:
    expression = Duration(Period.of(2, Unit.DAY)) if kind is TimexType.DURATION else Unknown(words)
    return ResolvedTimex("t1", Timex(span(words), words, kind, expression, signal), resolution, 1)


def mention(status: Status = Status.ASSERTED) -> EventMention:
    return EventMention(
        id="m1",
        span=span("met"),
        clause=Span(0, len(TEXT)),
        sentence=1,
        trigger="met",
        lemma="meet",
        event_class="OCCURRENCE",
        tense=Tense.PAST,
        aspect=Aspect.NONE,
        status=status,
        modality=None,
        reported_by=None,
        participants=(),
        place=None,
        title="They met",
    )


def analysis(
    *timexes: ResolvedTimex,
    extent: Extent | None = None,
    status: Status = Status.ASSERTED,
    dated: bool = True,
) -> Analysis:
    extent = Extent.within(DAY) if extent is None else extent
    return Analysis(
        document=Document(TEXT, CreationTime(CREATION) if dated else None),
        sentences=(),
        timexes=timexes,
        mentions=(mention(status),),
        events=(Event("e1", "They met", status, ("m1",), extent, "stated", "", None, ()),),
        links=(),
    )


def test_a_timex_is_given_in_timex3_terms_with_inclusive_bounds() -> None:
    found = timex("4 March 2019", TimexType.DATE, Resolution(DAY, "2019-03-04"))
    assert analysis_json("d1", analysis(found))["timexes"] == [
        {
            "start": 12,
            "end": 24,
            "text": "4 March 2019",
            "type": "DATE",
            "value": "2019-03-04",
            "earliest": "2019-03-04",
            "latest": "2019-03-04",
            "duration": None,
        }
    ]


def test_both_ends_of_a_range_lie_within_the_whole() -> None:
    text = "It was open from 3 to 5 March 2019."
    found = analyze_timexes(Document(text, CreationTime(CREATION)))
    rows = analysis_json("d1", found)["timexes"]
    assert [row["value"] for row in rows] == ["2019-03-03", "2019-03-05"]
    assert {(row["within"]["earliest"], row["within"]["latest"]) for row in rows} == {
        ("2019-03-03", "2019-03-05")
    }


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It was closed after 2 pm.", "2019-03-06T14:00", None),
        ("It was open until 2 pm.", None, "2019-03-06T13:59"),
        ("It was open in 2012 or later.", "2012-01-01", None),
        ("It was open on or before 3 March 2019.", None, "2019-03-03"),
    ],
)
def test_what_a_signal_makes_of_a_time(text: str, earliest: str | None, latest: str | None) -> None:
    [row] = analysis_json("d1", analyze_timexes(Document(text, CreationTime(CREATION))))["timexes"]
    assert (row["within"]["earliest"], row["within"]["latest"]) == (earliest, latest)


def test_the_name_of_a_war_is_a_period_and_no_timex3() -> None:
    text = "It was built in 1950, during the Korean War."
    row = analysis_json("d1", analyze_timexes(Document(text, CreationTime(CREATION))))
    assert [timex["text"] for timex in row["timexes"]] == ["1950"]
    assert [(period["text"], period["earliest"], period["latest"]) for period in row["periods"]] == [
        ("the Korean War", "1950-06-25", "1953-07-27")
    ]


@pytest.mark.parametrize(
    ("text", "duration"), [("It took two quarters.", "P6M"), ("In the last three days it rained.", "P3D")]
)
def test_a_length_is_given_in_iso_8601(text: str, duration: str) -> None:
    [row] = analysis_json("d1", analyze_timexes(Document(text, CreationTime(CREATION))))["timexes"]
    assert row["duration"] == duration


@pytest.mark.parametrize(("year", "value"), [(-43, "BC0044"), (12000, "12000")])
def test_years_that_four_digits_do_not_hold_are_told_by_the_value(year: int, value: str) -> None:
    found = timex("4 March 2019", TimexType.DATE, Resolution(Interval.of(Unit.YEAR, instant(year)), value))
    row = analysis_json("d1", analysis(found))["timexes"][0]
    assert (row["value"], row["earliest"], row["latest"]) == (value, None, None)


def test_events_keep_their_bounds_in_any_year() -> None:
    march = Extent.within(Interval.of(Unit.DAY, instant(-43, 3, 15)))
    row = analysis_json("d1", analysis(extent=march))["events"][0]
    assert row["begin_earliest"] == row["end_latest"] == "-0043-03-15"


def test_a_signal_is_given_with_what_it_makes_of_the_time() -> None:
    signal = Signal(span("on"), SignalKind.SINCE)
    row = analysis_json("d1", analysis(timex("4 March 2019", TimexType.DATE, Resolution(DAY, ""), signal)))
    assert row["timexes"][0]["signal"] == {"start": 9, "end": 11, "text": "on"}
    assert row["timexes"][0]["within"] == {"earliest": "2019-03-04", "latest": None}


def test_a_duration_has_no_bounds() -> None:
    found = timex("two days", TimexType.DURATION, Resolution(None, "P2D", duration=Period.of(2, Unit.DAY)))
    row = analysis_json("d1", analysis(found))["timexes"][0]
    assert (row["value"], row["duration"], row["earliest"], row["latest"]) == ("P2D", "P2D", None, None)


def test_an_event_has_its_word_and_four_bounds() -> None:
    assert analysis_json("d1", analysis())["events"] == [
        {
            "start": 5,
            "end": 8,
            "trigger": "met",
            "class": "OCCURRENCE",
            "asserted": True,
            "begin_earliest": "2019-03-04",
            "begin_latest": "2019-03-04",
            "end_earliest": "2019-03-04",
            "end_latest": "2019-03-04",
            "dct_relation": "before",
        }
    ]


def test_a_likely_time_stands_in_the_bounds_and_what_is_sure_beside_them() -> None:
    told = analysis(extent=Extent(end=Bounds(None, CREATION.end)))
    likely = Likely(Extent.within(CREATION), 0.648, "before")
    guessed = replace(told, events=(replace(told.events[0], likely=likely),))
    [event] = analysis_json("d1", guessed)["events"]
    day = "2019-03-06"
    assert (event["begin_earliest"], event["end_latest"], event["likely"]) == (day, day, 0.65)
    assert (event["sure"]["begin_earliest"], event["sure"]["end_latest"]) == (None, day)
    assert event["dct_relation"] == "before"


@pytest.mark.parametrize(("status", "asserted"), [(s, s in ("asserted", "planned")) for s in Status])
def test_what_is_denied_or_supposed_is_not_asserted(status: Status, asserted: bool) -> None:
    assert analysis_json("d1", analysis(status=status))["events"][0]["asserted"] is asserted


@pytest.mark.parametrize("undated", [analysis(extent=Extent()), analysis(dated=False)])
def test_nothing_is_said_of_the_relation_where_it_is_not_known(undated: Analysis) -> None:
    assert "dct_relation" not in analysis_json("d1", undated)["events"][0]


FIRST, LAST = CREATION.start, CREATION.end


@pytest.mark.parametrize(
    ("begin", "end", "relation"),
    [
        (Bounds(None, LAST), Bounds(None, LAST), "before"),  # "he resigned"
        (Bounds(FIRST, LAST), Bounds(FIRST, LAST), "overlap"),  # "he resigned today"
        (Bounds(None, LAST), Bounds(FIRST, None), "overlap"),  # "he is visiting"
        (Bounds(FIRST, None), Bounds(FIRST, None), "after"),  # "he will resign"
        (Bounds(LAST, None), Bounds(LAST, None), "after"),  # "he will resign tomorrow"
        (Bounds(DAY.start, DAY.end), Bounds(DAY.start, LAST), "before"),
        (Bounds(DAY.start, DAY.end), Bounds(FIRST, LAST), "overlap"),  # "since Monday"
        (Bounds(None, None), Bounds(FIRST, None), "overlap"),
    ],
)
def test_how_an_event_stands_to_the_documents_date(begin: Bounds, end: Bounds, relation: str) -> None:
    assert relation_to(CREATION, Extent(begin, end)) == relation


Analyze = Callable[[Document], Analysis]


def analyze(document: Document) -> Analysis:
    if document.text == "fail":
        raise RuntimeError("no parse")
    return Analysis(document, (), (), (), (), ())


def run(*lines: str, analyze: Analyze = analyze) -> tuple[list[str], list[str]]:
    problems: list[str] = []
    each = partial(analyze_each, work=analyze)
    out = [json.loads(line)["doc_id"] for line in analyze_lines(lines, each, problems.append)]
    return out, problems


def test_every_line_becomes_a_line_in_the_same_order() -> None:
    assert run('{"doc_id": "b", "text": "x", "dct": null}', "", '{"doc_id": "a", "text": ""}') == (
        ["b", "a"],
        [],
    )


def test_a_document_without_an_id_gets_its_lines_number() -> None:
    assert run('{"text": "x"}', '{"text": "y"}') == (["1", "2"], [])


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{oops", "not JSON: Expecting property name enclosed in double quotes at character 2"),
        ("[1]", "not a JSON object"),
        ('{"doc_id": "a"}', 'its "text" is missing or not a string'),
        ('{"text": 3}', 'its "text" is missing or not a string'),
        ('{"text": "x", "lang": 3}', 'its "lang" is not a string'),
        ('{"text": "x", "dct": 2015}', 'its "dct" is not a date in quotes'),
        ('{"text": "x", "dct": "2015-02-30"}', "the date stated in its dct cannot be used"),
        ('{"text": "fail"}', "the analysis failed: RuntimeError: no parse"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_the_rest_goes_on(line: str, complaint: str) -> None:
    out, problems = run('{"doc_id": "a", "text": "x"}', line, '{"doc_id": "z", "text": "x"}')
    assert out == ["a", "z"]
    assert len(problems) == 1
    assert problems[0].startswith(f"line 2: {complaint}")


def test_the_document_carries_what_its_line_says() -> None:
    seen: list[Document] = []

    def record(document: Document) -> Analysis:
        seen.append(document)
        return analyze(document)

    line = {"text": "x", "title": "T", "dct": "2019-03-06", "lang": "en", "locale": "en-GB"}
    run(json.dumps(line), analyze=record)
    creation = CreationTime(CREATION, "stated in its dct")
    assert seen == [Document("x", creation, "T", language="en", locale="en-GB")]


def test_a_model_that_is_missing_stops_everything() -> None:
    def broken(_document: Document) -> Analysis:
        raise ResourceError("the model is missing")

    with pytest.raises(ResourceError):
        run('{"text": "x"}', analyze=broken)
