"""EDTF: what is written is read back, and the standard's own part of it is the standard's."""

import pytest
from edtf import parse_edtf as strict_parse
from hypothesis import example, given
from hypothesis import strategies as st

from eventdb.errors import ExpressionSyntaxError
from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.edtf import (
    date_text,
    format_extent,
    iso_earliest,
    iso_latest,
    parse_edtf,
    unit_text,
    year_text,
)
from eventdb.temporal.extent import UNBOUNDED, Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

SECONDS = st.integers(-(10**12), 10**12)
EDGES = st.none() | SECONDS | SECONDS.map(Unit.DAY.floor) | SECONDS.map(Unit.YEAR.floor)
BOUNDS = st.builds(Bounds, EDGES, EDGES).filter(lambda bounds: not bounds.empty)
FLAGS = st.booleans()
EXTENTS = st.builds(Extent, BOUNDS, BOUNDS, approximate=FLAGS, uncertain=FLAGS).filter(lambda e: e.bounded)

WRITTEN = [
    "2015",
    "2015-05",
    "2015-05-12",
    "2015-05-12T17",
    "2015-05-12T17:59",
    "2015-05-12T17:59:30",
    "2014-04/2015-05-12",
    "2014-04/..",
    "../2015",
    "..",
    "[2015-05-08..2015-05-14]",
    "[..2014-04]",
    "[2014-04..]",
    "2014/[2015-05-12..]",
    "[..2015-05-12]/[2015-05-12..]",
    "199X",
    "18XX",
    "1XXX",
    "2015-21",
    "2015-24",
    "2015-34",
    "2015-41",
    "1120~",
    "2015-05?",
    "2014%",
    "2014-04~/2015~",
    "[1118~..1122~]",
    "-0043",
    "-0043-03-15",
    "0000",
    "Y12000",
    "Y-50000",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_is_written_is_read_back(text: str) -> None:
    assert format_extent(parse_edtf(text)) == text


@given(EXTENTS)
@example(Extent(Bounds(None, 0), Bounds(0, None)))
@example(Extent.within(Interval.of(Unit.DECADE, instant(-55))))
def test_every_extent_can_be_written_and_read_back(extent: Extent) -> None:
    assert parse_edtf(format_extent(extent)) == extent


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2015-05", (instant(2015, 5), instant(2015, 6)), (instant(2015, 5), instant(2015, 6))),
        (
            "2014-04/2015-05-12",
            (instant(2014, 4), instant(2014, 5)),
            (instant(2015, 5, 12), instant(2015, 5, 13)),
        ),
        ("[..2014-04]", (None, instant(2014, 5)), (None, instant(2014, 5))),
        ("2014/..", (instant(2014), instant(2015)), (None, None)),
        ("2015-24", (instant(2015, 12), instant(2016, 3)), (instant(2015, 12), instant(2016, 3))),
        ("18XX", (instant(1800), instant(1900)), (instant(1800), instant(1900))),
        ("[2014..2015-05]", (instant(2014), instant(2015, 6)), (instant(2014), instant(2015, 6))),
    ],
)
def test_what_a_text_denotes(
    text: str, begin: tuple[int | None, int | None], end: tuple[int | None, int | None]
) -> None:
    assert parse_edtf(text) == Extent(Bounds(*begin), Bounds(*end))


def test_qualifiers_move_no_bound() -> None:
    plain, about, perhaps, both = (parse_edtf(f"1120{mark}") for mark in ("", "~", "?", "%"))
    assert plain.begin == about.begin == perhaps.begin == both.begin
    assert [(e.approximate, e.uncertain) for e in (plain, about, perhaps, both)] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]


def test_both_sides_of_a_set_are_written_in_the_grain_that_fits_both() -> None:
    assert (
        format_extent(Extent.within(Interval(instant(2015, 5, 8), instant(2015, 6))))
        == "[2015-05-08..2015-05-31]"
    )
    assert format_extent(Extent.within(Interval(instant(2014), instant(2015, 6)))) == "[2014-01..2015-05]"
    assert format_extent(Extent(UNBOUNDED, UNBOUNDED)) == ".."


def test_a_contradiction_is_written_as_it_is() -> None:
    assert format_extent(Extent(Bounds(DAY, 0), Bounds(DAY, 0))) == "[1970-01-02..1969-12-31]"


STRICT = [
    "2015",
    "2015-05",
    "2015-05-12",
    "2015-05-12T17:59:30",
    "2014-04/2015-05-12",
    "2014-04/..",
    "../2015",
    "199X",
    "18XX",
    "2015-21",
    "1120~",
    "2015-05?",
    "2014%",
    "-0043",
    "-0043-03-15",
    "Y12000",
    "[..2014-04]",
    "[2014-04..]",
    "[2014-04..2015-05]",
    "2015-34",
]


@pytest.mark.parametrize("text", STRICT)
def test_what_the_standard_has_is_written_as_the_standard_says(text: str) -> None:
    assert format_extent(parse_edtf(text)) == text
    assert str(strict_parse(text)) == text


@given(st.dates())
def test_single_days_lie_where_the_edtf_package_puts_them(day: object) -> None:
    strict = strict_parse(str(day))
    ours = parse_edtf(str(day))
    lower = strict.lower_strict()
    assert ours.begin.earliest == instant(lower.tm_year, lower.tm_mon, lower.tm_mday)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2015-02-30", "there is no such date: 2015-02-30"),
        ("2015-13", "there is no such date: 2015-13"),
        ("2015-05-12T24:00", "there is no such date: 2015-05-12T24:00"),
        ("2015-05-12T10:60", "there is no such date"),
        ("199X-03", "there is no such date: 199X-03"),
        ("", "a date is missing"),
        ("2015/", "a date is missing"),
        ("May 2015", "'May 2015' is not a date in EDTF; write 2015, 2015-05 or 2015-05-12"),
        ("15-05", "is not a date in EDTF"),
        ("[2014]", "is not a date in EDTF"),
        ("2014/2015/2016", "is not a date in EDTF"),
    ],
)
def test_what_is_not_edtf_is_refused_in_one_line(text: str, message: str) -> None:
    with pytest.raises(ExpressionSyntaxError) as refused:
        parse_edtf(text)
    assert message in str(refused.value)


# ---------------------------------------------------------------- single bounds


@pytest.mark.parametrize(
    ("seconds", "earliest", "latest"),
    [
        (instant(2015, 5, 12), "2015-05-12", "2015-05-11"),
        (instant(2015, 5, 12, 18), "2015-05-12T18:00", "2015-05-12T17:59"),
        (instant(2015, 5, 12, 18, 0, 5), "2015-05-12T18:00:05", "2015-05-12T18:00:04"),
        (instant(-43, 3, 15), "-0043-03-15", "-0043-03-14"),
        (instant(10000), "+10000-01-01", "9999-12-31"),
        (instant(0), "0000-01-01", "-0001-12-31"),
    ],
)
def test_bounds_as_a_person_writes_them(seconds: int, earliest: str, latest: str) -> None:
    assert (iso_earliest(seconds), iso_latest(seconds)) == (earliest, latest)


@given(SECONDS)
def test_the_latest_of_a_bound_lies_just_before_it(seconds: int) -> None:
    assert iso_earliest(seconds) != iso_latest(seconds)
    assert len(iso_latest(seconds).lstrip("+-")) in {10, 11, 16, 17, 19, 20}


def test_texts_of_years_and_units() -> None:
    assert [year_text(year) for year in (2015, 44, 0, -43, 12000, -12000)] == [
        "2015",
        "0044",
        "0000",
        "-0043",
        "Y12000",
        "Y-12000",
    ]
    assert date_text(instant(2015, 5, 12, 7, 8, 9), Unit.HOUR) == "2015-05-12T07"
    assert unit_text(Interval(instant(1801), instant(1901))) is None
    assert unit_text(Interval(None, 0)) is None
