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
ALWAYS = (
    Credit("Natural Earth", "shapes, public domain", "https://www.naturalearthdata.com/"),
    Credit("Leaflet", "map, BSD 2-Clause", "https://leafletjs.com/"),
)


def credits_of(brief: Brief) -> list[dict[str, str]]:
    """The sources of places and shapes, each as `name`, `text` and `url`."""
    from_geonames = any(place.source.startswith("geonames:") for place in brief.places)
    return [asdict(credit) for credit in ((GEONAMES, *ALWAYS) if from_geonames else ALWAYS)]
