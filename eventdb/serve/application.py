"""The web application: the page, its events again as JSON, and a stream that tells of changes."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import Any

from anyio import sleep, to_thread
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from eventdb.errors import NotFound
from eventdb.formats.page import evidence_values, live_values, page_html
from eventdb.formats.page.document import content_policy, embedded_json
from eventdb.query.selection import Selection
from eventdb.query.timeline import TimelineDatabase
from eventdb.serve.editing import Editing, Editor
from eventdb.serve.guard import Guard
from eventdb.store.changes import Changes
from eventdb.store.lookup import get_event

POLL = 0.5
"""Seconds between two looks at whether the database has changed."""

SILENCE = 15.0
"""Seconds after which a stream says something, so that a lost connection is noticed."""


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The page of a selection of events, as it is now."""

    database: TimelineDatabase
    selection: Selection
    editable: bool = False

    def values(self) -> dict[str, Any]:
        """What the page shows."""
        with self.database.session(read_only=True) as session:
            return live_values(session, self.selection, editable=self.editable)

    def page(self, _request: Request) -> Response:
        """The whole page."""
        return HTMLResponse(page_html(self.values()))

    def events(self, _request: Request) -> Response:
        """What it shows, again."""
        return Response(embedded_json(self.values()), media_type="application/json")

    def evidence(self, request: Request) -> Response:
        """What is known of one event."""
        with self.database.session(read_only=True) as session:
            try:
                event = get_event(session, request.path_params["event"])
            except NotFound as missing:
                return PlainTextResponse(f"{missing}\n", 404)
            return Response(embedded_json(evidence_values(session, event)), media_type="application/json")

    async def changes(self, _request: Request) -> Response:
        """A stream of server-sent events, one whenever the database has changed."""
        return StreamingResponse(self._changes(), media_type="text/event-stream")

    async def _changes(self) -> AsyncIterator[str]:
        with Changes(self.database) as changes:
            seen, silent = await to_thread.run_sync(changes.version), 0.0
            yield "retry: 1000\n\n"
            while True:
                await sleep(POLL)
                silent += POLL
                now = await to_thread.run_sync(changes.version)
                if now != seen or silent >= SILENCE:
                    yield f"data: {now}\n\n" if now != seen else ": still here\n\n"
                    seen, silent = now, 0.0


def application(
    database: TimelineDatabase, selection: Selection, port: int, editing: Editing | None = None
) -> Starlette:
    """The application for a server on a port of this computer; with `editing` it takes corrections."""
    page = TimelinePage(database, selection, editable=editing is not None)
    hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))
    return Starlette(
        routes=[
            *(_corrections(Editor(database, editing)) if editing else ()),
            _get("/", page.page),
            _get("/events.json", page.events),
            _get("/events/{event:int}.json", page.evidence),
            _get("/changes", page.changes),
        ],
        middleware=[Middleware(Guard, hosts=hosts, policy=content_policy(live=True))],
    )


def _corrections(editor: Editor) -> Iterator[Route]:
    yield Route("/events/{event:int}", editor.correct, methods=["POST"])
    yield Route("/undo", editor.undo, methods=["POST"])


def _get(path: str, endpoint: Callable[[Request], Any]) -> Route:
    return Route(path, endpoint, methods=["GET"])
