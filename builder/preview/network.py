"""Where the preview listens: loopback only, on a port that is free."""

from __future__ import annotations

import errno
import os
import socket

from builder.diagnostics import LesbouwerError

ADDRESS = "127.0.0.1"
HOST_NAMES = (ADDRESS, "localhost")
"""Names in the Host header that are answered. Any other one is a page elsewhere that points a
name of its own at this machine to read along."""
FIRST_PORT, LAST_PORT = 8000, 8099


def listen(port: int | None) -> socket.socket:
    """A listening socket on ``port``, or on the first free one from 8000.

    Raises ``LesbouwerError`` when the port, or all of them, are taken.
    """
    ports = range(FIRST_PORT, LAST_PORT + 1) if port is None else (port,)
    for candidate in ports:
        found = _try_port(candidate)
        if found is not None:
            return found
    if port is None:
        raise LesbouwerError(
            "no port between {first} and {last} is free: end a preview that still runs, "
            "or name a port with --port",
            first=FIRST_PORT,
            last=LAST_PORT,
        )
    raise LesbouwerError(
        "port {port} is in use by another program, or it is not allowed: name another one with "
        "--port, or leave --port out",
        port=port,
    )


def _try_port(port: int) -> socket.socket | None:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # A port of a preview that was just ended is free again at once. On Windows the same
        # option would take the port away from another program.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((ADDRESS, port))
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            return None
        raise
    return listener
