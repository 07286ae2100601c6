"""Dates on the command line."""

import click

from eventdb.cli.terminal import today
from eventdb.errors import EventdbError, UnreadablePhrase
from eventdb.formats.bounds import iso_bounds
from eventdb.phrase import interval_of
from eventdb.query.daterange import window


class WhenType(click.ParamType):
    """A date or range as a person types it; a relative one is counted from today.

    The value is text that `eventdb.query` reads: what needs no reference stays as it was typed,
    "2 weeks ago" becomes the day that it means.
    """

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check a date, or end with a usage error that names the option."""
        try:
            window(value)
        except UnreadablePhrase:
            return self._relative(value, param, ctx)
        except EventdbError as error:
            self.fail(str(error), param, ctx)
        return value

    def _relative(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            interval = interval_of(value, today())
        except EventdbError as error:
            self.fail(str(error), param, ctx)
        earliest, latest = iso_bounds(interval.start, interval.end)
        return f"{earliest or ''}..{latest or ''}"


WHEN = WhenType()
