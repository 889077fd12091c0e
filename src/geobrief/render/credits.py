"""Whom a page owes its places and shapes. What it owes for a text stands with the article."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from geobrief.model import Brief
from geobrief.render.messages import Interface

__all__ = ["credits_of"]


@dataclass(frozen=True, slots=True)
class Credit:
    """A source, what is taken from it under which licence, and where it is."""

    name: str
    text: str
    """Key of a message."""
    url: str


GEONAMES = Credit("GeoNames", "creditGeonames", "https://www.geonames.org/")
OPENSTREETMAP = Credit(
    "© OpenStreetMap contributors", "creditOpenStreetMap", "https://www.openstreetmap.org/copyright"
)
ALWAYS = (
    Credit("Natural Earth", "creditNaturalEarth", "https://www.naturalearthdata.com/"),
    Credit("Leaflet", "creditLeaflet", "https://leafletjs.com/"),
)

BY_PREFIX = {"geonames": GEONAMES, "osm": OPENSTREETMAP}
"""What a place's source begins with, and whom it owes."""


def credits_of(brief: Brief, spoken: Interface) -> list[dict[str, str]]:
    """The sources of places and shapes, each as `name`, `text` and `url`."""
    prefixes = {place.source.partition(":")[0] for place in brief.places}
    own = [credit for prefix, credit in BY_PREFIX.items() if prefix in prefixes]
    return [asdict(credit) | {"text": spoken.say(credit.text)} for credit in (*own, *ALWAYS)]
