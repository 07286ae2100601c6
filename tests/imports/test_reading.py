"""Text of a file in, events out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdb.errors import DocumentError, EventdbError
from eventdb.imports.reading import Rejected, Told, guessed, rows_of, understood
from eventdb.imports.recipe import Recipe
from eventdb.temporal.edtf import format_extent


def read(text: str, format: str, day_first: bool | None = None) -> list[Told | Rejected]:
    rows = rows_of(text, format)
    return list(understood(rows, guessed(Recipe(format, day_first=day_first), rows)))


def dates(text: str, format: str = "csv", day_first: bool | None = None) -> list[str]:
    return [
        format_extent(one.extent) if isinstance(one, Told) else one.reason
        for one in read(text, format, day_first)
    ]


def test_a_recipe_reads_back() -> None:
    recipe = Recipe("csv", {"when": "Date", "title": "Was"}, True, (3, 7))
    assert Recipe.load(recipe.dump()) == recipe


# ---------------------------------------------------------------- CSV


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("2015-05-12", "2015-05-12"),
        ("2014-04/..", "2014-04/.."),
        ("about 1120", "1120~"),
        ("44 BC", "-0043"),
        ("12 May 2015", "2015-05-12"),
        ("since 2014", "2014/[2014..]"),
        ("2008..2010", "2008/2010"),
        ("2015-05-12T09:30:00Z", "2015-05-12T09:30:00"),
        ("2015-05-12T09:30+02:00", "2015-05-12T09:30"),
        ("25/12/2015", "2015-12-25"),
        ("3.4.2015", "2015-04-03"),
        ("05/05/2015", "2015-05-05"),
    ],
)
def test_dates_in_edtf_and_in_words(when: str, date: str) -> None:
    assert dates(f'date,event\n"{when}",They met\n') == [date]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("sometime,They met", "is not understood as a date"),
        ("last Friday,They met", "cannot be placed"),
        ("2015-02-30,They met", "no such date|no calendar has"),
        (",They met", "it has no date"),
        ("2015-05-12,", "it does not say what happened"),
        ("2015-05-12,They met,perhaps", "it has 3 cells, and the head line 2"),
        ("3/4/2015,They met", "may be either of two days: say --day-first or --month-first"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(row: str, reason: str) -> None:
    (rejected,) = read(f"date,event\n{row}\n", "csv")
    assert isinstance(rejected, Rejected)
    assert rejected.line == 2
    assert re.search(reason, rejected.reason)


def test_one_date_shows_how_all_are_written() -> None:
    assert dates("date,event\n3/4/2015,A\n25/12/2015,B\n") == ["2015-04-03", "2015-12-25"]
    assert dates("date,event\n3/4/2015,A\n12/25/2015,B\n") == ["2015-03-04", "2015-12-25"]
    assert dates("date,event\n3/4/2015,A\n", day_first=False) == ["2015-03-04"]


def test_begin_and_end_in_columns_of_their_own() -> None:
    text = "start,end,title\n2014-04,2015-05-12,War\n2014,,Peace\n2015,2014,Nonsense\n"
    assert dates(text) == ["2014-04/2015-05-12", "2014", '"2015" comes after "2014"']


def test_a_column_in_edtf_holds_the_whole_date() -> None:
    assert dates("edtf,event,start,end\n2014-04,War,10,16\n") == ["2014-04"]


def test_people_place_status_and_where_the_row_stands() -> None:
    text = 'Datum;Ereignis;Wer;Ort;Status\n"2015";"Talks;\nsecond round";"Smith, Ann; Bo Li";Genf;planned\n'
    (told,) = read(text, "csv")
    assert isinstance(told, Told)
    assert (told.title, told.who, told.where) == ("Talks; second round", ("Smith, Ann", "Bo Li"), "Genf")
    assert told.status == "planned"
    assert told.place.of(text) == text.partition("\n")[2]


@pytest.mark.parametrize(
    ("text", "complaint"), [("", "no head line"), ("a,a\n1,2\n", "names a column twice")]
)
def test_a_table_without_a_usable_head_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(DocumentError, match=complaint):
        rows_of(text, "csv")


# ---------------------------------------------------------------- JSON


def test_an_array_of_objects() -> None:
    text = '[\n {"when": "2015", "what": "They met", "who": ["Ann", "Bo"]},\n 7\n]'
    told, rejected = read(text, "json")
    assert isinstance(told, Told)
    assert (told.line, told.who, told.place.of(text)[:8]) == (2, ("Ann", "Bo"), '{"when":')
    assert rejected == Rejected(3, rejected.place, "it is no JSON object")


def test_the_slides_of_timelinejs() -> None:
    text = """{"title": {"text": {"headline": "All"}}, "events": [
      {"start_date": {"year": -44, "month": "3"}, "text": {"headline": "<b>Caesar</b> &amp; Brutus"}},
      {"start_date": {"year": 2015, "month": 5, "day": 12, "hour": 9}, "end_date": {"year": 2016},
       "text": {"headline": "Talks"}}]}"""
    assert dates(text, "json") == ["-0043-03", "2015-05-12T09:00/2016"]
    first = read(text, "json")[0]
    assert isinstance(first, Told)
    assert first.title == "Caesar & Brutus"


def test_one_object_a_line() -> None:
    text = '{"date": "2015", "event": "A"}\n\nnonsense\n{"date": "2016", "event": "B"}\n'
    assert dates(text, "jsonl") == ["2015", "it is not JSON: Expecting value at character 1", "2016"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("{", "it is not JSON: .* in line 1"), ('{"a": 1}', "no array of events"), ("5", "no array of events")],
)
def test_json_without_events_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(DocumentError, match=complaint):
        rows_of(text, "json")


def test_an_empty_array_holds_nothing() -> None:
    assert rows_of("[ ]", "json") == []


# ---------------------------------------------------------------- calendars and family trees


def test_a_calendar() -> None:
    text = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:The talks go on
DTSTART;VALUE=DATE:20150512
DTEND;VALUE=DATE:20150515
LOCATION:Geneva
ATTENDEE;CN=Ann Smith:mailto:ann@example.org
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:A call
DTSTART;TZID=Europe/Berlin:20150512T093000
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:until 2014-04: Annexation
DTSTART;VALUE=DATE:20140430
X-EDTF:[..2014-04]
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:Never
END:VEVENT
END:VCALENDAR
"""
    assert dates(text, "ics") == [
        "2015-05-12/2015-05-14",
        "2015-05-12T09:30",
        "[..2014-04]",
        "it has no date",
    ]
    talks, call, annexation, _ = read(text, "ics")
    assert isinstance(talks, Told)
    assert isinstance(call, Told)
    assert isinstance(annexation, Told)
    assert (talks.who, talks.where, call.status) == (("Ann Smith",), "Geneva", "negated")
    assert annexation.title == "Annexation"


TREE = """0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Jörg /Smith/
1 BIRT
2 DATE {date}
2 PLAC Zürich
1 DEAT Y
0 @I2@ INDI
1 NAME Ann /Müller/
0 @F1@ FAM
1 HUSB @I1@
1 WIFE @I2@
1 MARR
2 DATE 1868
0 TRLR
"""


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("12 MAY 1845", "1845-05-12"),
        ("MAY 1845", "1845-05"),
        ("DEC 1845", "1845-12"),
        ("ABT 1845", "1845~"),
        ("EST 1845", "1845~"),
        ("INT 1845 (from the age)", "1845?"),
        ("BET 1840 AND 1845", "[1840..1845]"),
        ("FROM 1840 TO 1845", "1840/1845"),
        ("FROM 1840", "1840/.."),
        ("TO 1845", "../1845"),
        ("BEF 1845", "[..1844]"),
        ("AFT 1845", "[1846..]"),
        ("44 B.C.", "-0043"),
        ("@#DJULIAN@ 25 DEC 1642", "1643-01-04"),
        ("@#DJULIAN@ 29 FEB 1700", "1700-03-11"),
        ("@#DJULIAN@ JAN 1700", "[1700-01-11..1700-02-10]"),
        ("(12 May 1845)", "1845-05-12"),
    ],
)
def test_the_dates_of_a_family_tree(date: str, edtf: str) -> None:
    assert dates(TREE.format(date=date), "ged")[0] == edtf


@pytest.mark.parametrize("date", ["31 FEB 1845", "@#DFRENCH R@ 1 VEND 2", "(in spring)"])
def test_a_date_of_a_family_tree_that_cannot_be_used(date: str) -> None:
    assert isinstance(read(TREE.format(date=date), "ged")[0], Rejected)


@pytest.mark.parametrize("charset", ["UTF-8", "ANSEL", "ANSI", "UNICODE"])
def test_a_family_tree_is_read_whatever_it_was_written_in(charset: str) -> None:
    text = TREE.format(date="1845").replace("UTF-8", charset).replace("1 GEDC", "1 NOTE Für Jörg\n1 GEDC")
    birth = read(text, "ged")[0]
    assert isinstance(birth, Told)
    assert (birth.title, birth.line) == ("Birth of Jörg Smith", 8)


def test_births_and_marriages_and_nothing_without_a_date() -> None:
    text = TREE.format(date="ABT 1845")
    birth, marriage = read(text, "ged")
    assert isinstance(birth, Told)
    assert isinstance(marriage, Told)
    assert (birth.title, birth.where, birth.when) == ("Birth of Jörg Smith", "Zürich", "ABOUT 1845")
    assert marriage.title == "Marriage of Jörg Smith and Ann Müller"
    assert marriage.who == ("Jörg Smith", "Ann Müller")
    assert birth.place.of(text) == "1 BIRT\n2 DATE ABT 1845\n2 PLAC Zürich\n"


@pytest.mark.parametrize(("format", "complaint"), [("ged", "no GEDCOM"), ("ics", "no iCalendar")])
def test_another_file_is_refused(format: str, complaint: str) -> None:
    with pytest.raises(DocumentError, match=complaint):
        rows_of("date,event\n2015,They met\n", format)


SAMPLES = {
    "csv": 'date,event,who\n2015-05-12,"They\nmet",Ann\n3/4/2015,They parted,\n',
    "json": '[{"when": "2015", "event": "They met"}, {"start_date": {"year": 5}, "text": {"headline": "x"}}]',
    "jsonl": '{"date": "2015", "event": "They met"}\n{"date": ["2016"], "event": 5}\n',
    "ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Talks\nDTSTART;VALUE=DATE:20150512\nX-EDTF:2015\n"
    "END:VEVENT\nEND:VCALENDAR\n",
    "ged": TREE.format(date="BET 1840 AND 1845"),
}


@pytest.mark.parametrize(
    ("text", "format", "reason"),
    [
        ('[{"date": {"year": "x"}, "event": "They met"}]', "json", "its date is not made of numbers"),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nX-EDTF:20x5\nEND:VEVENT\nEND:VCALENDAR",
            "ics",
            "is not a date in EDTF",
        ),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2015\nEND:VEVENT\nEND:VCALENDAR", "ics", ""),
    ],
)
def test_a_broken_row_is_named_and_no_other_is_lost(text: str, format: str, reason: str) -> None:
    (rejected,) = read(text, format)
    assert isinstance(rejected, Rejected)
    assert reason in rejected.reason


@pytest.mark.parametrize("text", ["[" * 100_000, "0 HEAD\n2 VERS 5.5.1\n1 CHAR UTF-8\n0 TRLR\n"])
def test_what_cannot_be_read_at_all_is_refused_in_a_line(text: str) -> None:
    with pytest.raises(DocumentError):
        rows_of(text, "json" if text[0] == "[" else "ged")


@given(st.sampled_from(sorted(SAMPLES)), st.data())
@settings(max_examples=200, deadline=None)
def test_a_damaged_file_is_rows_or_one_clear_error(format: str, data: st.DataObject) -> None:
    text = SAMPLES[format]
    at = data.draw(st.integers(0, len(text)))
    damaged = text[:at] + data.draw(st.text(max_size=8)) + text[at + data.draw(st.integers(0, 8)) :]
    outcome = rows_or_complaint(damaged, format)
    if isinstance(outcome, str):
        assert outcome
    else:
        assert all(isinstance(one, Told) or one.reason for one in outcome)


def rows_or_complaint(text: str, format: str) -> list[Told | Rejected] | str:
    try:
        return read(text, format)
    except EventdbError as error:
        return str(error)


def test_a_line_ends_where_the_file_ends_it_and_nowhere_else() -> None:
    (told,) = read("date,event\n2015,They\u2028met\x0bthen\n", "csv")
    assert isinstance(told, Told)
    assert told.title == "They met then"
