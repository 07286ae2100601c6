"""Dates on the command line."""

import click

from eventdb.cli.terminal import today
from eventdb.errors import EventdbError, UnreadablePhrase
from eventdb.formats.bounds import iso_bounds
from eventdb.query.daterange import window
from eventdb.temporal.extent import Extent


def checked_date(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """A date or range as a person types it, in a form that `eventdb.query` reads.

    What needs no reference stays as it was typed; a relative date, "2 weeks ago", is counted from
    today and becomes the range that it means. Ends with a usage error that names the option.
    """
    if value is None:
        return None
    try:
        return value if _stands_alone(value) else _from_today(value)
    except EventdbError as error:
        raise click.BadParameter(str(error)) from error


def given_extent(_ctx: click.Context, _option: click.Parameter, value: str | None) -> Extent | None:
    """When something happened, as a person types it; a relative date is counted from today."""
    if value is None:
        return None
    from eventdb.phrase import extent_of  # the grammar, which most command lines need not

    try:
        return extent_of(value, today())
    except EventdbError as error:
        raise click.BadParameter(str(error)) from error


def _stands_alone(value: str) -> bool:
    try:
        window(value)
    except UnreadablePhrase:
        return False
    return True


def _from_today(value: str) -> str:
    from eventdb.phrase import interval_of  # the grammar, which most command lines need not

    interval = interval_of(value, today())
    earliest, latest = iso_bounds(interval.start, interval.end)
    return f"{earliest or ''}..{latest or ''}"
