"""A brief as a page: one HTML document that needs no other file and makes no request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from geobrief.model import Brief
from geobrief.render.document import render_document
from geobrief.render.messages import DEFAULT_LANGUAGE
from geobrief.render.payload import page_of
from geobrief.render.plain import render_frame, render_list, render_notebook
from geobrief.render.tiles import find_tiles

if TYPE_CHECKING:
    from branca.element import Element
    from xyzservices import TileProvider

    from geobrief.render.claim_map import ClaimMap

__all__ = ["ClaimMap", "render_frame", "render_list", "render_notebook", "render_page"]


def render_page(
    brief: Brief,
    *,
    language: str = DEFAULT_LANGUAGE,
    online: bool = False,
    layers: Iterable[Element] = (),
    tiles: str | TileProvider = "",
) -> str:
    """The page of a brief; the same brief gives the same text.

    Args:
        brief: What the page shows.
        language: Of the interface: one of `messages.LANGUAGES`.
        online: Whether `layers` may load from the network.
        layers: Further folium layers.
        tiles: A tile service laid over the map (see `tiles.py`); the page then asks its hosts and no others.

    Raises:
        PageError: A layer would load something, and `online` is not asked for; the interface has no such
            language; Leaflet is not as expected; the tiles cannot be used.
    """
    added = list(layers)
    if not added:
        return render_document(page_of(brief, language, tiles=find_tiles(tiles) if tiles else None))
    from geobrief.render.claim_map import ClaimMap

    claim_map = ClaimMap(brief, online=online, language=language, tiles=tiles)
    for layer in added:
        claim_map.add_child(layer)
    return str(claim_map.get_root().render())


def __getattr__(name: str) -> Any:
    """Imports folium (half a second) only where its map is asked for."""
    if name == "ClaimMap":
        from geobrief.render.claim_map import ClaimMap

        return ClaimMap
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
