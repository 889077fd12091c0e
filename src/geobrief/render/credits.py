"""Whom a page owes its places and shapes. What it owes for a text stands with the article."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from geobrief.model import Brief

__all__ = ["credits_of"]


@dataclass(frozen=True, slots=True)
class Credit:
    """A source, what is taken from it under which licence, and where it is."""

    name: str
    text: str
    url: str


GEONAMES = Credit("GeoNames", "places, CC BY 4.0", "https://www.geonames.org/")
OPENSTREETMAP = Credit(
    "© OpenStreetMap contributors", "places, ODbL 1.0", "https://www.openstreetmap.org/copyright"
)
ALWAYS = (
    Credit("Natural Earth", "shapes, public domain", "https://www.naturalearthdata.com/"),
    Credit("Leaflet", "map, BSD 2-Clause", "https://leafletjs.com/"),
)

BY_PREFIX = {"geonames": GEONAMES, "osm": OPENSTREETMAP}
"""What a place's source begins with, and whom it owes."""


def credits_of(brief: Brief) -> list[dict[str, str]]:
    """The sources of places and shapes, each as `name`, `text` and `url`."""
    prefixes = {place.source.partition(":")[0] for place in brief.places}
    own = [credit for prefix, credit in BY_PREFIX.items() if prefix in prefixes]
    return [asdict(credit) for credit in (*own, *ALWAYS)]
