"""`eventdb set`: say of an event what its text does not, or says otherwise."""

from collections.abc import Sequence
from typing import Any

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.dates import given_extent
from eventdb.cli.options import database_option
from eventdb.events.mention import Status
from eventdb.store import edits
from eventdb.store.lookup import get_event
from eventdb.store.models import Event
from eventdb.store.revision import Revision
from eventdb.temporal.extent import Extent

STATUSES = [status.value for status in Status if status is not Status.REJECTED]


@click.command(name="set")
@click.argument("event", type=int)
@click.option("--when", callback=given_extent, metavar="DATE", help="When it happened.")
@click.option("--title", help="What to call it.")
@click.option("--status", type=click.Choice(STATUSES), help="How it stands with it.")
@click.option("--who", multiple=True, metavar="NAME", help="Somebody who takes part; may be given again.")
@click.option("--where", metavar="PLACE", help="Where it happened.")
@statement_options
@database_option
def command(event: int, said: Said, **values: Any) -> None:
    """Correct an EVENT: its date, title, status, place, or who takes part.

    EVENT is a number from `eventdb list`. A date is anything that the parser understands (2015-05-12,
    "about 1120", 2014-04..2015-05) or EDTF. All that is anchored on the event moves with it, in other
    documents too; the correction survives whatever is analysed anew, and is taken back by `eventdb undo`.
    """
    if not any(values.values()):
        ctx = click.get_current_context()
        raise click.UsageError("say what to set: --when, --title, --status, --who or --where", ctx)

    def edit(revision: Revision) -> None:
        _set(revision, get_event(revision.session, event), **values)

    correct(edit, said)


def _set(
    revision: Revision,
    event: Event,
    *,
    when: Extent | None,
    title: str | None,
    status: str | None,
    who: Sequence[str],
    where: str | None,
) -> None:
    """The date last, for all that hangs on it is analysed anew."""
    if title:
        edits.set_title(revision, event, title)
    if where:
        edits.set_place(revision, event, where)
    for name in who:
        edits.add_participant(revision, event, name)
    if status:
        edits.set_status(revision, event, Status(status))
    if when:
        edits.set_date(revision, event, when)
