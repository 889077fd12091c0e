"""A host page served from this machine, under a Content-Security-Policy that its header gives."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Host:
    """What is served at which path; the policy goes along with the host's own page alone."""

    address: str = ""
    policy: str = ""
    pages: dict[str, str] = field(default_factory=lambda: {"/favicon.ico": ""})


@contextmanager
def serving() -> Iterator[Host]:
    """A host that answers while the block runs."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.partition("?")[0]
            self.send_response(200 if name in host.pages else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if name == "/" and host.policy:
                self.send_header("Content-Security-Policy", host.policy)
            self.end_headers()
            self.wfile.write(host.pages.get(name, "").encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Says nothing: what is asked for is seen in the browser."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
