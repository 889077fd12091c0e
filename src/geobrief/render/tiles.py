"""A tile layer of a public service, by its name in xyzservices, over the vector map."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geobrief.errors import PageError

if TYPE_CHECKING:
    from xyzservices import TileProvider

__all__ = ["Tiles", "find_tiles"]

REFUSING = ("tile.openstreetmap.org",)
"""Hosts that refuse pages which send no Referer, as every file opened from disk does."""
ALTERNATIVES = "OpenTopoMap, Esri.WorldTopoMap or USGS.USTopo"
"""Services without a key whose terms allow a page of one's own."""

REFERRER_POLICY = "strict-origin-when-cross-origin"
"""Of a page with tiles: from a web server its origin goes with every request, as services ask."""

_PLACEHOLDER = re.compile(r"\{([\w-]+)\}")
_FILLED_BY_LEAFLET = frozenset({"s", "x", "y", "-y", "z", "r"})


@dataclass(frozen=True, slots=True)
class Tiles:
    """What a page needs to know of a tile service."""

    name: str
    """As `OpenTopoMap`."""
    url: str
    """Template with {z}, {x}, {y}, and {s} and {r} where the service has them; the rest is filled in."""
    attribution: str
    """HTML that the service asks for."""
    min_zoom: int
    max_zoom: int
    subdomains: str
    """What {s} may be, a character each."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """From which the page loads, as sources of a Content-Security-Policy."""
        base = re.match(r"https?://[^/]+", self.url)
        if base is None:
            raise PageError(f"The tiles {self.name!r} are on no web host: {self.url}. Choose others.")
        return tuple(dict.fromkeys(base[0].replace("{s}", each) for each in self.subdomains))


def find_tiles(tiles: str | TileProvider) -> Tiles:
    """The tile service of a name, as `OpenTopoMap` or, with a key, `Thunderforest.Outdoors:KEY`.

    Args:
        tiles: The name as xyzservices spells it; case, dots, spaces and hyphens do not matter. Or a
            provider of one's own.

    Raises:
        PageError: There is no such service, it asks for a key and none is given, or it refuses such pages.
    """
    name, _, key = tiles.partition(":") if isinstance(tiles, str) else ("", "", "")
    provider = _provider(name.strip()) if isinstance(tiles, str) else tiles
    if any(host in provider.url for host in REFUSING):
        raise PageError(
            f"{provider.name} refuses tiles to a page that sends no Referer, and a file on disk sends none. "
            f"Choose other tiles, as {ALTERNATIVES}."
        )
    return _tiles(provider, key.strip())


def _provider(name: str) -> TileProvider:
    import xyzservices.providers

    try:
        with warnings.catch_warnings():
            # Of a key that a service asks for; what is said of it here is said as an error.
            warnings.simplefilter("ignore", UserWarning)
            return xyzservices.providers.query_name(name)
    except ValueError as error:
        raise PageError(
            f"No tiles are called {name!r}. Names are those of https://xyzservices.readthedocs.io, "
            f"as {ALTERNATIVES}."
        ) from error


def _tiles(provider: TileProvider, key: str) -> Tiles:
    known = {name: str(value) for name, value in provider.items()}
    missing = [name for name, value in known.items() if value.startswith("<insert")]
    if missing and not key:
        raise PageError(
            f"{provider.name} asks for a key of its own ({', '.join(missing)}). Get one from the service and "
            f"give it as {provider.name}:KEY, or choose tiles without, as {ALTERNATIVES}."
        )
    known |= dict.fromkeys(missing, key)

    def filled(found: re.Match[str]) -> str:
        return found[0] if found[1] in _FILLED_BY_LEAFLET else known.get(found[1], found[0])

    return Tiles(
        name=str(provider.name),
        url=_PLACEHOLDER.sub(filled, provider.url),
        attribution=str(provider.get("html_attribution") or provider.get("attribution", "")),
        min_zoom=int(provider.get("min_zoom", 0)),
        max_zoom=int(provider.get("max_zoom", 19)),
        subdomains="".join(provider.get("subdomains", "abc")) or "abc",
    )
