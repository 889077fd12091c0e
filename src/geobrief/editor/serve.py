"""Running the editor's server on this machine alone, and opening its page."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geobrief.errors import GeobriefError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from uvicorn import Server

    from geobrief.editor.desk import Desk
    from geobrief.editor.page import Pages
    from geobrief.gazetteer import Gazetteer

__all__ = ["edit", "listen", "prepare", "run", "server_of"]

LOOPBACK = "127.0.0.1"
_TURN_SECONDS: Final = 0.001
"""For how long a thread may keep the others waiting. With Python's own 5 ms a save that writes while another
thread draws the page loses that much at each of its twenty calls to the system."""


def edit(folder: Path, *, port: int = 0, open_browser: bool = True, told: Callable[[str], None]) -> None:
    """Serves the page that edits a brief until it is interrupted.

    Args:
        folder: The brief's.
        port: Of 127.0.0.1; 0 takes one that is free.
        open_browser: Whether the page is opened.
        told: Takes the address, once the server listens.

    Raises:
        GeobriefError: There is no brief, the port is taken, or the extra `edit` is not installed.
    """
    sys.setswitchinterval(_TURN_SECONDS)
    server, listening, address = prepare(folder, port=port)
    # What is loaded by now is needed to the end: no collection of garbage need walk over it.
    gc.freeze()
    run(server, listening, address, open_browser=open_browser, told=told)


def run(
    server: Server, listening: socket.socket, address: str, *, open_browser: bool, told: Callable[[str], None]
) -> None:
    """Tells the address, opens it, and serves until it is interrupted."""
    with listening:
        told(address)
        if open_browser:
            # It listens already: a page that asks before the server runs waits in the queue.
            webbrowser.open(address)
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listening])


def prepare(
    folder: Path, *, port: int = 0, gazetteer: Gazetteer | None = None
) -> tuple[Server, socket.socket, str]:
    """A server that is ready to run, the socket on which it will answer, and the page's address.

    Args:
        folder: The brief's.
        port: Of 127.0.0.1; 0 takes one that is free.
        gazetteer: One opened before; by default the user's own.

    Raises:
        GeobriefError: As `edit`.
    """
    try:
        import uvicorn  # noqa: F401 - asked for before anything is opened

        from geobrief.editor.app import create_app
    except ModuleNotFoundError as error:
        if error.name not in ("starlette", "uvicorn"):
            raise
        raise GeobriefError(
            f"Editing in the browser needs {error.name}. Run: pip install 'geobrief[edit]'"
        ) from error
    from geobrief.editor.desk import Desk
    from geobrief.editor.guard import Door
    from geobrief.editor.page import Pages
    from geobrief.editor.store import Writer
    from geobrief.gazetteer import open_gazetteer

    desk = Desk(folder, Writer(who="browser"))
    listening = listen(port)
    door = Door(listening.getsockname()[1], secrets.token_urlsafe(24))
    pages = Pages()
    # The first page takes a second, most of it for the map below: the browser needs about as long to open.
    threading.Thread(target=_draw_first, args=(desk, pages), daemon=True).start()
    app = create_app(
        desk, gazetteer or open_gazetteer(), door, pages=pages, leaving=lambda: server.should_exit
    )
    server = server_of(app)
    return server, listening, door.address


def server_of(app: Starlette) -> Server:
    """A server for an application that answers on this machine alone, all its modules loaded."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        lifespan="off",
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=5,
    )
    # Else the first question waits until this is imported, which competes with the drawing of the first page.
    config.load()
    # In a thread of its own: the caller's may have a running loop, as a notebook's does.
    loading = threading.Thread(target=_load_threads)
    loading.start()
    loading.join()
    return uvicorn.Server(config)


def _load_threads() -> None:
    """Imports what the server's threads need, by using one."""
    from starlette.concurrency import run_in_threadpool

    asyncio.run(run_in_threadpool(int))


def _draw_first(desk: Desk, pages: Pages) -> None:
    """Has the page at hand before it is asked for; what is wrong with the brief is told when it is."""
    with contextlib.suppress(GeobriefError):
        pages.html(desk.current())


def listen(port: int) -> socket.socket:
    """A socket that listens on 127.0.0.1, at a port that is free where 0 is given.

    Raises:
        GeobriefError: The port is taken or not allowed.
    """
    # With its protocol named asyncio sends each part of an answer at once (TCP_NODELAY, which it sets on what
    # says that it is TCP); else the body waits 40 ms for the client to acknowledge the head.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen(64)
    except OSError as error:
        listening.close()
        taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
        why = "is taken or not allowed; choose another with --port" if taken else f"cannot be used: {error}"
        raise GeobriefError(f"Port {port} {why}.") from error
    return listening
