"""Whether a place lies where it says: in the division or country named in `within`, in its country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geobrief.gazetteer import shapes
from geobrief.model import Place
from geobrief.text.names import comparable

if TYPE_CHECKING:
    import shapely

    from geobrief.gazetteer import Gazetteer

__all__ = ["Distances"]

TOLERANCE_KM: Final = 25.0
"""Less than that outside counts as inside: the packaged shapes are drawn for maps of whole countries."""
_KM_PER_DEGREE: Final = 111.2
"""Of latitude, on a sphere of 6,371 km."""


@dataclass(frozen=True)
class Distances:
    """How far places lie outside the areas that they name, after the packaged shapes and the brief's own."""

    gazetteer: Gazetteer
    places: Sequence[Place]

    def outside(self, place: Place) -> Iterator[tuple[str, str, float]]:
        """The areas that a place claims to lie in and does not.

        Yields:
            The area's name, the field that names it, and km to its edge.
        """
        if place.lon is None or place.lat is None or place.kind in ("continent", "water"):
            return
        if place.within and (km := _nearest_km(place.lon, place.lat, self._areas(place))):
            yield place.within, "within", km
        elif place.country_code and place.kind != "country":
            country = self.gazetteer.country(place.country_code)
            area = _shape(country.id) if country else None
            if country and area is not None and (km := _nearest_km(place.lon, place.lat, [area])):
                yield country.name, "country_code", km

    def _areas(self, place: Place) -> list[shapely.Geometry]:
        """The areas that the name in `within` may mean: any of them will do."""
        import shapely

        asked = comparable(place.within)
        own = [
            shapely.geometry.shape(dict(other.geometry))
            for other in self.places
            if other.geometry and other.id != place.id and comparable(other.name) == asked
        ]
        codes = ("", place.country_code) if place.country_code else ()
        known = [
            area
            for candidate in self.gazetteer.candidates(place.within)
            if candidate.kind in ("region", "country", "continent")
            and (not codes or candidate.country_code in codes)
            and (area := _shape(candidate.id)) is not None
        ]
        return own + known


@lru_cache(maxsize=256)
def _shape(source: str) -> shapely.Geometry | None:
    import shapely

    area: shapely.Geometry | None = shapes.shape(source)
    if area is not None:
        shapely.prepare(area)
    return area


def _nearest_km(lon: float, lat: float, areas: Sequence[shapely.Geometry]) -> float:
    """Km from a point to the nearest of some areas; 0 inside, within tolerance, or where there are none."""
    import shapely

    point = shapely.Point(lon, lat)
    if not areas or any(shapely.intersects(area, point) for area in areas):
        return 0.0
    nearest = min(_km(lon + turn, lat, area) for area in areas for turn in (-360, 0, 360))
    return nearest if nearest > TOLERANCE_KM else 0.0


def _km(lon: float, lat: float, area: shapely.Geometry) -> float:
    """Km from a point to an area, as if the earth were flat between them."""
    import math

    import shapely

    near_lon, near_lat = shapely.get_coordinates(shapely.shortest_line(area, shapely.Point(lon, lat)))[0]
    across = (near_lon - lon) * math.cos(math.radians((lat + near_lat) / 2))
    return math.hypot(across, near_lat - lat) * _KM_PER_DEGREE
