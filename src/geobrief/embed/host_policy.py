"""What a host page's Content-Security-Policy has to allow for a snippet."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from geobrief.embed.snippet import Look, check_address, listener, style_of
from geobrief.errors import PageError
from geobrief.render.policy import hash_sources

__all__ = ["policy_of_frame", "policy_of_inlined"]

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
PASSED_ON = ("script-src", "style-src", "img-src")
"""A frame without an address is under its host's policy too: these are what its page needs."""


def policy_of_frame(address: str, look: Look) -> str:
    """The directives for a framed address, a line each; what a host has already stays.

    Raises:
        PageError: As by `framed`.
    """
    check_address(address)
    return _lines({"frame-src": [_origin(address)], **_own(look)})


def policy_of_inlined(page: str, look: Look) -> str:
    """The directives for a snippet that holds the page.

    Raises:
        PageError: The page has no policy of its own to take over.
    """
    found = _POLICY.search(page)
    if not found:
        raise PageError("The page has no Content-Security-Policy. Give a page that geobrief made.")
    directives = dict(each.strip().split(" ", 1) for each in unescape(found[1]).split(";"))
    own = _own(look)
    return _lines(
        {name: [*own.pop(name, []), *directives[name].split()] for name in PASSED_ON if name in directives}
        | own
    )


def _own(look: Look) -> dict[str, list[str]]:
    """For the frame's style and for the listener."""
    script = {} if look.height else {"script-src": hash_sources([listener()])}
    return {**script, "style-src-attr": ["'unsafe-hashes'", *hash_sources([style_of(look)])]}


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else "'self'"


def _lines(directives: dict[str, list[str]]) -> str:
    return "".join(f"{name} {' '.join(sources)};\n" for name, sources in directives.items())
