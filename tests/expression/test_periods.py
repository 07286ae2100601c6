"""Named periods of history."""

import pytest
from expressions import edtf

from eventdb.expression.periods import named_periods, period_interval
from eventdb.temporal.edtf import parse_edtf


@pytest.mark.parametrize(
    ("key", "dates"),
    [
        ("world-war-i", "[1914-07-28..1918-11-11]"),
        ("world-war-ii", "[1939-09-01..1945-09-02]"),
        ("cold-war", "[1947-03-12..1991-12-26]"),
        ("great-depression", "[1929..1939]"),
        ("second-punic-war", "[-0217..-0200]"),
    ],
)
def test_when_it_was(key: str, dates: str) -> None:
    interval = period_interval(key)
    assert interval is not None
    assert edtf(interval) == dates


def test_a_period_that_nobody_knows() -> None:
    assert period_interval("second-age") is None


@pytest.mark.parametrize("key", sorted(named_periods()))
def test_every_period_of_the_file_begins_before_it_ends(key: str) -> None:
    period = named_periods()[key]
    start, end = parse_edtf(period["start"]), parse_edtf(period["end"])
    assert start.begin.latest is not None
    assert end.end.latest is not None
    assert start.begin.latest <= end.end.latest
    assert key == key.lower()


def test_every_period_has_names_of_its_own() -> None:
    names = [name for period in named_periods().values() for name in period["en"]]
    assert len(names) == len(set(names))
    assert not [name for name in names if name.lower().startswith("the ")]
