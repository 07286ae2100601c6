"""Logs and chronicles: a time stands over what happened then."""

from eventdb.pipeline import analyze
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import format_extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document

WRITTEN = CreationTime(Interval.of(Unit.DAY, instant(2024, 2, 29)), "given with --date")
LOG = """Pump failure, hall four

21:47 Alarm raised: pressure above 12 bar in line 3.
21:52 Duty engineer acknowledges the alarm.
22:10 Pump 118 shut down. Valves closed by hand.
23:58 Primary back in service
00:20 Relief crew arrives.
00:40 Mr Tate, foreman, seen by Dr Okafor.
"""
CHRONICLE = """- 12 March 1998: The board meets and appoints Ann Lind.
- May 1999 – Works at Harlow sold
- 2003: First factory abroad. It had been planned since 2001.
"""


def told(text: str) -> dict[str, str]:
    analysis = analyze(Document(text, WRITTEN))
    assert analysis.diagnostics == ()
    return {event.title: format_extent(event.extent) for event in analysis.events if event.salient}


def test_each_line_of_a_log_is_an_event_at_its_time() -> None:
    assert told(LOG) == {
        "Alarm raised: pressure above 12 bar in line 3": "2024-02-29T21:47",
        "Duty engineer acknowledges the alarm": "2024-02-29T21:52",
        "Pump 118 shut down": "2024-02-29T22:10",
        "Valves closed by hand": "2024-02-29T22:10",
        "Primary back in service": "2024-02-29T23:58",
        "Relief crew arrives": "2024-03-01T00:20",
        "Tate seen by Okafor": "2024-03-01T00:40",
    }


def test_an_entry_tells_the_main_clauses_of_its_time_alone() -> None:
    assert told(CHRONICLE) == {
        "The board meets and appoints Ann Lind": "1998-03-12",
        "The board appoints Ann Lind": "1998-03-12",
        "Works at Harlow sold": "1999-05",
        "First factory abroad": "2003",
        "It had been planned": "2001/[2001-01..2024-02]",
    }


DIARY = """Tuesday, 3 April 1951. Rain all day. Father went to the bank in the morning.

The roof leaks. Uncle Paul had sailed on Sunday.

Wednesday. Clear at last. John wrote ten days ago.

Friday 6th. John sails on the 20th.

Monday. School began.
"""
LINES = """12 March 1998

The board met. The board had appointed Ann Lind a week earlier.

Saturday

Works at Harlow were sold yesterday.
"""


def told_undated(text: str) -> dict[str, str]:
    analysis = analyze(Document(text))
    assert analysis.diagnostics == ()
    return {event.title: format_extent(event.extent) for event in analysis.events}


def test_a_diary_counts_from_the_day_over_each_entry() -> None:
    found = told_undated(DIARY)
    assert found["Father went to the bank"] == "[1951-04-03T00..1951-04-03T11]"
    assert found["Uncle Paul had sailed"] == "1951-04-01"
    assert found["John wrote"] == "1951-03-25"
    assert found["John sails"] == "1951-04-20"
    assert found["School began"] == "1951-04-09"


def test_days_on_lines_of_their_own_stand_over_what_follows() -> None:
    found = told_undated(LINES)
    assert found["The board met"] == "1998-03-12"
    assert found["The board had appointed Ann Lind"] == "[1998-03-02..1998-03-08]"
    assert found["Works at Harlow were sold"] == "1998-03-13"
