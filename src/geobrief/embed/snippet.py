"""The snippet that puts a page into another one: a frame that may run the page's script and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import Literal, TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

from geobrief.errors import PageError
from geobrief.render.messages import DEFAULT_LANGUAGE, interface

__all__ = ["Look", "Theme", "check_address", "framed", "inlined", "listener", "style_of"]

Theme: TypeAlias = Literal["", "light", "dark"]

LISTENER = "listener.js"
"""The host's script: it gives each of its own frames the height that the page in it asks for."""

ALONE = "allow-scripts"
LINKS = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
LEAST_HEIGHT_PIXELS = 480
"""Of a frame whose host runs no script: on a phone a ratio alone would leave no room."""
PLAIN_HEIGHT_PIXELS = 560
"""Where the host's policy forbids the frame's style too."""

_ROOT = re.compile(r"<html\b", re.IGNORECASE)
_SCHEME = re.compile(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.-]*):")
_DROPPED = re.compile(r"[\t\n\r]")
"""What browsers leave out of an address before they read it (WHATWG URL, 4.4)."""
_RATIO = re.compile(r"\s*(\d+(?:\.\d+)?)\s*[:/]\s*(\d+(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is framed."""

    title: str = ""
    """What a screen reader calls the frame; empty: the interface's "Map of claims"."""
    claim: str = ""
    """The id of the claim that is opened."""
    ratio: str = "3:2"
    """Width to height, until the page has told its height."""
    width: int = 0
    """At most so many pixels wide; 0 for as wide as there is room."""
    height: int = 0
    """Pixels, for a frame that keeps it; 0 for the ratio and then the page's own."""
    theme: Theme = ""
    """Empty: as the reader's system."""
    links: bool = False
    """Whether the page's links to its sources may open new windows."""
    language: str = DEFAULT_LANGUAGE
    """Of the words around the frame: one of `messages.LANGUAGES`."""


def framed(address: str, look: Look | None = None) -> str:
    """The snippet for a page that lies at an address.

    Raises:
        PageError: The look's ratio is none; the address is of another scheme than http and https.
    """
    check_address(address)
    look = look or Look()
    source = _with_query(address, f"embed={look.theme}" if look.theme else "embed", _fragment(look))
    whole = _with_query(address, "", _fragment(look))
    words = interface(look.language).say("openFull")
    link = f'<p><a href="{escape(whole)}">{escape(words)}: {escape(_title(look))}</a></p>'
    return f"{_frame('src', source, look)}\n{link}{_script(look)}\n"


def check_address(address: str) -> None:
    """Refuses an address at which no page lies, as one that runs a script.

    Raises:
        PageError: It is neither a relative path nor of the scheme http or https.
    """
    found = _SCHEME.match(_DROPPED.sub("", address))
    if found and found[1].lower() not in ("http", "https"):
        raise PageError(
            f"A frame takes no {found[1]}: address. Give one of http or https, or a path from the host page."
        )


def inlined(page: str, look: Look | None = None) -> str:
    """The snippet that holds the page itself, as `srcdoc`: a host needs no further file.

    Such a frame has no address, so what is asked of the page stands on its root element.

    Raises:
        PageError: The look's ratio is none; the page has no root element.
    """
    look = look or Look()
    asked = f'<html data-embed="{look.theme}"'
    asked += f' data-address="{escape(_fragment(look))}"' if look.claim else ""
    changed, found = _ROOT.subn(lambda _: asked, page, count=1)
    if not found:
        raise PageError("The page has no <html> element. Give a page that geobrief made.")
    return f"{_frame('srcdoc', changed, look)}{_script(look)}\n"


@cache
def listener() -> str:
    """The text of the host's script, the same in every snippet, so that one hash allows all of them."""
    return (files("geobrief.embed") / "static" / LISTENER).read_text(encoding="utf-8")


def style_of(look: Look) -> str:
    """The frame's style attribute."""
    size = f"height: {look.height}px" if look.height else _shape(look.ratio)
    most = f"max-width: {look.width}px; " if look.width else ""
    return f"display: block; width: 100%; {most}{size}; border: 0"


def _shape(ratio: str) -> str:
    found = _RATIO.fullmatch(ratio)
    if not found or not float(found[1]) or not float(found[2]):
        raise PageError(f"{ratio!r} is no ratio of width to height. Write it as 3:2.")
    return f"height: auto; min-height: {LEAST_HEIGHT_PIXELS}px; aspect-ratio: {found[1]} / {found[2]}"


def _frame(attribute: str, value: str, look: Look) -> str:
    height = look.height or PLAIN_HEIGHT_PIXELS
    marked = "" if look.height else " data-geobrief"
    return (
        f'<iframe title="{escape(_title(look))}" sandbox="{LINKS if look.links else ALONE}" loading="lazy" '
        f'width="100%" height="{height}" style="{style_of(look)}"{marked} '
        f'{attribute}="{escape(value)}"></iframe>'
    )


def _script(look: Look) -> str:
    return "" if look.height else f"\n<script>{listener()}</script>"


def _title(look: Look) -> str:
    return look.title or interface(look.language).say("noTitle")


def _fragment(look: Look) -> str:
    return f"#claim={quote(look.claim)}" if look.claim else ""


def _with_query(address: str, query: str, fragment: str) -> str:
    """The address with one more part of its query, and with another fragment where there is one.

    >>> _with_query("maps/a.html?v=2", "embed", "#claim=c3")
    'maps/a.html?v=2&embed#claim=c3'
    """
    parts = urlsplit(address)
    joined = "&".join(part for part in (parts.query, query) if part)
    return urlunsplit(parts._replace(query=joined, fragment=fragment[1:] or parts.fragment))
