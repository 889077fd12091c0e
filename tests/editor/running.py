"""A real editor's server on 127.0.0.1, and what asks it."""

import contextlib
import json
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from geobrief.editor.serve import prepare
from geobrief.gazetteer import Gazetteer


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Running:
    """A server that runs, and the address that it printed."""

    address: str

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.address).query)["token"][0]

    def ask(
        self, path: str, body: Any = None, *, method: str = "", raw: bytes | None = None, **headers: str
    ) -> Answer:
        """Asks as the page does; a header that is given replaces the page's, an empty one leaves it out."""
        data = raw if raw is not None else None if body is None else json.dumps(body).encode()
        sent = {"Authorization": f"Bearer {self.token}", "Host": f"127.0.0.1:{self.port}"}
        if data is not None:
            sent["Content-Type"] = "application/json"
        sent |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        connection = _InOnePiece("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.putrequest(
                method or ("GET" if data is None else "POST"), path, skip_host=True, skip_accept_encoding=True
            )
            for name, value in sent.items():
                if value:
                    connection.putheader(name, value)
            if data is not None and "Content-Length" not in sent:
                connection.putheader("Content-Length", str(len(data)))
            connection.endheaders(data)
            connection.send_all()
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())

    def revision(self) -> str:
        return str(self.ask("/api/brief").json["revision"])

    def change(self, change: Mapping[str, Any], revision: str = "") -> Answer:
        return self.ask("/api/changes", {"revision": revision or self.revision(), "change": change})


class _InOnePiece(HTTPConnection):
    """Sends head and body together: a server that refuses the head closes the connection, and what came after
    would reset it before the refusal was read."""

    _pieces: bytes = b""

    def send(self, data: Any) -> None:
        self._pieces += data

    def send_all(self) -> None:
        super().send(self._pieces)


@contextlib.contextmanager
def running(folder: Path, gazetteer: Gazetteer, port: int = 0) -> Iterator[Running]:
    """Serves a folder until the block ends; then the port is free again."""
    server, listening, address = prepare(folder, port=port, gazetteer=gazetteer)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    with listening:
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield Running(address)
        finally:
            server.should_exit = True
            thread.join(timeout=10)
