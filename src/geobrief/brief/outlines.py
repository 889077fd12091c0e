"""Areas for the places of a brief: what the packaged shapes know of regions, countries and waters."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from geobrief.model import Brief, Candidate, Geometry, Place

if TYPE_CHECKING:
    import shapely

    from geobrief.gazetteer import Gazetteer

__all__ = ["outline", "outlined", "with_outlines"]

GRID_DEGREES = 0.001
"""About 100 m: finer than the packaged shapes, and short to write."""

DETAIL = 1 / 500
"""Of the longer side: the corners that an outline keeps, so that Russia can still be opened in an editor."""
COARSEST_DEGREES = 0.05
"""About 5 km: a step on a map of the world."""


def with_outlines(brief: Brief, gazetteer: Gazetteer) -> Brief:
    """The brief with an outline for every region, country and water whose source is known."""
    return replace(brief, places=tuple(outlined(place, gazetteer) for place in brief.places))


def outlined(place: Place, gazetteer: Gazetteer) -> Place:
    """The place with its outline, where it has none, is no point, and its source is known."""
    if place.geometry is not None or place.kind not in ("region", "country", "water"):
        return place
    candidate = gazetteer.get(place.source)
    geometry = outline(candidate) if candidate else None
    return replace(place, geometry=geometry) if geometry else place


def outline(candidate: Candidate) -> Geometry | None:
    """The area as GeoJSON in WGS 84, split at the 180th meridian; None where none is known."""
    import shapely

    from geobrief.gazetteer import shapes

    area: shapely.Geometry | None = shapes.shape(candidate.id)
    if area is None and candidate.bbox is not None:
        extent = shapes.water_shape if candidate.kind == "water" else shapes.region_extent
        area = extent(candidate.lon, candidate.lat, candidate.bbox)
    if area is None:
        return None
    area = shapely.set_precision(_generalized(area), GRID_DEGREES)
    mapping: Geometry = json.loads(shapely.to_geojson(area))
    return mapping


def _generalized(area: shapely.Geometry) -> shapely.Geometry:
    """The area with no more corners than its size deserves; valid as before, small parts kept."""
    import shapely

    west, south, east, north = shapely.bounds(area)
    simple: shapely.Geometry = shapely.simplify(
        area, min(COARSEST_DEGREES, DETAIL * max(east - west, north - south))
    )
    return simple
