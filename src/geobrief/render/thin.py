"""Lines with fewer points: those that matter least for the shape go first, sooner where nobody looks closely.

After Visvalingam and Whyatt (1993): a point matters as much as the triangle of it and its neighbours.
All lines are thinned at once, in rounds that take every point that matters less than both its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

__all__ = ["Fixed", "Floats", "coordinates_of", "thinned"]

Floats: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]
Parts: TypeAlias = NDArray[np.object_]
Offsets: TypeAlias = NDArray[np.int64]
Fixed: TypeAlias = tuple[Sequence[float], Sequence[float]]
"""Meridians and parallels, in degrees, along which shapes were cut: points on them stay."""

RING = 4
"""Points of the smallest ring, its first one counted twice."""
ON_EDGE = 1e-9


def coordinates_of(parts: Parts) -> Floats:
    """All points of polygons, or of lines, in the order in which `thinned` takes their tolerances."""
    points: Floats = shapely.get_coordinates(parts)
    return points


def thinned(parts: Parts, tolerance: float | Floats, fixed: Fixed = ((), ())) -> Parts:
    """Polygons, or lines, without the points that matter least; polygons that vanish are left out.

    Args:
        parts: Polygons alone or LineStrings alone, in degrees.
        tolerance: Degrees at the equator of a map that keeps angles, as web maps do; one for all points or
            each. A point goes when its triangle is smaller than the half square of it.
        fixed: Where points stay.
    """
    if not len(parts):
        return parts
    kind, points, offsets = shapely.to_ragged_array(list(parts))
    lines = offsets[0].astype(np.int64)
    starts, ends = lines[:-1], lines[1:] - 1
    stays = _on(points[:, 0], fixed[0]) | _on(points[:, 1], fixed[1])
    stays[starts] = stays[ends] = True
    least = np.broadcast_to(np.square(tolerance) / 2, len(points))
    kept = _kept(points, stays, least)
    lengths = np.add.reduceat(kept, starts, dtype=np.int64)
    if kind == shapely.GeometryType.LINESTRING:
        return np.asarray(shapely.from_ragged_array(kind, points[kept], (_ends(lengths),)))
    return _polygons(points, kept, lengths, starts, offsets[1].astype(np.int64))


def _on(values: Floats, edges: Sequence[float]) -> Mask:
    on = np.zeros(len(values), dtype=bool)
    for edge in edges:
        on |= np.abs(values - edge) < ON_EDGE
    return on


def _kept(points: Floats, stays: Mask, least: Floats) -> Mask:
    stretch = 2 * np.maximum(0.05, np.cos(np.radians(points[:, 1])))
    alive = np.arange(len(points))
    while len(alive) > 2:
        around = points[alive]
        before, after = around[:-2] - around[1:-1], around[2:] - around[1:-1]
        area = np.full(len(alive), np.inf)
        area[1:-1] = np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]) / stretch[alive[1:-1]]
        area[stays[alive]] = np.inf
        goes = area < least[alive]
        goes[1:] &= area[1:] < area[:-1]
        goes[:-1] &= area[:-1] <= area[1:]
        if not goes.any():
            break
        alive = alive[~goes]
    kept = np.zeros(len(points), dtype=bool)
    kept[alive] = True
    return kept


def _polygons(points: Floats, kept: Mask, lengths: Offsets, starts: Offsets, polygons: Offsets) -> Parts:
    """The polygons of what is left of their rings; a hole or an island that is too small goes."""
    whole = lengths >= RING
    outer = np.zeros(len(lengths), dtype=bool)
    outer[polygons[:-1]] = True
    owner = np.repeat(np.arange(len(polygons) - 1), np.diff(polygons))
    stands = whole & whole[outer][owner]
    ring_of = np.repeat(np.arange(len(lengths)), np.diff(np.append(starts, len(points))))
    left = kept & stands[ring_of]
    rings = np.bincount(owner[stands], minlength=len(polygons) - 1)
    offsets = (_ends(lengths[stands]), _ends(rings[rings > 0]))
    return np.asarray(shapely.from_ragged_array(shapely.GeometryType.POLYGON, points[left], offsets))


def _ends(lengths: Offsets) -> Offsets:
    return np.concatenate([[0], np.cumsum(lengths)])
