"""Corrections sent by the page: who holds the token may say what `eventdb set`, `note` and `undo` say."""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from eventdb.errors import EventdbError, NotFound, StoreError
from eventdb.events.mention import Status
from eventdb.phrase import extent_of
from eventdb.query.timeline import TimelineDatabase
from eventdb.store import edits
from eventdb.store.corrections import Statement
from eventdb.store.lookup import get_event
from eventdb.store.models import Event
from eventdb.store.revision import Revision
from eventdb.store.step import Step
from eventdb.store.undo import undo

LARGEST = 65_536
"""Bytes of a request: a title and a reason are short."""

Json = dict[str, Any]
Edit = Callable[[Revision], object]


@dataclass(frozen=True, slots=True)
class Editing:
    """Who may correct, and as whom: `token` is known to the page that was opened with it, `by` is the name
    under which corrections are kept, `now` gives the moment of one (ISO 8601, UTC).
    """

    token: str
    by: str | None
    now: Callable[[], str]


class Editor:
    """Makes the corrections, one after the other."""

    def __init__(self, database: TimelineDatabase, editing: Editing) -> None:
        self._database = database
        self._editing = editing
        self._one = Lock()

    async def correct(self, request: Request) -> Response:
        """``{"when", "title", "status", "note", "why"}`` of an event; what is left out stays as it is."""
        number: int = request.path_params["event"]

        def edit(said: Json) -> Edit | None:
            known = said.keys() <= {*_CHANGES, "why"} and all(isinstance(v, str) for v in said.values())
            return partial(_set, number=number, said=said) if said and known else None

        return await self._answer(request, edit)

    async def undo(self, request: Request) -> Response:
        """``{"correction"}``: takes back what was said with it."""

        def edit(said: Json) -> Edit | None:
            number = said.get("correction")
            return partial(undo, number=number) if isinstance(number, int) else None

        return await self._answer(request, edit)

    async def _answer(self, request: Request, edit_of: Callable[[Json], Edit | None]) -> Response:
        """What came of an edit; None is one that cannot be read."""
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        said = _read(await request.body())
        edit = edit_of(said)
        if edit is None:
            return PlainTextResponse("This is no correction.\n", 400)
        try:
            return JSONResponse(await run_in_threadpool(self._take, edit, said.get("why")))
        except NotFound as missing:
            return PlainTextResponse(str(missing), 404)
        except EventdbError as error:
            return PlainTextResponse(str(error), 422)

    def _refusal(self, request: Request) -> Response | None:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given.encode(), self._editing.token.encode()):
            return PlainTextResponse("Open the address that eventdb serve --edit printed.\n", 401)
        if request.headers.get("content-type") != "application/json":
            return PlainTextResponse("This is no correction.\n", 415)
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > LARGEST:
            return PlainTextResponse("This is too long for a correction.\n", 413)
        return None

    def _take(self, edit: Edit, why: str | None) -> Json:
        statement = Statement(self._editing.by, self._editing.now(), why)
        with self._one:
            revision = Step(self._database, statement, edit).take()
        return {
            "correction": revision.corrections[0] if revision.corrections else None,
            "moved": [
                {"event": change.event_id, "title": change.title, "old": change.old, "new": change.new}
                for change in revision.changes
                if change.salient
            ],
        }


def _read(body: bytes) -> Json:
    """The object that was sent; an empty one where it is none."""
    try:
        said = json.loads(body)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _set(revision: Revision, number: int, said: Json) -> None:
    """The date last, for all that hangs on it is analysed anew."""
    event = get_event(revision.session, number)
    for name, change in _CHANGES.items():
        if said.get(name):
            change(revision, event, said[name])


def _set_status(revision: Revision, event: Event, status: str) -> None:
    if status not in list(Status):
        raise StoreError(f'there is no status "{status}": choose from {", ".join(Status)}')
    edits.set_status(revision, event, Status(status))


def _set_date(revision: Revision, event: Event, when: str) -> None:
    edits.set_date(revision, event, extent_of(when))


_CHANGES: dict[str, Callable[[Revision, Event, str], None]] = {
    "title": edits.set_title,
    "note": edits.note,
    "status": _set_status,
    "when": _set_date,
}
