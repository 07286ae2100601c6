"""Listening on this computer, until it is told to stop."""

import socket
from contextlib import suppress

import uvicorn

from eventdb.errors import ServeError
from eventdb.query.selection import Selection
from eventdb.query.timeline import TimelineDatabase
from eventdb.serve.application import application
from eventdb.serve.editing import Editing

HOST = "127.0.0.1"


def listening(port: int) -> socket.socket:
    """A socket on a port of this computer that others cannot reach; port 0 takes a free one.

    Raises:
        ServeError: the port is in use, or may not be used.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()  # whoever is told the address may ask at once
    except OSError as error:
        listener.close()
        raise ServeError(
            f"port {port} cannot be used: {error.strerror}. Choose another with --port"
        ) from error
    return listener


def serve(
    database: TimelineDatabase, selection: Selection, listener: socket.socket, editing: Editing | None = None
) -> None:
    """Serves the page of a selection until it is interrupted; with `editing` it takes corrections."""
    port: int = listener.getsockname()[1]
    config = uvicorn.Config(
        application(database, selection, port, editing),
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=1,  # a stream of changes never ends by itself
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
