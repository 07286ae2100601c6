"""What a person reads in the column "when"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.temporal.calendar import instant
from eventdb.temporal.display import display, display_interval, ordinal
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval

SIDE = st.none() | st.integers(-(10**12), 10**12)


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2015-05-10", "Sun 2015-05-10"),
        ("2014-04", "2014-04"),
        ("2014", "2014"),
        ("2015-05-12T17:59", "Tue 2015-05-12 17:59"),
        ("2015-05-12T17:59:30", "Tue 2015-05-12 17:59:30"),
        ("2015-05-12T17", "Tue 2015-05-12 17:00-17:59"),
        ("[2015-05-12T16:30..2015-05-12T17:30]", "Tue 2015-05-12 16:30-17:30"),
        ("[2015-05-12T16:30..2015-05-13T01:30]", "in 2015-05-12 16:30 .. 05-13 01:30"),
        ("[2015-05-11..2015-05-17]", "week of 2015-05-11"),
        ("[2015-05-08..2015-05-14]", "in 2015-05-08 .. 2015-05-14"),
        ("2014-22", "summer 2014"),
        ("2014-34", "2014 Q2"),
        ("2014-41", "2014 H2"),
        ("199X", "1990s"),
        ("18XX", "19th century"),
        ("[0001..0099]", "1st century"),
        ("[1801..1900]", "in 1801 .. 1900"),
        ("[1802..1901]", "in 1802 .. 1901"),
        ("0966", "966 CE"),
        ("-0043", "44 BCE"),
        ("-0043-03-15", "44-03-15 BCE"),
        ("-0043-21", "spring 44 BCE"),
        ("Y12000", "12000"),
        ("2014-04/2015-05-12", "2014-04 .. 2015-05-12"),
        ("2015-05-10/2015-05-12", "2015-05-10 .. 2015-05-12"),
        ("[2014-04..2014-05]/2016", "2014-04 .. 2016"),
        ("2014/[2014-02..2014-07]", "2014 .. 2014-07"),
        ("[..2014-04]", "until 2014-04"),
        ("[2014-04..]", "2014-04 or later"),
        ("2014-04/..", "since 2014-04"),
        ("2014/[2015-05-12..]", "since 2014"),
        ("../2015", "until 2015"),
        ("../[2014..]", "at least until 2014"),
        ("[..2014]/..", "begun by 2014"),
        ("[..2015-05-12]/[2015-05-12..]", "as of Tue 2015-05-12"),
        ("[..2014-05-11]/[2015-05-12..]", "since before Mon 2014-05-12"),
        ("1120~", "about 1120"),
        ("2014?", "2014 (?)"),
        ("2014%", "about 2014 (?)"),
        ("..", "undated"),
    ],
)
def test_when_it_happened(edtf: str, shown: str) -> None:
    assert display(parse_edtf(edtf)) == shown


def test_begin_and_end_that_show_alike_are_shown_once() -> None:
    extent = Extent(Bounds(instant(2015), instant(2015, 7)), Bounds(instant(2015), instant(2016)))
    assert display(extent) == "2015 H1 .. 2015"
    alike = Extent(Bounds(instant(2015), instant(2016, 2)), Bounds(instant(2015), instant(2016)))
    assert display(alike) == "2015"


def test_bounds_that_exclude_each_other_are_not_hidden() -> None:
    assert display(Extent(Bounds(10, 5), Bounds(10, 5))) == "contradictory"


def test_intervals_for_people() -> None:
    assert display_interval(Interval(None, None)) == "any time"
    assert display_interval(Interval(None, instant(2014))) == "until 2013"
    assert display_interval(Interval(instant(2014), None)) == "2014 or later"
    assert display_interval(Interval(instant(2014), instant(2016))) == "2014 .. 2015"


def test_ordinals() -> None:
    assert [
        ordinal(n) for n in (1, 2, 3, 4, 11, 13, 21, 112)
    ] == [
        "1st", "2nd", "3rd", "4th", "11th", "13th", "21st", "112th",
    ]  # fmt: skip


@given(st.builds(Extent, st.builds(Bounds, SIDE, SIDE), st.builds(Bounds, SIDE, SIDE)))
def test_every_extent_can_be_shown(extent: Extent) -> None:
    assert display(extent)
