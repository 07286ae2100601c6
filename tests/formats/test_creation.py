from datetime import UTC, date, datetime

import pytest

from eventdb.errors import DocumentError
from eventdb.formats.creation import creation_time
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

DAY = Interval.of(Unit.DAY, instant(2015, 5, 12))
MINUTE = Interval.of(Unit.MINUTE, instant(2015, 5, 12, 9, 30))


@pytest.mark.parametrize("value", [date(2015, 5, 12), "2015-05-12", "12 May 2015", "May 12, 2015"])
def test_a_date_is_a_day(value: str | date) -> None:
    assert creation_time(value, "given").interval == DAY


@pytest.mark.parametrize(
    "value",
    [
        datetime(2015, 5, 12, 9, 30, 17, tzinfo=UTC),
        "2015-05-12T09:30:17",
        "2015-05-12T09:30",
        "2015-05-12T09:30:17+02:00",
    ],
)
def test_a_date_with_a_time_is_a_minute(value: str | datetime) -> None:
    assert creation_time(value, "given").interval == MINUTE


def test_the_basis_is_kept() -> None:
    assert creation_time("2015-05-12", "stated in a.toml").basis == "stated in a.toml"


def test_a_relative_date_is_counted_from_the_reference() -> None:
    assert (
        creation_time("yesterday", "given", reference=Interval.of(Unit.DAY, instant(2015, 5, 13))).interval
        == DAY
    )


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ("30 February 2015", "the date given with --date cannot be used: .*30 February"),
        ("May 2015", 'the date given with --date cannot be used: "May 2015" is longer than a day'),
        ("yesterday", "the date given with --date cannot be used: "),
        ("soonish", "the date given with --date cannot be used: "),
    ],
)
def test_what_is_no_day_is_refused(value: str, complaint: str) -> None:
    with pytest.raises(DocumentError, match=complaint):
        creation_time(value, "given with --date")
