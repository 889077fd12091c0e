"""Geopy's client for a Nominatim service, kept to that one host, to answers of some size and to some time."""

from __future__ import annotations

import time
from contextlib import closing
from functools import partial
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, Final
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, build_opener

from geobrief.errors import GeocoderError

if TYPE_CHECKING:
    from geopy.adapters import BaseAdapter
    from geopy.geocoders import Nominatim

__all__ = ["LARGEST_ANSWER", "nominatim_client"]

LARGEST_ANSWER: Final = 5_000_000
"""Bytes. Forty places with their names in all languages take some hundred thousand."""
_PIECE: Final = 65_536


def nominatim_client(url: str, user_agent: str, timeout: float, *, proxies: bool) -> Nominatim:
    """A client that asks for `jsonv2` and hands on what is answered, as it is.

    Args:
        url: The service, without a slash at the end.
        user_agent: Who asks.
        timeout: Seconds without a sign of life, or for the whole answer, after which a question has failed.
        proxies: Whether the system's proxies are used.

    Raises:
        GeocoderError: geopy is not installed.
    """
    try:
        from geopy.geocoders import Nominatim
    except ImportError as error:
        raise GeocoderError(
            "A geocoding service needs geopy, which is not installed. Run: pip install 'geobrief[online]'"
        ) from error

    class Client(Nominatim):  # type: ignore[misc]  # geopy has no types
        def _construct_url(self, base_api: str, params: dict[str, Any]) -> str:
            return f"{base_api}?{urlencode({**params, 'format': 'jsonv2', 'extratags': 1})}"

        def _parse_json(self, places: Any, exactly_one: bool) -> Any:  # noqa: ARG002, FBT001  geopy's names
            # Geopy's own makes None, "nothing found", of every empty or strange answer.
            if not isinstance(places, list):
                raise TypeError(f"{type(places).__name__} in place of a list")
            return places

    parts = urlsplit(url)
    return Client(
        domain=parts.netloc + parts.path,
        scheme=parts.scheme,
        user_agent=user_agent,
        timeout=timeout,
        proxies=None if proxies else {},
        adapter_factory=partial(_adapter, seconds=timeout),
    )


def _adapter(*, proxies: Any, ssl_context: Any, seconds: float) -> BaseAdapter:
    """Geopy's adapter for urllib, which by itself reads without end and goes wherever it is sent."""
    from geopy.adapters import URLLibAdapter
    from geopy.exc import GeocoderParseError, GeocoderServiceError, GeocoderTimedOut

    class Adapter(URLLibAdapter):  # type: ignore[misc]  # geopy has no types
        def _decode_page(self, page: Any) -> str:
            try:
                body = _body(page, seconds)
            except TimeoutError as error:
                raise GeocoderTimedOut("Service timed out") from error
            except (OSError, HTTPException) as error:
                raise GeocoderServiceError("Unable to read the response") from error
            if page.length:  # bytes that were announced and did not come
                raise GeocoderServiceError("Unable to read the response")
            try:
                return body.decode()  # JSON is UTF-8 (RFC 8259), whatever the header says
            except UnicodeDecodeError as error:
                raise GeocoderParseError("Unable to decode the response bytes") from error

    adapter = Adapter(proxies=proxies, ssl_context=ssl_context)
    handlers = HTTPSHandler(context=ssl_context), ProxyHandler(proxies), _SameService()
    adapter.urlopen = build_opener(*handlers).open
    return adapter


def _body(page: Any, seconds: float) -> bytes:
    """All bytes of an answer.

    Raises:
        TimeoutError: They do not come in time.
        ValueError: There are too many of them.
    """
    end = time.monotonic() + seconds
    body = b""
    with closing(page):
        while piece := page.read1(_PIECE):
            body += piece
            if time.monotonic() > end:
                raise TimeoutError
            if len(body) > LARGEST_ANSWER:
                raise ValueError(f"more than {LARGEST_ANSWER // 1_000_000} MB")
    return body


class _SameService(HTTPRedirectHandler):
    """Follows within the service that the user named: the article's names are for no other."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        """Asks anew, where the host and the encryption stay the same."""
        named, sent = urlsplit(req.full_url), urlsplit(newurl)
        if (named.scheme, named.netloc) != (sent.scheme, sent.netloc):
            raise URLError(f"it sends on to {sent.scheme}://{sent.netloc}, which was not named")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
