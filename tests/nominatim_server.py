"""A server on this machine that answers as Nominatim documents its search, and fails on demand."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from geobrief.gazetteer.build import CACHE_VARIABLE, cache_folder

LICENCE = "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright"


def result(name: str, lon: float, lat: float, /, **fields: Any) -> dict[str, Any]:
    """One member of an answer in the format jsonv2: numbers of degrees are strings, west comes third."""
    half = 0.02
    return {
        "place_id": 240109189,
        "licence": LICENCE,
        "osm_type": "node",
        "osm_id": 107775,
        "lat": f"{lat}",
        "lon": f"{lon}",
        "category": "place",
        "type": "village",
        "place_rank": 19,
        "importance": 0.31,
        "addresstype": "village",
        "name": name,
        "display_name": f"{name}, somewhere",
        "address": {"village": name, "state": "Tatarstan", "country": "Russia", "country_code": "ru"},
        "extratags": {"population": "1,204"},
        "namedetails": {"name": name},
        "boundingbox": [f"{lat - half}", f"{lat + half}", f"{lon - half}", f"{lon + half}"],
        **fields,
    }


VERKHNYAYA = result("Zubrovichka", 52.31, 55.61)


@dataclass
class Server:
    """What it answers, and what it was asked."""

    url: str = ""
    places: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {"Zubrovichka": [VERKHNYAYA]})
    status: int = 200
    body: bytes | None = None
    """Instead of an answer."""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds before it answers."""
    dripping: float = 0.0
    """Seconds before each byte of the answer."""
    asked: list[dict[str, str]] = field(default_factory=list)
    """The parameters of each question."""
    user_agents: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [each["q"] for each in self.asked]


def handler_of(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            server.asked.append(query)
            server.user_agents.append(self.headers["User-Agent"])
            time.sleep(server.delay)
            body = server.body
            if body is None:
                found = server.places.get(query["q"], []) if parts.path.endswith("/search") else []
                body = json.dumps(found).encode()
            self.send_response(server.status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            for name, value in {"Content-Length": str(len(body)), **server.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in map(chr, body) if server.dripping else ():
                time.sleep(server.dripping)
                self.wfile.write(piece.encode())
            if not server.dripping:
                self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Says nothing, where the standard one writes a line a question."""

    return Handler


def separate_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes geobrief keep its answers in another folder, in which the user's gazetteer is too."""
    for entry in cache_folder().iterdir():
        if not entry.name.startswith("nominatim"):
            (folder / entry.name).symlink_to(entry, target_is_directory=entry.is_dir())
    monkeypatch.setenv(CACHE_VARIABLE, str(folder))


@contextmanager
def running(change: Callable[[Server], None] | None = None) -> Iterator[Server]:
    """A server on a free port of 127.0.0.1, until the block ends."""
    server = Server()
    if change is not None:
        change(server)
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(server))
    http.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that gave up is no error
    server.url = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
