"""Each format that is written, read back by a program that knows it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from edtf import parse_edtf as edtf_of_the_standard
from export_samples import DATES, HOSTILE, database_of, exported
from icalendar import Calendar
from markdown_it import MarkdownIt
from pyarrow import parquet

import eventdb
from eventdb.formats.exports import format_of
from eventdb.text import Span

MAY_12 = {"year": 2015, "month": 5, "day": 12}
TITLES = [title for _, title in DATES]


@pytest.fixture(scope="module")
def almanac(tmp_path_factory: pytest.TempPathFactory) -> Iterator[eventdb.Database]:
    with database_of(tmp_path_factory.mktemp("almanac"), DATES) as database:
        yield database


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[eventdb.Database]:
    rows = [("2015-05-12", title) for title in HOSTILE]
    with database_of(tmp_path_factory.mktemp("hostile"), rows) as database:
        yield database


def test_the_longest_ending_tells_the_format() -> None:
    assert [format_of(name) for name in ("a.CSV", "a.edtf.csv", "a.timeline.json", "a.doc")] == [
        "csv", "edtf-csv", "timelinejs", None,
    ]  # fmt: skip


# ---------------------------------------------------------------- iCalendar


def calendar(database: eventdb.Database) -> tuple[dict[str, Any], tuple[str, ...]]:
    data, remarks = exported(database, "ics")
    events = Calendar.from_ical(data).walk("VEVENT")
    return {str(event["SUMMARY"]): event for event in events}, remarks


def test_calendar_days_are_whole_and_their_end_is_exclusive(almanac: eventdb.Database) -> None:
    events, _ = calendar(almanac)
    for title, start, end in (
        ("Kerry met Putin", date(2015, 5, 12), date(2015, 5, 13)),
        ("They left", date(2015, 5, 12), date(2015, 5, 13)),
        ("A church was built", date(1120, 1, 1), date(1121, 1, 1)),
        ("Six thousand people were killed", date(2014, 4, 1), date(2015, 5, 13)),
        ("until 2014-04: Crimea was annexed", date(2014, 4, 30), date(2014, 5, 1)),
        ("since 2014-04: The war began", date(2014, 4, 1), date(2014, 5, 1)),
        ("2017-03 or later: It was found out", date(2017, 3, 1), date(2017, 3, 2)),
    ):
        assert (events[title]["DTSTART"].dt, events[title]["DTEND"].dt) == (start, end), title
        assert events[title]["TRANSP"] == "TRANSPARENT"
        assert events[title]["LOCATION"] == "Geneva"


def test_what_is_not_certain_to_the_day_is_tentative(almanac: eventdb.Database) -> None:
    events, _ = calendar(almanac)
    certain = {title for title, event in events.items() if event["STATUS"] == "CONFIRMED"}
    assert certain == {"Kerry met Putin", "They left"}


def test_a_calendar_says_which_years_it_leaves_out(almanac: eventdb.Database) -> None:
    assert calendar(almanac)[1] == ("2 events left out (1, 13): iCalendar has only the years 1 to 9999",)


def test_a_calendar_is_folded_and_its_lines_end_as_the_format_has_it(hostile: eventdb.Database) -> None:
    data, _ = exported(hostile, "ics")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert not set(data) & {0x1B, 0x07}


def test_an_event_keeps_its_identifier_in_every_database(almanac: eventdb.Database, tmp_path: Path) -> None:
    with database_of(tmp_path, [("2001", "Another")], "other.db") as other:
        assert exported(other, "ics")[0] != b""
    with database_of(tmp_path, DATES) as again:
        ours, theirs = (
            {str(event["UID"]) for event in calendar(database)[0].values()} for database in (almanac, again)
        )
    assert ours == theirs
    assert len(ours) == len(DATES) - 2


# ---------------------------------------------------------------- TimelineJS


def slides(database: eventdb.Database) -> dict[str, Any]:
    return {
        slide["text"]["headline"]: slide
        for slide in json.loads(exported(database, "timelinejs")[0])["events"]
    }


def test_slides_have_dates_as_exact_as_they_are_known(almanac: eventdb.Database) -> None:
    found = slides(almanac)
    assert list(found) == sorted(TITLES, key=list(found).index)
    for title, start, end in (
        ("Caesar was murdered", {"year": -44, "month": 3, "day": 15}, None),
        ("A church was built", {"year": 1120}, None),
        ("Crimea was annexed", {"year": 2014, "month": 4, "day": 30}, None),
        ("The war began", {"year": 2014, "month": 4}, None),
        (
            "Six thousand people were killed",
            {"year": 2014, "month": 4},
            {"year": 2015, "month": 5, "day": 12},
        ),
        ("They left", {"year": 2015, "month": 5, "day": 12, "hour": 17, "minute": 30}, None),
    ):
        assert found[title]["start_date"] == start, title
        assert found[title].get("end_date") == end, title
    assert found["A church was built"]["display_date"] == "about 1120"
    assert found["Crimea was annexed"]["display_date"] == "until 2014-04"


def test_a_slide_takes_no_markup_from_a_text(hostile: eventdb.Database) -> None:
    first = next(iter(slides(hostile)))
    assert first == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;"
    assert 'href="https://example.org/a?b=1&amp;c"' in slides(hostile)[first]["text"]["text"]


def test_an_event_without_a_date_is_left_out_and_said(tmp_path: Path) -> None:
    with database_of(tmp_path, [("..", "Some day"), ("2015", "A year")]) as database:
        data, remarks = exported(database, "timelinejs")
    assert [slide["unique_id"] for slide in json.loads(data)["events"]] == ["event-2"]
    assert remarks == ("1 event left out (1): they have no date",)


# ---------------------------------------------------------------- Markdown


def test_a_chronology_has_its_years_in_order_and_cites_every_event(almanac: eventdb.Database) -> None:
    text = exported(almanac, "md")[0].decode()
    years = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert years == ["44 BCE", "1120", "1990", "2014", "2015", "2016", "2017", "12000", "Sources"]
    assert "- **Tue 2015-05-12** Kerry met Putin.[^8]\n" in text
    assert re.search(
        r"^\[\^8\]: “.*Kerry met Putin.*” Almanac, <https://example\.org/a\?b=1&c>$", text, re.MULTILINE
    )


def test_a_chronology_shows_what_stands_in_a_text_and_no_markup(hostile: eventdb.Database) -> None:
    text = exported(hostile, "md")[0].decode()
    html = MarkdownIt().render(text)
    assert "<script>" not in html
    assert "javascript:alert(1)" not in re.findall(r'href="([^"]*)"', html)
    assert "*stars* [link](javascript:alert(1)) `code` | $1" in html
    assert not set(text) & set("\x1b\x07\u202e")


# ---------------------------------------------------------------- EDTF, Parquet, and all fields


def test_dates_in_strict_edtf_are_read_by_a_program_of_the_standard(almanac: eventdb.Database) -> None:
    data, remarks = exported(almanac, "edtf-csv")
    rows = {row["title"]: row["date"] for row in csv.DictReader(io.StringIO(data.decode()))}
    assert set(rows) == set(TITLES)
    for written in rows.values():
        edtf_of_the_standard(written)
    assert rows["The talks"] == "2015-05/2015-06"
    assert rows["They left"] == "2015-05-12"
    assert remarks == (
        "2 events given a coarser date (7, 9): EDTF has no word for what is known of their dates",
    )


def test_parquet_has_the_fields_of_csv(almanac: eventdb.Database) -> None:
    table = parquet.read_table(io.BytesIO(exported(almanac, "parquet")[0]))
    rows = csv.DictReader(io.StringIO(exported(almanac, "csv")[0].decode()))
    assert table.column_names == rows.fieldnames
    assert [str(value) for value in table["id"].to_pylist()] == [row["id"] for row in rows]
    assert table["event"].to_pylist()[0] == "Caesar was murdered"


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "md", "timelinejs", "edtf-csv", "ics"])
def test_no_format_lets_an_escape_sequence_through(hostile: eventdb.Database, name: str) -> None:
    assert not set(exported(hostile, name)[0].decode()) & set("\x1b\x07\u202e")


def test_a_citation_names_the_page(tmp_path: Path) -> None:
    text = "They met on 12 May 2015. They parted on 13 May 2015."
    pages = (Span(0, 25), Span(25, len(text)))
    document = eventdb.SourceDocument(text, title="Report", language="en", pages=pages)
    with eventdb.open(tmp_path / "events.db", create=True) as database:
        with database.session() as session:
            eventdb.save(session, eventdb.analyze(document))
        text = exported(database, "md")[0].decode()
    assert re.findall(r"^\[\^\d\]: “They (\w+) .*” Report, page (\d)$", text, re.MULTILINE) == [
        ("met", "1"),
        ("parted", "2"),
    ]
