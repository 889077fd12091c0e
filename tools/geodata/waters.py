"""Lakes and rivers at 1:50m. The source is on a grid of 0.036 by 0.018 degrees, so corners are rounded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.gazetteer.topology import read_topology
from geodata.topology import Topology, snapped

SMOOTHING_ROUNDS = 2
TOLERANCE = 0.006
"""Degrees; a third of the source's grid."""


def write_waters(source: Path, target: Path, step: float) -> None:
    """Write the objects `lakes` and `rivers`."""
    atlas = read_topology(source)
    lakes = [_mended(_smooth(lake)) for lake in atlas.geometries("lakes")]
    rivers = [_smooth(river) for river in atlas.geometries("rivers")]
    rivers = [river for river in rivers if not river.is_empty]
    lakes = [_mended(snapped(lake, step)) for lake in lakes if not lake.is_empty]
    topology = Topology(step, [*lakes, *rivers])
    topology.add("lakes", [topology.area(lake) for lake in lakes if not lake.is_empty])
    topology.add("rivers", [topology.line(river) for river in rivers])
    topology.write(target)


def _smooth(geometry: BaseGeometry) -> BaseGeometry:
    parts = [_smooth_part(part) for part in shapely.get_parts(geometry)]
    return shapely.simplify(shapely.union_all([part for part in parts if part is not None]), TOLERANCE)


def _smooth_part(part: BaseGeometry) -> BaseGeometry | None:
    if part.geom_type == "LineString":
        return shapely.linestrings(_rounded_corners(shapely.get_coordinates(part), closed=False))
    rings = [shapely.get_coordinates(ring) for ring in (part.exterior, *part.interiors)]
    rings = [_rounded_corners(ring, closed=True) for ring in rings if len(ring) > 3]
    return shapely.make_valid(shapely.Polygon(rings[0], rings[1:])) if rings else None


def _rounded_corners(points: npt.NDArray[np.float64], *, closed: bool) -> npt.NDArray[np.float64]:
    """Chaikin's corner cutting (1974)."""
    for _ in range(SMOOTHING_ROUNDS):
        near = points[:-1] * 0.75 + points[1:] * 0.25
        far = points[:-1] * 0.25 + points[1:] * 0.75
        cut = np.stack([near, far], axis=1).reshape(-1, 2)
        points = np.vstack([cut, cut[:1]]) if closed else np.vstack([points[:1], cut, points[-1:]])
    return points


def _mended(geometry: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shapely.make_valid(geometry))
    polygons = [polygon for part in parts for polygon in shapely.get_parts(part)]
    return shapely.multipolygons([polygon for polygon in polygons if polygon.geom_type == "Polygon"])
