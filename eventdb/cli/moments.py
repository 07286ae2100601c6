"""Moments of the clock: when something is said, and as of when a person asks. Never what a date hangs on."""

from datetime import UTC, datetime, timedelta

from eventdb.cli.terminal import today
from eventdb.errors import UnreadablePhrase


def now() -> str:
    """The moment at which a person adds or changes something: ISO 8601, UTC."""
    return _text(datetime.now(UTC))


def shown(moment: str) -> str:
    """A kept moment to the minute, in the time of this place; as it stands where it is none of ours."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return moment


def moment_of(value: str) -> str:
    """The moment that a person means: of a day or month its end, here; of a time of day that time.

    "2026-11-24" in Berlin → "2026-11-24T22:59:59.999999+00:00".

    Raises:
        UnreadablePhrase: it is no date, or has no end, or lies beyond the years of the clock.
    """
    try:
        return _text(datetime.fromisoformat(value) if "T" in value else _end_of(value))
    except (ValueError, OverflowError, OSError) as error:
        raise UnreadablePhrase(f'"{value}" is no moment of the clock; write it as 2026-11-24') from error


def _end_of(value: str) -> datetime:
    from eventdb.phrase import interval_of  # the grammar, which most command lines need not
    from eventdb.temporal.calendar import civil

    end = interval_of(value, today()).end
    if end is None:
        raise UnreadablePhrase(f'"{value}" has no end: name the day whose end is meant')
    return datetime(*civil(end)) - timedelta(microseconds=1)


def _text(moment: datetime) -> str:
    """In UTC; a time without a zone is one of this place."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
