"""The named periods of data/periods.toml: what they are called and when they were."""

from typing import Any

from eventdb.resources import load_toml
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.interval import Interval


def named_periods() -> dict[str, dict[str, Any]]:
    """The periods by key."""
    periods: dict[str, dict[str, Any]] = load_toml("periods.toml")["periods"]
    return periods


def period_interval(key: str) -> Interval | None:
    """From the start of its first day, month or year to the end of its last; None where nothing is so named.

    ``period_interval("world-war-ii")`` is 1939-09-01 to 1945-09-02.
    """
    period = named_periods().get(key)
    if period is None:
        return None
    start, end = parse_edtf(period["start"]), parse_edtf(period["end"])
    return Interval(start.begin.earliest, end.end.latest)
