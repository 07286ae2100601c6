"""Occurrences of what recurs."""

from itertools import islice

import pytest
from expressions import REPEATINGS, TUESDAY, edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdb.expression.nodes import Field, Last, Repeating
from eventdb.expression.notation import load
from eventdb.expression.repeating import cycle_of, occurrences
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

NOON = instant(2015, 5, 12)


def recurring(notation: str) -> Repeating:
    node = load(f"Last({notation})")
    assert isinstance(node, Last)
    assert isinstance(node.what, Repeating)
    return node.what


@pytest.mark.parametrize(
    ("notation", "following", "preceding"),
    [
        ("April", "2016-04", "2015-04"),
        ("Friday", "2015-05-15", "2015-05-08"),
        ("13th Friday", "2015-11-13", "2015-03-13"),
        ("May 3rd 12h", "2016-05-03T12:00", "2015-05-03T12:00"),
        ("February 29th", "2016-02-29", "2012-02-29"),
        ("31st", "2015-05-31", "2015-03-31"),
        ("week", "[2015-05-18..2015-05-24]", "[2015-05-11..2015-05-17]"),
        ("decade", "202X", "201X"),
        ("Q3", "2015-35", "2014-35"),
        ("H1", "2016-40", "2015-40"),
        ("winter", "2015-24", "2014-24"),
        ("W1", "[2016-01-04..2016-01-10]", "[2014-12-29..2015-01-04]"),
        ("W53", "[2015-12-28..2016-01-03]", "[2009-12-28..2010-01-03]"),
        ("weekend", "[2015-05-16..2015-05-17]", "[2015-05-09..2015-05-10]"),
        ("morning", "[2015-05-12T00..2015-05-12T11]", "[2015-05-11T00..2015-05-11T11]"),
        ("night", "[2015-05-12T17..2015-05-13T06]", "[2015-05-11T17..2015-05-12T06]"),
        ("24h", "2015-05-12T00:00", "2015-05-11T00:00"),
        ("15h 30m", "2015-05-12T15:30", "2015-05-11T15:30"),
        ("15h 30m 20s", "2015-05-12T15:30:20", "2015-05-11T15:30:20"),
        ("Friday night", "[2015-05-15T17..2015-05-16T06]", "[2015-05-08T17..2015-05-09T06]"),
        ("Holiday(easter)", "2016-03-27", "2015-04-05"),
        ("()", "2015-05-12", "2015-05-11"),
    ],
)
def test_the_next_and_the_latest_to_begin(notation: str, following: str, preceding: str) -> None:
    what = recurring(notation)
    assert edtf(next(occurrences(what, Interval(NOON, None)))) == following
    assert edtf(next(occurrences(what, Interval(None, NOON), backward=True))) == preceding


@pytest.mark.parametrize(
    "notation",
    [
        "February 30th",
        "month=13",
        'part="XX"',
        'season="XX"',
        'weekend="FR"',
        "weekday=8",
        "unit=7",
        "Holiday(nowhere)",
    ],
)
def test_what_never_comes_is_not_found(notation: str) -> None:
    assert list(occurrences(recurring(notation), Interval(NOON, None))) == []


@settings(deadline=None)  # a search for what never comes goes on for a while
@given(REPEATINGS, st.integers(-(10**11), 10**11), st.integers(1, 10**8))
def test_occurrences_begin_in_the_window_and_come_in_order(what: Repeating, start: int, length: int) -> None:
    window = Interval(start, start + length)
    forward = list(islice(occurrences(what, window), 20))
    begins = [found.sides[0] for found in forward]
    assert begins == sorted(begins)
    assert all(start <= begin < start + length for begin in begins)
    if len(forward) < 20:
        assert sorted(occurrences(what, window, backward=True), key=lambda i: i.sides) == forward


@pytest.mark.parametrize("backward", [False, True])
def test_a_search_needs_a_side_to_start_from(backward: bool) -> None:
    window = Interval(None, None)
    with pytest.raises(ValueError, match="starts from a bound"):
        next(occurrences(recurring("April"), window, backward=backward))


def test_cycles() -> None:
    notations = (
        "3rd",
        "May 3rd",
        "Tuesday",
        "Tuesday 13th",
        "15h",
        "30m",
        "Holiday(easter)",
        "week",
        "unit=3",
        "()",
    )
    cycles = [cycle_of(recurring(notation)) for notation in notations]
    assert cycles == [
        Unit.MONTH,
        Unit.YEAR,
        Unit.WEEK,
        Unit.MONTH,
        Unit.DAY,
        Unit.HOUR,
        Unit.YEAR,
        Unit.WEEK,
        Unit.YEAR,
        Unit.DAY,
    ]


def test_all_days_of_a_week() -> None:
    week = Interval.of(Unit.WEEK, TUESDAY.sides[0])
    days = list(occurrences(Repeating.unit(Unit.DAY), week))
    assert len(days) == 7
    assert days == [Interval.of(Unit.DAY, week.sides[0] + n * 86400) for n in range(7)]
    assert list(occurrences(Repeating.of(Field.WEEKDAY, 2), week)) == [TUESDAY]
