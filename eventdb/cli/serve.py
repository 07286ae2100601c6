"""`eventdb serve`: the page over the database, as long as it runs."""

from secrets import token_urlsafe
from typing import Any

import click

from eventdb.cli.correcting import speaker
from eventdb.cli.moments import now
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.selecting import QueryCommand, selected, selection_options
from eventdb.cli.terminal import say, tell
from eventdb.extras import requires

MOST = 20_000


@click.command(name="serve", cls=QueryCommand)
@selection_options
@click.option("--limit", type=click.IntRange(min=0), metavar="N", default=MOST, show_default=True)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
@click.option("--edit", is_flag=True, help="Take corrections from the page that is opened with the token.")
@click.option("--by", metavar="NAME", help="Who corrects; $EVENTDB_USER, else your user name.")
@database_option
def command(port: int, edit: bool, by: str | None, **options: Any) -> None:
    """Show the timeline as a web page, to this computer alone, while documents come in.

    The options choose events as in `eventdb list`. The page looks for changes of the database by
    itself. Nothing can be changed through it, unless with --edit: then the address holds a token, with
    which events can be corrected as with `eventdb set`. Ctrl-C ends it.
    """
    with requires("serve"):
        from eventdb.serve.editing import Editing
        from eventdb.serve.server import HOST, listening, serve
    selection = selected(**options)
    selection.validate()
    with opened() as database, listening(port) as listener:
        editing = Editing(token_urlsafe(), speaker(by), now) if edit else None
        token = f"#token={editing.token}" if editing else ""
        say(f"http://{HOST}:{listener.getsockname()[1]}/{token}")
        tell(f"Shows {database.name} to this computer alone. Ctrl-C ends it.")
        serve(database, selection, listener, editing)
