"""`eventdb reject`: say that an event, its date, or a participant is none."""

import click

from eventdb.cli.correcting import Said, correct, statement_options
from eventdb.cli.options import database_option
from eventdb.events.mention import Status
from eventdb.store import edits
from eventdb.store.lookup import get_event
from eventdb.store.revision import Revision


@click.command(name="reject")
@click.argument("event", type=int)
@click.option("--when", is_flag=True, help="Only its date is wrong, and no other is known.")
@click.option("--who", multiple=True, metavar="NAME", help="Only this one does not take part.")
@statement_options
@database_option
def command(event: int, when: bool, who: tuple[str, ...], said: Said) -> None:
    """Say that an EVENT is none, or what of it is wrong.

    A rejected event stands in no list, and dates nothing that was anchored on it; `eventdb search
    status:rejected` finds it. What is wrong and known better is told with `eventdb set`.
    """

    def edit(revision: Revision) -> None:
        row = get_event(revision.session, event)
        for name in who:
            edits.reject_participant(revision, row, name)
        if when:
            edits.reject_date(revision, row)
        if not when and not who:
            edits.set_status(revision, row, Status.REJECTED)

    correct(edit, said)
