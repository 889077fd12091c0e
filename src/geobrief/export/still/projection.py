"""Which projection suits the places, and what it makes of longitudes and latitudes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from geobrief.render.view import cuts_through

if TYPE_CHECKING:
    from pyproj import Proj

__all__ = ["EARTH_RADIUS", "Floats", "Projection", "ProjectionName", "cap", "suited", "world_projection"]

Floats: TypeAlias = NDArray[np.float64]
ProjectionName: TypeAlias = Literal["lcc", "laea", "ortho", "eqearth"]
"""PROJ's names: Lambert conformal conic, Lambert azimuthal equal-area, orthographic, Equal Earth."""

EARTH_RADIUS = 6_371_008.8
"""Metres: the mean radius of WGS 84 (IUGG)."""
LOCAL, HALF = 50.0, 78.0
"""Degrees from the middle to the farthest place: up to these it is a map of a part, or of half the world."""
CONIC_RADIUS, CONIC_LATITUDES, CONIC_WIDEST = 38.0, (18.0, 66.0), 150.0
"""Degrees within which a cone that touches the ground between equator and pole serves well."""
PARALLELS = 1 / 6
"""Of the latitudes, that lie beyond each standard parallel (Deetz and Adams 1934)."""
WORLD_CENTRE = 11.0
"""A world around this meridian is cut in the Bering Strait, and no land is cut in two."""
EAST_CENTRE = 150.0
"""One around this is cut in the Atlantic, between Brazil and Senegal; of land in Greenland only."""
PACIFIC_CENTRE = -160.0


@dataclass(frozen=True, slots=True)
class Projection:
    """A map projection, in metres."""

    name: ProjectionName
    lon: float
    """Degrees: the middle meridian, which runs straight up."""
    lat: float = 0.0
    parallels: tuple[float, float] = (0.0, 0.0)
    """Degrees: of a cone, where it cuts the ground."""

    @property
    def definition(self) -> str:
        """As PROJ reads it."""
        base = f"+proj={self.name} +lon_0={self.lon} +units=m"
        if self.name == "eqearth":
            return f"{base} +ellps=WGS84"
        if self.name == "lcc":
            return (
                f"{base} +lat_0={self.lat} +lat_1={self.parallels[0]} +lat_2={self.parallels[1]} +ellps=WGS84"
            )
        ground = f"+R={EARTH_RADIUS}" if self.name == "ortho" else "+ellps=WGS84"
        return f"{base} +lat_0={self.lat} {ground}"

    def forward(self, degrees: Floats) -> Floats:
        """Metres of (lon, lat) rows; infinite where the map does not show a point."""
        x, y = _proj(self.definition)(degrees[:, 0], degrees[:, 1])
        return np.column_stack([x, y])

    def inverse(self, metres: Floats) -> Floats:
        """(lon, lat) of rows of metres; infinite or NaN off the map."""
        lon, lat = _proj(self.definition)(metres[:, 0], metres[:, 1], inverse=True)
        return np.column_stack([lon, lat])


@cache
def _proj(definition: str) -> Proj:
    from pyproj import Proj

    return Proj(definition)


def suited(points: Floats, ways: Sequence[tuple[float, float]] = ()) -> Projection:
    """The projection for a map that shows these (lon, lat) rows, of which there is one at least.

    Args:
        points: Degrees.
        ways: Longitudes of origin and destination of each flow, which a map of the world should not cut.
    """
    (lon, lat), radius = cap(points)
    if radius > HALF:
        return world_projection(points, ways)
    lon, lat = _whole(lon, radius), _whole(lat, radius)
    if radius > LOCAL:
        return Projection("ortho", lon, lat)
    south, north = float(points[:, 1].min()), float(points[:, 1].max())
    wide = float(np.ptp((points[:, 0] - lon + 180) % 360))
    middle = (south + north) / 2
    least, most = CONIC_LATITUDES
    if radius <= CONIC_RADIUS and least <= abs(middle) <= most and wide <= CONIC_WIDEST and south * north > 0:
        inset = (north - south) * PARALLELS
        return Projection(
            "lcc",
            lon,
            _whole(middle, radius),
            (_tenth(south + inset), _tenth(max(north - inset, south + inset))),
        )
    return Projection("laea", lon, lat)


def world_projection(points: Floats | None = None, ways: Sequence[tuple[float, float]] = ()) -> Projection:
    """All of the world, cut where it cuts the fewest ways; around the Pacific where the places lie around it.

    Args:
        points: (lon, lat) rows that the map has to show.
        ways: Longitudes of origin and destination of each flow, which is drawn the shorter way round.
    """
    centres = (WORLD_CENTRE, EAST_CENTRE, PACIFIC_CENTRE)
    if points is not None and len(points) and _farthest(points, PACIFIC_CENTRE) < 100:
        centres = (PACIFIC_CENTRE, WORLD_CENTRE, EAST_CENTRE)
    return Projection("eqearth", min(centres, key=lambda centre: cuts_through(ways, _opposite(centre))))


def _farthest(points: Floats, lon: float) -> float:
    """Degrees of longitude from a meridian to the point that is farthest from it."""
    return float(np.abs((points[:, 0] - lon + 180) % 360 - 180).max())


def _opposite(lon: float) -> float:
    return lon - 180 if lon > 0 else lon + 180


def cap(points: Floats) -> tuple[tuple[float, float], float]:
    """The smallest circle on the globe around (lon, lat) rows: its middle and its radius in degrees.

    After Bădoiu and Clarkson (2003): from the mean, ever smaller steps to whatever is farthest.
    """
    lon, lat = np.radians(points).T
    vectors = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    middle = vectors.mean(axis=0)
    if float(np.linalg.norm(middle)) < 1e-9:
        middle = vectors[0]
    for step in range(1, 200):
        farthest = vectors[int(np.argmin(vectors @ middle))]
        middle = middle + (farthest - middle) / (step + 1)
    middle = middle / (float(np.linalg.norm(middle)) or 1.0)
    radius = math.degrees(math.acos(max(-1.0, min(1.0, float((vectors @ middle).min())))))
    centre = math.degrees(math.atan2(middle[1], middle[0])), math.degrees(math.asin(middle[2]))
    return centre, radius


def _whole(degrees: float, radius: float) -> float:
    """Whole degrees, as a caption gives them; tenths where the map is small."""
    return float(round(degrees)) if radius > 3 else _tenth(degrees)


def _tenth(degrees: float) -> float:
    return round(degrees, 1)
