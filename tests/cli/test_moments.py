"""Moments of the clock, as a person asks for them."""

import time
from collections.abc import Iterator

import pytest

from eventdb.cli.moments import moment_of, now
from eventdb.errors import UnreadablePhrase


@pytest.fixture(autouse=True)
def _berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-11-24", "2026-11-24T22:59:59.999999+00:00"),
        ("2026-07", "2026-07-31T21:59:59.999999+00:00"),
        ("24 November 2026", "2026-11-24T22:59:59.999999+00:00"),
        ("2026-11-24T10:00", "2026-11-24T09:00:00.000000+00:00"),
        ("2026-11-24T10:00:00.000001+00:00", "2026-11-24T10:00:00.000001+00:00"),
    ],
)
def test_a_day_means_its_end_here(typed: str, moment: str) -> None:
    assert moment_of(typed) == moment


@pytest.mark.parametrize("typed", ["since 2026", "44 BC", "12000-01-01", "some day", "2026-11-24T99:00"])
def test_what_is_no_moment(typed: str) -> None:
    with pytest.raises(UnreadablePhrase):
        moment_of(typed)


def test_moments_follow_one_another_as_texts() -> None:
    moments = [now() for _ in range(100)]
    assert moments == sorted(moments)
    assert {len(moment) for moment in moments} == {len("2026-11-24T10:00:00.000001+00:00")}
