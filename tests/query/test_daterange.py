"""Dates and ranges as a person types them."""

import pytest

from eventdb.errors import QueryError, UnreadablePhrase
from eventdb.query.daterange import window
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval

YEAR_2008 = instant(2008)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014", Interval(instant(2014), instant(2015))),
        ("2014-03", Interval(instant(2014, 3), instant(2014, 4))),
        ("2014-03-17", Interval(instant(2014, 3, 17), instant(2014, 3, 18))),
        ("March 2014", Interval(instant(2014, 3), instant(2014, 4))),
        ("2008..2010", Interval(YEAR_2008, instant(2011))),
        ("2008 .. 2010-02", Interval(YEAR_2008, instant(2010, 3))),
        ("2008..2008", Interval(YEAR_2008, instant(2009))),
        ("..2009", Interval(None, instant(2010))),
        ("2008..", Interval(YEAR_2008, None)),
        ("..", Interval(None, None)),
    ],
)
def test_partial_dates_cover_their_period(text: str, expected: Interval) -> None:
    assert window(text) == expected


def test_interval_is_taken_as_it_is() -> None:
    assert window(Interval(3, None)) == Interval(3, None)


def test_range_that_ends_before_it_begins() -> None:
    with pytest.raises(QueryError, match=r'^the range "2010\.\.2008" ends before it begins$'):
        window("2010..2008")


@pytest.mark.parametrize("text", ["30 February 2014", "2014-02-30", "gibberish", "2008..gibberish", ""])
def test_date_that_cannot_be_read(text: str) -> None:
    with pytest.raises(UnreadablePhrase):
        window(text)


def test_time_beyond_what_the_database_holds_is_cut() -> None:
    far = window(Interval(-(10**30), 10**30))
    assert far == Interval(-(2**63) + 1, 2**63 - 1)
    assert window(Interval(10**30, 10**31)) == Interval(2**63 - 2, 2**63 - 1)
