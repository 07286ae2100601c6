import csv
import json
from collections.abc import Callable

import pytest

from eventdb.formats.record import EventRecord
from eventdb.formats.table import write_table
from eventdb.formats.visible import width
from eventdb.formats.writers import WRITERS, as_dict, write_csv, write_json, write_jsonl
from eventdb.imports.spreadsheet import unguarded

RECORD = EventRecord(
    id=7,
    when="Mon 2019-03-04",
    event="The ministers signed the treaty",
    status="asserted",
    who="Ann Smith, Bo Li",
    where="Geneva",
    basis="stated",
    basis_text='"on 4 March"',
    edtf="2019-03-04",
    likely=None,
    begin_earliest="2019-03-04",
    begin_latest="2019-03-04",
    end_earliest="2019-03-04",
    end_latest=None,
    expression="Intersection(Year(2019), March 4)",
    quote='They said: "yes", and signed.',
    document_id=1,
    document="Talks",
    source=None,
    start=10,
    end=16,
)


def read_csv(*records: EventRecord) -> list[list[str]]:
    return list(csv.reader("\n".join(write_csv(records, 80)).splitlines(keepends=True)))


def test_csv_has_every_field_and_reads_back() -> None:
    head, row = read_csv(RECORD)
    values = dict(zip(head, row, strict=True))
    assert head == list(EventRecord._fields)
    assert values["quote"] == RECORD.quote
    assert values["who"] == "Ann Smith, Bo Li"
    assert values["end_latest"] == ""


def test_csv_keeps_a_quote_of_several_lines_in_one_row() -> None:
    head, row = read_csv(RECORD._replace(quote="one\ntwo"))
    assert row[head.index("quote")] == "one\ntwo"


@pytest.mark.parametrize("sign", "=+-@\t'")
def test_csv_holds_no_formula(sign: str) -> None:
    evil = RECORD._replace(event=f"{sign}=cmd|' /C calc'!A0", source=None)
    head, row, plain = read_csv(evil, RECORD)
    assert row[head.index("event")].startswith("'")
    assert unguarded(row[head.index("event")]) == evil.event
    assert plain[head.index("event")] == RECORD.event
    assert row[head.index("source")] == ""


def test_csv_leaves_dates_before_christ_as_they_are() -> None:
    head, row = read_csv(RECORD._replace(begin_earliest="-0044-03-15"))
    assert row[head.index("begin_earliest")] == "-0044-03-15"


def test_jsonl_has_one_object_a_line() -> None:
    lines = "\n".join(write_jsonl([RECORD, RECORD._replace(id=8)], 80)).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [7, 8]
    assert json.loads(lines[0]) == as_dict(RECORD)


@pytest.mark.parametrize("count", [0, 1, 3, 1001])
def test_json_is_one_array(count: int) -> None:
    text = "\n".join(write_json([RECORD] * count, 80))
    assert [row["event"] for row in json.loads(text)] == [RECORD.event] * count


@pytest.mark.parametrize("name", WRITERS)
def test_no_writer_lets_an_escape_sequence_through(name: str) -> None:
    evil = RECORD._replace(event="x\x1b]0;title\x07", quote="\x9b2J", who="\u202eevil", document="\x1b[1m")
    text = "\n".join(WRITERS[name]([evil], 200))
    assert not set(text) & set("\x1b\x07\x9b\u202e")


def lines_of(*records: EventRecord, total: int = 80) -> list[str]:
    return list(write_table(records, total))


def test_the_table_puts_numbers_right_and_dates_first() -> None:
    head, first, second = lines_of(RECORD, RECORD._replace(id=12, when="2014-04"))
    assert head == "id  when            event                            basis"
    assert first == ' 7  Mon 2019-03-04  The ministers signed the treaty  "on 4 March"'
    assert second == '12  2014-04         The ministers signed the treaty  "on 4 March"'


def test_only_a_status_other_than_asserted_is_shown() -> None:
    assert "planned: The ministers" in lines_of(RECORD, RECORD._replace(status="planned"))[2]
    assert "asserted" not in lines_of(RECORD)[1]


def test_dates_and_numbers_are_never_cut() -> None:
    dated = LONG._replace(when="between 2019-03-04 and 2019-03-08", id=12345)
    assert lines_of(dated)[1].startswith("12345  between 2019-03-04 and 2019-03-08  The")


LONG = RECORD._replace(event="The ministers of many countries signed the treaty " * 4, basis_text="b" * 90)


@pytest.mark.parametrize("total", [20, 80, 100, 140, 200])
def test_the_table_fits_the_terminal(total: int) -> None:
    lines = lines_of(LONG, RECORD, total=total)
    assert max(map(width, lines)) <= max(total, 80)
    assert "…" in lines[1]


@pytest.mark.parametrize(("total", "shown"), [(80, False), (140, True)])
def test_a_wide_terminal_shows_who_and_where(total: int, shown: bool) -> None:
    assert ("Ann Smith, Bo Li" in lines_of(RECORD, total=total)[1]) is shown
    assert ("Geneva" in lines_of(RECORD, total=total)[1]) is shown


def test_a_very_wide_terminal_names_the_document() -> None:
    assert lines_of(RECORD, total=170)[1].endswith("Talks")


def test_no_events_no_table() -> None:
    assert lines_of() == []


@pytest.mark.parametrize(
    "make", [lambda r: r._replace(event="会议在北京举行"), lambda r: r._replace(event="Zu\u0308rich")]
)
def test_columns_stay_aligned_with_wide_and_combining_characters(
    make: Callable[[EventRecord], EventRecord],
) -> None:
    first, second = lines_of(RECORD, make(RECORD))[1:]
    assert width(first.split('"')[0]) == width(second.split('"')[0])
