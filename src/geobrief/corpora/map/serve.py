"""Serving the map of a corpus on this machine alone, with all that its page leaves out."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geobrief.errors import CorpusError
from geobrief.render.messages import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    import socket

    from uvicorn import Server

__all__ = ["Ready", "ready", "serve"]

_COMMAND: Final = "geobrief serve"


@dataclass(frozen=True, slots=True)
class Ready:
    """A server that listens and has yet to run."""

    server: Server
    listening: socket.socket
    address: str


def serve(
    folder: Path,
    *,
    port: int = 0,
    open_browser: bool = True,
    language: str = DEFAULT_LANGUAGE,
    told: Callable[[str], None],
) -> None:
    """Serves the map of a dataset until it is interrupted.

    Args:
        folder: The dataset's.
        port: Of 127.0.0.1; 0 takes one that is free.
        open_browser: Whether the page is opened.
        language: Of the page's interface.
        told: Takes the address, once the server listens.

    Raises:
        GeobriefError: There is no dataset, the port is taken, the page does not speak the language, or the
            extra `edit` is not installed.
    """
    with ready(folder, port=port, language=language) as prepared:
        from geobrief.editor.serve import run

        run(prepared.server, prepared.listening, prepared.address, open_browser=open_browser, told=told)


@contextlib.contextmanager
def ready(folder: Path, *, port: int = 0, language: str = DEFAULT_LANGUAGE) -> Iterator[Ready]:
    """A server over a dataset, its database open until the block ends.

    Raises:
        GeobriefError: As `serve`.
    """
    try:
        import uvicorn  # noqa: F401 - asked for before anything is opened

        from geobrief.corpora.map.app import create_app
    except ModuleNotFoundError as error:
        if error.name not in ("starlette", "uvicorn"):
            raise
        raise CorpusError(f"Serving a map needs {error.name}. Run: pip install 'geobrief[edit]'") from error
    from geobrief.corpora.map.answers import Answers
    from geobrief.corpora.map.dataset import open_dataset
    from geobrief.corpora.map.kept import counted_dataset
    from geobrief.corpora.map.page import corpus_page
    from geobrief.corpora.map.speaking import corpus_interface
    from geobrief.editor.guard import Door
    from geobrief.editor.serve import listen, server_of

    corpus_interface(language)
    dataset = open_dataset(folder)
    with listen(port) as listening, counted_dataset(dataset) as (duck, record):
        door = Door(listening.getsockname()[1], secrets.token_urlsafe(24), _COMMAND)
        html = corpus_page(record, language=language, token=door.token)
        app = create_app(Answers(duck, record["publishers"]), html, door)
        yield Ready(server_of(app), listening, door.address)
