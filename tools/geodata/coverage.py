"""Generalise units that share borders, so that they still share them, on a grid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.topology import snapped

MENDING_ROUNDS = 10


def without_islets(geometries: Sequence[BaseGeometry], smallest: float, largest: int) -> list[BaseGeometry]:
    """Leave out islands below `smallest` square degrees.

    What touches others stays, and so do the `largest` parts of a unit (a number of them).
    """
    parts, owner = shapely.get_parts(np.array(geometries, dtype=object), return_index=True)
    area = shapely.area(parts)
    found, _ = shapely.STRtree(parts).query(parts, predicate="intersects")
    keep = (area >= smallest) | (np.bincount(found, minlength=len(parts)) > 1)
    order = np.lexsort((-area, owner))
    first = np.unique(owner[order], return_index=True)[1]
    rank = np.arange(len(parts)) - np.repeat(first, np.diff(np.append(first, len(parts))))
    keep[order[rank < largest]] = True
    return [shapely.multipolygons(parts[(owner == index) & keep]) for index in range(len(geometries))]


def generalised(geometries: Sequence[BaseGeometry], tolerance: float, step: float) -> list[BaseGeometry]:
    """Simplify (Visvalingam-Whyatt; `tolerance`: root of the area that may go) on a grid of `step` degrees.

    Raises:
        SystemExit: Where rounding to the grid keeps breaking a geometry.
    """
    rounded = [snapped(geometry, step) for geometry in shapely.coverage_simplify(list(geometries), tolerance)]
    for _ in range(MENDING_ROUNDS):
        if all(shapely.is_valid(rounded)) and shapely.coverage_is_valid(rounded):
            return rounded
        cleaned = shapely.coverage_clean([areas(shapely.make_valid(geometry)) for geometry in rounded])
        rounded = [snapped(geometry, step) for geometry in cleaned]
    raise SystemExit(
        f"Simplifying by {tolerance} leaves invalid geometries: choose another tolerance or a finer grid."
    )


def areas(geometry: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry, without the lines and points that mending and cutting leave."""
    parts = [polygon for part in shapely.get_parts(geometry) for polygon in shapely.get_parts(part)]
    polygons = [part for part in parts if part.geom_type == "Polygon"]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
