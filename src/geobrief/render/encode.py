"""Shapes as text, each point after the first as its difference from the one before.

A line is the text (`brief/coordinates.py`) of x0, y0, dx1, dy1, …, longitude first, in units of 1/scale
degree. Lines are parted by spaces. An area's polygons are too; the rings of a polygon, the outer one first,
each closed implicitly, are parted by exclamation marks. It is an eighth of GeoJSON's size.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from geobrief.brief.coordinates import encode_numbers

__all__ = ["encode_area", "encode_lines"]

Coordinates: TypeAlias = NDArray[np.float64]

MIN_RING = 3
MIN_LINE = 2


def encode_area(shape: shapely.Geometry, scale: int) -> str:
    """The polygons in `shape` (degrees); rings that vanish by rounding are dropped."""
    area: list[str] = []
    for polygon in shapely.get_parts(shapely.get_parts(shape)):
        if polygon.geom_type != "Polygon" or polygon.is_empty:
            continue
        outer = _ring(polygon.exterior, scale)
        if outer:
            holes = (_ring(hole, scale) for hole in polygon.interiors)
            area.append("!".join([outer, *(hole for hole in holes if hole)]))
    return " ".join(area)


def encode_lines(shape: shapely.Geometry, scale: int) -> str:
    """The lines in `shape` (degrees); those that shrink to a point by rounding are dropped."""
    lines = (
        _differences(_rounded(shapely.get_coordinates(part), scale), MIN_LINE)
        for part in shapely.get_parts(shapely.get_parts(shape))
        if part.geom_type in ("LineString", "LinearRing")
    )
    return " ".join(line for line in lines if line)


def _ring(ring: shapely.LinearRing, scale: int) -> str:
    points = _rounded(shapely.get_coordinates(ring), scale)
    if len(points) > 1 and (points[0] == points[-1]).all():
        points = points[:-1]
    return _differences(points, MIN_RING)


def _rounded(coordinates: Coordinates, scale: int) -> NDArray[np.int64]:
    """Whole units, without points that fall on the one before."""
    points = np.rint(coordinates * scale).astype(np.int64)
    moved = np.ones(len(points), dtype=bool)
    moved[1:] = (np.diff(points, axis=0) != 0).any(axis=1)
    kept: NDArray[np.int64] = points[moved]
    return kept


def _differences(points: NDArray[np.int64], at_least: int) -> str:
    if len(points) < at_least:
        return ""
    return encode_numbers(np.diff(points, axis=0, prepend=0).ravel().tolist())
