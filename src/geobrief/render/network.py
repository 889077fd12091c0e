"""What a folium layer would load from outside the page, found before it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import folium
import folium.folium
from branca.element import Element

from geobrief.errors import PageError
from geobrief.render.layer_tree import describe, elements

__all__ = ["Load", "icon_links", "loads", "loads_in_text", "permitted_hosts"]

ADDRESS_ATTRIBUTES = ("url", "tiles", "embed_link", "image", "src")
"""Where folium's elements and plugins keep what they load: links, tiles, images, videos, data."""
ADDRESS_OPTIONS = ("icon_url", "icon_retina_url", "shadow_url")

ICON_PACKAGES = (
    "awesome_markers",
    "glyphicons_css",
    "awesome_markers_font_css",
    "awesome_markers_css",
    "awesome_rotate_css",
)
"""Those of folium's own links that `folium.Icon` draws with."""

_LOADING_TAG = re.compile(
    r"<(?P<tag>script|link|img|iframe|video|audio|source|embed|object)\b[^>]*?\s(?:src|href|data|srcset)\s*=\s*"
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_STYLE_ADDRESS = re.compile(
    r"""(?:url\(\s*|@import\s+)["']?(?P<address>(?:https?:)?//[^"')\s]+)""", re.IGNORECASE
)
_PLACEHOLDER_HOST = re.compile(r"^\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Load:
    """An address that something would load."""

    layer: str
    """Who would, as `TileLayer 'openstreetmap'`."""
    address: str


def loads(root: Element) -> Iterator[Load]:
    """What the elements of a tree say themselves that they load."""
    for element in elements(root):
        for address in _addresses(element):
            yield Load(describe(element), address)


def loads_in_text(layer: str, text: str) -> Iterator[Load]:
    """What HTML, also such as stands in a script, would load: scripts, style sheets, images, frames."""
    for match in _LOADING_TAG.finditer(text):
        address = match["double"] or match["single"] or match["bare"] or ""
        if _is_outside(address):
            yield Load(layer, address)
    for match in _STYLE_ADDRESS.finditer(text):
        yield Load(layer, match["address"])


def permitted_hosts(found: list[Load], *, online: bool) -> tuple[str, ...]:
    """The hosts of an online page, as sources of a Content-Security-Policy.

    Raises:
        PageError: Something would be loaded, but no online page was asked for; or it lies on no web host.
    """
    if found and not online:
        first = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise PageError(
            f"The layer {first.layer} would load {first.address}{more} from outside the page. "
            "Leave it out, or ask for an online page with online=True."
        )
    return tuple(dict.fromkeys(_host(load) for load in found))


def icon_links(root: Element) -> list[tuple[str, str]]:
    """Name and address of each script and style sheet that an online page needs for its `folium.Icon`s."""
    return _icon_links() if any(_is_font_icon(element) for element in elements(root)) else []


def _icon_links() -> list[tuple[str, str]]:
    links = dict([*folium.folium._default_js, *folium.folium._default_css])
    return [(name, links[name]) for name in ICON_PACKAGES]


def _is_font_icon(element: Element) -> bool:
    return isinstance(element, folium.Icon) and not isinstance(element, folium.CustomIcon)


def _addresses(element: Element) -> Iterator[str]:
    own = vars(element)
    values: list[Any] = [own.get(name) for name in ADDRESS_ATTRIBUTES]
    options = own.get("options")
    if isinstance(options, dict):
        values += [options.get(name) for name in ADDRESS_OPTIONS]
    links = [*getattr(element, "default_js", ()), *getattr(element, "default_css", ())]
    links += _icon_links() if _is_font_icon(element) else []
    values += [address for _, address in links]
    yield from (value for value in values if isinstance(value, str) and _is_outside(value))


def _is_outside(address: str) -> bool:
    return bool(address) and not address.lower().lstrip().startswith(("data:", "#", "javascript:", "about:"))


def _host(load: Load) -> str:
    address = f"https:{load.address}" if load.address.startswith("//") else load.address
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise PageError(
            f"The layer {load.layer} would load {load.address}, which is on no web host. "
            "Put it into the page, or give its full address."
        )
    return f"{parts.scheme}://{_PLACEHOLDER_HOST.sub('*', parts.netloc)}"
