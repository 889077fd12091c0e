"""What stands before the editor's server: only its own page, on this machine, with the token, may ask it."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LARGEST_BODY", "Door", "Guard"]

LARGEST_BODY = 6_000_000
"""Bytes: the largest article there may be (see `text.articles.LARGEST`), and what is around it."""

_OWN_SITES = ("", "none", "same-origin")
"""What `Sec-Fetch-Site` says of a page that is the server's own or of an address that was typed; empty where
the client does not send it."""

_HEADERS: Mapping[str, str] = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Door:
    """How the server is to be reached."""

    port: int
    token: str
    """A secret of this run: whoever knows it may read and write the brief."""
    command: str = "geobrief edit"
    """What the user started, as a refusal names it."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """The values of `Host` that are this server's; with any other, a foreign name leads here."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    @property
    def address(self) -> str:
        """Where the page is, with the token."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"


class Guard:
    """ASGI middleware that answers for the application where a request must not reach it."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, its body counted, or refuses it in words."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await _refused(*refusal)(scope, receive, _with_headers(send))
            return
        bounded, begun = _Bounded(receive), _Begun(send)
        try:
            await self._app(scope, bounded, _with_headers(begun))
        except _TooLargeError:
            await _too_large()(scope, receive, _with_headers(send))
        except asyncio.CancelledError:
            # The server ends and waits no longer. A save under way is made whole by its thread all the same.
            if begun.begun:
                raise
            await _refused(503, _ENDED.format(self._door.command))(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[host] for host in self._door.hosts]:
            return 421, f"This is not the server's address. Open the one that {self._door.command} printed."
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{headers['host']}":
            return 403, "Another page may not use this server."
        if headers.get("sec-fetch-site", "") not in _OWN_SITES:
            return 403, "Another page may not use this server."
        if not self._knows_token(scope, headers):
            return 401, f"The token is missing or wrong. Open the address that {self._door.command} printed."
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            return 413, _TOO_LARGE
        json = headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"
        if scope["method"] not in ("GET", "HEAD") and not json:
            return 415, "Send JSON, with the content type application/json."
        return None

    def _knows_token(self, scope: Scope, headers: Headers) -> bool:
        """By header; for the page itself, which no script asks for, by its address."""
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scope["path"] == "/":
            query = parse_qs(scope["query_string"].decode("latin-1"))
            given = "".join(query.get("token", []))
        elif scheme.lower() != "bearer":
            return False
        return hmac.compare_digest(given.encode(), self._door.token.encode())


_TOO_LARGE = f"What was sent is larger than {LARGEST_BODY // 1_000_000} MB. Send less of it."


_ENDED = "The server has ended. Start {} again."


class _TooLargeError(Exception):
    """More was sent than is taken."""


class _Bounded:
    """A body that ends in an exception where it grows too large, whatever its length was said to be."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._left = LARGEST_BODY

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _TooLargeError
        return message


class _Begun:
    """Whether an answer has begun, after which no other can be given."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        self.begun = True
        await self._send(message)


def _refused(status: int, why: str) -> JSONResponse:
    return JSONResponse({"error": why}, status_code=status)


def _too_large() -> JSONResponse:
    return _refused(413, _TOO_LARGE)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
            message = {**message, "headers": [*message.get("headers", []), *own]}
        await send(message)

    return sent
