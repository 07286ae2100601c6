"""What stands before every request: only this computer's own page may ask, and be shown.

A page of another site can make a browser ask 127.0.0.1, under that address or, by a name of its own that
points there (DNS rebinding), under another. So the host asked for must be ours, what another site asks
for is refused, and no answer may be framed or guessed at.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAME_SITE = ("same-origin", "none")
"""`Sec-Fetch-Site` of what our page asks for, or a person with the address bar."""

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Middleware that refuses what does not come from the page, and closes every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], policy: str) -> None:
        self._app = app
        self._hosts = hosts
        self._headers = HEADERS | {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, closed)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            return PlainTextResponse("eventdb answers only to this computer's own address.\n", 421)
        opened = scope["path"] == "/" and headers.get("sec-fetch-mode") == "navigate"
        if headers.get("sec-fetch-site", "none") not in _SAME_SITE and not opened:
            return PlainTextResponse("eventdb answers only to its own page.\n", 403)
        return None
